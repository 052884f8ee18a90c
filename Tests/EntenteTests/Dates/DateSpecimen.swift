/// Dates made by chance together with what they mean, so that the meaning does not come from the parser under test.
struct DateSpecimen {
  let text: String
  let meaning: Meaning

  enum Meaning {
    case single(Point)
    case interval(End, End)
    case set(isOneOf: Bool, [Member])
  }

  enum End {
    case point(Point)
    case open
    case unknown
  }

  enum Member {
    case point(Point)
    case range(End, End)
  }

  /// A single date: every way to fill in what it leaves open, each a run of days.
  struct Point {
    /// The first and the last day of each filling, as `Day`.
    let fillings: [ClosedRange<Day>]
    let isYearSigned: Bool

    /// Whether it lies in the years around 1950.
    var isNear: Bool { fillings.allSatisfy { (1900..<2000).contains($0.lowerBound.year) } }
  }
}

/// A day of the calendar, counted by its own simple rule: what matters is the order and the year.
struct Day: Comparable {
  let ordinal: Int

  /// Every month has 31 places here; days that do not exist are never made.
  init(_ year: Int, _ month: Int, _ day: Int) { ordinal = (year * 12 + month - 1) * 31 + day - 1 }

  var year: Int { Day.year(of: ordinal) }
  static func year(of ordinal: Int) -> Int { ordinal >= 0 ? ordinal / 372 : (ordinal - 371) / 372 }
  static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

