import Entente

/// The tables of one selection in the making.
struct CSVTables {
  private let selection: Selection
  private let options: ExportOptions
  private let dialect: CSVDialect
  private let columns: Columns
  private let entities: EntityColumns
  private let relations: RelationColumns
  private let keys: CSVKeys
  /// Entities' ids, as cells.
  private let ids: Blocks
  private let kinds: Blocks
  private let types: Blocks
  private let labels: Blocks
  private let statuses: Blocks
  /// The four years, as cells.
  private let years: Times
  private let parallels: ParallelRelations?

  init(_ selection: Selection, _ dialect: CSVDialect, _ options: ExportOptions) throws {
    let (graph, schema, columns) = (selection.graph, selection.graph.schema, selection.graph.columns)
    self.selection = selection
    self.options = options
    self.dialect = dialect
    self.columns = columns
    entities = columns.entities
    relations = columns.relations
    keys = CSVKeys(of: selection)
    ids = try columns.strings.withArena { arena in
      try Blocks(columns.entities.count) { try $1.write(cell: arena[columns.entities.id[$0]]) }
    }
    kinds = try Blocks(schema.kinds.count) { try $1.write(cell: schema.kinds[$0].name) }
    types = try Blocks(schema.relationTypes.count) { try $1.write(cell: schema.relationTypes[$0].name) }
    labels = try Blocks(schema.relationTypes.count) { try $1.write(cell: schema.relationTypes[$0].label) }
    statuses = try Blocks(Status.allCases.count) { try $1.write(cell: Status.allCases[$0].name) }
    years = try Times(of: graph) { _, _, years, _, writer in
      for (place, year) in years.all.enumerated() {
        if place > 0 { try writer.write(byte: UInt8(ascii: ",")) }
        try writer.write(year)
      }
    }
    let needsKinds = dialect.edges.contains { if case .ownKind = $0.column { true } else { false } }
    parallels = needsKinds ? ParallelRelations(of: selection) : nil
  }

  func write(to writer: inout ByteWriter) throws {
    try columns.strings.withArena { arena in
      try writeNodes(from: arena, to: &writer)
      try writeEdges(from: arena, to: &writer)
      try writeTypes(to: &writer)
      try writeCitations(from: arena, to: &writer)
    }
    try writeDocuments(to: &writer)
  }

  // MARK: - Nodes and edges

  private func writeNodes(from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let headings = dialect.nodes + keys.headings(dialect) { $0.entityCount > 0 }
    try begin("nodes.csv", headings.flatMap(\.names), to: &writer)
    let own = OwnCells(keys, columns)
    try selection.entityRows.forEach { row in
      own.take(entities.attributes[row])
      for (index, heading) in headings.enumerated() {
        if index > 0 { try writer.write(byte: UInt8(ascii: ",")) }
        try write(heading.column, entity: row, own, from: arena, to: &writer)
      }
      try writer.write(byte: 13)
      try writer.write(byte: 10)
    }
  }

  private func write(
    _ column: CSVColumn, entity row: Int, _ own: OwnCells, from arena: borrowing StringTable.Arena,
    to writer: inout ByteWriter
  ) throws(WriteError) {
    switch column {
    case .id: try writer.write(ids, row)
    case .kind: try writer.write(kinds, Int(entities.kind[row]))
    case .name: try writer.write(cell: arena[entities.name[row]])
    case .aliases: try write(aliases: entities.aliases[row], from: arena, to: &writer)
    case .when: try writer.write(cell: arena[columns.dates.text(of: entities.when[row])])
    case .years: try years.write(entity: row, to: &writer)
    case .note: try writer.write(cell: arena[entities.note[row]])
    case .own(let key): try own.write(key, from: arena, to: &writer)
    case .constant(let text): try writer.write(text)
    case .source, .target, .type, .label, .status, .accordingTo, .ownKind: break
    }
  }

  private func write(
    aliases: ArraySlice<StringID>, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    if aliases.isEmpty { return }
    var cell: [UInt8] = []
    for alias in aliases {
      if !cell.isEmpty { dialect.separator.withUTF8Buffer { cell.append(contentsOf: $0) } }
      cell.append(contentsOf: arena[alias])
    }
    try cell.span.withUnsafeBufferPointer { (cell) throws(WriteError) in try writer.write(cell: cell) }
  }

  private func writeEdges(from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let headings = dialect.edges + keys.headings(dialect) { $0.relationCount > 0 }
    try begin("edges.csv", headings.flatMap(\.names), to: &writer)
    let cells = headings.map(\.column)
    let own = OwnCells(keys, columns)
    try selection.forEachRelation(options, to: &writer) { row, writer in
      own.take(relations.attributes[row])
      for index in cells.indices {
        if index > 0 { try writer.write(byte: UInt8(ascii: ",")) }
        try write(cells[index], relation: row, own, from: arena, to: &writer)
      }
      try writer.write(byte: 13)
      try writer.write(byte: 10)
    }
  }

