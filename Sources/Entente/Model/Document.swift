/// A source: what the graph's relations cite.
public struct Document: Sendable, Hashable, Identifiable {
  /// Its id, which citations name; documents have a space of ids of their own.
  public let id: String
  /// Its title.
  public let title: String?
  /// Who wrote it; of several, with semicolons between: `Smith, A.; Jones, B.`
  public let author: String?
  /// Who published it.
  public let publisher: String?
  /// When it is from.
  public let date: EDTF?
  /// Which pages of something larger it is: `12-34`.
  public let pages: String?
  /// Where its text is, relative to the graph file, when there is one.
  public let text: String?
  /// Where readers find it.
  public let url: String?
  /// The number of a book, ISBN.
  public let isbn: String?
  /// The name of an article, DOI: `10.1000/182`.
  public let doi: String?

  /// A document; all but the id may be unknown, and an empty text is nothing that is known, but for an empty address, which
  /// a check finds.
  public init(
    _ id: String, title: String? = nil, author: String? = nil, publisher: String? = nil, date: EDTF? = nil,
    pages: String? = nil, text: String? = nil, url: String? = nil, isbn: String? = nil, doi: String? = nil
  ) {
    self.id = id
    self.title = Self.known(title)
    self.author = Self.known(author)
    self.publisher = Self.known(publisher)
    self.date = date
    self.pages = Self.known(pages)
    self.text = Self.known(text)
    self.url = url
    self.isbn = Self.known(isbn)
    self.doi = Self.known(doi)
  }

  private static func known(_ text: String?) -> String? { text == "" ? nil : text }
}

extension Document {
  /// The document as readers know it, by publisher and title; its id where neither is known.
  package var readersName: String {
    let known = [publisher, title.map { "“\($0)”" }].compactMap { $0 }
    return known.isEmpty ? id : known.joined(separator: ", ")
  }
}
