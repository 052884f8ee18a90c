/// A single date: a year, then perhaps a month or season, then perhaps a day; with signs and unspecified digits.
extension EDTFParser {
  /// Two digits of which some may be unspecified.
  private struct Pair {
    let tens: UInt8?
    let units: UInt8?

    var isSpecified: Bool { tens != nil && units != nil }
    var isWhollyUnspecified: Bool { tens == nil && units == nil }

    /// The number, when it is specified.
    var number: Int? {
      guard let tens, let units else { return nil }
      return Int(tens) * 10 + Int(units)
    }

    /// The numbers from 1 to `last` that it can mean, a bit each.
    func numbers(upTo last: UInt8) -> UInt32 {
      if let number { return (1...Int(last)).contains(number) ? 1 << UInt32(number) : 0 }
      var bits: UInt32 = 0
      for number in 1...last
      where (tens == nil || tens == number / 10) && (units == nil || units == number % 10) {
        bits |= 1 << UInt32(number)
      }
      return bits
    }
  }

  /// A date at this place, whatever follows it.
  mutating func date() throws(Failure) -> DatePoint {
    let begin = index
    var point = DatePoint(years: YearSet(0))
    takeSign(before: 0, of: &point)
    var goesOn = try year(of: &point)
    let canGoOn = goesOn
    var part: UInt8 = 0
    while true {
      let isSigned = try takeSign(after: part, of: &point)
      guard goesOn, part < 2, peek == UInt8(ascii: "-") else {
        if isSigned { level = max(level, 1) }
        break
      }
      if isSigned { level = 2 }
      if point.season != 0 { throw fail(.misplaced(.dayOfSeason)) }
      index += 1
      part += 1
      takeSign(before: part, of: &point)
      if part == 1 { try month(of: &point) } else { try day(of: &point) }
      goesOn = true
    }
    let isInOther = begin > 0 || peek == UInt8(ascii: "/")
    if !canGoOn, isInOther { throw Failure(index: begin, problem: .misplaced(.longYear)) }
    // Level 1 has unspecified digits in a date that stands alone.
    if point.isUnspecified, isInOther { level = 2 }
    if point.days != 0, point.isUnspecified, point.firstDay() == nil {
      throw Failure(index: begin, problem: .noReading)
    }
    return point
  }

  /// `T` and a time of day with its offset, after a date. It is checked and moves no day.
  mutating func time(of point: DatePoint) throws(Failure) {
    guard point.days != 0 else { throw unexpected(.endOfDate) }
    if !point.signs.isEmpty { throw fail(.misplaced(.signOnTime)) }
    if point.isUnspecified { throw fail(.misplaced(.unspecifiedTime)) }
    index += 1
    let begin = index
    let hour = try timeNumber()
    guard take(UInt8(ascii: ":")) else { throw unexpected(.timeSeparator) }
    let minute = try timeNumber()
    guard take(UInt8(ascii: ":")) else { throw unexpected(.timeSeparator) }
    let second = try timeNumber()
    let isMidnight = hour == 24 && minute == 0 && second == 0
    guard hour < 24 && minute < 60 && second < 60 || isMidnight else {
      throw Failure(index: begin, problem: .noSuchTime)
    }
    try offset()
    if peek == UInt8(ascii: "/") { throw Failure(index: begin - 1, problem: .misplaced(.time)) }
    guard peek == nil else { throw unexpected(.endOfTime) }
  }

  /// `Z`, or how far the clock is from UTC: no place on Earth is more than 12 hours behind it or 14 before it.
  private mutating func offset() throws(Failure) {
    if take(UInt8(ascii: "Z")) { return }
    let isBehind = peek == UInt8(ascii: "-")
    guard isBehind || peek == UInt8(ascii: "+") else { return }
    let begin = index
    index += 1
    let hours = try timeNumber()
    let minutes = take(UInt8(ascii: ":")) ? try timeNumber() : 0
    let distance = hours * 60 + minutes
    guard minutes < 60, isBehind ? (1...12 * 60).contains(distance) : distance <= 14 * 60 else {
      throw Failure(index: begin, problem: .noSuchOffset)
    }
  }

  private mutating func timeNumber() throws(Failure) -> Int {
    guard let tens = takeDigit(), let units = takeDigit() else { throw unexpected(.timeDigit) }
    return Int(tens) * 10 + Int(units)
  }

