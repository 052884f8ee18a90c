import Entente

/// One DOT file in the making: what is the same for many entities or relations is made once, before the first of them.
struct DOTDocument {
  private let selection: Selection
  private let columns: Columns
  /// Entities' ids, quoted.
  private let ids: Blocks
  private let kinds: Blocks
  /// The words of a relation's label: its type, its date, its status.
  private let typeWords: Blocks
  private let dateWords: Blocks
  private let statusWords: Blocks
  /// The attributes that types and statuses decide, by type and status.
  private let lines: Blocks
  private let times: Times
  private let documents: Blocks

  init(_ selection: Selection) throws {
    let (graph, schema) = (selection.graph, selection.graph.schema)
    let columns = graph.columns
    self.selection = selection
    self.columns = columns
    ids = try columns.strings.withArena { arena in
      try Blocks(columns.entities.count) { row, writer in
        if selection.entityRows.contains(row) { try writer.write(quoted: arena[columns.entities.id[row]]) }
      }
    }
    kinds = try Self.kindBlocks(schema)
    typeWords = try Blocks(schema.relationTypes.count) { row, writer in
      try writer.write(text: schema.relationTypes[row].label, escaping: DOTText.label)
    }
    dateWords = try Blocks(columns.dates.count) { row, writer in
      guard let date = graph.date(DateID(row: row)) else { return }
      try writer.write("\\n")
      try writer.write(text: date.words, escaping: DOTText.label)
    }
    statusWords = try Blocks(Status.allCases.count) { row, writer in
      let status = Status.allCases[row]
      if status != .asserted { try writer.write(text: "\\n(\(status.name))") }
    }
    lines = try Self.lineBlocks(schema)
    times = try Times(of: graph) { arena, text, years, _, writer in
      if text != .empty { try writer.attribute("when", arena[text]) }
      for (property, year) in zip(Property.years, years.all) {
        try writer.write(text: ", \(PropertySyntax.entityNames[property] ?? "")=")
        try writer.write(year)
      }
    }
    let documentIDs = graph.documents.map(\.id)
    documents = try Blocks(documentIDs.count) { try $1.write(text: documentIDs[$0], escaping: DOTText.value) }
  }

  private static func kindBlocks(_ schema: Schema) throws -> Blocks {
    let looks = KindLook.looks(of: schema)
    return try Blocks(schema.kinds.count) { row, writer in
      let (kind, look) = (schema.kinds[row].name, looks[row])
      try writer.attribute("kind", kind)
      try writer.attribute("class", "entity " + kind)
      try writer.write(text: ", shape=\(look.shape), \(look.details), fillcolor=\"\(look.fill)\"")
    }
  }

  private static func lineBlocks(_ schema: Schema) throws -> Blocks {
    let statuses = Status.allCases
    return try Blocks(schema.relationTypes.count * statuses.count) { row, writer in
      let (type, status) = (schema.relationTypes[row / statuses.count], statuses[row % statuses.count])
      try writer.attribute("type", type.name)
      try writer.attribute("status", status.name)
      try writer.attribute("class", "relation \(type.name) \(status.name)")
      try writer.attribute("holds", type.holds.rawValue)
      try writer.write(text: ", " + status.dotLine)
      if !type.directed { try writer.write(", dir=none") }
    }
  }

  func write(_ options: ExportOptions, to writer: inout ByteWriter) throws {
    try writeHead(to: &writer)
    try columns.strings.withArena { arena in
      try selection.entityRows.forEach { try write(entity: $0, from: arena, to: &writer) }
      try selection.forEachRelation(options, to: &writer) { try write(relation: $0, from: arena, to: &$1) }
    }
    try writer.write("}\n")
  }

  private func writeHead(to writer: inout ByteWriter) throws(WriteError) {
    let title = selection.graph.title
    try writer.write("digraph \"")
    try writer.write(text: title, escaping: DOTText.value)
    try writer.write("\" {\n  graph [label=\"")
    try writer.write(text: title, escaping: DOTText.label)
    try writer.write(
      """
      ", labelloc=t, fontname="Helvetica", fontsize=18, rankdir=LR, comment="
      """)
    try writer.write(json: selection.graph.facts, escaping: DOTText.json, quote: "\\\"")
    try writer.write(
      """
      "];
        node [fontname="Helvetica", fontsize=11, color="#2b2b2b"];
        edge [fontname="Helvetica", fontsize=10, color="#3c3c3c"];

      """)
  }

