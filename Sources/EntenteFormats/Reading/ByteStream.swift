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
    case descriptor(CInt)
    case memory([UInt8], next: Int)
    case stored(StoredBytes, next: Int)
  }

  private var origin: Origin
  private let piece: Int
  /// The first bytes, which tell whether the rest is packed.
  private var head: [UInt8] = []
  private var headStart = 0
  private var gunzip: Gunzip?
  private var hasBegun = false
  private let seen: ((UnsafeRawBufferPointer) -> Void)?

  /// A file's bytes; each stretch of them is shown to `seen` once.
  ///
  /// - Throws: `InputFile.Problem` when it cannot be opened.
  init(path: String, seen: ((UnsafeRawBufferPointer) -> Void)? = nil) throws(InputFile.Problem) {
    guard !path.isEmpty else { throw .noSuchFile }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFile.Problem(errno: errno) }
    origin = .descriptor(descriptor)
    piece = .max
    self.seen = seen
  }

  /// Bytes in memory, which come in pieces of at most so many.
  package init(_ bytes: [UInt8], inPiecesOf piece: Int = .max) {
    origin = .memory(bytes, next: 0)
    self.piece = piece
    seen = nil
  }

  /// What came by a pipe, once more.
  init(_ stored: StoredBytes) {
    origin = .stored(stored, next: 0)
    piece = .max
    seen = nil
  }

  deinit {
    if case .descriptor(let descriptor) = origin { close(descriptor) }
  }

  /// Fills as much of `buffer` as there is, at least one byte but at the end: 0.
  ///
  /// - Throws: `InputFile.Problem` when the system fails, or what is packed cannot be unpacked.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFile.Problem) -> Int {
    if !hasBegun { try begin() }
    let count: Int
    if let gunzip {
      count = try gunzip.read(into: buffer) { buffer throws(InputFile.Problem) in try self.readPlain(into: buffer) }
    } else {
      count = try readPlain(into: buffer)
    }
    seen?(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }

  /// All that is left, or the next so many bytes of it.
  func rest(upTo limit: Int? = nil) throws(InputFile.Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(limit ?? 0, expectedCount))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while bytes.count < limit ?? .max {
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix((limit ?? .max) - bytes.count))
      let count = try read(into: room)
      if count == 0 { break }
      bytes.append(contentsOf: room[..<count])
    }
    return bytes
  }

  /// How many bytes there seem to be: what is packed has more, and a file can change.
  private var expectedCount: Int {
    switch origin {
    case .memory(let bytes, _): return bytes.count
    case .stored(let bytes, _): return bytes.count
    case .descriptor(let descriptor):
      var status = stat()
      return fstat(descriptor, &status) == 0 ? max(1 << 10, Int(status.st_size)) : 1 << 10
    }
  }

  private func begin() throws(InputFile.Problem) {
    hasBegun = true
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
    defer { buffer.deallocate() }
    while head.count < 2 {
      let count = try readOrigin(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<(2 - head.count)]))
      if count == 0 { break }
      head.append(contentsOf: buffer[..<count])
    }
    if Gunzip.isPacked(head) { gunzip = Gunzip() }
  }

  private func readPlain(into buffer: UnsafeMutableRawBufferPointer) throws(InputFile.Problem) -> Int {
    guard headStart < head.count else { return try readOrigin(into: buffer) }
    let count = min(buffer.count, head.count - headStart)
    buffer.copyBytes(from: head[headStart..<headStart + count])
    headStart += count
    return count
  }

  private func readOrigin(into buffer: UnsafeMutableRawBufferPointer) throws(InputFile.Problem) -> Int {
    switch origin {
    case .memory(let bytes, let next):
      let count = min(buffer.count, bytes.count - next, piece)
      bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[next..<next + count])) }
      origin = .memory(bytes, next: next + count)
      return count
    case .stored(let bytes, let next):
      let count = try bytes.read(into: buffer, at: next)
      origin = .stored(bytes, next: next + count)
      return count
    case .descriptor(let descriptor):
      while true {
        let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno != EINTR { throw InputFile.Problem(errno: errno) }
      }
    }
  }
}

/// `read(2)`, which within the type is another function's name.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
