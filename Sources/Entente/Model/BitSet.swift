/// A set of rows, a bit each.
package struct BitSet: Sendable, Hashable {
  /// How many rows there are, in the set or not.
  package let capacity: Int
  private(set) var words: [UInt64]

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

  /// How many rows are in the set.
  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package func contains(_ row: Int) -> Bool { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }
  package mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

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

  /// Keeps what is in the other set, too.
  mutating func formIntersection(_ other: BitSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// How many rows are in both sets.
  func countInBoth(_ other: BitSet) -> Int { zip(words, other.words).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount } }

  /// Adds what columns name in the given rows.
  mutating func insert(_ columns: [UInt32]..., in rows: BitSet) {
    // A byte each first: to set a bit is to read its word, and each would wait for the one before.
    var marks = [UInt8](repeating: 0, count: words.count * 64)
    marks.withUnsafeMutableBufferPointer { marks in
      for column in columns {
        column.withUnsafeBufferPointer { column in rows.forEach { marks[Int(column[$0])] = 1 } }
      }
      insertMarked(marks)
    }
  }

  private mutating func insertMarked(_ marks: UnsafeMutableBufferPointer<UInt8>) {
    for index in words.indices {
      words[index] |= PackedBits(count: 64) { marks[index << 6 &+ $0] }.low
    }
  }

  /// Keeps of two sets the rows whose bits `body` sets, 64 rows at a time: their first row, and how many there are.
  @inline(__always)
  static func filterWords(
    _ one: inout BitSet, _ other: inout BitSet, _ body: (_ first: Int, _ count: Int) -> (UInt64, UInt64)
  ) {
    let capacity = one.capacity
    one.words.withUnsafeMutableBufferPointer { one in
      other.words.withUnsafeMutableBufferPointer { other in
        for index in one.indices {
          let (first, second) = body(index << 6, min(64, capacity - index << 6))
          one[index] &= first
          other[index] &= second
        }
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

/// The lowest two bits of up to 64 bytes, as a word each.
struct PackedBits {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  /// Takes the bytes eight at a time, which do not wait for one another as single bits would.
  @inline(__always)
  init(count: Int, _ byte: (Int) -> UInt8) {
    var place = 0
    while place &+ 8 <= count {
      var eight: UInt64 = 0
      for lane in 0..<8 { eight |= UInt64(byte(place &+ lane)) &<< UInt64(8 &* lane) }
      low |= Self.gathered(eight) &<< UInt64(truncatingIfNeeded: place)
      high |= Self.gathered(eight &>> 1) &<< UInt64(truncatingIfNeeded: place)
      place &+= 8
    }
    while place < count {
      let rest = UInt64(byte(place))
      low |= (rest & 1) &<< UInt64(truncatingIfNeeded: place)
      high |= (rest &>> 1 & 1) &<< UInt64(truncatingIfNeeded: place)
      place &+= 1
    }
  }

  /// The lowest bit of each of eight bytes, side by side: the product moves byte n's to bit 56 + n.
  private static func gathered(_ eight: UInt64) -> UInt64 {
    ((eight & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
  }
}
