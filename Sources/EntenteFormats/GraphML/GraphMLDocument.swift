import Entente

/// One GraphML file in the making.
struct GraphMLDocument {
  private let selection: Selection
  private let options: ExportOptions
  private let keys: GraphMLKeys
  private let ids: XMLIDs
  private let properties: PropertyTable
  /// What yEd draws, in the variant for it.
  private let graphics: YEdGraphics?

  init(_ selection: Selection, _ options: ExportOptions) throws {
    self.selection = selection
    self.options = options
    graphics = options.dialect == "yed" ? try YEdGraphics(selection, options) : nil
    keys = GraphMLKeys(of: selection, options)
    _ = try keys.values.weight(of: selection, options)
    ids = try XMLIDs(of: selection, options)
    properties = try PropertyTable(
      of: selection, Self.syntax, keys: keys.values, own: keys.own.map(\.property), weight: keys.weight, options)
  }

  private static let syntax = PropertySyntax(
    format: "GraphML", entities: GraphMLKeys.entityNames, relations: GraphMLKeys.relationNames,
    before: { scope, name, _ in "<data key=\"\(GraphMLKeys.id(name, scope))\">" }, after: ("</data>", "</data>"),
    escapes: .xmlText, citations: .text(.xmlTextJSON, quote: "\""), trims: true, booleans: ("0", "1"), infinity: "INF")

  private static let namespace = "http://graphml.graphdrawing.org/xmlns"

  func write(to writer: inout ByteWriter) throws {
    try writeHead(to: &writer)
    try writeNodes(to: &writer)
    try writeEdges(to: &writer)
    try writeEnd(to: &writer)
  }

  func writeNodes(to writer: inout ByteWriter) throws {
    try selection.forEachEntity { try write(node: $0, to: &writer) }
  }

  func writeEdges(to writer: inout ByteWriter) throws {
    try selection.forEachRelation(options, to: &writer) { try write(edge: $0, to: &$1) }
  }

  func writeEnd(to writer: inout ByteWriter) throws(WriteError) { try writer.write("  </graph>\n</graphml>\n") }

  func writeHead(to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    try writer.write(text: "<graphml xmlns=\"\(Self.namespace)\"")
    if graphics == nil {
      try writer.write(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"")
      try writer.write(text: "\(Self.namespace) \(Self.namespace)/1.0/graphml.xsd\">\n")
    } else {
      try writer.write(" xmlns:y=\"http://www.yworks.com/xml/graphml\">\n")
      try writer.write(YEdGraphics.keys)
    }
    let declarations = keys.declarations(
      nodeIDs: ids.anyEntityChanged, edgeIDs: ids.anyRelationChanged, answers: selection.filter.years != nil)
    for key in declarations {
      try writer.write("  <key id=\"")
      try writer.write(text: key.id, escaping: .xmlAttribute)
      try writer.write(text: "\" for=\"\(key.scope == .entity ? "node" : "edge")\" attr.name=\"")
      try writer.write(text: key.name, escaping: .xmlAttribute)
      try writer.write(text: "\" attr.type=\"\(key.type)\"/>\n")
    }
    try writer.write("  <graph edgedefault=\"")
    try writer.write(selection.isUndirected(options) ? "undirected" : "directed")
    try writer.write("\">\n    <desc>")
    try writer.write(json: selection.graph.facts(keys.facts), escaping: .xmlTextJSON)
    try writer.write("</desc>\n")
  }

  private func write(node entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("    <node id=\"")
    try ids.write(entity: entity.row, to: &writer)
    try writer.write("\">")
    if ids.isChanged(entity: entity.row) { try write(original: entity.id, .entity, to: &writer) }
    try properties.write(entity, to: &writer)
    try graphics?.write(entity, to: &writer)
    try writer.write("</node>\n")
  }

  private func write(edge relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("    <edge id=\"")
    let isChanged = try ids.write(relation: relation.id, to: &writer)
    try writer.write("\" source=\"")
    try ids.write(entity: relation.subjectRow, to: &writer)
    try writer.write("\" target=\"")
    try ids.write(entity: relation.objectRow, to: &writer)
    try writer.write("\">")
    if isChanged { try write(original: relation.id, .relation, to: &writer) }
    try properties.write(relation, to: &writer)
    try graphics?.write(relation, to: &writer)
    try writer.write("</edge>\n")
  }

  private func write(
    original id: Span<UInt8>, _ scope: PropertySyntax.Scope, to writer: inout ByteWriter
  ) throws(WriteError) {
    try writer.write(text: Self.syntax.before(scope, GraphMLKeys.originalID, true))
    try writer.write(id, escaping: .xmlText)
    try writer.write("</data>")
  }
}
