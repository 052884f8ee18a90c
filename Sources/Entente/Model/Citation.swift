/// Where a document says it: the W3C Web Annotation TextQuoteSelector (exact, prefix, suffix), within a paragraph.
public struct Citation: Sendable, Hashable {
  /// The document's id.
  public let document: String
  /// The paragraph, counted from 1; `nil` when the document as a whole is cited.
  public let paragraph: Int?
  /// The page, or the pages, counted from 1; `nil` when none is named.
  public let pages: ClosedRange<Int>?
  /// The words of the document, verbatim: the selector's `exact`.
  public let quote: String?
  /// What stands right before the quote, to tell it from the same words elsewhere in the paragraph.
  public let prefix: String?
  /// What stands right after the quote.
  public let suffix: String?

  /// A citation; without a quote it names a paragraph or pages, without those the document.
  public init(
    document: String, paragraph: Int? = nil, pages: ClosedRange<Int>? = nil, quote: String? = nil,
    prefix: String? = nil, suffix: String? = nil
  ) {
    self.document = document
    self.paragraph = paragraph
    self.pages = pages
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
  }
}

extension Citation: CustomStringConvertible {
  /// The citation as a graph file writes it: `tass#5 "laid claims"`, `book p. 12`.
  public var description: String {
    document + (paragraph.map { "#\($0)" } ?? "") + (pages.map { " \(Self.words(pages: $0))" } ?? "")
      + (quote.map { " \"\($0)\"" } ?? "")
  }

  /// `p. 12`, `pp. 12-14`.
  package static func words(pages: ClosedRange<Int>) -> String {
    pages.count == 1 ? "p. \(pages.lowerBound)" : "pp. \(numbers(pages: pages))"
  }

  /// `12`, `12-14`: as formats have it that name the member.
  package static func numbers(pages: ClosedRange<Int>) -> String {
    pages.count == 1 ? "\(pages.lowerBound)" : "\(pages.lowerBound)-\(pages.upperBound)"
  }

  /// The pages of such a text, from 1 to what four bytes hold; `nil` when it is none.
  package static func pages(_ text: some StringProtocol) -> ClosedRange<Int>? {
    let ends = text.split(omittingEmptySubsequences: false) { "-–—".contains($0) }.map { part -> Int? in
      let digits = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      guard !digits.isEmpty, digits.count <= 10, digits.allSatisfy({ "0"..."9" ~= $0 }) else { return nil }
      return Int(String(digits)).flatMap { $0 > 0 && $0 <= Int(UInt32.max) ? $0 : nil }
    }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else { return nil }
    return first...last
  }
}
