import Entente

/// The short form of a citation: `tass`, `tass#5`, `tass#5 "laid claims"`, `book p. 12`, `book pp. 12-14 "laid claims"`.
struct CitationSyntax {
  let document: ArraySlice<UInt8>
  let paragraph: Int?
  let pages: ClosedRange<Int>?
  let quote: ArraySlice<UInt8>?

  /// What keeps a text from being a citation.
  enum Problem: Error {
    case noDocument, paragraphIsNoNumber, quoteWithoutQuotes, quoteNotClosed, quoteEmpty, contextWithoutQuote
    /// YAML took the paragraph for a comment.
    case comment
    /// A page stands in the paragraph's place.
    case page
  }

  /// The form, for messages.
  static let example = "tass#5 \"laid claims\""

  init(_ text: ArraySlice<UInt8>) throws(Problem) {
    var rest = text
    document = rest.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\"") }
    guard !document.isEmpty, !Self.isPageSign(document) else { throw .noDocument }
    rest = rest.dropFirst(document.count)
    if rest.first == UInt8(ascii: "#") {
      let digits = rest.dropFirst().prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\"") }
      guard let number = Self.paragraph(digits) else { throw .paragraphIsNoNumber }
      paragraph = number
      rest = rest.dropFirst(1 + digits.count)
    } else {
      paragraph = nil
    }
    rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    if paragraph == nil, let (pages, length) = Self.pages(at: rest) {
      self.pages = pages
      rest = rest.dropFirst(length).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    } else {
      pages = nil
    }
    guard let opening = rest.first else {
      quote = nil
      return
    }
    guard opening == UInt8(ascii: "\"") else { throw Self.beginsWithPage(rest) ? .page : .quoteWithoutQuotes }
    guard rest.count > 1, rest.last == opening else { throw .quoteNotClosed }
    let quote = rest.dropFirst().dropLast()
    guard quote.contains(where: { $0 > UInt8(ascii: " ") }) else { throw .quoteEmpty }
    self.quote = quote
  }

  /// A paragraph's number, from 1 to what four bytes hold.
  static func paragraph(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 10, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return number > 0 && number <= Int(UInt32.max) ? number : nil
  }

  // MARK: - Writing

  /// A citation as a graph file has it: in the short form, if that can hold it.
  static func written(_ citation: Citation) -> String {
    let quote = citation.quote ?? "x"
    let isShort =
      citation.prefix == nil && citation.suffix == nil && (citation.paragraph == nil || citation.pages == nil)
      && YAMLText.isBareID(citation.document)
      && quote.utf8.contains { $0 > UInt8(ascii: " ") }
    if isShort { return YAMLText.withQuotes(citation.description) }
    let words = [("quote", citation.quote), ("prefix", citation.prefix), ("suffix", citation.suffix)]
    let keys =
      ["document: \(YAMLText.id(citation.document))"] + (citation.paragraph.map { ["paragraph: \($0)"] } ?? [])
      + (citation.pages.map { ["page: \(Citation.numbers(pages: $0))"] } ?? [])
      + words.compactMap { key, text in text.map { "\(key): \(YAMLText.written($0))" } }
    return "{\(keys.joined(separator: ", "))}"
  }

  // MARK: - Pages

  /// Whether a word says "page": `p.`, `pp`, `page`, `S.`.
  private static func isPageSign(_ word: some Collection<UInt8>) -> Bool {
    ["p", "p.", "pp", "pp.", "pg", "pg.", "page", "pages", "s.", "seite"]
      .contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// The pages at the beginning of a text, `p. 12` or `pp.12-14`, and how many bytes they have.
  private static func pages(at text: ArraySlice<UInt8>) -> (ClosedRange<Int>, length: Int)? {
    let part = text.prefix { $0 != UInt8(ascii: "\"") }
    let sign = part.prefix { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: " ") }
    guard isPageSign(sign) else { return nil }
    return Citation.pages(String(decoding: part.dropFirst(sign.count), as: UTF8.self)).map { ($0, part.count) }
  }

  private static func beginsWithPage(_ text: ArraySlice<UInt8>) -> Bool {
    let sign = text.prefix { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: " ") }
    let rest = text.dropFirst(sign.count).drop { $0 == UInt8(ascii: " ") }
    return isPageSign(sign) && rest.first.map { (0x30...0x39).contains($0) } ?? false
  }

  // MARK: - What was meant

  /// The citation with the number that stands in the place of a paragraph's in another form: `#p2`, `#two`, `#12-14`.
  static func numbered(_ text: String) -> String? {
    let end = text.firstIndex { $0 == "#" || $0 == " " || $0 == "\"" } ?? text.endIndex
    let quote = text[end...].firstIndex(of: "\"")
    let middle = text[end..<(quote ?? text.endIndex)].lowercased()
    let words = middle.split { !$0.isLetter }.map(String.init)
    let digits = middle.drop { !$0.isNumber }.prefix { $0.isNumber }
    let number = paragraph(Array(digits.utf8)[...]) ?? words.lazy.compactMap { numbers.firstIndex(of: $0) }.first
    guard let number, end > text.startIndex, number > 0 else { return nil }
    let place = words.contains { isPageSign($0.utf8) } ? " p. \(number)" : "#\(number)"
    return text[..<end] + place + (quote.map { " \(text[$0...])" } ?? "")
  }

  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// The citation at the beginning of `text`, up to the second double quote, as YAML takes it whole; `nil` if it has
  /// no two.
  static func quoted(in text: some Collection<UnicodeScalar>) -> String? {
    guard let opening = text.firstIndex(of: "\"") else { return nil }
    let inner = text[text.index(after: opening)...]
    guard let closing = inner.firstIndex(of: "\"") else { return nil }
    return inSingleQuotes(String(String.UnicodeScalarView(text[...closing])))
  }

  /// The citation in a line of broken YAML, as YAML takes it whole.
  static func brokenCitation(in line: String) -> String? {
    guard let sign = line.firstIndex(of: "#"), let opening = line[sign...].firstIndex(of: "\""),
      paragraph(Array(line[line.index(after: sign)..<opening].utf8.filter { $0 != UInt8(ascii: " ") })[...]) != nil
    else { return nil }
    let words = line[..<sign].split(whereSeparator: { " [{,".contains($0) })
    let document = (words.last ?? "").filter { $0 != "\"" && $0 != "'" }
    // The quote ends with the mark that something may follow; one between words belongs to it.
    let inner = line[line.index(after: opening)...]
    let closing = inner.indices.first { index in
      inner[index] == "\"" && inner[inner.index(after: index)...].first.map { "\" ,}]".contains($0) } ?? true
    }
    guard !document.isEmpty, let closing else { return nil }
    return inSingleQuotes(document + line[sign...closing])
  }

  /// The part of a line that YAML takes for a comment and that begins as a paragraph does: `#5 "laid claims"`.
  static func comment(in line: String) -> String? {
    let parts = line.indices.filter { line[$0] == "#" && $0 > line.startIndex && line[line.index(before: $0)] == " " }
    guard let start = parts.first, line[line.index(after: start)...].first?.isNumber == true else { return nil }
    return String(line[start...])
  }

  /// What somebody most likely meant who wrote a quote without quotes, or with others.
  static func remedy(for text: String) -> String? {
    guard let space = text.firstIndex(of: " ") else { return nil }
    let quote = text[space...].filter { $0 != "\"" }.drop { $0 == " " }
    let words = String(quote).trimmingQuotes
    return words.isEmpty ? nil : text[..<space] + " \"\(words)\""
  }

  /// A text in YAML's single quotes.
  private static func inSingleQuotes(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

extension String {
  /// The text without quotation marks around it, of whatever kind.
  fileprivate var trimmingQuotes: String {
    let quotes: Set<Character> = ["'", "‘", "’", "“", "”", "„", "«", "»", "「", "」"]
    var text = self[...]
    while let first = text.first, quotes.contains(first) { text = text.dropFirst() }
    while let last = text.last, quotes.contains(last) { text = text.dropLast() }
    return String(text)
  }
}

/// A text that is no citation.
struct NotACitation: Finding {
  let text: String
  let problem: CitationSyntax.Problem
  /// What was meant, as it should be written; `nil` where that is not known, or too long to be read.
  let remedy: String?

  init(text: String, problem: CitationSyntax.Problem, remedy: String?) {
    self.text = text
    self.problem = problem
    self.remedy = remedy.flatMap { $0.utf8.count <= 400 ? $0 : nil }
  }

  var message: String {
    switch problem {
    case .noDocument: "a citation begins with a document's id"
    case .paragraphIsNoNumber: "'\(Wording.short(text))' is no citation: a paragraph is a number from 1"
    case .quoteWithoutQuotes: "'\(Wording.short(text))' is no citation: the quote needs double quotes around it"
    case .quoteNotClosed: "'\(Wording.short(text))' is a citation cut short: YAML ends it at a comma, a colon or a ' #'"
    case .quoteEmpty: "'\(Wording.short(text))' has an empty quote"
    case .contextWithoutQuote: "prefix and suffix stand around a quote, and this citation has none"
    case .comment: "YAML takes what follows '\(Wording.short(text))' for a comment"
    case .page: "'\(Wording.short(text))' is no citation: a page is a number from 1"
    }
  }

  var advice: [String] {
    switch problem {
    case .quoteNotClosed: ["in quotes it stays whole: \(remedy ?? "'\(CitationSyntax.example)'")"]
    case .contextWithoutQuote: []
    case .comment: ["no space stands before the paragraph's sign: \(remedy ?? CitationSyntax.example)"]
    case .paragraphIsNoNumber where remedy == nil: ["for example: \(CitationSyntax.example)"]
    case .quoteWithoutQuotes, .paragraphIsNoNumber: ["write: \(remedy ?? CitationSyntax.example)"]
    case .page: ["for example: book p. 12 \"laid claims\", or book pp. 12-14"]
    default: ["for example: \(CitationSyntax.example)"]
    }
  }
}
