/// The number of a string in a ``StringTable``; equal strings of one table have equal numbers.
package struct StringID: Sendable, Hashable {
  package let value: UInt32

  /// The empty string, which every table has; in a column it also stands for "not given".
  package static let empty = StringID(value: 0)

  /// The string with that number in its table.
  package init(row: Int) { value = UInt32(row) }

  init(value: UInt32) { self.value = value }
}

/// Every text of a graph, once, as UTF-8 bytes one after the other.
///
/// Columns hold ``StringID``s, so that comparing two texts is comparing two integers, and writing one is copying its bytes.
package struct StringTable: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Where string `n` begins; one more entry than there are strings.
  private var starts: [Int] = [0, 0]
  /// Open addressing over the strings' hashes: a string's number, or 0 for a free place.
  private var slots: [UInt32]

  package init() {
    slots = Array(repeating: 0, count: 64)
  }

  /// How many strings there are, the empty one included.
  package var count: Int { starts.count - 1 }

  /// The string as Swift's own.
  package subscript(id: StringID) -> String {
    withBytes(of: id) { String(decoding: $0, as: UTF8.self) }
  }

  /// The string's bytes, without a copy.
  package func withBytes<R>(of id: StringID, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range(of: id)])) }
  }

  /// Gives several strings' bytes to a writer that takes them one by one, with the arena borrowed once.
  package func withArena<R>(_ body: (borrowing Arena) throws -> R) rethrows -> R {
    try bytes.withUnsafeBufferPointer { bytes in
      try starts.withUnsafeBufferPointer { starts in try body(Arena(bytes: bytes, starts: starts)) }
    }
  }

  /// The table's memory, borrowed: what a loop over many rows reads strings from.
  package struct Arena: ~Copyable {
    let bytes: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<Int>

    package subscript(id: StringID) -> UnsafeBufferPointer<UInt8> {
      let n = Int(id.value)
      return UnsafeBufferPointer(rebasing: bytes[starts[n]..<starts[n + 1]])
    }
  }

  /// The number of a string that is already there.
  package func find(_ text: String) -> StringID? {
    var text = text
    return text.withUTF8 { bytes in
      let slot = slot(for: bytes)
      return slots[slot] == 0 && !bytes.isEmpty ? nil : StringID(value: slots[slot])
    }
  }

  /// The number of `text`, which is added if it is new.
  package mutating func intern(_ text: String) -> StringID {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The number of the string with these UTF-8 bytes, which is added if it is new.
  package mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> StringID {
    if text.isEmpty { return .empty }
    if count * 4 >= slots.count * 3 { grow() }
    let slot = slot(for: text)
    if slots[slot] == 0 {
      slots[slot] = UInt32(count)
      bytes.append(contentsOf: text)
      starts.append(bytes.count)
    }
    return StringID(value: slots[slot])
  }

  /// The number of the string with these UTF-8 bytes, which is added if it is new.
  package mutating func intern(_ text: ArraySlice<UInt8>) -> StringID { text.withUnsafeBufferPointer { intern($0) } }

  private func range(of id: StringID) -> Range<Int> { starts[Int(id.value)]..<starts[Int(id.value) + 1] }

  /// The slot that holds `text`, or the free one where it belongs.
  private func slot(for text: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(text) & mask
    while slots[slot] != 0 {
      let known = bytes.withUnsafeBufferPointer { bytes in
        let candidate = UnsafeBufferPointer(rebasing: bytes[range(of: StringID(value: slots[slot]))])
        return candidate.count == text.count && candidate.elementsEqual(text)
      }
      if known { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    bytes.withUnsafeBufferPointer { bytes in
      for n in 1..<max(1, count) {
        var slot = Self.hash(UnsafeBufferPointer(rebasing: bytes[starts[n]..<starts[n + 1]])) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(n)
      }
    }
  }

  /// The same on every run and machine (FNV-1a with a last mix), unlike `Hasher`: nothing here may depend on the run.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash & 0x7fff_ffff_ffff_ffff)
  }
}
