/// The number of a text in a draft or graph; equal texts of one have equal numbers.
public struct StringID: Sendable, Hashable {
  @usableFromInline package let value: UInt32

  /// The empty string, which every table has; in a column it also stands for "not given".
  @inlinable public static var empty: StringID { StringID(value: 0) }

  /// The string with that number in its table.
  package init(row: Int) { value = UInt32(truncatingIfNeeded: row) }

  @usableFromInline init(value: UInt32) { self.value = value }
}

/// Every text of a graph, once, as UTF-8 bytes one after the other.
///
/// Columns hold ``StringID``s, so that comparing two texts is comparing two integers, and writing one is copying its bytes.
@usableFromInline
package struct StringTable: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Where string `n` begins; one more entry than there are strings.
  private var starts: [Int] = [0, 0]
  /// Open addressing over the strings' hashes; empty once the table is ``frozen()``.
  private var slots: [Slot]
  private var ahead = Ahead()
  private var recent = RecentTexts()
  /// How many strings have numbers, the empty one left out; those beyond are the empty one.
  var limit = Int(UInt32.max - 1)
  /// Whether there were more.
  private(set) var isFull = false

  /// What is known of strings that will be looked up: where they may begin, and their bytes, so that they are fetched.
  private struct Ahead: Sendable {
    var hashes: [UInt32] = []
    var starts: [Int] = []
    var sum: UInt8 = 0
  }

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
  @usableFromInline
  package struct Arena: ~Copyable {
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
    @usableFromInline let starts: UnsafeBufferPointer<Int>

    /// The string's bytes.
    @inlinable @_lifetime(borrow self)
    func span(of id: StringID) -> Span<UInt8> {
      _overrideLifetime(Span(_unsafeElements: self[id]), borrowing: self)
    }

    /// The string's bytes; `nil` for the empty string, which stands for "not given".
    @inlinable @_lifetime(borrow self)
    func text(_ id: StringID) -> Span<UInt8>? { id == .empty ? nil : span(of: id) }

    /// The same memory once more, for a cursor that is gone before this is.
    func borrowed() -> Arena { Arena(bytes: bytes, starts: starts) }

    @inlinable
    package subscript(id: StringID) -> UnsafeBufferPointer<UInt8> {
      let n = Int(id.value)
      return UnsafeBufferPointer(rebasing: bytes[starts[n]..<starts[n + 1]])
    }
  }

  /// The table with room for no more strings, in as little memory as it takes; only looked up by number from then on.
  consuming func frozen() -> StringTable {
    var table = StringTable()
    table.bytes = bytes.exact
    table.starts = starts.exact
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
    return intern(text, hash: Self.hash(text))
  }

  /// The same for a text of a kind that comes again and again, such as dates or names of types: it is mostly found where
  /// the last such texts are, in one place of memory instead of three.
  package mutating func intern(recurring text: UnsafeBufferPointer<UInt8>) -> StringID {
    guard let short = RecentTexts.Short(text) else { return intern(text) }
    if let known = recent[short] { return known }
    let id = intern(text)
    if !isFull { recent[short] = id }
    return id
  }

  @inline(__always)
  private mutating func intern(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> StringID {
    let slot = slot(for: text, hash: hash)
    if slots[slot].number == 0 {
      guard count <= limit else {
        isFull = true
        return .empty
      }
      slots[slot] = Slot(hash: hash, number: UInt32(truncatingIfNeeded: count))
      bytes.append(contentsOf: text)
      starts.append(bytes.count)
    }
    return StringID(value: slots[slot].number)
  }

  /// The numbers of many strings at once, in their order.
  ///
  /// In a table that is larger than the processor's caches every look-up waits for memory. Here the slots, and then the
  /// strings that they name, are fetched for all before one is compared, so that they are waited for together.
  package mutating func intern(_ texts: [UnsafeBufferPointer<UInt8>], into ids: inout [StringID]) {
    fetch(texts)
    ids.removeAll(keepingCapacity: true)
    for (index, text) in texts.enumerated() {
      ids.append(text.isEmpty ? .empty : intern(text, hash: ahead.hashes[index]))
    }
  }

  /// Fetches what it takes to look up these strings, and keeps their hashes.
  private mutating func fetch(_ texts: [UnsafeBufferPointer<UInt8>]) {
    ahead.hashes.removeAll(keepingCapacity: true)
    for text in texts { ahead.hashes.append(Self.hash(text)) }
    let hashes = ahead.hashes
    fetch(hashes[...])
  }

  /// Fetches what it takes to look up the strings with these hashes, so that looking them up one by one does not wait for
  /// memory.
  package mutating func fetch(_ hashes: ArraySlice<UInt32>) {
    while (count + hashes.count) * 4 >= slots.count * 3 { grow() }
    let mask = slots.count - 1
    ahead.starts.removeAll(keepingCapacity: true)
    for hash in hashes {
      let slot = slots[Int(hash) & mask]
      ahead.starts.append(slot.hash == hash ? Int(slot.number) : 0)
    }
    for index in ahead.starts.indices { ahead.starts[index] = starts[ahead.starts[index]] }
    for start in ahead.starts where start < bytes.count { ahead.sum &+= bytes[start] }
  }

  /// The number of the string with these UTF-8 bytes, which is added if it is new.
  package mutating func intern(_ text: ArraySlice<UInt8>) -> StringID { text.withUnsafeBufferPointer { intern($0) } }

  /// The number of the string with these UTF-8 bytes; `nil` where the table has none.
  package func find(_ text: UnsafeBufferPointer<UInt8>) -> StringID? {
    if text.isEmpty { return .empty }
    let number = slots[slot(for: text, hash: Self.hash(text))].number
    return number == 0 ? nil : StringID(value: number)
  }

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

  @inline(__always)
  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, _ number: UInt32) -> Bool {
    let (start, end) = (starts[Int(number)], starts[Int(number) + 1])
    guard end - start == text.count else { return false }
    return bytes.withUnsafeBytes { Self.areEqual(UnsafeRawBufferPointer(rebasing: $0[start..<end]), .init(text)) }
  }

  /// Whether two stretches of one length have the same bytes, eight at a time.
  @inline(__always)
  private static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= left.count {
      let isEqual =
        left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if !isEqual { return false }
      index += 8
    }
    while index < left.count {
      if left[index] != right[index] { return false }
      index += 1
    }
    return true
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

  /// The last bytes, fewer than eight, as a number.
  @inline(__always)
  private static func rest(of bytes: UnsafeRawBufferPointer, from index: Int) -> UInt64 {
    // What lies before them is hashed already, and does no harm a second time.
    if index > 0, index < bytes.count {
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    }
    var rest: UInt64 = 0
    for place in index..<bytes.count { rest = rest << 8 | UInt64(bytes[place]) }
    return rest
  }

  /// Eight bytes at a time are multiplied and folded; that is fast, and good enough for ids that differ in their last digit.
  /// The seed is another one in every process, so that nobody can write a file whose ids fall on one another; the order of
  /// the strings, and so every byte that is written, does not depend on it.
  package static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let digest = digest(text)
    return UInt32(truncatingIfNeeded: digest ^ digest >> 32)
  }

  /// The same in 64 bits, which of some millions of texts no two have in common but by a rare chance.
  @inline(__always)
  package static func digest(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
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
    mix(Self.rest(of: bytes, from: index))
    return hash
  }
}

extension Array {
  /// The same in as little memory as it takes. An empty one is not made anew: all empty arrays are one, to which the standard library
  /// would write its count from any thread.
  fileprivate var exact: [Element] {
    if isEmpty { return [] }
    return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = withUnsafeBufferPointer { buffer.initialize(fromContentsOf: $0) }
    }
  }
}
