/// A date without its text, small enough for a column: what decides every question about years, and the day to sort by.
///
/// Four years decide nearly every question. What lies in gaps between them (`1X5X`, a set) and years that 32 bits do
/// not hold are kept beside it, on the heap. Parsing a date of level 0 or 1 puts nothing there, but for such a year.
public struct DateExtent: Sendable, Hashable {
  /// The four years for a date that holds throughout, kept within 32 bits.
  private let years: FourYears
  /// How many days of its first possible year come before its first possible day.
  private let dayOfYear: Int16
  private let form: Form
  /// The whole of it, where the years do not say all.
  private let detail: Detail?

  fileprivate enum Form: UInt8 {
    /// A single date: one time within it.
    case single
    /// An interval, read as the relation holds.
    case interval
    /// The same, with a sign on the year of an end.
    case signedInterval
    /// One of several, however the relation holds.
    case oneOf
    /// All of several, however the relation holds.
    case allOf
  }

  /// What the columns cannot hold, shared by all copies.
  private final class Detail: Sendable, Hashable {
    let date: ParsedDate

    init(_ date: ParsedDate) { self.date = date }

    static func == (left: Detail, right: Detail) -> Bool { left.date == right.date }
    func hash(into hasher: inout Hasher) { hasher.combine(date) }
  }

  /// Parses an EDTF text that need not be kept.
  ///
  /// - Throws: `EDTFError`, with the place in the text.
  public init(parsing utf8: UnsafeBufferPointer<UInt8>) throws(EDTFError) {
    self.init(try EDTFParser.parse(utf8).date)
  }

  init(_ date: ParsedDate) {
    let limits = date.limits
    let bounds = date.yearBounds(.throughout, limits)
    years = FourYears(bounds)
    dayOfYear = limits.startEarliest == .min ? 0 : CivilCalendar.dayOfYear(limits.startEarliest)
    form = Form(date)
    detail = years.isExact(bounds) && !date.hasMoreThanBounds ? nil : Detail(date)
  }

  /// Whether it held, or happened, in some of the years, by how its relation type holds.
  public func answer(_ years: YearRange, holds: Holding) -> Answer {
    if let detail { return detail.date.answer(years, holds: holds) }
    return self.years(holds: holds).answer(years)
  }

  /// Whether an entity with this `when` existed in some of the years: a single date is its beginning, its end not
  /// known, except for a kind that `happens`, which lasts as long as the date.
  public func existence(_ years: YearRange, happens: Bool) -> Answer {
    if let detail { return detail.date.existence(years, happens: happens) }
    return existenceYears(happens: happens).answer(years)
  }

  /// The four years of a relation that holds in this way.
  public func years(holds: Holding) -> FourYears {
    switch holds {
    case .permanent: .always
    case .throughout: years
    case .atItsDate:
      switch form {
      case .single, .oneOf, .allOf: years
      case .interval: years.atSomeTimeWithin
      case .signedInterval: years.neverCertain
      }
    }
  }

  /// The four years of an entity's existence.
  public func existenceYears(happens: Bool) -> FourYears {
    !happens && isOneTime ? years.asBeginning : years
  }

  /// What decides the years of a relation that holds in this way.
  package func rule(holds: Holding) -> YearRule {
    YearRule(years: years(holds: holds), exact: detail?.date.exactRule(holds))
  }

  /// What decides the years of an entity's existence.
  package func existenceRule(happens: Bool) -> YearRule {
    YearRule(years: existenceYears(happens: happens), exact: detail?.date.exactExistenceRule(happens: happens))
  }

  /// The answer for what has no date: possible in every year, certain if it is permanent.
  public static func undated(holds: Holding) -> Answer {
    holds == .permanent ? .certain : .possible
  }

  /// The four years of what has no date.
  public static func undatedYears(holds: Holding) -> FourYears {
    holds == .permanent ? .always : .anytime
  }

  /// Whether it is one date, not an interval or a set.
  public var isSingleDate: Bool { form == .single }

  /// Whether it is one time, a single date or one of several: an entity's beginning, unless its kind happens.
  var isOneTime: Bool { form == .single || form == .oneOf }

  /// The first day it can mean, from 1970-01-01, to sort the oldest first; `Int64.min` when nothing bounds it.
  public var firstDay: Int64 {
    if let detail { return detail.date.limits.startEarliest }
    return years.possibleFrom == .min ? .min : CivilCalendar.day(Int64(years.possibleFrom), 1, 1) + Int64(dayOfYear)
  }
}

extension DateExtent.Form {
  fileprivate init(_ date: ParsedDate) {
    switch date {
    case .single: self = .single
    case .interval(let span): self = span.start.isYearSigned || span.end.isYearSigned ? .signedInterval : .interval
    case .set(.oneOf, _): self = .oneOf
    case .set(.allOf, _): self = .allOf
    }
  }
}
