/// A mention of an entity of one kind in Swift code: `let japan = State("japan", "Japan")`.
///
/// Every kind is a type of its own, so that the compiler knows what may stand at a relation's ends. An own kind is one line:
///
/// ```swift
/// struct Memorandum: EntityReference { static let kind = Kind("memorandum", plural: "memoranda"); let declaration: EntityDeclaration }
/// ```
public protocol EntityReference: Sendable {
  /// The kind of all entities that the type mentions.
  static var kind: Kind { get }
  /// What is said about the entity itself.
  var declaration: EntityDeclaration { get }
  /// A mention of what is declared.
  init(declaration: EntityDeclaration)
}

extension EntityReference {
  /// Mentions an entity. It is in the graph when a relation has it, or when it stands on a line of its own.
  ///
  /// - Parameters:
  ///   - id: its id, kebab-case, unique among the graph's entities and relations.
  ///   - name: what it is called; the id when left out.
  ///   - aliases: what else it is called.
  ///   - sameAs: what it is in registries: CURIEs such as `wikidata:Q17`, or IRIs.
  ///   - when: its existence in EDTF; a single date is its beginning, except for kinds that happen.
  ///   - note: what a reader should know about it.
  ///   - cite: where documents say that it is, or is called, so.
  ///   - attributes: what Entente has no word for.
  ///   - file: the Swift file, for messages; the compiler fills it in.
  ///   - line: the line in it, likewise.
  ///   - column: the column in the line, likewise.
  public init(
    _ id: String, _ name: String? = nil, aliases: [String] = [], sameAs: [String] = [], when: String? = nil,
    note: String? = nil,
    cite: CitationDeclaration..., attributes: [String: AttributeValue] = [:], file: String = #fileID,
    line: Int = #line, column: Int = #column
  ) {
    self.init(
      declaration: EntityDeclaration(
        kind: Self.kind, id: id, name: name, aliases: aliases, sameAs: sameAs, when: when, note: note, citations: cite,
        attributes: attributes, place: SourcePlace(file: file, line: line, column: column)))
  }
}

/// What is said about an entity itself, with the place in the Swift source where it is.
public struct EntityDeclaration: Sendable, Hashable {
  let kind: Kind
  let id: String
  let name: String?
  let aliases: [String]
  let sameAs: [String]
  let when: String?
  let note: String?
  let citations: [CitationDeclaration]
  let attributes: [String: AttributeValue]
  let place: SourcePlace
}

/// A citation in Swift code, with its document, so that whoever cites a document has it in the graph.
public struct CitationDeclaration: Sendable, Hashable {
  let document: Document
  let citation: Citation
  /// `nil` where the citing relation's own place is near enough.
  let place: SourcePlace?
}

extension Document {
  /// A citation of a paragraph, with a short quote that is found in it: `tass[5, "laid claims"]`.
  ///
  /// - Parameters:
  ///   - paragraph: the block of text between blank lines, counted from 1, headline included.
  ///   - quote: words of that paragraph, verbatim but for white space and typographic quotes; `nil` cites all of it.
  ///   - prefix: what stands right before the quote, to tell it from the same words elsewhere in the paragraph.
  ///   - suffix: what stands right after it.
  ///   - file: the Swift file, for messages; the compiler fills it in.
  ///   - line: the line in it, likewise.
  ///   - column: the column in the line, likewise.
  public subscript(
    paragraph: Int, quote: String? = nil, prefix prefix: String? = nil, suffix suffix: String? = nil,
    file file: String = #fileID, line line: Int = #line, column column: Int = #column
  ) -> CitationDeclaration {
    CitationDeclaration(
      document: self,
      citation: Citation(document: id, paragraph: paragraph, quote: quote, prefix: prefix, suffix: suffix),
      place: SourcePlace(file: file, line: line, column: column))
  }

  /// A citation of a page, with a short quote that is found in it: `book.page(12, "laid claims")`.
  public func page(
    _ page: Int, _ quote: String? = nil, prefix: String? = nil, suffix: String? = nil, file: String = #fileID,
    line: Int = #line, column: Int = #column
  ) -> CitationDeclaration {
    pages(page...page, quote, prefix: prefix, suffix: suffix, file: file, line: line, column: column)
  }

  /// A citation of pages: `book.pages(12...14)`.
  public func pages(
    _ pages: ClosedRange<Int>, _ quote: String? = nil, prefix: String? = nil, suffix: String? = nil,
    file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> CitationDeclaration {
    CitationDeclaration(
      document: self,
      citation: Citation(document: id, pages: pages, quote: quote, prefix: prefix, suffix: suffix),
      place: SourcePlace(file: file, line: line, column: column))
  }

  /// A citation of the document as a whole.
  public var whole: CitationDeclaration {
    CitationDeclaration(document: self, citation: Citation(document: id), place: nil)
  }
}
