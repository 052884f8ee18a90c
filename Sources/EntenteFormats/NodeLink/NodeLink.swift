public import Entente

/// Node-link JSON, as NetworkX and many JavaScript libraries read it: a list of nodes and a list of edges.
///
/// ```python
/// networkx.node_link_graph(json.load(open("graph.json")), edges="edges")
/// ```
public struct NodeLink: Exporter {
  /// What node-link JSON carries.
  public let format = Format(
    "JSON", endings: ["json"], summary: "node-link JSON, for NetworkX and JavaScript", carries: .everything())

  /// The exporter.
  public init() {}

  /// What gets another name or type.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    featureLosses(of: selection) + keys(of: selection).changes(in: format)
  }

  /// Writes the selection.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    let (columns, properties) = (selection.graph.columns, try keys(of: selection).table())
    let ids = try JSON.ids(of: selection)
    try writer.write("{\"directed\":true,\"multigraph\":true,\"graph\":")
    try writer.write(json: selection.graph.facts)
    try writer.write(",\n\"nodes\":[")
    try columns.strings.withArena { arena in
      var separator: StaticString = "\n{\"id\":"
      try selection.entityRows.forEach { row in
        try writer.write(separator)
        separator = ",\n{\"id\":"
        try writer.write(ids, row)
        try properties.write(entity: row, from: arena, to: &writer)
        try writer.write("}")
      }
      try writer.write("],\n\"edges\":[")
      separator = "\n{\"source\":"
      try selection.forEachRelation(options, to: &writer) { row, writer in
        try writer.write(separator)
        separator = ",\n{\"source\":"
        try writer.write(ids, Int(columns.relations.subject[row]))
        try writer.write(",\"target\":")
        try writer.write(ids, Int(columns.relations.object[row]))
        try writer.write(",\"key\":")
        try writer.write(json: arena[columns.relations.id[row]])
        try properties.write(relation: row, from: arena, to: &writer)
        try writer.write("}")
      }
    }
    try writer.write("]}\n")
  }

  private func keys(of selection: Selection) -> JSONKeys {
    var syntax = JSONKeys.syntax(.objects)
    syntax.entities[.label] = nil
    syntax.entities[.id] = nil
    syntax.relations[.id] = nil
    syntax.relations[.interaction] = nil
    return JSONKeys(
      of: selection, syntax, avoiding: ["id", "source", "target", "key"])
  }
}

extension Exporter where Self == NodeLink {
  /// Node-link JSON, as NetworkX and many JavaScript libraries read it.
  public static var nodeLink: NodeLink { NodeLink() }
}
