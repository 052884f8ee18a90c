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

  /// One year; one that 64 bits do not hold is the farthest that they do, here and below.
  public init(_ year: some BinaryInteger) {
    first = Int64(clamping: year)
    last = first
  }

  /// The years from `first` to `last`; `nil` when they are the wrong way round.
  public init?(_ first: some BinaryInteger, _ last: some BinaryInteger) {
    guard first <= last else { return nil }
    self.first = Int64(clamping: first)
    self.last = Int64(clamping: last)
  }

  /// `year` and every later one.
  public init(from year: some BinaryInteger) {
    first = Int64(clamping: year)
    last = nil
  }

  /// `year` and every earlier one.
  public init(to year: some BinaryInteger) {
    first = nil
    last = Int64(clamping: year)
  }
}
