/// A run of whole years that is asked about, both ends included; an end that is `nil` is without limit.
///
/// Years are those of EDTF (ISO 8601): the year 0 exists, and -43 is 44 BC.
///
/// ```swift
/// YearRange(1956)               // 1956 alone
/// YearRange(1945, 1960)         // from 1945 to 1960
/// YearRange(from: 2018)         // 2018 and every later year
/// ```
public struct YearRange: Sendable, Hashable {
  /// The first year asked about; `nil` is the beginning of time.
  public let first: Int64?
  /// The last year asked about; `nil` is the end of time.
  public let last: Int64?

  /// One year.
  public init(_ year: Int64) {
    first = year
    last = year
  }

  /// The years from `first` to `last`; `nil` when they are the wrong way round.
  public init?(_ first: Int64, _ last: Int64) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// `year` and every later one.
  public init(from year: Int64) {
    first = year
    last = nil
  }

  /// `year` and every earlier one.
  public init(to year: Int64) {
    first = nil
    last = year
  }
}
