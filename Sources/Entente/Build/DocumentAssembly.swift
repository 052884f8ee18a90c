extension GraphAssembly {
  /// The documents: mentions of one id are one row.
  mutating func assembleDocuments() {
    for declaration in draft.documents {
      let id = draft.strings.intern(declaration.value.id)
      guard let row = documentRows[id] else {
        check(id: declaration.value.id, of: "a document", at: declaration.place)
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
      first.value.id, title: one("title", \.title), publisher: one("publisher", \.publisher), date: one("date", \.date),
      text: one("text", \.text), url: one("url", \.url))
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
    var known: [String]?
    for row in draft.citations.indices {
      let entry = draft.citations[row]
      if documentRows[entry.document] == nil {
        let ids = known ?? documents.map(\.value.id)
        known = ids
        reportUnknown(.document, entry.document, at: entry.place, among: ids)
      }
      if entry.paragraph < 0 { report(NoParagraphNumber(), at: entry.place) }
    }
  }

  /// Copies the citations of one owner, without those that repeat another and those of unknown documents.
  mutating func keep(citations rows: Range<Int>) {
    let start = citations.count
    for row in rows {
      let entry = draft.citations[row]
      guard let document = documentRows[entry.document] else { continue }
      let paragraph = UInt32(clamping: entry.paragraph)
      let isKnown = (start..<citations.count).contains {
        citations.document[$0] == UInt32(document) && citations.paragraph[$0] == paragraph
          && citations.quote[$0] == entry.quote && citations.prefix[$0] == entry.prefix
          && citations.suffix[$0] == entry.suffix
      }
      if isKnown { continue }
      citations.document.append(UInt32(document))
      citations.paragraph.append(paragraph)
      citations.quote.append(entry.quote)
      citations.prefix.append(entry.prefix)
      citations.suffix.append(entry.suffix)
      citations.place.append(entry.place)
    }
  }
}
