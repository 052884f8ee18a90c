import Entente

/// The tables of one selection in the making.
struct CSVTables {
  private let selection: Selection
  private let options: ExportOptions
  private let dialect: CSVDialect
  private let keys: CSVKeys
  private let cells: OwnCells
  private let runs: Runs
  private let parallels: ParallelRelations?
  private let formulas: Formulas
  /// Whether some citation names pages: only then there is a column for them.
  private let hasPages: Bool

  /// What depends on the graph alone.
  fileprivate struct Runs: Sendable {
    /// Entities' ids, as cells.
    let ids: Blocks
    let kinds: Blocks
    let types: Blocks
    let labels: Blocks
    let statuses: Blocks
    let documents: Blocks
    /// The four years and the four days, as cells.
    let times: Times
  }

  init(_ selection: Selection, _ dialect: CSVDialect, _ options: ExportOptions) throws {
    self.selection = selection
    self.options = options
    self.dialect = dialect
    keys = CSVKeys(of: selection, dialect, options)
    _ = try keys.keys.weight(of: selection, options)
    cells = OwnCells(keys.keys)
    let formulas: Formulas = options.escapesFormulas ? .escaped : .asTheyStand
    self.formulas = formulas
    runs = try options.shared.part("CSV.runs \(formulas)", of: selection.graph) {
      try Runs(of: selection.graph, formulas)
    }
    let needsKinds = dialect.edges.contains { if case .ownKind = $0.column { true } else { false } }
    parallels = needsKinds ? ParallelRelations(of: selection) : nil
    hasPages = options.rows?.citesPages ?? selection.graph.citesPages
  }

  func write(to writer: inout ByteWriter) throws {
    try writeGraph(to: &writer)
    try beginNodes(to: &writer)
    try writeNodes(to: &writer)
    try beginEdges(to: &writer)
    try writeEdges(to: &writer)
    try writeKinds(to: &writer)
    try writeTypes(to: &writer)
    try beginCitations(to: &writer)
    try writeCitationsOfNodes(to: &writer)
    try writeCitationsOfEdges(to: &writer)
    try writeDocuments(to: &writer)
    try writeAttributes(to: &writer)
  }

  // MARK: - Nodes and edges

  private var nodeHeadings: [CSVDialect.Heading] {
    dialect.nodes + (keys.keys.hasSameAs ? [dialect.sameAs] : []) + keys.headings { $0.entityCount > 0 }
  }

  func beginNodes(to writer: inout ByteWriter) throws {
    try begin("nodes.csv", nodeHeadings.flatMap(\.names), to: &writer)
  }

  func writeNodes(to writer: inout ByteWriter) throws {
    let columns = nodeHeadings.map(\.column)
    try selection.forEachEntity { entity in
      cells.take(entity)
      for index in columns.indices {
        if index > 0 { try writer.write(byte: UInt8(ascii: ",")) }
        try write(columns[index], of: entity, to: &writer)
      }
      try writer.write("\r\n")
    }
  }

  private func write(
    _ column: CSVColumn, of entity: borrowing EntityRow, to writer: inout ByteWriter
  ) throws(WriteError) {
    switch column {
    case .id: try writer.write(runs.ids, entity.row)
    case .kind: try writer.write(runs.kinds, entity.kindRow)
    case .name: try writer.write(cell: entity.name, formulas)
    case .aliases: if entity.aliasCount > 0 { try write(aliasesOf: entity, to: &writer) }
    case .sameAs: if entity.sameAsCount > 0 { try write(sameAsOf: entity, to: &writer) }
    case .when: if let when = entity.when { try writer.write(cell: when) }
    case .times: try writer.write(runs.times, entity)
    case .note: if let note = entity.note { try writer.write(cell: note, formulas) }
    case .own(let key): try write(key, of: entity, to: &writer)
    case .constant(let text): try writer.write(text)
    case .source, .target, .type, .label, .status, .accordingTo, .ownKind, .answer, .weight: break
    }
  }

  private func write(aliasesOf entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    var cell: [UInt8] = []
    for index in 0..<entity.aliasCount {
      if index > 0 { cell.append(dialect.separator) }
      let alias = entity.alias(index)
      if let escaped = ListText.escaped(alias, separator: dialect.separator) {
        cell += escaped
      } else {
        alias.withUnsafeBufferPointer { cell.append(contentsOf: $0) }
      }
    }
    try writer.write(cell: cell.span, formulas)
  }

  private func write(sameAsOf entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    var cell: [UInt8] = []
    for index in 0..<entity.sameAsCount {
      if index > 0 { cell.append(UInt8(ascii: "|")) }
      entity.sameAs(index).withUnsafeBufferPointer { cell.append(contentsOf: $0) }
    }
    try writer.write(cell: cell.span, formulas)
  }

