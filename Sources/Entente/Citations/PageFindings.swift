/// A page beyond the text's last.
struct NoSuchPage: Finding {
  let citation: Citation
  /// How many the text has.
  let pages: Int
  /// Where the quote stands, if it stands anywhere.
  let elsewhere: [Int]

  var message: String {
    let cited = citation.pages.map { Citation.numbers(pages: $0) } ?? ""
    return "the text of '\(citation.document)' has \(pages) pages, not \(cited)"
  }
  var advice: [String] {
    elsewhere.isEmpty ? [] : ["the quote stands on page \(Wording.all(elsewhere.map { "\($0)" }))"]
  }
}

/// A quote that stands on another page than the citation says.
struct QuoteOnOtherPage: Finding {
  let citation: Citation
  let pages: [Int]

  var message: String {
    let cited = citation.pages.map { Citation.words(pages: $0) } ?? ""
    return "the quote is not on \(cited) of '\(citation.document)', but on p. \(Wording.all(pages.map { "\($0)" }))"
  }
  var advice: [String] { pages.count == 1 ? ["cite \(citation.document) p. \(pages[0])"] : [] }
}

/// A quote that begins on one page and ends on the next, of which the citation names one.
struct QuoteRunsOver: Finding {
  let citation: Citation
  let pages: ClosedRange<Int>

  var message: String {
    let cited = citation.pages.map { Citation.words(pages: $0) } ?? ""
    return "the quote is not on \(cited) of '\(citation.document)' alone: it runs over \(Citation.words(pages: pages))"
  }
  var advice: [String] { ["cite \(citation.document) \(Citation.words(pages: pages))"] }
}

/// A page's number below 1.
struct NoPageNumber: Finding {
  var message: String { "pages are counted from 1" }
}
