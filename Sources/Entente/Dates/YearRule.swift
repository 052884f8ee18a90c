/// What decides every question about the years of a date, as numbers that a program elsewhere can work with: a page, for one.
///
/// Nearly always four years say all. Where they are too coarse (gaps, sets, years that 32 bits do not hold), `exact` does.
package struct YearRule: Sendable, Hashable {
  /// The four years; see ``FourYears/answer(_:)``.
  package let years: FourYears
  /// What answers instead of the four years; `nil` where they are exact.
  package let exact: Exact?

  /// An exact answer.
  package enum Exact: Sendable, Hashable {
    /// That of one date.
    case one(Bounds)
    /// Of several dates one: certain if all are, possible if any is more than no.
    case oneOf([Bounds])
    /// All of several dates: as certain as the best.
    case allOf([Bounds])
  }

  /// Four years without the limits of 32 bits, and the gaps between them.
  package struct Bounds: Sendable, Hashable {
    /// In the order of ``FourYears``; `Int64.min` and `Int64.max` stand for no limit.
    package let years: [Int64]
    /// The runs of years that some reading allows; empty where all between the first and the last are.
    package let runs: [ClosedRange<Int64>]
  }

  /// The rule of what has no date.
  package static func undated(holds: Holding) -> YearRule {
    YearRule(years: DateExtent.undatedYears(holds: holds), exact: nil)
  }
}

extension ParsedDate {
  /// What answers for a relation, where four years do not.
  func exactRule(_ holds: Holding) -> YearRule.Exact? {
    if holds == .permanent { return nil }
    switch self {
    case .single(let point): return .one(YearRule.Bounds(yearBounds(holds), runs: point.yearRuns))
    case .interval: return .one(YearRule.Bounds(yearBounds(holds)))
    case .set(let kind, let members):
      let bounds = members.map { $0.exactBounds(kind) }
      return kind == .oneOf ? .oneOf(bounds) : .allOf(bounds)
    }
  }

  /// What answers for an entity's existence, where four years do not.
  func exactExistenceRule(happens: Bool) -> YearRule.Exact? {
    if happens { return exactRule(.throughout) }
    return switch self {
    case .interval, .set(.allOf, _): exactRule(.throughout)
    case .single, .set(.oneOf, _): .one(YearRule.Bounds(yearBounds(.throughout).asBeginning))
    }
  }
}

extension YearRule.Bounds {
  init(_ bounds: YearBounds, runs: [ClosedRange<Int64>] = []) {
    years = [bounds.startEarliest, bounds.startLatest, bounds.endEarliest, bounds.endLatest]
    self.runs = runs
  }
}

extension ParsedDate.Member {
  fileprivate func exactBounds(_ kind: ParsedDate.SetKind) -> YearRule.Bounds {
    if case .date(let point) = self { return YearRule.Bounds(yearBounds(kind), runs: point.yearRuns) }
    return YearRule.Bounds(yearBounds(kind))
  }
}

extension DatePoint {
  /// The runs of years that it can mean, where there are gaps between them; at most the ten thousand years of four digits.
  fileprivate var yearRuns: [ClosedRange<Int64>] {
    guard hasYearGaps else { return [] }
    var runs: [ClosedRange<Int64>] = []
    var next = firstDay()
    while let day = next {
      let year = CivilCalendar.date(of: day).year
      if let run = runs.last, run.upperBound + 1 >= year {
        runs[runs.count - 1] = run.lowerBound...year
      } else {
        runs.append(year...year)
      }
      next = firstDay(notBefore: CivilCalendar.day(year + 1, 1, 1))
    }
    return runs
  }
}
