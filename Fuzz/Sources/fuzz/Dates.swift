import Entente

extension Subject {
  /// A date is the text that it was read from, and what it answers does not contradict itself.
  static let dates = Subject(name: "edtf") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    guard let date = try? EDTF(text) else { return }
    if "\(date)" != text { broken("a date is written as it was read") }
    if (try? EDTF("\(date)")) != date { broken("a date reads back equal") }
    _ = date.words
    for holding in [Holding.atItsDate, .throughout, .permanent] {
      for years in [
        YearRange(1956), YearRange(-44), YearRange(from: 1945), YearRange(to: 0), YearRange(to: Int64.max),
      ] {
        _ = date.answer(years, holds: holding)
      }
    }
  }
}
