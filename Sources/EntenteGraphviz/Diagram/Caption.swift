import Entente

/// What stands below a picture: what was selected, from which documents, and who made it.
struct Caption {
  let lines: [String]

  init(_ selection: Selection, credit: String?) {
    var lines: [String] = []
    if !selection.filter.isEmpty { lines.append("Shown: " + Self.selected(selection)) }
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

  /// The selection in words: `what held in 1956 · states and islands · within 2 relations of Japan`.
  private static func selected(_ selection: Selection) -> String {
    let (filter, graph) = (selection.filter, selection.graph)
    var parts: [String] = []
    if let years = filter.years { parts.append(Self.years(years, certainOnly: filter.certainOnly)) }
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

  private static func years(_ years: YearRange, certainOnly: Bool) -> String {
    let verb = certainOnly ? "what certainly held" : "what held, or may have held,"
    switch (years.first, years.last) {
    case (let first?, let last?) where first == last: return "\(verb) in \(first)"
    case (let first?, let last?): return "\(verb) between \(first) and \(last)"
    case (let first?, nil): return "\(verb) in \(first) or later"
    case (nil, let last?): return "\(verb) in \(last) or earlier"
    case (nil, nil): return verb
    }
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }
}
