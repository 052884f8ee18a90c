/// Stands in until EDTF lands from its own branch: plain years only.
public struct EDTFError: Error, Sendable, Hashable {
  public let offset: Int
  public let message: String
}
public struct DateExtent: Sendable, Hashable {
  let year: Int64
  public init(parsing utf8: UnsafeBufferPointer<UInt8>) throws(EDTFError) {
    guard let year = Int64(String(decoding: utf8, as: UTF8.self)) else {
      throw EDTFError(offset: 0, message: "no year")
    }
    self.year = year
  }
  public func answer(_ years: YearRange, holds: Holding) -> Answer {
    holds == .permanent || (years.first ?? .min) <= year && year <= (years.last ?? .max) ? .certain : .no
  }
  public func existence(_ years: YearRange, happens: Bool) -> Answer { (years.last ?? .max) >= year ? .possible : .no }
}
public struct EDTF: Sendable, Hashable {
  public let text: String
  public let extent: DateExtent
  init(text: String, extent: DateExtent) { (self.text, self.extent) = (text, extent) }
  public var words: String { text }
}
