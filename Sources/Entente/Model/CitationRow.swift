/// A citation of the entity or relation that a cursor stands on: where a document says it.
public struct CitationRow: ~Escapable {
  /// The row of the document among the graph's documents.
  public let documentRow: Int
  /// The paragraph, counted from 1; `nil` when the document as a whole is cited.
  public let paragraph: Int?
  /// The page, or the pages, counted from 1; `nil` when none is named.
  public let pages: ClosedRange<Int>?
  /// The words of the document, verbatim.
  public let quote: Span<UInt8>?
  /// What stands right before the quote, to tell it from the same words elsewhere.
  public let prefix: Span<UInt8>?
  /// What stands right after the quote.
  public let suffix: Span<UInt8>?
  /// The day on which it was verified, as a seal says: `2026-11-27`.
  public let verified: Span<UInt8>?

  @inlinable
  @_lifetime(borrow arena)
  init(_ citations: borrowing CitationColumns, _ arena: borrowing StringTable.Arena, _ row: Int) {
    documentRow = Int(citations.document[row])
    let paragraph = citations.paragraph[row]
    self.paragraph = paragraph == 0 ? nil : Int(paragraph)
    pages = citations.pages(row)
    quote = arena.text(citations.quote[row])
    prefix = arena.text(citations.prefix[row])
    suffix = arena.text(citations.suffix[row])
    verified = arena.text(citations.verified[row])
  }
}
