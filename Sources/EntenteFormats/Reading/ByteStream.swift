#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that are read once, from front to end: of a file, of standard input or of memory, unpacked where they are packed.
package final class ByteStream {
  private enum Origin {
    case descriptor(CInt, isOwned: Bool)
    case memory([UInt8], next: Int)
  }

  private var origin: Origin
  private var piece = Int.max
  private var gunzip: Gunzip?
  /// How many bytes of the origin were read: fewer than were given, where they are packed.
  package private(set) var position = 0

  /// A file's bytes.
  ///
  /// - Throws: `InputFile.Problem` when it cannot be opened.
  init(path: String) throws(InputFile.Problem) {
    guard !path.isEmpty else { throw .noSuchFile }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFile.Problem(errno: errno) }
    origin = .descriptor(descriptor, isOwned: true)
  }

  /// Standard input's bytes.
  package static func standardInput() -> ByteStream { ByteStream(descriptor: STDIN_FILENO) }

  /// Bytes in memory, which come in pieces of at most so many.
  package init(_ bytes: [UInt8], inPiecesOf piece: Int = .max) {
    origin = .memory(bytes, next: 0)
    self.piece = piece
  }

  private init(descriptor: CInt) { origin = .descriptor(descriptor, isOwned: false) }

  deinit {
    if case .descriptor(let descriptor, isOwned: true) = origin { close(descriptor) }
  }

  /// Whether the bytes are to be unpacked; to be said before the first is read.
  package func unpack() { gunzip = Gunzip() }

  /// Fills as much of `buffer` as there is, at least one byte but at the end: 0.
  ///
  /// - Throws: `InputFile.Problem` when the system fails, ``PackedDataFault`` when the packed data are broken.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let gunzip else { return try readPlain(into: buffer) }
    return try gunzip.read(into: buffer) { try self.readPlain(into: $0) }
  }

  private func readPlain(into buffer: UnsafeMutableRawBufferPointer) throws(InputFile.Problem) -> Int {
    switch origin {
    case .memory(let bytes, let next):
      let count = min(buffer.count, bytes.count - next, piece)
      bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[next..<next + count])) }
      origin = .memory(bytes, next: next + count)
      position += count
      return count
    case .descriptor(let descriptor, _):
      while true {
        let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 {
          position += count
          return count
        }
        if errno != EINTR { throw InputFile.Problem(errno: errno) }
      }
    }
  }
}

/// `read(2)`, which within the type is another function's name.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
