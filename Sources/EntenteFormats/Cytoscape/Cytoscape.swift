public import Entente

/// The JSON of Cytoscape and Cytoscape.js, which NetworkX reads too.
public struct Cytoscape: Exporter {
  /// What Cytoscape's JSON carries.
  public let format = Format(
    "Cytoscape JSON", endings: ["cyjs"], summary: "for Cytoscape and Cytoscape.js",
    carries: .everything(asText: [.citations, .entityCitations, .quoteContexts]))

  /// The exporter.
  public init() {}

  /// Cytoscape begins with the places that it is given.
  public func keepsPlaces(_ options: ExportOptions) -> Bool { true }

  /// What gets another name or type.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    featureLosses(of: selection) + keys(of: selection).changes(in: format)
  }

  /// Writes the selection, with places where a layout gives them.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    let (columns, properties) = (selection.graph.columns, try keys(of: selection).table())
    let ids = try JSON.ids(of: selection)
    try writeHead(of: selection.graph, to: &writer)
    try columns.strings.withArena { arena in
      var separator: StaticString = "\n"
      try selection.entityRows.forEach { row in
        try writer.write(separator)
        separator = ",\n"
        try writer.write("{\"data\":{\"id\":")
        try writer.write(ids, row)
        // NetworkX knows a node by its "value".
        try writer.write(",\"value\":")
        try writer.write(ids, row)
        try properties.write(entity: row, from: arena, to: &writer)
        try writer.write("}")
        if let place = options.positions?[row: row] { try write(place, to: &writer) }
        try writer.write("}")
      }
      try writer.write("],\n\"edges\":[")
      separator = "\n"
      try selection.forEachRelation(options, to: &writer) { row, writer in
        try writer.write(separator)
        separator = ",\n"
        let id = arena[columns.relations.id[row]]
        try writer.write("{\"data\":{\"id\":")
        try writer.write(json: id)
        try writer.write(",\"key\":")
        try writer.write(json: id)
        try writer.write(",\"source\":")
        try writer.write(ids, Int(columns.relations.subject[row]))
        try writer.write(",\"target\":")
        try writer.write(ids, Int(columns.relations.object[row]))
        try properties.write(relation: row, from: arena, to: &writer)
        try writer.write("}}")
      }
    }
    try writer.write("]}}\n")
  }

  private func writeHead(of graph: RelationGraph, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(
      "{\"format_version\":\"1.0\",\"generated_by\":\"entente\",\"target_cytoscapejs_version\":\"~3.0\",\n")
    // The last two tell NetworkX not to merge parallel edges.
    try writer.write("\"directed\":true,\"multigraph\":true,\n\"data\":{\"name\":")
    try writer.write(json: graph.title)
    try writer.write(",\"shared_name\":")
    try writer.write(json: graph.title)
    try writer.write(",\"about\":")
    try writer.write(json: graph.facts)
    try writer.write("},\n\"elements\":{\"nodes\":[")
  }

  /// Cytoscape counts downwards.
  private func write(_ place: Positions.Place, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(",\"position\":{\"x\":")
    try writer.write(number: place.x)
    try writer.write(",\"y\":")
    try writer.write(number: 0 - place.y)
    try writer.write("}")
  }

  private func keys(of selection: Selection) -> JSONKeys {
    var syntax = JSONKeys.syntax(.text(JSON.withinString, quote: "\\\""))
    syntax.entities[.id] = nil
    syntax.relations[.id] = nil
    return JSONKeys(
      of: selection, syntax,
      avoiding: ["id", "source", "target", "key", "value", "shared_name", "parent", "SUID", "selected"],
      isJavaScript: true)
  }
}

extension Exporter where Self == Cytoscape {
  /// The JSON of Cytoscape and Cytoscape.js.
  public static var cytoscape: Cytoscape { Cytoscape() }
}
