/// One bound of a date.
public enum DayBound: Sendable, Hashable {
  /// A day, counted from 1970-01-01 in the proleptic Gregorian calendar.
  case day(Int64)
  /// No bound: `..` was written.
  case open
  /// There is a bound, but nobody knows it.
  case unknown
}

extension DayBound: CustomStringConvertible {
  /// The day as year, month and day, `-0043-03-15`, or "open" or "unknown".
  public var description: String {
    switch self {
    case .open: return "open"
    case .unknown: return "unknown"
    case .day(let day):
      let date = CivilCalendar.date(of: day)
      let digits = String(date.year.magnitude)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      let (month, day) = (EDTFError.twoDigits(date.month), EDTFError.twoDigits(date.day))
      return "\(date.year < 0 ? "-" : "")\(zeros)\(digits)-\(month)-\(day)"
    }
  }
}

/// The four bounds of a date, as days.
public struct DayBounds: Sendable, Hashable {
  /// The first day on which it can have begun.
  public let startEarliest: DayBound
  /// The last day on which it can have begun.
  public let startLatest: DayBound
  /// The first day on which it can have ended.
  public let endEarliest: DayBound
  /// The last day on which it can have ended.
  public let endLatest: DayBound

  init(_ date: ParsedDate) {
    let limits = date.limits
    var start = DayBound.open
    var end = DayBound.open
    if case .interval(let span) = date {
      if span.start == .unknown { start = .unknown }
      if span.end == .unknown { end = .unknown }
    }
    func bound(_ day: Int64, _ none: DayBound) -> DayBound { day == .min || day == .max ? none : .day(day) }
    startEarliest = bound(limits.startEarliest, start)
    startLatest = bound(limits.startLatest, start)
    endEarliest = bound(limits.endEarliest, end)
    endLatest = bound(limits.endLatest, end)
  }
}

extension ParsedDate {
  /// The four bounds as days. A set's are those of its members together: one of them lies anywhere between, all of
  /// them begin with the first and end with the last.
  var limits: DayLimits {
    switch self {
    case .single(let point):
      return DayLimits(point) ?? .anytime
    case .interval(let span):
      return DayLimits(span) ?? .anytime
    case .set(let kind, let members):
      var together: DayLimits?
      for member in members {
        let limits = member.limits(kind) ?? .anytime
        together = together.map { kind == .oneOf ? $0.either(limits) : $0.both(limits) } ?? limits
      }
      return together ?? .anytime
    }
  }
}

extension ParsedDate.Member {
  fileprivate func limits(_ kind: ParsedDate.SetKind) -> DayLimits? {
    switch self {
    case .date(let point): DayLimits(point)
    case .range(let span): kind == .oneOf ? DayLimits(span)?.atSomeTimeWithin : DayLimits(span)
    }
  }
}

extension DayLimits {
  fileprivate func either(_ other: DayLimits) -> DayLimits {
    DayLimits(
      startEarliest: min(startEarliest, other.startEarliest), startLatest: max(startLatest, other.startLatest),
      endEarliest: min(endEarliest, other.endEarliest), endLatest: max(endLatest, other.endLatest))
  }

  fileprivate func both(_ other: DayLimits) -> DayLimits {
    DayLimits(
      startEarliest: min(startEarliest, other.startEarliest), startLatest: min(startLatest, other.startLatest),
      endEarliest: max(endEarliest, other.endEarliest), endLatest: max(endLatest, other.endLatest))
  }
}
