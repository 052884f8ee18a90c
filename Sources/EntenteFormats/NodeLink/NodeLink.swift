public import Entente

/// Node-link JSON, as NetworkX and many JavaScript libraries read it: a list of nodes and a list of edges.
///
/// ```python
/// networkx.node_link_graph(json.load(open("graph.json")), edges="edges")
/// ```
public struct NodeLink: StreamingExporter {
  /// What node-link JSON carries.
  public let format = Format(
    "JSON", endings: ["json"], summary: "node-link JSON, for NetworkX and JavaScript", carries: .everything())

  /// The exporter.
  public init() {}

  /// What gets another name, type or direction.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    featureLosses(of: selection) + keys(of: selection, options).changes(in: format)
      + selection.directionChanges(in: format, options)
  }

  /// Writes the selection.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    let keys = keys(of: selection, options)
    let properties = try keys.table()
    let ids = try JSONKeys.ids(of: selection.graph, options)
    try writer.write("{\"directed\":")
    try writer.write(selection.isUndirected(options) ? "false" : "true")
    try writer.write(",\"multigraph\":true,\"graph\":")
    try writer.write(json: selection.graph.facts(keys.facts))
    try writer.write(",\n\"nodes\":[")
    var separator: StaticString = "\n{\"id\":"
    try selection.forEachEntity { entity in
      try writer.write(separator)
      separator = ",\n{\"id\":"
      try writer.write(ids, entity.row)
      try properties.write(entity, to: &writer)
      try writer.write("}")
    }
    try writer.write("],\n\"edges\":[")
    separator = "\n{\"source\":"
    try selection.forEachRelation(options, to: &writer) { relation, writer in
      try writer.write(separator)
      separator = ",\n{\"source\":"
      try writer.write(ids, relation.subjectRow)
      try writer.write(",\"target\":")
      try writer.write(ids, relation.objectRow)
      try writer.write(",\"key\":")
      try writer.write(json: relation.id)
      try properties.write(relation, to: &writer)
      try writer.write("}")
    }
    try writer.write("]}\n")
  }

  private func keys(of selection: Selection, _ options: ExportOptions) -> JSONKeys {
    var syntax = JSONKeys.syntax(format, .objects)
    syntax.entities[.label] = nil
    syntax.entities[.id] = nil
    syntax.relations[.id] = nil
    syntax.relations[.interaction] = nil
    return JSONKeys(of: selection, syntax, options, avoiding: ["id", "source", "target", "key"])
  }
}

extension Exporter where Self == NodeLink {
  /// Node-link JSON, as NetworkX and many JavaScript libraries read it.
  public static var nodeLink: NodeLink { NodeLink() }
}
