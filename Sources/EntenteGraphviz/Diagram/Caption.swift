import Entente

/// What stands below a picture: what was selected, from which documents, and who made it.
struct Caption {
  let lines: [String]

  init(_ selection: Selection, _ references: References, credit: String?) {
    var lines: [String] = []
    let selected = selection.words.joined(separator: " · ")
    if !selected.isEmpty { lines.append("Shown: " + selected) }
    lines += references.notes
    let documents = References.cited(selection)
    if !references.sources.isEmpty {
      lines += references.sources
    } else if !documents.isEmpty {
      lines.append("Source\(documents.count == 1 ? "" : "s"): " + documents.map(Self.source).joined(separator: "; "))
    }
    if let credit { lines.append(credit) }
    self.lines = lines
  }

  private static func source(_ document: Document) -> String {
    document.readersName + (document.date.map { " (\($0.words))" } ?? "")
  }
}
