import Entente

/// One GraphML file in the making.
struct GraphMLDocument {
  private let selection: Selection
  private let keys: GraphMLKeys
  private let ids: XMLIDs
  private let properties: PropertyTable
  /// What yEd draws, in the variant for it.
  private let graphics: YEdGraphics?

  init(_ selection: Selection, _ options: ExportOptions) throws {
    self.selection = selection
    graphics = options.dialect == "yed" ? try YEdGraphics(selection, options.positions) : nil
    keys = GraphMLKeys(of: selection)
    ids = try XMLIDs(of: selection)
    properties = try PropertyTable(of: selection, Self.syntax, keys: keys.values, own: keys.own.map(\.property))
  }

  private static let syntax = PropertySyntax(
    entities: GraphMLKeys.entityNames, relations: GraphMLKeys.relationNames,
    before: { scope, name, _ in "<data key=\"\(GraphMLKeys.id(name, scope))\">" }, after: ("</data>", "</data>"),
    escapes: XML.text, citations: .text(XML.json, quote: "\""), trims: true, booleans: ("0", "1"), infinity: "INF")

  private static let namespace = "http://graphml.graphdrawing.org/xmlns"

  func write(_ options: ExportOptions, to writer: inout ByteWriter) throws {
    try writeHead(to: &writer)
    try selection.graph.columns.strings.withArena { arena in
      try selection.entityRows.forEach { try write(node: $0, from: arena, to: &writer) }
      try selection.forEachRelation(options, to: &writer) { try write(edge: $0, from: arena, to: &$1) }
    }
    try writer.write("  </graph>\n</graphml>\n")
  }

  private func writeHead(to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    try writer.write(text: "<graphml xmlns=\"\(Self.namespace)\"")
    if graphics == nil {
      try writer.write(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"")
      try writer.write(text: "\(Self.namespace) \(Self.namespace)/1.0/graphml.xsd\">\n")
    } else {
      try writer.write(" xmlns:y=\"http://www.yworks.com/xml/graphml\">\n")
      try writer.write(YEdGraphics.keys)
    }
    for key in keys.declarations(nodeIDs: ids.anyEntityChanged, edgeIDs: ids.anyRelationChanged) {
      try writer.write("  <key id=\"")
      try writer.write(text: key.id, escaping: XML.attribute)
      try writer.write(text: "\" for=\"\(key.scope == .entity ? "node" : "edge")\" attr.name=\"")
      try writer.write(text: key.name, escaping: XML.attribute)
      try writer.write(text: "\" attr.type=\"\(key.type)\"/>\n")
    }
    try writer.write("  <graph edgedefault=\"directed\">\n    <desc>")
    try writer.write(json: selection.graph.facts, escaping: XML.json)
    try writer.write("</desc>\n")
  }

  private func write(node row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    try writer.write("    <node id=\"")
    try writer.write(ids.entities, row)
    try writer.write("\">")
    if ids.isChanged(entity: row) {
      try write(original: arena[selection.graph.columns.entities.id[row]], .entity, to: &writer)
    }
    try properties.write(entity: row, from: arena, to: &writer)
    try graphics?.write(entity: row, from: arena, to: &writer)
    try writer.write("</node>\n")
  }

  private func write(edge row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let relations = selection.graph.columns.relations
    let id = arena[relations.id[row]]
    try writer.write("    <edge id=\"")
    let isChanged = try ids.write(relation: id, to: &writer)
    try writer.write("\" source=\"")
    try writer.write(ids.entities, Int(relations.subject[row]))
    try writer.write("\" target=\"")
    try writer.write(ids.entities, Int(relations.object[row]))
    try writer.write("\">")
    if isChanged { try write(original: id, .relation, to: &writer) }
    try properties.write(relation: row, from: arena, to: &writer)
    try graphics?.write(relation: row, to: &writer)
    try writer.write("</edge>\n")
  }

  private func write(
    original id: UnsafeBufferPointer<UInt8>, _ scope: PropertySyntax.Scope, to writer: inout ByteWriter
  ) throws(WriteError) {
    try writer.write(text: Self.syntax.before(scope, GraphMLKeys.originalID, true))
    try writer.write(id, escaping: XML.text)
    try writer.write("</data>")
  }
}
