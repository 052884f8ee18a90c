import Entente

/// One GEXF file in the making.
struct GEXFDocument {
  private let selection: Selection
  private let options: ExportOptions
  private let keys: GEXFKeys
  private let properties: PropertyTable
  private let runs: Runs
  private let parallels: ParallelRelations
  private let cells: OwnCells

  /// What depends on the graph alone.
  fileprivate struct Runs: Sendable {
    /// Entities' ids, escaped.
    let ids: Blocks
    let spans: Times
    /// What stands after a node's attributes: its kind's colour and shape.
    let looks: Blocks
    /// The beginning of the kind and label of each type's edges.
    let types: Blocks
    let lines: Blocks
  }

  init(_ selection: Selection, _ options: ExportOptions) throws {
    self.selection = selection
    self.options = options
    keys = GEXFKeys(of: selection, options)
    _ = try keys.values.weight(of: selection, options)
    properties = try PropertyTable(
      of: selection, Self.syntax, keys: keys.values, own: keys.own, weight: keys.weight, options)
    runs = try options.shared.part("GEXF.runs", of: selection.graph) { try Runs(of: selection.graph) }
    parallels = ParallelRelations(of: selection)
    cells = OwnCells(keys.values)
  }

  private static let syntax = PropertySyntax(
    format: "GEXF", entities: GEXFKeys.entityNames, relations: GEXFKeys.relationNames,
    before: { _, name, _ in "<attvalue for=\"\(Escapes.xmlAttribute.escaped(name))\" value=\"" },
    after: ("\"/>", "\"/>"), escapes: .xmlAttribute, citations: .text(.xmlAttributeJSON, quote: "&quot;"),
    infinity: "Infinity")

  func write(to writer: inout ByteWriter) throws {
    try writeHead(to: &writer)
    try selection.forEachEntity { try write(node: $0, to: &writer) }
    try writer.write("    </nodes>\n    <edges>\n")
    try selection.forEachRelation(options, to: &writer) { try write(edge: $0, to: &$1) }
    try writer.write("    </edges>\n  </graph>\n</gexf>\n")
  }

  private func writeHead(to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
        <meta><creator>Entente</creator><description>
      """)
    try writer.write(json: selection.graph.facts(keys.facts), escaping: .xmlTextJSON)
    try writer.write("</description></meta>\n  <graph defaultedgetype=\"")
    try writer.write(selection.isUndirected(options) ? "undirected" : "directed")
    try writer.write("\" mode=\"dynamic\" timeformat=\"double\" timerepresentation=\"interval\">\n")
    for (scope, name) in [(PropertySyntax.Scope.entity, "node"), (.relation, "edge")] {
      try writer.write(text: "    <attributes class=\"\(name)\" mode=\"static\">\n")
      for (name, type) in keys.declarations(scope, answers: selection.filter.years != nil) {
        let name = Escapes.xmlAttribute.escaped(name)
        try writer.write(text: "      <attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type)\"/>\n")
      }
      try writer.write("    </attributes>\n")
    }
    try writer.write("    <nodes>\n")
  }

  private func write(node entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("      <node id=\"")
    try writer.write(runs.ids, entity.row)
    try writer.write("\" label=\"")
    try writer.write(entity.name, escaping: .xmlAttribute)
    try writer.write("\"")
    try writer.write(runs.spans, entity)
    try writer.write("><attvalues>")
    try properties.write(entity, to: &writer)
    try writer.write("</attvalues>")
    try writer.write(runs.looks, entity.kindRow)
    if let place = options.positions?[row: entity.row] {
      try writer.write("<viz:position x=\"")
      try writer.write(number: place.x)
      try writer.write("\" y=\"")
      try writer.write(number: place.y)
      try writer.write("\"/>")
    }
    try writer.write("</node>\n")
  }

  private func write(edge relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("      <edge id=\"")
    try writer.write(relation.id, escaping: .xmlAttribute)
    try writer.write("\" source=\"")
    try writer.write(runs.ids, relation.subjectRow)
    try writer.write("\" target=\"")
    try writer.write(runs.ids, relation.objectRow)
    try write(weightOf: relation, to: &writer)
    try writer.write(runs.types, relation.typeRow)
    if let number = parallels.number(of: relation.row) {
      try writer.write(" ")
      try writer.write(number)
    }
    try writer.write("\"")
    try writer.write(runs.spans, relation)
    try writer.write("><attvalues>")
    try properties.write(relation, to: &writer)
    try writer.write("</attvalues>")
    try writer.write(runs.lines, Int(relation.status.rawValue))
    try writer.write("</edge>\n")
  }

  private func write(weightOf relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    guard let key = keys.weight else { return }
    cells.take(relation)
    guard let place = cells.place(of: key) else { return }
    try writer.write("\" weight=\"")
    try writer.write(relation.attribute(place).value, escaping: .xmlAttribute)
  }
}

extension GEXFDocument.Runs {
  fileprivate init(of graph: RelationGraph) throws {
    let schema = graph.schema
    ids = try Blocks(entitiesOf: graph) { entity, writer in
      try writer.write(entity.id, escaping: .xmlAttribute)
    }
    spans = try Times(of: graph) { moment, writer in
      let years = moment.years
      if years.possibleFrom != .min { try writer.write(text: " start=\"\(years.possibleFrom).0\"") }
      if years.possibleTo != .max { try writer.write(text: " end=\"\(years.possibleTo).0\"") }
    }
    let kindLooks = Looks(of: schema)
    looks = try Blocks(schema.kinds.count) { row, writer in
      let (look, color) = (kindLooks[row], kindLooks[row].colour.components)
      try writer.write(
        text: "<viz:color r=\"\(color.red)\" g=\"\(color.green)\" b=\"\(color.blue)\"/><viz:shape value=\""
          + look.shape.gexf + "\"/>")
    }
    types = try Blocks(schema.relationTypes.count) { row, writer in
      let type = schema.relationTypes[row]
      try writer.write("\" label=\"")
      try writer.write(text: type.label, escaping: .xmlAttribute)
      try writer.write("\" kind=\"")
      try writer.write(text: type.name, escaping: .xmlAttribute)
    }
    lines = try Blocks(Status.allCases.count) { try $1.write(text: Status.allCases[$0].line.gexf) }
  }
}

extension Kind.Shape {
  /// Gephi knows four shapes: colours tell kinds apart.
  fileprivate var gexf: String {
    switch self {
    case .pill: "disc"
    case .rectangle, .barred, .note, .leaning, .spool: "square"
    case .hexagon, .octagon: "diamond"
    case .signpost, .trapezium, .arch, .bowl: "triangle"
    }
  }
}

extension StatusLine {
  /// The line of an edge: GEXF has four styles, grey is for what was withdrawn.
  fileprivate var gexf: String {
    switch self {
    case .plain: "<viz:shape value=\"solid\"/>"
    case .dashDotted, .dashed: "<viz:shape value=\"dashed\"/>"
    case .dotted: "<viz:shape value=\"dotted\"/>"
    case .double: "<viz:shape value=\"double\"/>"
    case .struck: "<viz:color r=\"138\" g=\"138\" b=\"138\"/><viz:shape value=\"solid\"/>"
    }
  }
}
