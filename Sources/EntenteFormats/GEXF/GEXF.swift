public import Entente

/// GEXF 1.3, for Gephi: a graph that changes in time, with colours, shapes and places.
///
/// ```xml
/// <edge id="…" source="japan" target="kurils" label="claims" kind="claims" start="1945.0"><attvalues>…
/// ```
///
/// `start` and `end` are years: those in which the relation may hold, open where nothing bounds it. From when to when it
/// certainly does is in the attributes. Gephi merges edges that have the same ends and the same `kind`: each has its own.
public struct GEXF: StreamingExporter {
  /// What GEXF carries.
  public let format = Format(
    "GEXF", endings: ["gexf"], summary: "for Gephi, with a timeline, colours and places",
    carries: .everything(
      asText: [
        .aliases, .sameAs, .citations, .entityCitations, .quoteContexts, .documents, .title, .ownKinds,
        .ownRelationTypes,
      ]))

  /// The exporter.
  public init() {}

  /// Gephi begins with the places that it is given.
  public func keepsPlaces(_ options: ExportOptions) -> Bool { true }

  /// What gets another name, type or direction.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    featureLosses(of: selection) + GEXFKeys(of: selection, options).changes(in: format)
      + selection.directionChanges(in: format, options)
  }

  /// Writes the selection, with places where a layout gives them.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try selection.checkXML(for: format, options)
    try GEXFDocument(selection, options).write(to: &writer)
  }
}

extension Exporter where Self == GEXF {
  /// GEXF 1.3, for Gephi.
  public static var gexf: GEXF { GEXF() }
}