  private var edgeHeadings: [CSVDialect.Heading] {
    var headings = dialect.edges
    if keys.weight != nil { headings.append(CSVDialect.Heading(dialect.weight, .weight)) }
    if selection.filter.years != nil { headings.append(CSVDialect.Heading(dialect.answer, .answer)) }
    return headings + keys.headings { $0.relationCount > 0 }
  }

  func beginEdges(to writer: inout ByteWriter) throws {
    try begin("edges.csv", edgeHeadings.flatMap(\.names), to: &writer)
  }

  func writeEdges(to writer: inout ByteWriter) throws {
    let columns = edgeHeadings.map(\.column)
    try selection.forEachRelation(options, to: &writer) { relation, writer in
      cells.take(relation)
      for index in columns.indices {
        if index > 0 { try writer.write(byte: UInt8(ascii: ",")) }
        try write(columns[index], of: relation, to: &writer)
      }
      try writer.write("\r\n")
    }
  }

  private func write(
    _ column: CSVColumn, of relation: borrowing RelationRow, to writer: inout ByteWriter
  ) throws(WriteError) {
    switch column {
    case .id: try writer.write(cell: relation.id, formulas)
    case .source: try writer.write(runs.ids, relation.subjectRow)
    case .target: try writer.write(runs.ids, relation.objectRow)
    case .type: try writer.write(runs.types, relation.typeRow)
    case .label: try writer.write(runs.labels, relation.typeRow)
    case .when: if let when = relation.when { try writer.write(cell: when) }
    case .status: try writer.write(runs.statuses, Int(relation.status.rawValue))
    case .accordingTo: if let entity = relation.accordingToRow { try writer.write(runs.ids, entity) }
    case .times: try writer.write(runs.times, relation)
    case .note: if let note = relation.note { try writer.write(cell: note, formulas) }
    case .own(let key): try write(key, of: relation, to: &writer)
    case .weight: if let key = keys.weight { try write(key, of: relation, to: &writer) }
    case .answer: if let answer = relation.answer { try writer.write(answer == .certain ? "certain" : "possible") }
    case .ownKind:
      try writer.write(runs.types, relation.typeRow)
      guard let number = parallels?.number(of: relation.row) else { return }
      try writer.write(" ")
      try writer.write(number)
    case .constant(let text): try writer.write(text)
    case .kind, .name, .aliases, .sameAs: break
    }
  }

  /// Writes an own attribute, whose text is in quotes where it could be taken for nothing, or for another type.
  private func write(
    _ key: Int, of row: borrowing some GraphRow & ~Copyable, to writer: inout ByteWriter
  ) throws(WriteError) {
    guard let place = cells.place(of: key) else { return }
    let attribute = row.attribute(place)
    if case .text(let text) = attribute.value {
      if text.isEmpty || keys.keys.keys[key].isMixed {
        try writer.write(quotedCell: text, formulas)
      } else {
        try writer.write(cell: text, formulas)
      }
    } else {
      try writer.write(attribute.value, escaping: .json)
    }
  }

  // MARK: - The other tables

  func writeGraph(to writer: inout ByteWriter) throws {
    try begin("graph.csv", ["title"], to: &writer)
    // An empty line is no row to many readers.
    if selection.graph.title.isEmpty {
      try writer.write("\"\"\r\n")
    } else {
      try line([selection.graph.title], to: &writer)
    }
  }

  func writeKinds(to writer: inout ByteWriter) throws {
    try begin("kinds.csv", ["kind", "plural", "happens", "shape", "colour"], to: &writer)
    let schema = selection.graph.schema
    var used = Set(schema.ownKinds.map(\.name)).union(options.rows?.kinds ?? [])
    selection.forEachEntity { used.insert(schema.kinds[$0.kindRow].name) }
    for kind in schema.kinds where used.contains(kind.name) {
      try line(
        [
          kind.name, kind.plural, kind.happens ? "true" : "false", kind.shape?.rawValue ?? "",
          kind.colour?.rawValue ?? "",
        ], to: &writer)
    }
  }

  func writeTypes(to writer: inout ByteWriter) throws {
    let schema = selection.graph.schema
    // A column only where some type is quiet: most graphs have none.
    let hasQuiet = schema.relationTypes.contains(where: \.quiet)
    try begin(
      "types.csv", ["type", "label", "from", "to", "holds", "directed"] + (hasQuiet ? ["quiet"] : []), to: &writer)
    var isUsed = Array(repeating: false, count: schema.relationTypes.count)
    selection.forEachRelation { isUsed[$0.typeRow] = true }
    let own = Set(schema.ownRelationTypes.map(\.name)).union(options.rows?.types ?? [])
    for (row, type) in schema.relationTypes.enumerated() where isUsed[row] || own.contains(type.name) {
      let (from, to) = (Self.list(type.from), Self.list(type.to))
      let quiet = hasQuiet ? [type.quiet ? "true" : "false"] : []
      try line(
        [type.name, type.label, from, to, type.holds.rawValue, type.directed ? "true" : "false"] + quiet, to: &writer)
    }
  }

