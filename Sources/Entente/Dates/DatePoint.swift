/// A single date as parsed: a year, a month, a day or a season, with what is unspecified and what is doubtful in it.
///
/// Its readings are days: every day that some filling in of the unspecified parts allows.
struct DatePoint: Sendable, Hashable {
  /// The signs `?`, `~` and `%` (which is both) on each part.
  struct Signs: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let uncertainYear = Signs(rawValue: 1)
    static let approximateYear = Signs(rawValue: 2)
    static let uncertainMonth = Signs(rawValue: 4)
    static let approximateMonth = Signs(rawValue: 8)
    static let uncertainDay = Signs(rawValue: 16)
    static let approximateDay = Signs(rawValue: 32)
    static let year: Signs = [.uncertainYear, .approximateYear]
    static let uncertain: Signs = [.uncertainYear, .uncertainMonth, .uncertainDay]
    static let approximate: Signs = [.approximateYear, .approximateMonth, .approximateDay]
  }

  /// The years it can mean.
  var years: YearSet
  /// The estimate that `S` bounds: 1950 in `1950S2`.
  var estimate: Int64?
  /// The months it can mean, bit 1 January to bit 12 December; 0 when none is written, or a season is.
  var months: UInt16 = 0
  /// The number of a season, quarter, quadrimester or semester, 21 to 41; 0 when none is written.
  var season: UInt8 = 0
  /// The days of the month it can mean, bits 1 to 31; 0 when none is written.
  var days: UInt32 = 0
  /// The signs on its parts.
  var signs: Signs = []

  /// How much of a date is written.
  enum Precision: Sendable {
    case year, season, month, day
  }

  /// How much of a date is written.
  var precision: Precision {
    if days != 0 { return .day }
    if months != 0 { return .month }
    return season != 0 ? .season : .year
  }

  /// Whether the year carries a sign, so that nothing said of it is certain.
  var isYearSigned: Bool { !signs.isDisjoint(with: .year) }

  /// Whether some digits of it are unspecified.
  var isUnspecified: Bool {
    years.isUnspecified || months.nonzeroBitCount > 1 || days.nonzeroBitCount > 1
  }

  /// Whether some year between its first and its last is in no reading.
  var hasYearGaps: Bool {
    if years.hasGaps { return true }
    // Of several years, only the leap years have a 29 February.
    return years.first != years.last && months == 1 << 2 && days == 1 << 29
  }

  /// The first of its days that is not before `bound`.
  func firstDay(notBefore bound: Int64 = .min) -> Int64? {
    // A winter begins in the year before.
    let year = bound == .min ? years.first : max(years.first, CivilCalendar.date(of: bound).year - 1)
    var index = years.firstIndex(notBefore: year)
    let end = years.count
    while index < end {
      if let day = firstSpan(in: years[index], backwards: false, where: { $0.upperBound >= bound }) {
        return max(day.lowerBound, bound)
      }
      index += 1
    }
    return nil
  }

  /// The last of its days that is not after `bound`.
  func lastDay(notAfter bound: Int64 = .max) -> Int64? {
    let year = bound == .max ? years.last : min(years.last, CivilCalendar.date(of: bound).year)
    var index = year == years.last ? years.count - 1 : years.firstIndex(notBefore: year + 1) - 1
    while index >= 0 {
      if let day = firstSpan(in: years[index], backwards: true, where: { $0.lowerBound <= bound }) {
        return min(day.upperBound, bound)
      }
      index -= 1
    }
    return nil
  }

  /// The first run of days of `year` that suits, from the year's start or, backwards, from its end.
  private func firstSpan(
    in year: Int64, backwards: Bool, where suits: (ClosedRange<Int64>) -> Bool
  ) -> ClosedRange<Int64>? {
    if season != 0 {
      let span = Season.span(season, of: year)
      return suits(span) ? span : nil
    }
    if months == 0 {
      let span = CivilCalendar.day(year, 1, 1)...CivilCalendar.day(year, 12, 31)
      return suits(span) ? span : nil
    }
    var months = UInt32(months)
    while let month = DatePoint.removeBit(from: &months, backwards: backwards) {
      let length = CivilCalendar.length(ofMonth: month, year: year)
      let first = CivilCalendar.day(year, month, 1)
      if days == 0 {
        let span = first...first + Int64(length) - 1
        if suits(span) { return span }
        continue
      }
      var days = days & (UInt32.max >> UInt32(31 - length))
      while let day = DatePoint.removeBit(from: &days, backwards: backwards) {
        let span = first + Int64(day) - 1...first + Int64(day) - 1
        if suits(span) { return span }
      }
    }
    return nil
  }

  private static func removeBit(from bits: inout UInt32, backwards: Bool) -> Int? {
    guard bits != 0 else { return nil }
    let bit = backwards ? 31 - bits.leadingZeroBitCount : bits.trailingZeroBitCount
    bits &= ~(1 << UInt32(bit))
    return bit
  }
}

/// The divisions of a year that EDTF writes in the month's place (ISO 8601-2, 4.8), as whole months.
enum Season {
  /// The numbers that stand for one.
  static let numbers: ClosedRange<UInt8> = 21...41

  /// The days of a division of `year`; a winter or southern summer reaches into the next year.
  static func span(_ season: UInt8, of year: Int64) -> ClosedRange<Int64> {
    let (month, length) = months(season)
    let after = month + length
    let end = after > 12 ? CivilCalendar.day(year + 1, after - 12, 1) : CivilCalendar.day(year, after, 1)
    return CivilCalendar.day(year, month, 1)...end - 1
  }

  /// The first month, and how many there are.
  private static func months(_ season: UInt8) -> (first: Int, count: Int) {
    let season = Int(season)
    return switch season {
    case ...28: ((season - 21) % 4 * 3 + 3, 3)  // northern: spring begins in March
    case ...32: ((season - 27) % 4 * 3 + 3, 3)  // southern: spring begins in September
    case ...36: ((season - 33) * 3 + 1, 3)
    case ...39: ((season - 37) * 4 + 1, 4)
    default: ((season - 40) * 6 + 1, 6)
    }
  }
}
