/// A name in typographic quotation marks: YAML takes straight ones for its own, and these for part of the name.
struct QuotesAroundName: Rule {
  let name: String
  /// The name without them.
  let inner: String

  var severity: Severity { .note }
  var message: String { "the quotation marks of \(name) are part of the name" }
  var advice: [String] { ["only straight ones stand around a text: \"\(inner)\""] }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let (columns, strings) = (graph.columns.entities, graph.columns.strings)
    let entities = (0..<columns.count).flatMap { row in
      ([columns.name[row]] + columns.aliases[row]).compactMap { name in
        // No mark begins with a byte of ASCII, as most names do.
        guard strings.withBytes(of: name, { ($0.first ?? 0) >= 0x80 }) else { return Diagnostic?.none }
        return finding(strings[name]).map { Diagnostic($0, at: graph.entities[row].place) }
      }
    }
    let documents = graph.documents.enumerated().compactMap { row, document in
      document.title.flatMap { finding($0).map { Diagnostic($0, at: graph.place(ofDocument: row)) } }
    }
    return (finding(graph.title).map { [Diagnostic($0, at: nil)] } ?? []) + documents + entities
  }

  private static let pairs: [Character: [Character]] = [
    "“": ["”"], "„": ["“", "”"], "«": ["»"], "»": ["«"], "‘": ["’"], "‚": ["‘", "’"], "‹": ["›"], "「": ["」"],
  ]

  private static func finding(_ name: String) -> QuotesAroundName? {
    guard let opening = name.first, let closings = pairs[opening], let last = name.last, closings.contains(last)
    else { return nil }
    let inner = name.dropFirst().dropLast()
    // “A” and “B” has the marks of two texts.
    return inner.contains(opening) || inner.isEmpty ? nil : QuotesAroundName(name: name, inner: String(inner))
  }
}
