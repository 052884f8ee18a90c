import Entente

/// What stands below a picture: what was selected, from which documents, and who made it.
struct Caption {
  let lines: [String]

  init(_ selection: Selection, credit: String?) {
    var lines: [String] = []
    let selected = Self.selected(selection)
    if !selected.isEmpty { lines.append("Shown: " + selected) }
    let cited = Set(selection.relations.flatMap(\.citations).map(\.document))
    let documents = selection.graph.documents.filter { cited.contains($0.id) }
    if !documents.isEmpty {
      lines.append("Source\(documents.count == 1 ? "" : "s"): " + documents.map(Self.source).joined(separator: "; "))
    }
    if let credit { lines.append(credit) }
    self.lines = lines
  }

  private static func source(_ document: Document) -> String {
    document.readersName + (document.date.map { " (\($0.words))" } ?? "")
  }

  /// The selection in words, but for its years: `between states and islands · within 2 relations of Japan`.
  private static func selected(_ selection: Selection) -> String {
    let (filter, graph) = (selection.filter, selection.graph)
    var parts: [String] = []
    if !filter.kinds.isEmpty {
      parts.append("between " + list(filter.kinds.map { graph.schema.kind($0)?.plural ?? $0 }))
    }
    if !filter.types.isEmpty {
      parts.append("only " + list(filter.types.map { graph.schema.relationType($0)?.label ?? $0 }))
    }
    if !filter.statuses.isEmpty { parts.append("only " + list(filter.statuses.map(\.name))) }
    if !filter.documents.isEmpty {
      parts.append("from " + list(filter.documents.map { graph.document($0)?.readersName ?? $0 }))
    }
    if !filter.around.isEmpty {
      let hops = filter.hops == 1 ? "one relation" : "\(filter.hops) relations"
      parts.append("within \(hops) of " + list(filter.around.map { graph.entity($0)?.name ?? $0 }))
    }
    return parts.joined(separator: " · ")
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }
}