  private func write(entity row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let entities = columns.entities
    try writer.write("  ")
    try writer.write(ids, row)
    try writer.write(" [label=\"")
    try writer.write(arena[entities.name[row]], escaping: DOTText.label)
    try writer.write("\", id=")
    try writer.write(ids, row)
    try writer.write(kinds, Int(entities.kind[row]))
    if !entities.aliases[row].isEmpty {
      try writer.write(", aliases=\"")
      for (index, alias) in entities.aliases[row].enumerated() {
        if index > 0 { try writer.write("|") }
        try writer.write(arena[alias], escaping: DOTText.value)
      }
      try writer.write("\"")
    }
    try times.write(entity: row, to: &writer)
    try write(
      note: entities.note[row], citations: entities.citations[row], attributes: entities.attributes[row], from: arena,
      to: &writer)
    try writer.write("];\n")
  }

  private func write(relation row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let relations = columns.relations
    let (type, status) = (Int(relations.type[row]), Int(relations.status[row].rawValue))
    try writer.write("  ")
    try writer.write(ids, Int(relations.subject[row]))
    try writer.write(" -> ")
    try writer.write(ids, Int(relations.object[row]))
    try writer.write(" [label=\"")
    try writer.write(typeWords, type)
    try writer.write(dateWords, Int(relations.when[row].value))
    try writer.write(statusWords, status)
    try writer.write("\", id=")
    try writer.write(quoted: arena[relations.id[row]])
    try writer.write(lines, type * Status.allCases.count + status)
    if relations.accordingTo[row] != 0 {
      try writer.attribute("according_to", arena[columns.entities.id[Int(relations.accordingTo[row]) - 1]])
    }
    try times.write(relation: row, to: &writer)
    try write(
      note: relations.note[row], citations: relations.citations[row], attributes: relations.attributes[row],
      from: arena, to: &writer)
    try writer.write("];\n")
  }

  // MARK: - What entities and relations share

  private func write(
    note: StringID, citations: Range<Int>, attributes: Range<Int>, from arena: borrowing StringTable.Arena,
    to writer: inout ByteWriter
  ) throws(WriteError) {
    if note != .empty { try writer.attribute("note", arena[note]) }
    if !citations.isEmpty { try write(citations: citations, from: arena, to: &writer) }
    for row in attributes {
      try writer.write(", \"attr_")
      try writer.write(arena[columns.attributes.key[row]], escaping: DOTText.value)
      try writer.write("\"=\"")
      try writer.write(columns.attributes.value[row], from: arena, escaping: DOTText.value)
      try writer.write("\"")
    }
  }

  /// Writes `tass#5 "laid claims"; tass#6`, as a graph file does.
  private func write(
    citations rows: Range<Int>, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    let citations = columns.citations
    try writer.write(", citations=\"")
    for row in rows {
      if row != rows.lowerBound { try writer.write("; ") }
      try writer.write(documents, Int(citations.document[row]))
      if citations.paragraph[row] != 0 {
        try writer.write("#")
        try writer.write(citations.paragraph[row])
      }
      if citations.quote[row] == .empty { continue }
      try writer.write(" \\\"")
      try writer.write(arena[citations.quote[row]], escaping: DOTText.value)
      try writer.write("\\\"")
    }
    try writer.write("\"")
  }
}

extension ByteWriter {
  fileprivate mutating func write(quoted text: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    try write("\"")
    try write(text, escaping: DOTText.value)
    try write("\"")
  }

  fileprivate mutating func attribute(_ name: StaticString, _ value: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    try write(", ")
    try write(name)
    try write("=")
    try write(quoted: value)
  }

  /// Writes an attribute; for what is written once.
  fileprivate mutating func attribute(_ name: StaticString, _ value: String) throws(WriteError) {
    try write(", ")
    try write(name)
    try write("=\"")
    try write(text: value, escaping: DOTText.value)
    try write("\"")
  }
}