  private static func list(_ kinds: [String]) -> String { ListText.joined(kinds, separator: UInt8(ascii: "|")) }

  func beginCitations(to writer: inout ByteWriter) throws {
    let page = hasPages ? ["page"] : []
    try begin(
      "citations.csv", ["edge", "node", "document", "paragraph"] + page + ["quote", "prefix", "suffix"], to: &writer)
  }

  func writeCitationsOfNodes(to writer: inout ByteWriter) throws {
    try selection.forEachEntity { entity in
      for index in 0..<entity.citationCount {
        try writer.write(",")
        try writer.write(runs.ids, entity.row)
        try write(entity.citation(index), to: &writer)
      }
    }
  }

  func writeCitationsOfEdges(to writer: inout ByteWriter) throws {
    try selection.forEachRelation { relation in
      for index in 0..<relation.citationCount {
        try writer.write(cell: relation.id, formulas)
        try writer.write(",")
        try write(relation.citation(index), to: &writer)
      }
    }
  }

  private func write(_ citation: CitationRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(",")
    try writer.write(runs.documents, citation.documentRow)
    try writer.write(",")
    if let paragraph = citation.paragraph { try writer.write(paragraph) }
    try writer.write(",")
    if hasPages {
      if let pages = citation.pages { try writer.write(text: Citation.numbers(pages: pages)) }
      try writer.write(",")
    }
    if let quote = citation.quote { try writer.write(cell: quote, formulas) }
    try writer.write(",")
    if let prefix = citation.prefix { try writer.write(cell: prefix, formulas) }
    try writer.write(",")
    if let suffix = citation.suffix { try writer.write(cell: suffix, formulas) }
    try writer.write("\r\n")
  }

  func writeDocuments(to writer: inout ByteWriter) throws {
    let documents = selection.graph.documents
    // What only books and articles have is a column where there is one.
    let names = Document("").fields.enumerated().filter { index, _ in
      index < Document.commonFields || documents.contains { $0.fields[index].text != nil }
    }
    try begin("documents.csv", ["id"] + names.map(\.element.name), to: &writer)
    for document in documents {
      let fields = document.fields
      try line([document.id] + names.map { fields[$0.offset].text ?? "" }, to: &writer)
    }
  }

  /// What the columns of own attributes are called and hold in the graph, where there are such.
  func writeAttributes(to writer: inout ByteWriter) throws {
    if keys.rows.isEmpty { return }
    try begin("attributes.csv", ["column", "attribute", "type"], to: &writer)
    for row in keys.rows { try line(row, to: &writer) }
  }

  private func begin(_ file: String, _ headings: [String], to writer: inout ByteWriter) throws {
    try writer.begin(file: file)
    try line(headings, to: &writer)
  }

  private func line(_ cells: [String], to writer: inout ByteWriter) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { try writer.write(byte: UInt8(ascii: ",")) }
      try writer.write(cell: cell, formulas)
    }
    try writer.write("\r\n")
  }
}

extension CSVTables.Runs {
  fileprivate init(of graph: RelationGraph, _ formulas: Formulas) throws {
    let schema = graph.schema
    ids = try Blocks(entitiesOf: graph) { entity, writer in try writer.write(cell: entity.id, formulas) }
    kinds = try Blocks(schema.kinds.count) { try $1.write(cell: schema.kinds[$0].name, formulas) }
    types = try Blocks(schema.relationTypes.count) { try $1.write(cell: schema.relationTypes[$0].name, formulas) }
    labels = try Blocks(schema.relationTypes.count) { try $1.write(cell: schema.relationTypes[$0].label, formulas) }
    statuses = try Blocks(Status.allCases.count) { try $1.write(cell: Status.allCases[$0].name) }
    let ids = graph.documents.map(\.id)
    documents = try Blocks(ids.count) { try $1.write(cell: ids[$0], formulas) }
    times = try Times(of: graph) { moment, writer in
      for (place, year) in moment.years.all.enumerated() {
        if place > 0 { try writer.write(",") }
        try writer.write(year)
      }
      let bounds = moment.date?.bounds
      for bound in [bounds?.startEarliest, bounds?.startLatest, bounds?.endEarliest, bounds?.endLatest] {
        try writer.write(",")
        if case .day(let day) = bound { try writer.write(day: day) }
      }
    }
  }
}

extension ByteWriter {
  /// Writes a day counted from 1970-01-01 as year, month and day, `-0043-03-15`, as `DayBound` describes it.
  fileprivate mutating func write(day: Int64) throws(WriteError) {
    let date = CivilCalendar.date(of: day)
    if date.year < 0 { try write("-") }
    for bound in [1000, 100, 10] as [UInt64] where date.year.magnitude < bound { try write("0") }
    try write(date.year.magnitude)
    for number in [date.month, date.day] {
      try write(number < 10 ? "-0" : "-")
      try write(number)
    }
  }
}
