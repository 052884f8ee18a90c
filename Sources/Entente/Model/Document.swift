/// A source: what the graph's relations cite.
public struct Document: Sendable, Hashable, Identifiable {
  /// Its id, which citations name; documents have a space of ids of their own.
  public let id: String
  /// Its title.
  public let title: String?
  /// Who published it.
  public let publisher: String?
  /// When it is from.
  public let date: EDTF?
  /// Where its text is, relative to the graph file, when there is one.
  public let text: String?
  /// Where readers find it.
  public let url: String?

  /// A document; all but the id may be unknown.
  public init(
    _ id: String, title: String? = nil, publisher: String? = nil, date: EDTF? = nil, text: String? = nil,
    url: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.text = text
    self.url = url
  }
}

extension Document {
  /// The document as readers know it, by publisher and title; its id where neither is known.
  package var readersName: String {
    let known = [publisher, title.map { "“\($0)”" }].compactMap { $0 }
    return known.isEmpty ? id : known.joined(separator: ", ")
  }
}
