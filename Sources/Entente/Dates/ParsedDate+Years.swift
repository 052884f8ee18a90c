/// What a date says of years. Each rule is one of those that the property tests hold against every reading by days.
extension ParsedDate {
  /// Whether it held, or happened, in some of the years.
  func answer(_ years: YearRange, holds: Holding) -> Answer {
    if holds == .permanent { return .certain }
    switch self {
    case .single(let point):
      return point.answer(years)
    case .interval(let span):
      return span.yearBounds(holds, limits).answer(years)
    case .set(.oneOf, let members):
      // Certain only if every member is; possible if any is.
      let answers = members.lazy.map { $0.answer(years, .oneOf) }
      var all: Answer?
      for answer in answers {
        if let before = all, before != answer { return .possible }
        if answer == .possible { return .possible }
        all = answer
      }
      return all ?? .no
    case .set(.allOf, let members):
      var best = Answer.no
      for member in members where best != .certain { best = max(best, member.answer(years, .allOf)) }
      return best
    }
  }

  /// Whether an entity of this `when` existed in some of the years: a single date is its beginning, with an unknown
  /// end, unless its kind `happens`.
  func existence(_ years: YearRange, happens: Bool) -> Answer {
    if happens { return answer(years, holds: .throughout) }
    return switch self {
    case .interval, .set(.allOf, _): answer(years, holds: .throughout)
    case .single, .set(.oneOf, _): yearBounds(.throughout).asBeginning.answer(years)
    }
  }

  /// The bounds of the years, gaps not seen. Certain by them is certain; that is not so the other way round for
  /// `{…}` of several runs of years, whose longest certain run they keep.
  func yearBounds(_ holds: Holding) -> YearBounds { yearBounds(holds, limits) }

  /// The same where the four days are known already.
  func yearBounds(_ holds: Holding, _ limits: @autoclosure () -> DayLimits) -> YearBounds {
    if holds == .permanent { return .always }
    switch self {
    case .single(let point):
      return point.yearBounds(limits())
    case .interval(let span):
      return span.yearBounds(holds, limits())
    case .set(.oneOf, let members):
      var together: YearBounds?
      for member in members {
        let bounds = member.yearBounds(.oneOf)
        together = together?.either(bounds) ?? bounds
      }
      return together ?? .anytime
    case .set(.allOf, let members):
      return YearBounds.all(members.map { $0.yearBounds(.allOf) })
    }
  }

  /// Whether the bounds of the years leave something out that the answer depends on.
  var hasMoreThanBounds: Bool {
    switch self {
    case .single(let point): point.hasYearGaps
    case .interval: false
    case .set(_, let members):
      if case .date(let point) = members.first, members.count == 1 { point.hasYearGaps } else { members.count > 1 }
    }
  }
}

extension DatePoint {
  fileprivate func answer(_ years: YearRange) -> Answer {
    let answer = yearBounds.answer(years)
    guard answer == .possible, hasYearGaps, let first = years.first else { return answer }
    // Some reading must lie within the years, not only one before and one after.
    let limit = CivilCalendar.farthestYear
    let from = CivilCalendar.day(min(max(first, -limit), limit), 1, 1)
    guard let day = firstDay(notBefore: from) else { return .no }
    return CivilCalendar.date(of: day).year <= years.last ?? .max ? .possible : .no
  }

  /// Some time within it; under a sign on the year, perhaps not even that.
  fileprivate func yearBounds(_ limits: DayLimits) -> YearBounds {
    let bounds = YearBounds(limits)
    return isYearSigned ? bounds.neverCertain : bounds
  }

  fileprivate var yearBounds: YearBounds { yearBounds(DayLimits(self) ?? .anytime) }
}

extension ParsedDate.Span {
  /// From start to end, or at some time between.
  fileprivate func yearBounds(_ holds: Holding, _ limits: DayLimits) -> YearBounds {
    if holds == .atItsDate {
      let bounds = YearBounds(limits.atSomeTimeWithin)
      return start.isYearSigned || end.isYearSigned ? bounds.neverCertain : bounds
    }
    var bounds = YearBounds(limits)
    // What an unknown end is bounded by is no surer than the known end.
    let startSigned = start.isYearSigned || start == .unknown && end.isYearSigned
    let endSigned = end.isYearSigned || end == .unknown && start.isYearSigned
    // The year of a signed end is only possible: certain begins after it, or ends before it.
    if startSigned { bounds.startLatest = step(bounds.startLatest, by: 1) }
    if endSigned { bounds.endEarliest = step(bounds.endEarliest, by: -1) }
    if startSigned && endSigned {
      return bounds.startLatest > bounds.endEarliest ? bounds.neverCertain : bounds
    }
    // The year of an unsigned end stays certain.
    if startSigned { bounds.startLatest = min(bounds.startLatest, bounds.endLatest) }
    if endSigned { bounds.endEarliest = max(bounds.endEarliest, bounds.startEarliest) }
    return bounds
  }

  private func step(_ year: Int64, by years: Int64) -> Int64 {
    year == .min || year == .max ? year : year + years
  }
}

extension ParsedDate.Member {
  fileprivate func answer(_ years: YearRange, _ kind: ParsedDate.SetKind) -> Answer {
    switch self {
    case .date(let point): point.answer(years)
    case .range: yearBounds(kind).answer(years)
    }
  }

  /// One of `a..b` is some time between them, all of `a..b` is from one to the other, however the relation holds.
  func yearBounds(_ kind: ParsedDate.SetKind) -> YearBounds {
    switch self {
    case .date(let point): point.yearBounds
    case .range(let span):
      span.yearBounds(kind == .oneOf ? .atItsDate : .throughout, DayLimits(span) ?? .anytime)
    }
  }
}

extension YearBounds {
  /// Of two, one: the bounds of both, and certain only what is certain of both.
  fileprivate func either(_ other: YearBounds) -> YearBounds {
    YearBounds(
      startEarliest: min(startEarliest, other.startEarliest), startLatest: max(startLatest, other.startLatest),
      endEarliest: min(endEarliest, other.endEarliest), endLatest: max(endLatest, other.endLatest))
  }

  /// All of several: the bounds of all of them, and certain what is certain of the longest run of years in which one
  /// follows the other.
  fileprivate static func all(_ members: [YearBounds]) -> YearBounds {
    var runs: [(first: Int64, last: Int64)] = []
    let certain = members.filter { $0.startLatest <= $0.endEarliest }
    for member in certain.sorted(by: { $0.startLatest < $1.startLatest }) {
      if let run = runs.last, run.last == .max || member.startLatest <= run.last + 1 {
        runs[runs.count - 1].last = max(run.last, member.endEarliest)
      } else {
        runs.append((member.startLatest, member.endEarliest))
      }
    }
    let longest = runs.max { length($0) < length($1) }
    return YearBounds(
      startEarliest: members.reduce(.max) { min($0, $1.startEarliest) },
      startLatest: longest?.first ?? members.reduce(.max) { min($0, $1.startLatest) },
      endEarliest: longest?.last ?? members.reduce(.min) { max($0, $1.endEarliest) },
      endLatest: members.reduce(.min) { max($0, $1.endLatest) })
  }

  private static func length(_ run: (first: Int64, last: Int64)) -> UInt64 {
    UInt64(bitPattern: run.last &- run.first)
  }

  /// The bounds of what begins with these, its end not known.
  var asBeginning: YearBounds {
    YearBounds(
      startEarliest: startEarliest, startLatest: startLatest, endEarliest: min(startEarliest, endEarliest),
      endLatest: .max)
  }
}
