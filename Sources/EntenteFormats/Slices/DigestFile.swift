#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers of 64 bits, kept in a file that nobody else sees, to find those that are alike without room for all of them.
final class DigestFile {
  private let file: UnsafeMutablePointer<FILE>
  private(set) var count = 0
  private var waiting: [UInt64] = []

  /// So many are written together.
  private static let piece = 1 << 14
  /// So many are looked at together.
  private let most: Int

  /// `nil` where the system has no place for it.
  init?(most: Int = 1 << 21) {
    guard let file = tmpfile() else { return nil }
    self.file = file
    self.most = most
  }

  deinit { fclose(file) }

  /// - Throws: ``WriteError`` when the disk is full.
  func append(_ digest: UInt64) throws(WriteError) {
    waiting.append(digest)
    count += 1
    if waiting.count == Self.piece { try flush() }
  }

  private func flush() throws(WriteError) {
    let written = fwrite(waiting, MemoryLayout<UInt64>.size, waiting.count, file)
    if written != waiting.count { throw WriteError(path: "a file of ids in /tmp") }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with all digests and their numbers, in their order.
  func forEach(_ body: (_ number: Int, _ digest: UInt64) -> Void) throws(WriteError) {
    try flush()
    rewind(file)
    var piece = [UInt64](repeating: 0, count: Self.piece)
    var number = 0
    while case let read = fread(&piece, MemoryLayout<UInt64>.size, piece.count, file), read > 0 {
      for index in 0..<read { body(number + index, piece[index]) }
      number += read
    }
    fseek(file, 0, SEEK_END)
  }

  /// Calls `body` with the numbers of those that have a digest in common, in ascending order, if there are several.
  ///
  /// The file is read as often as there are ``most`` digests in it: each time those are sorted that leave the same rest.
  func forEachAlike(_ body: (ArraySlice<(digest: UInt64, number: Int)>) -> Void) throws(WriteError) {
    let rounds = UInt64(max(1, (count + most - 1) / most))
    for round in 0..<rounds {
      var some: [(digest: UInt64, number: Int)] = []
      try forEach { number, digest in
        if (digest >> 1) % rounds == round { some.append((digest, number)) }
      }
      some.sort { ($0.digest >> 1, $0.number) < ($1.digest >> 1, $1.number) }
      var start = 0
      for index in some.indices.dropFirst() where some[index].digest >> 1 != some[start].digest >> 1 {
        if index - start > 1 { body(some[start..<index]) }
        start = index
      }
      if some.count - start > 1 { body(some[start...]) }
    }
  }
}
