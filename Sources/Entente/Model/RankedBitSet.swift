/// A set of rows that also knows which row is at which position among those in it.
package struct RankedBitSet: Sendable {
  package let bits: BitSet
  /// How many rows there are before each block of words, and, at the end, in all.
  private let ranks: [Int]

  /// Words in a block: few enough to be counted through, so many that the counts take little room beside the bits.
  private static let block = 8

  package init(_ bits: BitSet) {
    self.bits = bits
    var ranks = [0]
    ranks.reserveCapacity(bits.words.count / Self.block + 2)
    var count = 0
    for start in stride(from: 0, to: bits.words.count, by: Self.block) {
      for word in bits.words[start..<min(start + Self.block, bits.words.count)] { count += word.nonzeroBitCount }
      ranks.append(count)
    }
    self.ranks = ranks
  }

  /// How many rows are in the set.
  package var count: Int { ranks[ranks.count - 1] }

  /// The row at a position among those in the set, from 0.
  package func row(at position: Int) -> Int {
    precondition(position >= 0 && position < count, "the position is beyond the last row")
    var (low, high) = (0, ranks.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranks[middle] <= position { low = middle } else { high = middle }
    }
    var word = low * Self.block
    var rest = position - ranks[low]
    while rest >= bits.words[word].nonzeroBitCount {
      rest -= bits.words[word].nonzeroBitCount
      word += 1
    }
    var left = bits.words[word]
    for _ in 0..<rest { left &= left - 1 }
    return word << 6 + left.trailingZeroBitCount
  }
}
