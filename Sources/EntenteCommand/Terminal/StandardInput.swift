#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What comes in by a pipe, line by line.
enum StandardInput {
  /// Calls `body` with every line, without its line feed (and carriage return), and its number from 1.
  ///
  /// Lines are handed over as bytes where they were read; a line is copied only when a read ends within it.
  static func forEachLine(_ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void) throws {
    var number = 0
    var rest: [UInt8] = []
    func hand(_ line: UnsafeBufferPointer<UInt8>) throws {
      number += 1
      let end = line.last == UInt8(ascii: "\r") ? line.count - 1 : line.count
      try body(UnsafeBufferPointer(rebasing: line[..<end]), number)
    }
    let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
    defer { chunk.deallocate() }
    while true {
      let count = read(0, chunk.baseAddress, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      var line = UnsafeBufferPointer(rebasing: chunk[..<count])
      while let feed = line.firstIndex(of: UInt8(ascii: "\n")) {
        let part = UnsafeBufferPointer(rebasing: line[..<feed])
        if rest.isEmpty {
          try hand(part)
        } else {
          rest += part
          try rest.withUnsafeBufferPointer(hand)
          rest.removeAll(keepingCapacity: true)
        }
        line = UnsafeBufferPointer(rebasing: line[(feed + 1)...])
      }
      rest += line
    }
    if !rest.isEmpty { try rest.withUnsafeBufferPointer(hand) }
  }
}
