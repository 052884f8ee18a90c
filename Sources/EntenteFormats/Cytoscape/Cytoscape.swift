public import Entente

/// The JSON of Cytoscape and Cytoscape.js, which NetworkX reads too.
public struct Cytoscape: StreamingExporter {
  /// What Cytoscape's JSON carries.
  public let format = Format(
    "Cytoscape JSON", endings: ["cyjs"], summary: "for Cytoscape and Cytoscape.js",
    carries: .everything(asText: [.citations, .entityCitations, .quoteContexts]))

  /// The exporter.
  public init() {}

  /// Cytoscape begins with the places that it is given.
  public func keepsPlaces(_ options: ExportOptions) -> Bool { true }

  /// What gets another name, type or direction.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    featureLosses(of: selection) + keys(of: selection, options).changes(in: format)
      + selection.directionChanges(in: format, options)
  }

  /// Writes the selection, with places where a layout gives them.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    let keys = keys(of: selection, options)
    let properties = try keys.table()
    let ids = try JSONKeys.ids(of: selection.graph, options)
    try writeHead(of: selection, keys, options, to: &writer)
    var separator: StaticString = "\n"
    try selection.forEachEntity { entity in
      try writer.write(separator)
      separator = ",\n"
      try writer.write("{\"data\":{\"id\":")
      try writer.write(ids, entity.row)
      // NetworkX knows a node by its "value".
      try writer.write(",\"value\":")
      try writer.write(ids, entity.row)
      try properties.write(entity, to: &writer)
      try writer.write("}")
      if let place = options.positions?[row: entity.row] { try write(place, to: &writer) }
      try writer.write("}")
    }
    try writer.write("],\n\"edges\":[")
    separator = "\n"
    try selection.forEachRelation(options, to: &writer) { relation, writer in
      try writer.write(separator)
      separator = ",\n"
      try writer.write("{\"data\":{\"id\":")
      try writer.write(json: relation.id)
      try writer.write(",\"key\":")
      try writer.write(json: relation.id)
      try writer.write(",\"source\":")
      try writer.write(ids, relation.subjectRow)
      try writer.write(",\"target\":")
      try writer.write(ids, relation.objectRow)
      try properties.write(relation, to: &writer)
      try writer.write("}}")
    }
    try writer.write("]}}\n")
  }

  private func writeHead(
    of selection: Selection, _ keys: JSONKeys, _ options: ExportOptions, to writer: inout ByteWriter
  ) throws(WriteError) {
    let graph = selection.graph
    try writer.write(
      "{\"format_version\":\"1.0\",\"generated_by\":\"entente\",\"target_cytoscapejs_version\":\"~3.0\",\n")
    // The last two are for NetworkX, which would merge parallel edges.
    try writer.write("\"directed\":")
    try writer.write(selection.isUndirected(options) ? "false" : "true")
    try writer.write(",\"multigraph\":true,\n\"data\":{\"name\":")
    try writer.write(json: graph.title)
    try writer.write(",\"shared_name\":")
    try writer.write(json: graph.title)
    try writer.write(",\"about\":")
    try writer.write(json: graph.facts(keys.facts))
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

  private func keys(of selection: Selection, _ options: ExportOptions) -> JSONKeys {
    var syntax = JSONKeys.syntax(format, .text(.jsonWithinJSON, quote: "\\\""))
    syntax.entities[.id] = nil
    syntax.relations[.id] = nil
    return JSONKeys(
      of: selection, syntax, options,
      avoiding: ["id", "source", "target", "key", "value", "shared_name", "parent", "SUID", "selected"],
      isTyped: true)
  }
}

extension Exporter where Self == Cytoscape {
  /// The JSON of Cytoscape and Cytoscape.js.
  public static var cytoscape: Cytoscape { Cytoscape() }
}
