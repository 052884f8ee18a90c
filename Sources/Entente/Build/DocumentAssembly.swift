extension GraphAssembly {
  /// The documents: mentions of one id are one row.
  mutating func assembleDocuments() {
    for declaration in draft.documents {
      let id = draft.strings.intern(declaration.value.id)
      guard let row = documentRows[id] else {
        if id == .empty { report(NoID(owner: "a document"), at: declaration.place) }
        documentRows[id] = documents.count
        documents.append(declaration)
        continue
      }
      documents[row] = merge(documents[row], declaration)
    }
  }

  private mutating func merge(
    _ first: GraphDraft.Declared<Document>, _ second: GraphDraft.Declared<Document>
  ) -> GraphDraft.Declared<Document> {
    var differing: [(String, String, String)] = []
    func one<Value: Equatable>(_ property: String, _ path: KeyPath<Document, Value?>) -> Value? {
      let (left, right) = (first.value[keyPath: path], second.value[keyPath: path])
      if let left, let right, left != right { differing.append((property, "\(left)", "\(right)")) }
      return left ?? right
    }
    let merged = Document(
      first.value.id, title: one("title", \.title), author: one("author", \.author),
      publisher: one("publisher", \.publisher), date: one("date", \.date), pages: one("pages", \.pages),
      text: one("text", \.text), url: one("url", \.url), isbn: one("isbn", \.isbn), doi: one("doi", \.doi))
    for (property, left, right) in differing {
      report(
        ConflictingValues(what: "document '\(merged.id)'", property: property, first: left, second: right),
        at: second.place, related: first.place)
    }
    // A text's path is relative to the file that gives it.
    let givesText = first.value.text == nil && second.value.text != nil ? second : first
    return GraphDraft.Declared(merged, at: givesText.place)
  }

  // MARK: - Citations

  /// Reports citations of documents that there are not, whatever becomes of who has them.
  mutating func checkCitations() {
    for row in draft.citations.indices {
      let entry = draft.citations[row]
      if documentRow(of: entry) == nil {
        reportUnknown(
          .document, text(entry.document), at: entry.documentPlace, among: documents.lazy.map(\.value.id),
          declaration: Self.declaration(of: text(entry.document))
        ) { [documents, name = text(entry.document)] in
          documents.first { $0.value.url == name || $0.value.title == name }?.value.id
        }
      }
      if entry.paragraph < 0 { report(NoParagraphNumber(), at: entry.place) }
      if entry.pages.lowerBound < 0 { report(NoPageNumber(), at: entry.place) }
    }
  }

  /// The row of the document that a citation names.
  mutating func documentRow(of entry: GraphDraft.CitationEntry) -> Int? {
    if let row = recentDocuments[entry.document] { return row }
    guard let row = documentRows[entry.document] else { return nil }
    recentDocuments[entry.document] = row
    return row
  }

  /// What a graph file declares a document with.
  private static func declaration(of id: String) -> String {
    let isBare = Array(id.utf8).withUnsafeBufferPointer(KebabCase.allows)
    return "documents: {\(isBare ? id : id.quoted): {title: …}}"
  }
}
