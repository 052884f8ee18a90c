/// Years: four digits, of which some may be unspecified; `Y` and more of them; exponents and significant digits.
extension EDTFParser {
  /// Reads a year. Whether a month may follow it.
  mutating func year(of point: inout DatePoint) throws(Failure) -> Bool {
    if take(UInt8(ascii: "Y")) {
      try longYear(of: &point)
      return false
    }
    let begin = index
    let isNegative = take(UInt8(ascii: "-"))
    var value: Int64 = 0
    var mask: UInt8 = 0
    for _ in 0..<4 {
      mask <<= 1
      value *= 10
      if take(UInt8(ascii: "X")) {
        mask |= 1
      } else if let digit = takeDigit() {
        value += Int64(digit)
      } else {
        throw unexpected(index == begin ? .date : .yearDigit)
      }
    }
    if isNegative {
      level = max(level, 1)
      if value == 0, mask == 0 { throw Failure(index: begin, problem: .signedZero) }
    }
    if mask == 0, peek == UInt8(ascii: "S") {
      try significantDigits(of: isNegative ? -value : value, begin, &point)
      return false
    }
    point.years = YearSet(value, mask: mask, negative: isNegative)
    // Level 1 leaves the last digit or the last two unspecified.
    if mask != 0 { level = max(level, mask == 1 || mask == 3 ? 1 : 2) }
    return true
  }

  private mutating func longYear(of point: inout DatePoint) throws(Failure) {
    let begin = index - 1
    let isNegative = take(UInt8(ascii: "-"))
    let firstDigit = index
    var value = try number(from: begin, .yearDigit)
    if take(UInt8(ascii: "E")) {
      level = 2
      value = try scaled(value, from: begin)
    } else if index - firstDigit < 5 || bytes[firstDigit] == UInt8(ascii: "0") {
      throw Failure(index: begin, problem: .shortLongYear)
    }
    level = max(level, 1)
    if isNegative, value == 0 { throw Failure(index: begin, problem: .signedZero) }
    let year = isNegative ? -value : value
    guard value <= CivilCalendar.farthestYear else { throw Failure(index: begin, problem: .yearTooFar) }
    if peek == UInt8(ascii: "S") {
      try significantDigits(of: year, begin, &point)
    } else {
      point.years = YearSet(year)
    }
  }

  /// `S2` after a year: the years that share its first two digits, of which the one written is the estimate.
  private mutating func significantDigits(
    of year: Int64, _ begin: Int, _ point: inout DatePoint
  ) throws(Failure) {
    index += 1
    let significant = try number(from: begin, .significantDigits)
    if significant == 0 { throw Failure(index: index - 1, problem: .noSignificantDigits) }
    level = 2
    let size = year.magnitude
    var scale: UInt64 = 1
    var written = 1
    while size / scale >= 10 {
      scale *= 10
      written += 1
    }
    // Back from one significant digit to as many as are asked for.
    for _ in 1..<max(1, min(Int64(written), significant)) { scale /= 10 }
    let nearest = Int64(size / scale * scale)
    let farthest = nearest + Int64(scale) - 1
    guard farthest <= CivilCalendar.farthestYear else { throw Failure(index: begin, problem: .yearTooFar) }
    point.estimate = year
    point.years = year < 0 ? YearSet(-farthest, -nearest) : YearSet(nearest, farthest)
  }

  private mutating func scaled(_ value: Int64, from begin: Int) throws(Failure) -> Int64 {
    let exponent = try number(from: begin, .exponent)
    var result = value
    // Zero stays zero; anything else is too far long before the exponent's end.
    for _ in 0..<(value == 0 ? 0 : exponent) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { throw Failure(index: begin, problem: .yearTooFar) }
      result = product
    }
    return result
  }

  /// One digit or more; a number that does not fit in 64 bits is a year too far, found at `begin`.
  private mutating func number(
    from begin: Int, _ expected: EDTFError.Expected
  ) throws(Failure) -> Int64 {
    guard let first = takeDigit() else { throw unexpected(expected) }
    var value = Int64(first)
    while let digit = takeDigit() {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(digit))
      if overflow || carry { throw Failure(index: begin, problem: .yearTooFar) }
      value = sum
    }
    return value
  }
}
