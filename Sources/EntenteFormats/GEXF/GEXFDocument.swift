import Entente

/// One GEXF file in the making.
struct GEXFDocument {
  private let selection: Selection
  private let options: ExportOptions
  private let columns: Columns
  private let keys: GEXFKeys
  private let properties: PropertyTable
  /// Entities' ids, escaped.
  private let ids: Blocks
  private let spans: Times
  /// What stands after a node's attributes: its kind's colour and shape.
  private let looks: Blocks
  /// The beginning of the kind and label of each type's edges.
  private let types: Blocks
  private let lines: Blocks
  private let parallels: ParallelRelations

  init(_ selection: Selection, _ options: ExportOptions) throws {
    let (graph, schema) = (selection.graph, selection.graph.schema)
    let columns = graph.columns
    self.selection = selection
    self.options = options
    self.columns = columns
    keys = GEXFKeys(of: selection)
    properties = try PropertyTable(of: selection, Self.syntax, keys: keys.values, own: keys.own)
    ids = try columns.strings.withArena { arena in
      try Blocks(columns.entities.count) { row, writer in
        guard selection.entityRows.contains(row) else { return }
        try writer.write(arena[columns.entities.id[row]], escaping: XML.attribute)
      }
    }
    spans = try Times(of: graph) { _, _, years, _, writer in
      if years.startEarliest != .min { try writer.write(text: " start=\"\(years.startEarliest).0\"") }
      if years.endLatest != .max { try writer.write(text: " end=\"\(years.endLatest).0\"") }
    }
    let kindLooks = KindLook.looks(of: schema)
    looks = try Blocks(schema.kinds.count) { row, writer in
      let (look, color) = (kindLooks[row], kindLooks[row].color)
      try writer.write(
        text: "<viz:color r=\"\(color.red)\" g=\"\(color.green)\" b=\"\(color.blue)\"/><viz:shape value=\""
          + look.gexfShape + "\"/>")
    }
    types = try Blocks(schema.relationTypes.count) { row, writer in
      let type = schema.relationTypes[row]
      try writer.write("\" weight=\"1.0\" label=\"")
      try writer.write(text: type.label, escaping: XML.attribute)
      try writer.write("\" kind=\"")
      try writer.write(text: type.name, escaping: XML.attribute)
    }
    lines = try Blocks(Status.allCases.count) { try $1.write(text: Status.allCases[$0].gexfLine) }
    parallels = ParallelRelations(of: selection)
  }

  private static let syntax = PropertySyntax(
    entities: GEXFKeys.entityNames, relations: GEXFKeys.relationNames,
    before: { _, name, _ in
      var bytes = "<attvalue for=\""
      bytes += XML.escapedAttribute(name)
      return bytes + "\" value=\""
    },
    after: ("\"/>", "\"/>"), escapes: XML.attribute, citations: .text(XML.attributeJSON, quote: "&quot;"),
    infinity: "Infinity")

  func write(to writer: inout ByteWriter) throws {
    try writeHead(to: &writer)
    try columns.strings.withArena { arena in
      try selection.entityRows.forEach { try write(node: $0, from: arena, to: &writer) }
      try writer.write("    </nodes>\n    <edges>\n")
      try selection.forEachRelation(options, to: &writer) { try write(edge: $0, from: arena, to: &$1) }
    }
    try writer.write("    </edges>\n  </graph>\n</gexf>\n")
  }

  private func writeHead(to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
        <meta><creator>Entente</creator><description>
      """)
    try writer.write(json: selection.graph.facts, escaping: XML.json)
    try writer.write(
      """
      </description></meta>
        <graph defaultedgetype="directed" mode="dynamic" timeformat="double" timerepresentation="interval">

      """)
    for (scope, name) in [(PropertySyntax.Scope.entity, "node"), (.relation, "edge")] {
      try writer.write(text: "    <attributes class=\"\(name)\" mode=\"static\">\n")
      for (name, type) in keys.declarations(scope) {
        let name = XML.escapedAttribute(name)
        try writer.write(text: "      <attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type)\"/>\n")
      }
      try writer.write("    </attributes>\n")
    }
    try writer.write("    <nodes>\n")
  }

  private func write(node row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    try writer.write("      <node id=\"")
    try writer.write(ids, row)
    try writer.write("\" label=\"")
    try writer.write(arena[columns.entities.name[row]], escaping: XML.attribute)
    try writer.write("\"")
    try spans.write(entity: row, to: &writer)
    try writer.write("><attvalues>")
    try properties.write(entity: row, from: arena, to: &writer)
    try writer.write("</attvalues>")
    try writer.write(looks, Int(columns.entities.kind[row]))
    if let place = options.positions?[row: row] {
      try writer.write("<viz:position x=\"")
      try writer.write(number: place.x)
      try writer.write("\" y=\"")
      try writer.write(number: place.y)
      try writer.write("\"/>")
    }
    try writer.write("</node>\n")
  }

  private func write(edge row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let relations = columns.relations
    try writer.write("      <edge id=\"")
    try writer.write(arena[relations.id[row]], escaping: XML.attribute)
    try writer.write("\" source=\"")
    try writer.write(ids, Int(relations.subject[row]))
    try writer.write("\" target=\"")
    try writer.write(ids, Int(relations.object[row]))
    try writer.write(types, Int(relations.type[row]))
    if let number = parallels.number(of: row) {
      try writer.write(" ")
      try writer.write(number)
    }
    try writer.write("\"")
    try spans.write(relation: row, to: &writer)
    try writer.write("><attvalues>")
    try properties.write(relation: row, from: arena, to: &writer)
    try writer.write("</attvalues>")
    try writer.write(lines, Int(relations.status[row].rawValue))
    try writer.write("</edge>\n")
  }
}

extension KindLook {
  /// Gephi knows four shapes: colours tell kinds apart.
  fileprivate var gexfShape: String {
    switch shape {
    case "box": details.contains("rounded") ? "disc" : "square"
    case "note", "parallelogram", "cylinder": "square"
    case "hexagon", "octagon": "diamond"
    case "cds", "trapezium", "house", "invtrapezium": "triangle"
    default: "disc"
    }
  }
}

extension Status {
  /// The line of an edge: GEXF has four styles, grey is for what was withdrawn.
  fileprivate var gexfLine: String {
    switch self {
    case .asserted: "<viz:shape value=\"solid\"/>"
    case .claimed, .conditional: "<viz:shape value=\"dashed\"/>"
    case .planned: "<viz:shape value=\"dotted\"/>"
    case .disputed: "<viz:shape value=\"double\"/>"
    case .withdrawn: "<viz:color r=\"138\" g=\"138\" b=\"138\"/><viz:shape value=\"solid\"/>"
    }
  }
}
