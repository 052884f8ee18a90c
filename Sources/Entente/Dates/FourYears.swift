/// Four years that answer a question about the years A to B in any tool: possible when `possibleFrom` <= B and
/// `possibleTo` >= A, certain when `certainFrom` <= B and `certainTo` >= A.
///
/// `Int32.min` and `Int32.max` stand for no limit on their side. Gaps between the years (`1X5X`, sets) are not in
/// them; `DateExtent` knows those.
public struct FourYears: Sendable, Hashable {
  /// The first year it can be in.
  public let possibleFrom: Int32
  /// The year from which it is certain.
  public let certainFrom: Int32
  /// The year up to which it is certain.
  public let certainTo: Int32
  /// The last year it can be in.
  public let possibleTo: Int32

  /// What holds in every year, for certain.
  public static let always = FourYears(.min, .min, .max, .max)
  /// What may hold in any year.
  public static let anytime = FourYears(.min, .max, .min, .max)

  init(_ possibleFrom: Int32, _ certainFrom: Int32, _ certainTo: Int32, _ possibleTo: Int32) {
    self.possibleFrom = possibleFrom
    self.certainFrom = certainFrom
    self.certainTo = certainTo
    self.possibleTo = possibleTo
  }

  /// What they answer for some years.
  public func answer(_ years: YearRange) -> Answer {
    // A year that does not fit counts as the farthest that does, which is not the same as no limit.
    let first = years.first.map(FourYears.within) ?? .min
    let last = years.last.map(FourYears.within) ?? .max
    guard possibleFrom <= last, possibleTo >= first else { return .no }
    return certainFrom <= last && certainTo >= first ? .certain : .possible
  }

  /// The bounds, with years that do not fit as near to them as can be.
  init(_ bounds: YearBounds) {
    self.init(
      Int32(clamping: bounds.startEarliest), Int32(clamping: bounds.startLatest),
      Int32(clamping: bounds.endEarliest), Int32(clamping: bounds.endLatest))
  }

  /// Whether they say all that the bounds say, for any query.
  func isExact(_ bounds: YearBounds) -> Bool {
    func fits(_ year: Int64, _ kept: Int32) -> Bool {
      year == .min || year == .max || Int64(kept) == year && FourYears.within(year) == kept
    }
    return fits(bounds.startEarliest, possibleFrom) && fits(bounds.startLatest, certainFrom)
      && fits(bounds.endEarliest, certainTo) && fits(bounds.endLatest, possibleTo)
  }

  /// The years of what happened at one time between them.
  var atSomeTimeWithin: FourYears { FourYears(possibleFrom, possibleTo, possibleFrom, possibleTo) }

  /// The same with nothing certain.
  var neverCertain: FourYears { FourYears(possibleFrom, .max, .min, possibleTo) }

  /// The years of what begins with these, its end not known.
  var asBeginning: FourYears { FourYears(possibleFrom, certainFrom, min(possibleFrom, certainTo), .max) }

  private static func within(_ year: Int64) -> Int32 {
    Int32(clamping: min(max(year, -2_147_483_646), 2_147_483_645))
  }
}
