import Entente

/// The statements of one selection in the making.
struct CypherStatements {
  private let selection: Selection
  private let options: ExportOptions
  private let keys: CypherKeys
  private let properties: PropertyTable
  private let runs: Runs

  /// What depends on the graph alone.
  fileprivate struct Runs: Sendable {
    /// Entities' ids, quoted.
    let ids: Blocks
    let types: Blocks
  }

  init(_ selection: Selection, _ options: ExportOptions) throws {
    self.selection = selection
    self.options = options
    keys = CypherKeys(of: selection)
    properties = try PropertyTable(of: selection, Self.syntax, keys: keys.values, own: keys.own, weight: nil, options)
    runs = try options.shared.part("Cypher.runs", of: selection.graph) {
      let types = selection.graph.schema.relationTypes
      return Runs(
        ids: try Blocks(entitiesOf: selection.graph) { entity, writer in try writer.write(cypher: entity.id) },
        types: try Blocks(types.count) { try $1.write(text: CypherText.name(types[$0].name)) })
    }
  }

  /// Every property is an assignment; the first is one that all have.
  private static let syntax = PropertySyntax(
    format: "Cypher", entities: CypherKeys.entityNames, relations: CypherKeys.relationNames,
    before: { scope, name, isText in
      let (variable, first) = scope == .entity ? ("e", "name") : ("r", "label")
      return "\(name == first ? " SET" : ",") \(variable).\(CypherText.name(name)) = " + (isText ? "'" : "")
    },
    after: ("'", ""), escapes: CypherText.string, citations: .text(CypherText.json, quote: "\""), hasLists: true,
    listQuote: "'")

  func write(to writer: inout ByteWriter) throws {
    if options.dialect == "ladybug" {
      try writeTables(to: &writer)
    } else {
      try writer.write("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;\n")
      try writer.write("CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;\n")
    }
    for document in selection.graph.documents { try write(document, to: &writer) }
    try selection.forEachEntity { entity in
      try writer.write("MERGE (e:Entity {id: ")
      try writer.write(runs.ids, entity.row)
      try writer.write("})")
      try properties.write(entity, to: &writer)
      try writer.write(";\n")
    }
    try selection.forEachRelation(options, to: &writer) { try write($0, to: &$1) }
  }

  private func write(_ document: Document, to writer: inout ByteWriter) throws(WriteError) {
    let assignments = document.fields.compactMap { name, text in text.map { "d.\(name) = \(CypherText.quoted($0))" } }
    try writer.write(text: "MERGE (d:Document {id: \(CypherText.quoted(document.id))})")
    if !assignments.isEmpty { try writer.write(text: " SET " + assignments.joined(separator: ", ")) }
    try writer.write(";\n")
  }

  private func writeTables(to writer: inout ByteWriter) throws(WriteError) {
    let fields = Document("").fields.map { "\($0.name) STRING" }.joined(separator: ", ")
    try writer.write(text: "CREATE NODE TABLE IF NOT EXISTS Document(id STRING PRIMARY KEY, \(fields));\n")
    let answers = selection.filter.years != nil
    let (entities, relations) = (keys.columns(.entity, answers: answers), keys.columns(.relation, answers: answers))
    try writer.write(
      text: "CREATE NODE TABLE IF NOT EXISTS Entity(id STRING PRIMARY KEY, \(entities));\n")
    var isUsed = Array(repeating: false, count: selection.graph.schema.relationTypes.count)
    selection.forEachRelation { isUsed[$0.typeRow] = true }
    for (row, type) in selection.graph.schema.relationTypes.enumerated() where isUsed[row] {
      let name = CypherText.name(type.name)
      try writer.write(
        text: "CREATE REL TABLE IF NOT EXISTS \(name)(FROM Entity TO Entity, id STRING, \(relations));\n")
    }
  }

  private func write(_ relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("MATCH (s:Entity {id: ")
    try writer.write(runs.ids, relation.subjectRow)
    try writer.write("}), (o:Entity {id: ")
    try writer.write(runs.ids, relation.objectRow)
    try writer.write("}) MERGE (s)-[r:")
    try writer.write(runs.types, relation.typeRow)
    try writer.write(" {id: ")
    try writer.write(cypher: relation.id)
    try writer.write("}]->(o)")
    try properties.write(relation, to: &writer)
    try writer.write(";\n")
  }
}

extension ByteWriter {
  fileprivate mutating func write(cypher text: Span<UInt8>) throws(WriteError) {
    try write("'")
    try write(text, escaping: CypherText.string)
    try write("'")
  }
}
