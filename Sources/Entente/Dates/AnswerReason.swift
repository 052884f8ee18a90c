/// Why a date answers a question about years as it does, as facts and in words.
///
/// ```swift
/// let reason = try EDTF("1945/").reason(for: YearRange(1950), holds: .throughout)
/// reason.words   // "possible in 1950: 1945/ has no known end"
/// ```
public struct AnswerReason: Sendable, Hashable {
  /// What decides the answer; the raw value is its name in a report.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// Every reading of the date has it in the years.
    case everyReading = "every-reading"
    /// It always holds.
    case permanent
    /// It has no date.
    case undated
    /// It begins after the years.
    case beginsLater = "begins-later"
    /// It ends before the years.
    case endsEarlier = "ends-earlier"
    /// The years lie in a gap between those that the date can mean.
    case inGap = "in-gap"
    /// The year that decides carries `?`, `~` or `%`.
    case signedYear = "signed-year"
    /// Its start is not known.
    case unknownStart = "unknown-start"
    /// Its end is not known.
    case unknownEnd = "unknown-end"
    /// It happened at some time between two dates.
    case someTimeBetween = "some-time-between"
    /// It is one date of several.
    case oneOfSeveral = "one-of-several"
    /// The date reaches beyond the years.
    case reachesBeyond = "reaches-beyond"
    /// Its start may lie after the years.
    case mayBeginLater = "may-begin-later"
    /// Its end may lie before the years.
    case mayEndEarlier = "may-end-earlier"
  }

  /// The answer.
  public let answer: Answer
  /// What decides it.
  public let cause: Cause
  /// The date as written; `nil` where there is none.
  public let date: String?
  /// The years asked about.
  public let years: YearRange

  /// The reason of what has no date, or holds always.
  public static func undated(_ years: YearRange, holds: Holding) -> AnswerReason {
    AnswerReason(
      answer: DateExtent.undated(holds: holds), cause: holds == .permanent ? .permanent : .undated, date: nil,
      years: years)
  }

  /// In words: "possible in 1950: 1945/ has no known end".
  public var words: String {
    "\(answer == .no ? "not" : "\(answer)") \(years.words): \(cause.words(date ?? "it"))"
  }
}

extension AnswerReason.Cause {
  /// The cause in words; `date` is the subject.
  fileprivate func words(_ date: String) -> String {
    switch self {
    case .everyReading: "every reading of \(date) has it there"
    case .permanent: "it always holds"
    case .undated: "it has no date"
    case .beginsLater: "\(date) begins later"
    case .endsEarlier: "\(date) ends earlier"
    case .inGap: "no reading of \(date) lies there"
    case .signedYear: "the year in \(date) is not sure"
    case .unknownStart: "\(date) has no known start"
    case .unknownEnd: "\(date) has no known end"
    case .someTimeBetween: "\(date) is some time between its two ends"
    case .oneOfSeveral: "\(date) is one date of several"
    case .reachesBeyond: "\(date) reaches beyond"
    case .mayBeginLater: "\(date) may begin later"
    case .mayEndEarlier: "\(date) may end earlier"
    }
  }
}

extension YearRange {
  /// "in 1950", "from 1945 to 1960", "from 2018 on", "up to 1875".
  public var words: String {
    switch (first, last) {
    case (let first?, let last?): first == last ? "in \(first)" : "from \(first) to \(last)"
    case (let first?, nil): "from \(first) on"
    case (nil, let last?): "up to \(last)"
    case (nil, nil): "at any time"
    }
  }
}

extension EDTF {
  /// Why ``answer(_:holds:)`` is what it is.
  public func reason(for years: YearRange, holds: Holding) -> AnswerReason {
    let answer = answer(years, holds: holds)
    let cause = holds == .permanent ? .permanent : parsed.cause(of: answer, years, holds)
    return AnswerReason(answer: answer, cause: cause, date: text, years: years)
  }
}

extension ParsedDate {
  fileprivate func cause(of answer: Answer, _ years: YearRange, _ holds: Holding) -> AnswerReason.Cause {
    switch answer {
    case .certain:
      return .everyReading
    case .no:
      let bounds = yearBounds(holds)
      if bounds.startEarliest > years.last ?? .max { return .beginsLater }
      return bounds.endLatest < years.first ?? .min ? .endsEarlier : .inGap
    case .possible:
      return doubt(years, holds)
    }
  }

  /// What keeps a possible answer from being certain.
  private func doubt(_ years: YearRange, _ holds: Holding) -> AnswerReason.Cause {
    switch self {
    case .single(let point): return point.doubt
    case .interval(let span): return span.doubt(years, holds)
    case .set(let kind, let members):
      if kind == .oneOf, members.count > 1 { return .oneOfSeveral }
      // Of all members, one that is possible; the others are not in the years.
      let possible = members.first { member in
        ParsedDate.set(kind, [member]).answer(years, holds: holds) == .possible
      }
      switch possible {
      case .date(let point): return point.doubt
      case .range(let span): return span.doubt(years, kind == .oneOf ? .atItsDate : .throughout)
      case nil: return .oneOfSeveral
      }
    }
  }
}

extension DatePoint {
  fileprivate var doubt: AnswerReason.Cause {
    if isYearSigned { return .signedYear }
    return years.first == years.last ? .reachesBeyond : .oneOfSeveral
  }
}

extension ParsedDate.Span {
  fileprivate func doubt(_ years: YearRange, _ holds: Holding) -> AnswerReason.Cause {
    if holds == .atItsDate { return start.isYearSigned || end.isYearSigned ? .signedYear : .someTimeBetween }
    guard let limits = DayLimits(self) else { return .inGap }
    let bounds = YearBounds(limits)
    let beginsInTime = bounds.startLatest <= years.last ?? .max
    let endsInTime = bounds.endEarliest >= years.first ?? .min
    if !endsInTime { return end == .unknown ? .unknownEnd : .mayEndEarlier }
    if !beginsInTime { return start == .unknown ? .unknownStart : .mayBeginLater }
    return .signedYear
  }
}