  static func length(_ month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 400 == 0 || year % 4 == 0 && year % 100 != 0 ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

/// The same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}

/// Makes dates of every level.
struct DateMaker {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func date() -> DateSpecimen {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<45:
      let (text, point) = self.point(mayStandAlone: true)
      return DateSpecimen(text: text, meaning: .single(point))
    case 45..<80: return interval()
    default: return set()
    }
  }

  // MARK: Intervals and sets

  private mutating func interval() -> DateSpecimen {
    while true {
      let (startText, start) = end()
      let (endText, end) = end()
      if DateMaker.isOrdered(start, end) {
        return DateSpecimen(text: "\(startText)/\(endText)", meaning: .interval(start, end))
      }
    }
  }

  private mutating func end() -> (String, DateSpecimen.End) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return ("..", .open)
    case 1: return ("", .unknown)
    default:
      let (text, point) = point(mayStandAlone: false)
      return (text, .point(point))
    }
  }

  private static func isOrdered(_ start: DateSpecimen.End, _ end: DateSpecimen.End) -> Bool {
    guard case .point(let start) = start, case .point(let end) = end,
      let first = start.fillings.map(\.lowerBound).min(), let last = end.fillings.map(\.upperBound).max()
    else { return true }
    return first <= last
  }

  private mutating func set() -> DateSpecimen {
    let isOneOf = random.chance(50)
    let count = Int.random(in: 1...4, using: &random)
    var texts: [String] = []
    var members: [DateSpecimen.Member] = []
    for index in 0..<count {
      let (text, member) = member(isFirst: index == 0, isLast: index == count - 1)
      texts.append(text)
      members.append(member)
    }
    let list = texts.joined(separator: ",")
    return DateSpecimen(text: isOneOf ? "[\(list)]" : "{\(list)}", meaning: .set(isOneOf: isOneOf, members))
  }

  private mutating func member(isFirst: Bool, isLast: Bool) -> (String, DateSpecimen.Member) {
    var (text, point) = point(mayStandAlone: false)
    // Every end of every beginning is tried: that takes members that are not centuries apart.
    while !point.isNear { (text, point) = self.point(mayStandAlone: false) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where isFirst: return ("..\(text)", .range(.open, .point(point)))
    case 1 where isLast: return ("\(text)..", .range(.point(point), .open))
    case 2, 3:
      let first = Int.random(in: 1935...1955, using: &random)
      let last = first + Int.random(in: 0...6, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let hasMonth = random.chance(40)
      let (from, start) = plain(first, month: hasMonth ? 1 : nil)
      let (to, end) = plain(last, month: hasMonth ? month : nil)
      return ("\(from)..\(to)", .range(.point(start), .point(end)))
    default: return (text, .point(point))
    }
  }

  private func plain(_ year: Int, month: Int?) -> (String, DateSpecimen.Point) {
    guard let month else {
      return (digits(year, 4), .init(fillings: [Day(year, 1, 1)...Day(year, 12, 31)], isYearSigned: false))
    }
    let days = Day(year, month, 1)...Day(year, month, Day.length(month, year))
    return ("\(digits(year, 4))-\(digits(month, 2))", .init(fillings: [days], isYearSigned: false))
  }

  // MARK: Single dates

  /// A date, and what is meant by it. Those with `Y` or `S` stand alone.
  private mutating func point(mayStandAlone: Bool) -> (String, DateSpecimen.Point) {
    if mayStandAlone, random.chance(8) { return alone() }
    while true {
      if let point = random.chance(12) ? season() : calendarDate() { return point }
    }
  }

  private mutating func alone() -> (String, DateSpecimen.Point) {
    let (text, first, last) = random.pick([
      ("1950S2", 1900, 1999), ("1953S3", 1950, 1959), ("-1953S3", -1959, -1950), ("0007S1", 7, 7),
      ("Y19545", 19545, 19545), ("Y-19545", -19545, -19545), ("Y12E3", 12000, 12000), ("Y1234E1S3", 12300, 12399),
      ("Y3000000000", 3_000_000_000, 3_000_000_000), ("Y5E9S9", 5_000_000_000, 5_000_000_009),
    ])
    let sign = random.chance(30) ? random.pick(["?", "~", "%"]) : ""
    let fillings = (first...last).map { Day($0, 1, 1)...Day($0, 12, 31) }
    return (text + sign, .init(fillings: fillings, isYearSigned: sign != ""))
  }

  private mutating func season() -> (String, DateSpecimen.Point)? {
    let year = Int.random(in: 1938...1960, using: &random)
    let number = Int.random(in: 21...41, using: &random)
    let sign = number <= 24 && random.chance(20) ? random.pick(["?", "~", "%"]) : ""
    let northern = [(3, 3), (6, 3), (9, 3), (12, 3)]
    let months =
      northern + northern + [(9, 3), (12, 3), (3, 3), (6, 3)] + [(1, 3), (4, 3), (7, 3), (10, 3)]
      + [(1, 4), (5, 4), (9, 4)] + [(1, 6), (7, 6)]
    let (first, count) = months[number - 21]
    let last = first + count - 1
    let end = last > 12 ? (year + 1, last - 12) : (year, last)
    let days = Day(year, first, 1)...Day(end.0, end.1, Day.length(end.1, end.0))
    return ("\(digits(year, 4))-\(number)\(sign)", .init(fillings: [days], isYearSigned: sign != ""))
  }

  /// `nil` when no day fits, as in `1953-02-3X`.
  private mutating func calendarDate() -> (String, DateSpecimen.Point)? {
    let year = yearPattern()
    let month = random.chance(50) ? nil : pattern(["01", "02", "02", "06", "11", "12", "XX", "1X", "0X", "X2"])
    let day = month == nil || random.chance(40) ? nil : pattern(["01", "15", "28", "29", "30", "31", "XX", "2X", "X9"])
    var text = ""
    var isYearSigned = false
    let parts = [year, month, day].compactMap(\.self)
    for (index, part) in parts.enumerated() {
      let isSignedBefore = random.chance(6)
      // A year alone takes one sign.
      let isSignedAfter = random.chance(8) && !(isSignedBefore && parts.count == 1)
      if isSignedBefore && index == 0 || isSignedAfter { isYearSigned = true }
      text += index == 0 ? "" : "-"
      text += (isSignedBefore ? random.pick(["?", "~", "%"]) : "") + part
      text += isSignedAfter ? random.pick(["?", "~", "%"]) : ""
    }
    let fillings = DateMaker.fillings(year, month, day)
    return fillings.isEmpty ? nil : (text, .init(fillings: fillings, isYearSigned: isYearSigned))
  }

  private mutating func pattern(_ patterns: [String]) -> String { random.pick(patterns) }

  private mutating func yearPattern() -> String {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<75: digits(Int.random(in: 1938...1960, using: &random), 4)
    case 75..<85: random.pick(["194X", "195X", "196X"])
    case 85..<86: random.pick(["19XX", "1X5X"])
    case 86..<92: random.pick(["19X5", "1X54"])
    default: random.pick(["0000", "-0001", "-0004", "000X", "-000X", "0003"])
    }
  }

  /// Every day or run of days that a pattern can be filled in to.
  private static func fillings(_ year: String, _ month: String?, _ day: String?) -> [ClosedRange<Day>] {
    years(year).flatMap { year -> [ClosedRange<Day>] in
      guard let month else { return [Day(year, 1, 1)...Day(year, 12, 31)] }
      return (1...12).filter { matches($0, month) }.flatMap { number -> [ClosedRange<Day>] in
        let length = Day.length(number, year)
        guard let day else { return [Day(year, number, 1)...Day(year, number, length)] }
        return (1...length).filter { matches($0, day) }.map { Day(year, number, $0)...Day(year, number, $0) }
      }
    }
  }

  private static func years(_ pattern: String) -> [Int] {
    let isNegative = pattern.hasPrefix("-")
    var years = [0]
    for digit in isNegative ? pattern.dropFirst() : pattern[...] {
      years = years.flatMap { year in (digit.wholeNumberValue.map { $0...$0 } ?? 0...9).map { year * 10 + $0 } }
    }
    // There is no year -0000.
    return isNegative ? years.filter { $0 != 0 }.map { -$0 } : years
  }

  private static func matches(_ number: Int, _ pattern: String) -> Bool {
    zip(digits(number, pattern.count), pattern).allSatisfy { $1 == "X" || $0 == $1 }
  }
}

private func digits(_ number: Int, _ count: Int) -> String {
  let text = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, count - text.count)) + text
}
