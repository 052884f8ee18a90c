/// A source's bytes, of which the first can be looked at before they are read.
final class TableStream {
  private let stream: ByteStream
  private var ahead: [UInt8] = []
  private var given = 0

  /// - Throws: ``SourceFault`` when the source cannot be opened.
  init(_ source: Source) throws { stream = try source.stream() }

  /// The first bytes, as many as there are up to `count`; to be asked for before anything is read.
  func look(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    try bytes.withUnsafeMutableBytes { buffer in
      while filled < count {
        let read = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        if read <= 0 { break }
        filled += read
      }
    }
    bytes.removeLast(count - filled)
    ahead = bytes
    return bytes
  }

  /// Passes over bytes that were looked at.
  func skip(_ count: Int) throws { given += count }

  /// Fills as much of the buffer as there is; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard given < ahead.count else { return try stream.read(into: buffer) }
    let count = min(buffer.count, ahead.count - given)
    ahead.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count])) }
    given += count
    return count
  }
}
