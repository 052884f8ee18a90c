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

  /// yEd begins with the places that it is given; the other tools lay out for themselves.
  public func keepsPlaces(_ options: ExportOptions) -> Bool { options.dialect == "yed" }

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
    let columns = selection.graph.columns
    let (entities, relations, spaced) = (columns.entities, columns.relations, columns.strings.spacedAtAnEnd)
    if spaced.count == 0 { return [] }
    func count(_ texts: some Sequence<StringID>, _ attributes: Range<Int>) -> Int {
      let values = attributes.count { row in
        if case .text(let text) = columns.attributes.value[row] { spaced.contains(Int(text.value)) } else { false }
      }
      return values + texts.count { spaced.contains(Int($0.value)) }
    }
    var trimmed = 0
    selection.entityRows.forEach { row in
      let texts = [entities.name[row], entities.note[row]] + entities.aliases[row]
      trimmed += count(texts, entities.attributes[row])
    }
    selection.relationRows.forEach { trimmed += count([relations.note[$0]], relations.attributes[$0]) }
    let texts = trimmed == 1 ? "1 text" : "\(trimmed) texts"
    return trimmed == 0 ? [] : [Loss(format, "\(texts) without the white space at the ends", severity: .note)]
  }
}

extension Exporter where Self == GraphML {
  /// GraphML 1.0, for NetworkX, igraph, Gephi, Cytoscape and other network tools.
  public static var graphml: GraphML { GraphML() }
}

extension StringTable {
  /// The strings that begin or end with white space.
  fileprivate var spacedAtAnEnd: BitSet {
    var spaced = BitSet(capacity: count)
    withArena { arena in
      for row in 1..<max(1, count) {
        let bytes = arena[StringID(row: row)]
        if XML.isSpace(bytes[0]) || XML.isSpace(bytes[bytes.count - 1]) { spaced.insert(row) }
      }
    }
    return spaced
  }
}
