import Entente

extension EDTF {
  /// The date in words, as far as a picture is to say it.
  func words(_ dates: DiagramOptions.Dates) -> String {
    switch dates {
    case .full: words
    case .years: (try? EDTF(yearsOfText))?.words ?? words
    case .none: ""
    }
  }

  /// The text without months, days and seasons: `1956/1960` of `1956-10-19/1960-01`; signs on a year stay.
  private var yearsOfText: String {
    text.split(separator: "/", omittingEmptySubsequences: false).map { part -> String in
      guard let dash = part.dropFirst().firstIndex(of: "-") else { return String(part) }
      let year = part[..<dash]
      let sign = part.last.map { "~?%".contains($0) } ?? false
      return String(year) + (sign ? String(part.suffix(1)) : "")
    }.joined(separator: "/")
  }
}