  private func write(
    _ column: CSVColumn, relation row: Int, _ own: OwnCells, from arena: borrowing StringTable.Arena,
    to writer: inout ByteWriter
  ) throws(WriteError) {
    switch column {
    case .id: try writer.write(cell: arena[relations.id[row]])
    case .source: try writer.write(ids, Int(relations.subject[row]))
    case .target: try writer.write(ids, Int(relations.object[row]))
    case .type: try writer.write(types, Int(relations.type[row]))
    case .label: try writer.write(labels, Int(relations.type[row]))
    case .when: try writer.write(cell: arena[columns.dates.text(of: relations.when[row])])
    case .status: try writer.write(statuses, Int(relations.status[row].rawValue))
    case .accordingTo:
      if relations.accordingTo[row] != 0 { try writer.write(ids, Int(relations.accordingTo[row]) - 1) }
    case .years: try years.write(relation: row, to: &writer)
    case .note: try writer.write(cell: arena[relations.note[row]])
    case .own(let key): try own.write(key, from: arena, to: &writer)
    case .ownKind:
      try writer.write(types, Int(relations.type[row]))
      guard let number = parallels?.number(of: row) else { return }
      try writer.write(" ")
      try writer.write(number)
    case .constant(let text): try writer.write(text)
    case .kind, .name, .aliases: break
    }
  }

  // MARK: - The other tables

  private func writeTypes(to writer: inout ByteWriter) throws {
    try begin("types.csv", ["type", "label", "from", "to", "holds", "directed"], to: &writer)
    var used = Set<UInt16>()
    selection.relationRows.forEach { used.insert(columns.relations.type[$0]) }
    let (schema, own) = (selection.graph.schema, Set(selection.graph.schema.ownRelationTypes))
    for (row, type) in schema.relationTypes.enumerated() where used.contains(UInt16(row)) || own.contains(type) {
      let (from, to) = (type.from.joined(separator: "|"), type.to.joined(separator: "|"))
      try line([type.name, type.label, from, to, type.holds.rawValue, type.directed ? "true" : "false"], to: &writer)
    }
  }

  private func writeCitations(from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    try begin("citations.csv", ["edge", "node", "document", "paragraph", "quote", "prefix", "suffix"], to: &writer)
    let documents = selection.graph.documents
    let cells = try Blocks(documents.count) { try $1.write(cell: documents[$0].id) }
    try selection.entityRows.forEach { row in
      for citation in columns.entities.citations[row] {
        try writer.write(byte: UInt8(ascii: ","))
        try writer.write(ids, row)
        try write(citation: citation, cells, from: arena, to: &writer)
      }
    }
    try selection.relationRows.forEach { row in
      for citation in columns.relations.citations[row] {
        try writer.write(cell: arena[columns.relations.id[row]])
        try writer.write(byte: UInt8(ascii: ","))
        try write(citation: citation, cells, from: arena, to: &writer)
      }
    }
  }

  private func write(
    citation row: Int, _ documents: borrowing Blocks, from arena: borrowing StringTable.Arena,
    to writer: inout ByteWriter
  ) throws(WriteError) {
    let citations = columns.citations
    try writer.write(byte: UInt8(ascii: ","))
    try writer.write(documents, Int(citations.document[row]))
    try writer.write(byte: UInt8(ascii: ","))
    if citations.paragraph[row] != 0 { try writer.write(citations.paragraph[row]) }
    try writer.write(byte: UInt8(ascii: ","))
    try writer.write(cell: arena[citations.quote[row]])
    try writer.write(byte: UInt8(ascii: ","))
    try writer.write(cell: arena[citations.prefix[row]])
    try writer.write(byte: UInt8(ascii: ","))
    try writer.write(cell: arena[citations.suffix[row]])
    try writer.write("\r\n")
  }

  private func writeDocuments(to writer: inout ByteWriter) throws {
    try begin("documents.csv", ["id", "title", "publisher", "date", "text", "url"], to: &writer)
    for document in selection.graph.documents {
      let cells = [document.title, document.publisher, document.date?.text, document.text, document.url]
      try line([document.id] + cells.map { $0 ?? "" }, to: &writer)
    }
  }

  private func begin(_ file: String, _ headings: [String], to writer: inout ByteWriter) throws {
    try writer.begin(file: file)
    try line(headings, to: &writer)
  }

  private func line(_ cells: [String], to writer: inout ByteWriter) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { try writer.write(byte: UInt8(ascii: ",")) }
      try writer.write(cell: cell)
    }
    try writer.write("\r\n")
  }
}

/// The own attributes of the row that is being written, by their columns.
private final class OwnCells {
  private let keys: AttributeKeys
  private let attributes: AttributeColumns
  /// The attribute's row for each key, or -1.
  private var rows: [Int]
  private var taken: [Int] = []

  init(_ keys: CSVKeys, _ columns: Columns) {
    self.keys = keys.keys
    attributes = columns.attributes
    rows = Array(repeating: -1, count: keys.names.count)
  }

  func take(_ range: Range<Int>) {
    if rows.isEmpty { return }
    for key in taken { rows[key] = -1 }
    taken.removeAll(keepingCapacity: true)
    for row in range {
      let key = keys.index(of: attributes.key[row])
      rows[key] = row
      taken.append(key)
    }
  }

  func write(
    _ key: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    let row = rows[key]
    if row < 0 { return }
    if case .text(let text) = attributes.value[row] {
      if text == .empty { try writer.write("\"\"") }
      try writer.write(cell: arena[text])
    } else {
      try writer.write(attributes.value[row], from: arena, escaping: JSON.string)
    }
  }
}
