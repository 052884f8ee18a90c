/// Allen's thirteen relations between two stretches of time, here of whole days.
public enum AllenRelation: UInt8, Sendable, Hashable, CaseIterable {
  /// It ends, and at least a day lies between before the other begins.
  case before
  /// The other begins on the day after it ends.
  case meets
  /// It begins first, and ends within the other.
  case overlaps
  /// Both begin on one day, and it ends first.
  case starts
  /// It begins after the other and ends before it.
  case during
  /// Both end on one day, and it begins last.
  case finishes
  /// Both begin on one day and end on one day.
  case equals
  /// Both end on one day, and it begins first.
  case finishedBy
  /// It begins before the other and ends after it.
  case contains
  /// Both begin on one day, and it ends last.
  case startedBy
  /// It begins within the other, and ends last.
  case overlappedBy
  /// It begins on the day after the other ends.
  case metBy
  /// At least a day lies between the other's end and its beginning.
  case after
}

/// Uncertain dates have no order, so there is no `<`; what can be asked has three answers.
extension EDTF {
  /// Whether it had ended when the other began.
  ///
  /// A sign on the year that decides keeps the answer from being certain.
  public func isBefore(_ other: EDTF) -> Answer {
    let (mine, theirs) = (parsed.limits, other.parsed.limits)
    guard mine.endEarliest < theirs.startLatest else { return .no }
    let isSure = mine.endLatest < theirs.startEarliest && !parsed.isEndSigned && !other.parsed.isStartSigned
    return isSure ? .certain : .possible
  }

  /// Whether some day lies in both.
  ///
  /// A sign on a year of either keeps the answer from being certain.
  public func overlaps(_ other: EDTF) -> Answer {
    let possible = possibleRelations(to: other)
    let apart: Set<AllenRelation> = [.before, .meets, .metBy, .after]
    if apart.isSuperset(of: possible) { return .no }
    return apart.isDisjoint(with: possible) && !isSigned(with: other) ? .certain : .possible
  }

  /// Every relation in which it may stand to the other: certain when it is the only one, and no year is signed.
  ///
  /// They follow from the four bounds of both; gaps between, as in `1X5X`, are not looked into.
  public func relations(to other: EDTF) -> [AllenRelation: Answer] {
    let possible = possibleRelations(to: other)
    let answer: Answer = possible.count == 1 && !isSigned(with: other) ? .certain : .possible
    return Dictionary(uniqueKeysWithValues: possible.map { ($0, answer) })
  }

  private func possibleRelations(to other: EDTF) -> [AllenRelation] {
    let (mine, theirs) = (parsed.limits, other.parsed.limits)
    let limits = [mine.starts, mine.ends, theirs.starts, theirs.ends]
    return AllenRelation.allCases.filter { $0.isPossible(limits) }
  }

  private func isSigned(with other: EDTF) -> Bool {
    [parsed, other.parsed].contains { $0.isStartSigned || $0.isEndSigned }
  }
}

extension AllenRelation {
  /// A condition on two of the four days start, end, other start, other end: the second is `days` or more after the
  /// first, or exactly so many.
  private typealias Inequality = (first: Int, second: Int, days: Int64, isExact: Bool)

  private var conditions: [Inequality] {
    let (start, end, otherStart, otherEnd) = (0, 1, 2, 3)
    return switch self {
    case .before: [(end, otherStart, 2, false)]
    case .meets: [(end, otherStart, 1, true)]
    case .overlaps: [(start, otherStart, 1, false), (otherStart, end, 0, false), (end, otherEnd, 1, false)]
    case .starts: [(start, otherStart, 0, true), (end, otherEnd, 1, false)]
    case .during: [(otherStart, start, 1, false), (end, otherEnd, 1, false)]
    case .finishes: [(otherStart, start, 1, false), (end, otherEnd, 0, true)]
    case .equals: [(start, otherStart, 0, true), (end, otherEnd, 0, true)]
    case .finishedBy: [(start, otherStart, 1, false), (end, otherEnd, 0, true)]
    case .contains: [(start, otherStart, 1, false), (otherEnd, end, 1, false)]
    case .startedBy: [(start, otherStart, 0, true), (otherEnd, end, 1, false)]
    case .overlappedBy: [(otherStart, start, 1, false), (start, otherEnd, 0, false), (otherEnd, end, 1, false)]
    case .metBy: [(otherEnd, start, 1, true)]
    case .after: [(otherEnd, start, 2, false)]
    }
  }

  /// Whether four days within their limits can meet the conditions: the earliest days that do are sought, each
  /// pushed on by those it must follow.
  fileprivate func isPossible(_ limits: [ClosedRange<Int64>]) -> Bool {
    let steps = (conditions + [(0, 1, 0, false), (2, 3, 0, false)]).flatMap { condition in
      let forth = (condition.first, condition.second, condition.days)
      return condition.isExact ? [forth, (condition.second, condition.first, -condition.days)] : [forth]
    }
    var days = limits.map(\.lowerBound)
    // Four days depend on one another over at most three steps.
    for _ in 0..<4 {
      for (first, second, distance) in steps {
        guard let day = AllenRelation.shifted(days[first], by: distance) else { return false }
        days[second] = max(days[second], day)
        if days[second] > limits[second].upperBound { return false }
      }
    }
    return true
  }

  /// Nothing comes after the end of time; a day before its beginning is its beginning.
  private static func shifted(_ day: Int64, by distance: Int64) -> Int64? {
    if day == .max { return distance > 0 ? nil : .max }
    if day == .min { return distance > 0 ? .min + 1 : .min }
    return day + distance
  }
}

extension DayLimits {
  fileprivate var starts: ClosedRange<Int64> { startEarliest...max(startEarliest, startLatest) }
  fileprivate var ends: ClosedRange<Int64> { endEarliest...max(endEarliest, endLatest) }
}

extension ParsedDate {
  /// Whether the year in which it begins, or a member of it does, carries a sign.
  var isStartSigned: Bool {
    switch self {
    case .single(let point): point.isYearSigned
    case .interval(let span): span.start.isYearSigned
    case .set(_, let members): members.contains(where: \.isYearSigned)
    }
  }

  /// The same for its end.
  var isEndSigned: Bool {
    if case .interval(let span) = self { span.end.isYearSigned } else { isStartSigned }
  }
}

extension ParsedDate.Member {
  fileprivate var isYearSigned: Bool {
    switch self {
    case .date(let point): point.isYearSigned
    case .range(let span): span.start.isYearSigned || span.end.isYearSigned
    }
  }
}
