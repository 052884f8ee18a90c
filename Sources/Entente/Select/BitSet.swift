/// A set of rows, a bit each.
package struct BitSet: Sendable, Hashable {
  /// How many rows there are, in the set or not.
  package let capacity: Int
  private var words: [UInt64]

  /// None of `capacity` rows, or all of them.
  package init(capacity: Int, filled: Bool = false) {
    self.capacity = capacity
    words = Array(repeating: filled ? ~0 : 0, count: (capacity + 63) / 64)
    if filled, capacity % 64 != 0 { words[words.count - 1] = (1 << UInt64(capacity % 64)) - 1 }
  }

  /// The given ones of `capacity` rows.
  init(capacity: Int, including rows: [Int]) {
    self.init(capacity: capacity)
    for row in rows { insert(row) }
  }

  /// Those of `capacity` rows for which `condition` holds.
  @inline(__always)
  init(capacity: Int, where condition: (Int) -> Bool) {
    self.init(capacity: capacity)
    for index in words.indices {
      let first = index << 6
      var word: UInt64 = 0
      for bit in 0..<min(64, capacity - first) where condition(first + bit) { word |= 1 << UInt64(bit) }
      words[index] = word
    }
  }

  /// The rows that are in both sets.
  func intersection(_ other: BitSet) -> BitSet {
    var both = self
    for index in words.indices { both.words[index] &= other.words[index] }
    return both
  }

  /// How many rows are in the set.
  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package func contains(_ row: Int) -> Bool { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }
  package mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }
  package mutating func remove(_ row: Int) { words[row >> 6] &= ~(1 << UInt64(row & 63)) }

  /// Calls `body` with the rows that are in the set, in ascending order.
  package func forEach(_ body: (Int) throws -> Void) rethrows {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        try body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// Keeps of the set the rows for which `condition` holds.
  mutating func filter(_ condition: (Int) throws -> Bool) rethrows {
    for index in words.indices {
      var rest = words[index]
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        if try !condition(index << 6 + bit) { words[index] &= ~(1 << UInt64(bit)) }
        rest &= rest - 1
      }
    }
  }

  /// The first row of the set from `row` on.
  package func next(from row: Int) -> Int? {
    guard row < capacity else { return nil }
    var index = row >> 6
    var word = words[index] & (~0 << UInt64(row & 63))
    while word == 0 {
      index += 1
      if index == words.count { return nil }
      word = words[index]
    }
    return index << 6 + word.trailingZeroBitCount
  }
}