  // MARK: Signs

  /// `?`, `~` or `%` to the left of a part, which it alone is about (level 2).
  private mutating func takeSign(before part: UInt8, of point: inout DatePoint) {
    guard let sign = takeSign() else { return }
    point.signs.formUnion(.init(rawValue: sign << (2 * part)))
    level = 2
  }

  /// `?`, `~` or `%` to the right of a part, which it and all parts before it are about. Whether there is one.
  private mutating func takeSign(after part: UInt8, of point: inout DatePoint) throws(Failure) -> Bool {
    let begin = index
    guard let sign = takeSign() else { return false }
    if point.season > 24 { throw Failure(index: begin, problem: .misplaced(.signOnSeason)) }
    // A sign before the year is about the year, and so is this one.
    if part == 0, !point.signs.isEmpty, peek != UInt8(ascii: "-") {
      throw Failure(index: begin, problem: .misplaced(.secondSign))
    }
    for part in 0...part { point.signs.formUnion(.init(rawValue: sign << (2 * part))) }
    return true
  }

  /// Bit 0 for uncertain, bit 1 for approximate.
  private mutating func takeSign() -> UInt8? {
    let sign: UInt8
    switch peek {
    case UInt8(ascii: "?"): sign = 1
    case UInt8(ascii: "~"): sign = 2
    case UInt8(ascii: "%"): sign = 3
    default: return nil
    }
    index += 1
    return sign
  }

  // MARK: Month and day

  private mutating func month(of point: inout DatePoint) throws(Failure) {
    let begin = index
    let pair = try pair(.monthDigit)
    if let number = pair.number, number > 12 {
      guard let season = UInt8(exactly: number), Season.numbers.contains(season) else {
        throw Failure(index: begin, problem: .noSuchMonth(number))
      }
      if !point.signs.isEmpty { throw Failure(index: begin, problem: .misplaced(.signOnSeason)) }
      if point.isUnspecified { throw Failure(index: begin, problem: .misplaced(.unspecifiedSeason)) }
      point.season = season
      level = max(level, season <= 24 ? 1 : 2)
    } else {
      point.months = UInt16(pair.numbers(upTo: 12))
      if point.months == 0 {
        throw Failure(index: begin, problem: pair.number.map { .noSuchMonth($0) } ?? .noReading)
      }
    }
    noteUnspecified(pair, after: point)
  }

  private mutating func day(of point: inout DatePoint) throws(Failure) {
    let begin = index
    let pair = try pair(.dayDigit)
    point.days = pair.numbers(upTo: 31)
    let isMonthUnspecified = point.months.nonzeroBitCount != 1
    if let number = pair.number, !isMonthUnspecified || point.days == 0 {
      let month = point.months.trailingZeroBitCount
      let year = point.years.first == point.years.last ? point.years.first : nil
      // Of several years, one may be a leap year.
      let length = isMonthUnspecified ? 31 : CivilCalendar.length(ofMonth: month, year: year ?? 2000)
      guard (1...length).contains(number) else {
        throw Failure(index: begin, problem: .noSuchDay(number, month: month, year: year, length: length))
      }
    }
    if point.days == 0 { throw Failure(index: begin, problem: .noReading) }
    noteUnspecified(pair, after: point)
    // `1985-XX-12` knows the day but not the month.
    if pair.isSpecified, isMonthUnspecified { level = 2 }
  }

  /// Level 1 has a wholly unspecified month or day, in a year that is known.
  private mutating func noteUnspecified(_ pair: Pair, after point: DatePoint) {
    if point.years.isUnspecified { level = 2 }
    if !pair.isSpecified { level = max(level, pair.isWhollyUnspecified ? 1 : 2) }
  }

  private mutating func pair(_ expected: EDTFError.Expected) throws(Failure) -> Pair {
    var digits: (UInt8?, UInt8?) = (nil, nil)
    if !take(UInt8(ascii: "X")) {
      guard let digit = takeDigit() else { throw unexpected(expected) }
      digits.0 = digit
    }
    if !take(UInt8(ascii: "X")) {
      guard let digit = takeDigit() else { throw unexpected(expected) }
      digits.1 = digit
    }
    return Pair(tens: digits.0, units: digits.1)
  }
}
