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
    featureLosses(of: selection) + split(aliases: options.rows?.splitAliases ?? 0, at: "|")
      + GraphMLKeys(of: selection, options).changes(in: format)
      + selection.directionChanges(in: format, options) + trims(of: selection, options).losses(in: format)
  }

  private func trims(of selection: Selection, _ options: ExportOptions) -> TrimmedTexts {
    if let rows = options.rows { return rows.trims }
    var trims = TrimmedTexts()
    trims.look(at: selection)
    return trims
  }

  /// Writes the selection.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try selection.checkXML(for: format, options)
    try GraphMLDocument(selection, options).write(to: &writer)
  }
}

extension GraphML: PieceExporter {
  var omitsNothing: Bool { true }

  func takesPieces(_ options: ExportOptions) -> Bool { options.dialect == nil }

  func write(_ pieces: some SelectionPieces, options: ExportOptions, to writer: inout ByteWriter) throws {
    let head = try GraphMLDocument(pieces.head, options)
    try head.writeHead(to: &writer)
    try pieces.forEachEntities { try GraphMLDocument($0, options).writeNodes(to: &writer) }
    try pieces.forEachRelations { try GraphMLDocument($0, options).writeEdges(to: &writer) }
    try head.writeEnd(to: &writer)
  }
}

extension Exporter where Self == GraphML {
  /// GraphML 1.0, for NetworkX, igraph, Gephi, Cytoscape and other network tools.
  public static var graphml: GraphML { GraphML() }
}
