/// Where a document says it: the W3C Web Annotation TextQuoteSelector (exact, prefix, suffix), within a paragraph.
public struct Citation: Sendable, Hashable {
  /// The document's id.
  public let document: String
  /// The paragraph, counted from 1; `nil` when the document as a whole is cited.
  public let paragraph: Int?
  /// The words of the document, verbatim: the selector's `exact`.
  public let quote: String?
  /// What stands right before the quote, to tell it from the same words elsewhere in the paragraph.
  public let prefix: String?
  /// What stands right after the quote.
  public let suffix: String?

  /// A citation; without a quote it names a paragraph, without a paragraph the document.
  public init(
    document: String, paragraph: Int? = nil, quote: String? = nil, prefix: String? = nil, suffix: String? = nil
  ) {
    self.document = document
    self.paragraph = paragraph
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
  }
}

extension Citation: CustomStringConvertible {
  /// The citation as a graph file writes it: `tass#5 "laid claims"`.
  public var description: String {
    document + (paragraph.map { "#\($0)" } ?? "") + (quote.map { " \"\($0)\"" } ?? "")
  }
}
