import Entente

/// The statements of one selection in the making.
struct CypherStatements {
  private let selection: Selection
  private let options: ExportOptions
  private let columns: Columns
  private let keys: CypherKeys
  private let properties: PropertyTable
  /// Entities' ids, quoted.
  private let ids: Blocks
  private let types: Blocks

  init(_ selection: Selection, _ options: ExportOptions) throws {
    let (columns, schema) = (selection.graph.columns, selection.graph.schema)
    self.selection = selection
    self.options = options
    self.columns = columns
    keys = CypherKeys(of: selection)
    properties = try PropertyTable(of: selection, Self.syntax, keys: keys.values, own: keys.own)
    ids = try columns.strings.withArena { arena in
      try Blocks(columns.entities.count) { row, writer in
        if selection.entityRows.contains(row) { try writer.write(cypher: arena[columns.entities.id[row]]) }
      }
    }
    types = try Blocks(schema.relationTypes.count) { row, writer in
      try writer.write(text: CypherText.name(schema.relationTypes[row].name))
    }
  }

  /// Every property is an assignment; the first is one that all have.
  private static let syntax = PropertySyntax(
    entities: CypherKeys.entityNames, relations: CypherKeys.relationNames,
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
    try columns.strings.withArena { arena in
      try selection.entityRows.forEach { row in
        try writer.write("MERGE (e:Entity {id: ")
        try writer.write(ids, row)
        try writer.write("})")
        try properties.write(entity: row, from: arena, to: &writer)
        try writer.write(";\n")
      }
      try selection.forEachRelation(options, to: &writer) { try write(relation: $0, from: arena, to: &$1) }
    }
  }

  private func write(_ document: Document, to writer: inout ByteWriter) throws(WriteError) {
    let properties = [
      ("title", document.title), ("publisher", document.publisher), ("date", document.date?.text),
      ("text", document.text), ("url", document.url),
    ]
    let assignments = properties.compactMap { name, text in text.map { "d.\(name) = \(CypherText.quoted($0))" } }
    try writer.write(text: "MERGE (d:Document {id: \(CypherText.quoted(document.id))})")
    if !assignments.isEmpty { try writer.write(text: " SET " + assignments.joined(separator: ", ")) }
    try writer.write(";\n")
  }

  private func writeTables(to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("CREATE NODE TABLE IF NOT EXISTS Document(id STRING PRIMARY KEY, title STRING, ")
    try writer.write("publisher STRING, date STRING, text STRING, url STRING);\n")
    let (entities, relations) = (keys.columns(.entity), keys.columns(.relation))
    try writer.write(
      text: "CREATE NODE TABLE IF NOT EXISTS Entity(id STRING PRIMARY KEY, \(entities));\n")
    var used = Set<UInt16>()
    selection.relationRows.forEach { used.insert(columns.relations.type[$0]) }
    for (row, type) in selection.graph.schema.relationTypes.enumerated() where used.contains(UInt16(row)) {
      let name = CypherText.name(type.name)
      try writer.write(
        text: "CREATE REL TABLE IF NOT EXISTS \(name)(FROM Entity TO Entity, id STRING, \(relations));\n")
    }
  }

  private func write(relation row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let relations = columns.relations
    try writer.write("MATCH (s:Entity {id: ")
    try writer.write(ids, Int(relations.subject[row]))
    try writer.write("}), (o:Entity {id: ")
    try writer.write(ids, Int(relations.object[row]))
    try writer.write("}) MERGE (s)-[r:")
    try writer.write(types, Int(relations.type[row]))
    try writer.write(" {id: ")
    try writer.write(cypher: arena[relations.id[row]])
    try writer.write("}]->(o)")
    try properties.write(relation: row, from: arena, to: &writer)
    try writer.write(";\n")
  }
}

extension ByteWriter {
  fileprivate mutating func write(cypher text: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    try write("'")
    try write(text, escaping: CypherText.string)
    try write("'")
  }
}
