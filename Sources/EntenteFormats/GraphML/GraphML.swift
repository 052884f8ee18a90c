public import Entente

/// GraphML 1.0, in the dialect that the common tools of network analysis all read.
///
/// ```xml
/// <edge id="japan-claims-…" source="japan" target="southern-kurils"><data key="e_edge_id">japan-claims-…</data>…</edge>
/// ```
///
/// Every node and edge has four whole numbers, the years between which it may and certainly does hold, so that any tool can
/// tell what held in a year: `possible_from <= 1956 <= possible_to` is what may have, `certain_from <= 1956 <= certain_to`
/// what certainly did.
public struct GraphML: StreamingExporter {
  /// What GraphML carries.
  public let format = Format(
    "GraphML", endings: ["graphml"], summary: "for NetworkX, igraph, Gephi, Cytoscape and other network tools",
    dialects: [Format.Dialect("yed", "labels, shapes, colours and places for yEd, which other tools may refuse")],
    carries: .everything(
      asText: [
        .aliases, .sameAs, .entityCitations, .citations, .quoteContexts, .documents, .title, .ownKinds,
        .ownRelationTypes,
      ]))

  /// The exporter.
  public init() {}

  /// yEd begins with the places that it is given; the other tools lay out for themselves.
  public func keepsPlaces(_ options: ExportOptions) -> Bool { options.dialect == "yed" }

  /// What GraphML cannot carry, what is trimmed, what gets another name or type, and what another direction.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    featureLosses(of: selection) + GraphMLKeys(of: selection, options).changes(in: format)
      + selection.directionChanges(in: format, options) + trimmedTexts(of: selection)
  }

  /// Writes the selection.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try selection.checkXML(for: format, options)
    try GraphMLDocument(selection, options).write(to: &writer)
  }

  private func trimmedTexts(of selection: Selection) -> [Loss] {
    var (trimmed, empty) = (0, 0)
    func look(at text: Span<UInt8>) {
      if text.isEmpty { empty += 1 } else if text.hasSpaceAtAnEnd { trimmed += 1 }
    }
    func look(atTextsOf row: borrowing some GraphRow & ~Copyable) {
      if let note = row.note { look(at: note) }
      for index in 0..<row.attributeCount {
        if case .text(let text) = row.attribute(index).value { look(at: text) }
      }
    }
    selection.forEachEntity { entity in
      look(at: entity.name)
      for index in 0..<entity.aliasCount { look(at: entity.alias(index)) }
      look(atTextsOf: entity)
    }
    selection.forEachRelation { look(atTextsOf: $0) }
    func note(_ count: Int, _ one: String, _ many: String) -> [Loss] {
      count == 0 ? [] : [Loss(format, count == 1 ? "1 \(one)" : "\(count) \(many)", severity: .note)]
    }
    return note(trimmed, "text without the white space at the ends", "texts without the white space at the ends")
      + note(empty, "empty text is left out", "empty texts are left out")
  }
}

extension Exporter where Self == GraphML {
  /// GraphML 1.0, for NetworkX, igraph, Gephi, Cytoscape and other network tools.
  public static var graphml: GraphML { GraphML() }
}

extension Span<UInt8> {
  fileprivate var hasSpaceAtAnEnd: Bool { XML.isSpace(self[0]) || XML.isSpace(self[count - 1]) }
}
