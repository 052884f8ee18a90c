/// Four years that decide a question about years: possible when `startEarliest` and `endLatest` reach the years asked
/// about, certain when `startLatest` and `endEarliest` do. `Int64.min` and `Int64.max` stand for no limit.
struct YearBounds: Sendable, Hashable {
  var startEarliest: Int64
  var startLatest: Int64
  var endEarliest: Int64
  var endLatest: Int64

  /// What is in every year, for certain.
  static let always = YearBounds(startEarliest: .min, startLatest: .min, endEarliest: .max, endLatest: .max)
  /// What may be in any year.
  static let anytime = YearBounds(startEarliest: .min, startLatest: .max, endEarliest: .min, endLatest: .max)

  /// The answer of the bounds; what lies between them in gaps is not known to them.
  func answer(_ years: YearRange) -> Answer {
    let first = years.first ?? .min
    let last = years.last ?? .max
    guard startEarliest <= last, endLatest >= first else { return .no }
    return startLatest <= last && endEarliest >= first ? .certain : .possible
  }

  /// The same with nothing certain.
  var neverCertain: YearBounds {
    YearBounds(startEarliest: startEarliest, startLatest: .max, endEarliest: .min, endLatest: endLatest)
  }
}

extension YearBounds {
  /// The years of four days.
  init(_ limits: DayLimits) {
    func year(_ day: Int64) -> Int64 { day == .min || day == .max ? day : CivilCalendar.date(of: day).year }
    self.init(
      startEarliest: year(limits.startEarliest), startLatest: year(limits.startLatest),
      endEarliest: year(limits.endEarliest), endLatest: year(limits.endLatest))
  }
}
