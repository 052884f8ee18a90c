public import Entente

/// GraphML 1.0, in the dialect that the common tools of network analysis all read.
///
/// ```xml
/// <edge id="japan-claims-…" source="japan" target="southern-kurils"><data key="e_edge_id">japan-claims-…</data>…</edge>
/// ```
///
/// Every node and edge has four whole numbers, the years between which it begins and ends, so that any tool can tell what
/// held in a year: `start_earliest <= 1956 and end_latest >= 1956` is what may have, `start_latest <= 1956 and
/// end_earliest >= 1956` what certainly did.
public struct GraphML: Exporter {
  /// What GraphML carries.
  public let format = Format(
    "GraphML", endings: ["graphml"], summary: "for NetworkX, igraph, Gephi, Cytoscape and other network tools",
    dialects: [Format.Dialect("yed", "labels, shapes, colours and places for yEd, which other tools may refuse")],
    carries: .everything(
      asText: [
        .aliases, .entityCitations, .citations, .quoteContexts, .documents, .title, .ownKinds, .ownRelationTypes,
      ]))

  /// The exporter.
  public init() {}

  /// What GraphML cannot carry, what is trimmed and what gets another name or type.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    featureLosses(of: selection) + GraphMLKeys(of: selection).changes(in: format, of: selection.graph)
      + trimmedTexts(of: selection)
  }

  /// Writes the selection.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try XML.check(selection, for: format)
    let document = try GraphMLDocument(selection, options)
    try document.write(options, to: &writer)
  }

  private func trimmedTexts(of selection: Selection) -> [Loss] {
    let strings = selection.graph.columns.strings
    let hasSpaces = strings.withArena { arena in
      (1..<max(1, strings.count)).contains { row in
        let bytes = arena[StringID(row: row)]
        return XML.isSpace(bytes[0]) || XML.isSpace(bytes[bytes.count - 1])
      }
    }
    guard hasSpaces else { return [] }
    var count = 0
    selection.forEachText { use in
      guard use.isTrimmed, let first = use.text.utf8.first, let last = use.text.utf8.last else { return }
      if XML.isSpace(first) || XML.isSpace(last) { count += 1 }
    }
    let texts = count == 1 ? "1 text" : "\(count) texts"
    return count == 0 ? [] : [Loss(format, "\(texts) without the white space at the ends", severity: .note)]
  }
}

extension Exporter where Self == GraphML {
  /// GraphML 1.0, for NetworkX, igraph, Gephi, Cytoscape and other network tools.
  public static var graphml: GraphML { GraphML() }
}

extension TextUse {
  /// Whether the text is a value of its own; citations are parts of one.
  fileprivate var isTrimmed: Bool {
    property == "name" || property == "note" || property.hasPrefix("attribute '")
  }
}
