/// What an EDTF text says, without the text. Only a set keeps anything on the heap.
enum ParsedDate: Sendable, Hashable {
  case single(DatePoint)
  case interval(Span)
  /// `[…]`, one of the members, or `{…}`, all of them.
  case set(SetKind, [Member])

  enum SetKind: Sendable, Hashable {
    case oneOf, allOf
  }

  /// One end of an interval.
  enum End: Sendable, Hashable {
    case date(DatePoint)
    case open
    case unknown

    /// The date, when there is one.
    var point: DatePoint? {
      if case .date(let point) = self { point } else { nil }
    }

    /// Whether the end is a date whose year carries a sign.
    var isYearSigned: Bool { point?.isYearSigned ?? false }
  }

  /// An interval, or a range in a set.
  struct Span: Sendable, Hashable {
    var start: End
    var end: End
  }

  /// A member of a set: a date, or the dates from one to another (never with an unknown end).
  enum Member: Sendable, Hashable {
    case date(DatePoint)
    case range(Span)
  }
}

/// The four bounds of a date as days, `Int64.min` and `Int64.max` standing for no limit.
struct DayLimits: Sendable, Hashable {
  var startEarliest: Int64
  var startLatest: Int64
  var endEarliest: Int64
  var endLatest: Int64
}

extension DayLimits {
  /// Any time.
  static let anytime = DayLimits(startEarliest: .min, startLatest: .max, endEarliest: .min, endLatest: .max)

  /// Some time within a single date: it begins and ends anywhere in it. `nil` when no day is meant (`2003-02-3X`).
  init?(_ point: DatePoint) {
    guard let first = point.firstDay(), let last = point.lastDay() else { return nil }
    self.init(startEarliest: first, startLatest: last, endEarliest: first, endLatest: last)
  }

  /// From some start to some end not before it; `nil` when it ends before it begins.
  init?(_ span: ParsedDate.Span) {
    startEarliest = span.start.point.flatMap { $0.firstDay() } ?? .min
    endLatest = span.end.point.flatMap { $0.lastDay() } ?? .max
    guard startEarliest <= endLatest else { return nil }
    // A start lies before some end: what would come after the last one is no reading. And so for an end.
    switch span.start {
    case .date(let point): startLatest = point.lastDay(notAfter: endLatest) ?? endLatest
    case .open: startLatest = .min
    case .unknown: startLatest = endLatest
    }
    switch span.end {
    case .date(let point): endEarliest = point.firstDay(notBefore: startEarliest) ?? startEarliest
    case .open: endEarliest = .max
    case .unknown: endEarliest = startEarliest
    }
  }

  /// The same bounds for something that happened at one time between them.
  var atSomeTimeWithin: DayLimits {
    DayLimits(startEarliest: startEarliest, startLatest: endLatest, endEarliest: startEarliest, endLatest: endLatest)
  }
}
