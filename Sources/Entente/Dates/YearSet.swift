/// The years that one written year can mean, in ascending order: `1956` is one, `195X` ten in a row, `1X5X` a
/// hundred with gaps between, `1950S2` a hundred in a row.
struct YearSet: Sendable, Hashable {
  /// The earliest of them.
  let first: Int64
  /// The latest of them.
  let last: Int64
  /// The digits that may be any, bit 0 the last of them.
  let mask: UInt8

  /// One year.
  init(_ year: Int64) {
    self.init(year, year)
  }

  /// Every year from `first` to `last`.
  init(_ first: Int64, _ last: Int64) {
    self.first = first
    self.last = last
    mask = 0
  }

  /// A year of four digits, those in `mask` (bit 0 is the last) unspecified and 0 in `value`.
  init(_ value: Int64, mask: UInt8, negative: Bool) {
    let spread = YearSet.deposit(9999, into: mask)
    // `-0000` is no year, so `-000X` ends with -1.
    first = negative ? -(value + spread) : value
    last = negative ? min(-value, -1) : value + spread
    self.mask = mask
  }

  /// Whether some year between the first and the last is not meant.
  var hasGaps: Bool { mask & (mask + 1) != 0 }

  /// Whether digits of it are unspecified.
  var isUnspecified: Bool { mask != 0 }

  /// How many years there are.
  var count: Int64 {
    guard hasGaps else { return last - first + 1 }
    return (0..<mask.nonzeroBitCount).reduce(1) { count, _ in count * 10 }
  }

  /// The year at a position, counted from 0 at the earliest.
  subscript(index: Int64) -> Int64 {
    first + (hasGaps ? YearSet.deposit(index, into: mask) : index)
  }

  /// The position of the first year that is not before `year`; `count` where there is none.
  func firstIndex(notBefore year: Int64) -> Int64 {
    if year <= first { return 0 }
    if year > last { return count }
    if !hasGaps { return year - first }
    var low: Int64 = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < year { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The decimal digits of `number`, the last first, put in the places that `mask` names.
  private static func deposit(_ number: Int64, into mask: UInt8) -> Int64 {
    var rest = number
    var place: Int64 = 1
    var result: Int64 = 0
    for bit in 0..<4 {
      if mask & (1 << UInt8(bit)) != 0 {
        result += rest % 10 * place
        rest /= 10
      }
      place *= 10
    }
    return result
  }
}
