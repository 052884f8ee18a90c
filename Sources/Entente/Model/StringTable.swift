/// The number of a text in a draft or graph; equal texts of one have equal numbers.
public struct StringID: Sendable, Hashable {
  package let value: UInt32

  /// The empty string, which every table has; in a column it also stands for "not given".
  public static let empty = StringID(value: 0)

  /// The string with that number in its table.
  package init(row: Int) { value = UInt32(truncatingIfNeeded: row) }

  init(value: UInt32) { self.value = value }
}

/// Every text of a graph, once, as UTF-8 bytes one after the other.
///
/// Columns hold ``StringID``s, so that comparing two texts is comparing two integers, and writing one is copying its bytes.
package struct StringTable: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Where string `n` begins; one more entry than there are strings.
  private var starts: [Int] = [0, 0]
  /// Open addressing over the strings' hashes; empty once the table is ``frozen()``.
  private var slots: [Slot]

  /// A string's number, or 0 for a free place, with its hash, so that strings that differ are seldom compared.
  private struct Slot: Sendable {
    var hash: UInt32 = 0
    var number: UInt32 = 0
  }

  private static let seed = UInt64.random(in: .min ... .max)

  package init() {
    slots = Array(repeating: Slot(), count: 64)
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

    /// The string's bytes.
    @_lifetime(borrow self)
    func span(of id: StringID) -> Span<UInt8> {
      _overrideLifetime(Span(_unsafeElements: self[id]), borrowing: self)
    }

    /// The string's bytes; `nil` for the empty string, which stands for "not given".
    @_lifetime(borrow self)
    func text(_ id: StringID) -> Span<UInt8>? { id == .empty ? nil : span(of: id) }

    /// The same memory once more, for a cursor that is gone before this is.
    func borrowed() -> Arena { Arena(bytes: bytes, starts: starts) }

    package subscript(id: StringID) -> UnsafeBufferPointer<UInt8> {
      let n = Int(id.value)
      return UnsafeBufferPointer(rebasing: bytes[starts[n]..<starts[n + 1]])
    }
  }

  /// The table with room for no more strings, in as little memory as it takes; only looked up by number from then on.
  consuming func frozen() -> StringTable {
    var table = StringTable()
    table.bytes = Array(unsafeUninitializedCapacity: bytes.count) { buffer, count in
      count = bytes.withUnsafeBufferPointer { buffer.initialize(fromContentsOf: $0) }
    }
    table.starts = Array(unsafeUninitializedCapacity: starts.count) { buffer, count in
      count = starts.withUnsafeBufferPointer { buffer.initialize(fromContentsOf: $0) }
    }
    table.slots = []
    return table
  }

  /// The number of `text`, which is added if it is new.
  package mutating func intern(_ text: String) -> StringID {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The number of the string with these UTF-8 bytes, which is added if it is new.
  package mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> StringID {
    if text.isEmpty { return .empty }
    // At most half full: most strings are looked for where they are, or where nothing is.
    if count * 2 >= slots.count { grow() }
    let hash = Self.hash(text)
    let slot = slot(for: text, hash: hash)
    if slots[slot].number == 0 {
      slots[slot] = Slot(hash: hash, number: UInt32(truncatingIfNeeded: count))
      bytes.append(contentsOf: text)
      starts.append(bytes.count)
    }
    return StringID(value: slots[slot].number)
  }

  /// The number of the string with these UTF-8 bytes, which is added if it is new.
  package mutating func intern(_ text: ArraySlice<UInt8>) -> StringID { text.withUnsafeBufferPointer { intern($0) } }

  private func range(of id: StringID) -> Range<Int> { starts[Int(id.value)]..<starts[Int(id.value) + 1] }

  /// The slot that holds `text`, or the free one where it belongs.
  private func slot(for text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].number != 0 {
      if slots[slot].hash == hash, isEqual(text, slots[slot].number) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, _ number: UInt32) -> Bool {
    withBytes(of: StringID(value: number)) { known in
      guard known.count == text.count else { return false }
      let (one, other) = (UnsafeRawBufferPointer(known), UnsafeRawBufferPointer(text))
      var index = 0
      while index + 8 <= one.count {
        let word = one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word != other.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
        index += 8
      }
      while index < one.count {
        if one[index] != other[index] { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots where slot.number != 0 {
      var place = Int(slot.hash) & mask
      while larger[place].number != 0 { place = (place + 1) & mask }
      larger[place] = slot
    }
    slots = larger
  }

  /// Eight bytes at a time are multiplied and folded; that is fast, and good enough for ids that differ in their last digit.
  /// The seed is another one in every process, so that nobody can write a file whose ids fall on one another; the order of
  /// the strings, and so every byte that is written, does not depend on it.
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(text)
    var hash = (UInt64(bytes.count) &* 0x9e37_79b9_7f4a_7c15) ^ seed
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
      hash = product.high ^ product.low
    }
    var index = 0
    while index + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    var rest: UInt64 = 0
    for byte in bytes[index...] { rest = rest << 8 | UInt64(byte) }
    mix(rest)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
