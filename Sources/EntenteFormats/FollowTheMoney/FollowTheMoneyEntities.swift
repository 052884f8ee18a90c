import Entente

/// The lines of one selection in the making.
struct FollowTheMoneyEntities {
  private let selection: Selection
  private let columns: Columns
  private let format: Format
  private let ids: Blocks
  /// The schema that a kind's entities have, and their kind as a keyword.
  private let kinds: Blocks
  private let isEvent: [Bool]
  private let types: Blocks
  private let statuses: Blocks
  private let times: Times
  /// The documents' ids as FollowTheMoney has them, and as they are written.
  private let documents: Blocks
  private let documentNames: Blocks

  init(_ selection: Selection, _ format: Format) throws {
    let (graph, schema, columns) = (selection.graph, selection.graph.schema, selection.graph.columns)
    self.selection = selection
    self.columns = columns
    self.format = format
    ids = try columns.strings.withArena { arena in
      try Blocks(columns.entities.count) { row, writer in
        guard selection.entityRows.contains(row) else { return }
        try writer.write(followTheMoney: arena[columns.entities.id[row]])
      }
    }
    kinds = try Blocks(schema.kinds.count) { row, writer in
      let kind = schema.kinds[row]
      try writer.write(text: ",\"schema\":\"\(kind.followTheMoney)\",\"properties\":{\"keywords\":[")
      try writer.write(json: kind.name)
    }
    isEvent = schema.kinds.map { $0.followTheMoney == "Event" }
    types = try Blocks(schema.relationTypes.count) { row, writer in
      try writer.write("],\"role\":[")
      try writer.write(json: schema.relationTypes[row].label)
    }
    statuses = try Blocks(Status.allCases.count) { row, writer in
      try writer.write(text: "],\"status\":[\"\(Status.allCases[row].name)\"]")
    }
    times = try Times(of: graph) { arena, text, years, _, writer in
      let text = String(decoding: arena[text], as: UTF8.self)
      try writer.write(text: FollowTheMoneyDates(text, years).members)
    }
    let names = graph.documents.map(\.id)
    documents = try Blocks(names.count) { try $1.write(text: FollowTheMoneyIDs.id(document: names[$0])) }
    documentNames = try Blocks(names.count) { try $1.write(text: names[$0], escaping: JSON.string) }
  }

  // MARK: - What cannot be held

  /// Throws a diagnostic for every year and every id that cannot be held.
  func check() throws(CheckFailure) {
    var found = checkYears()
    let owners =
      selection.entities.lazy.map { ($0.id, "entity", $0.place) }
      + selection.relations.lazy.map { ($0.id, "relation", $0.place) }
    if hasLongID {
      for (id, what, place) in owners where FollowTheMoneyIDs.id(id).utf8.count > FollowTheMoneyIDs.limit {
        let finding = IDTooLong(format: format.name, owner: "\(what) '\(id)'", limit: FollowTheMoneyIDs.limit)
        found.append(Diagnostic(finding, at: place))
      }
    }
    if !found.isEmpty { throw CheckFailure(found) }
  }

  /// Whether an id may be too long: a letter beyond ASCII has at least two bytes, and takes at most eight.
  private var hasLongID: Bool {
    columns.strings.withArena { arena in
      (columns.entities.id + columns.relations.id).contains { arena[$0].count > FollowTheMoneyIDs.limit / 5 }
    }
  }

  private func checkYears() -> [Diagnostic] {
    let dates = (1..<max(1, columns.dates.count)).compactMap { columns.dates[DateID(row: $0)] }
    let mayBeBeyond = dates.contains { date in
      ([date.existenceYears(happens: true)] + Holding.allCases.map { date.years(holds: $0) })
        .contains { FollowTheMoneyDates("", $0).isBeyond }
    }
    var found: [Diagnostic] = []
    if !mayBeBeyond { return found }
    for entity in selection.entities where isEvent[Int(columns.entities.kind[entity.row])] {
      guard let when = entity.when else { continue }
      check(when, when.extent.existenceYears(happens: true), "entity '\(entity.id)'", entity.place, &found)
    }
    for relation in selection.relations {
      guard let when = relation.when else { continue }
      check(when, when.extent.years(holds: relation.type.holds), "relation '\(relation.id)'", relation.place, &found)
    }
    return found
  }

  private func check(
    _ when: EDTF, _ years: FourYears, _ owner: String, _ place: SourcePlace?, _ found: inout [Diagnostic]
  ) {
    guard FollowTheMoneyDates(when.text, years).isBeyond else { return }
    let finding = YearNotHeld(
      format: format.name, owner: owner, date: when.text, years: FollowTheMoneyDates.range)
    found.append(Diagnostic(finding, at: place))
  }

  // MARK: - Lines

  func write(_ options: ExportOptions, to writer: inout ByteWriter) throws {
    for document in selection.graph.documents { try write(document, to: &writer) }
    try columns.strings.withArena { arena in
      try selection.entityRows.forEach { try write(entity: $0, from: arena, to: &writer) }
      try selection.forEachRelation(options, to: &writer) { try write(relation: $0, from: arena, to: &$1) }
    }
  }

  private func write(_ document: Document, to writer: inout ByteWriter) throws(WriteError) {
    let file = document.text?.split(separator: "/").last.map(String.init) ?? document.id
    let date = document.date.flatMap { FollowTheMoneyDates($0.text, $0.extent.years(holds: .throughout)).start }
    let properties: [(String, String?)] = [
      ("fileName", file), ("title", document.title), ("publisher", document.publisher), ("publishedAt", date),
      ("sourceUrl", document.url),
    ]
    try writer.write(
      json: .object([
        ("id", .text(FollowTheMoneyIDs.id(document: document.id))), ("schema", .text("Document")),
        ("properties", .object(properties.map { name, text in (name, text.map { .texts([$0]) }) })),
      ]))
    try writer.write("\n")
  }

  private func write(entity row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let entities = columns.entities
    let id = arena[entities.id[row]]
    try writer.write("{\"id\":\"")
    try writer.write(ids, row)
    try writer.write("\"")
    try writer.write(kinds, Int(entities.kind[row]))
    if !FollowTheMoneyIDs.isID(id) {
      try writer.write(",\"id: ")
      try writer.write(id, escaping: JSON.string)
      try writer.write("\"")
    }
    try writer.write("],\"name\":[")
    try writer.write(json: arena[entities.name[row]])
    try writer.write("]")
    if !entities.aliases[row].isEmpty {
      try writer.write(",\"alias\":[")
      for (index, alias) in entities.aliases[row].enumerated() {
        if index > 0 { try writer.write(",") }
        try writer.write(json: arena[alias])
      }
      try writer.write("]")
    }
    try write(",\"notes\":[", entities.note[row], from: arena, to: &writer)
    if isEvent[Int(entities.kind[row])] { try times.write(entity: row, to: &writer) }
    try write(citations: entities.citations[row], from: arena, to: &writer)
    try writer.write("}}\n")
  }

  private func write(relation row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let relations = columns.relations
    try writer.write("{\"id\":\"")
    try writer.write(followTheMoney: arena[relations.id[row]])
    try writer.write("\",\"schema\":\"UnknownLink\",\"properties\":{\"subject\":[\"")
    try writer.write(ids, Int(relations.subject[row]))
    try writer.write("\"],\"object\":[\"")
    try writer.write(ids, Int(relations.object[row]))
    try writer.write("\"")
    try writer.write(types, Int(relations.type[row]))
    try writer.write(statuses, Int(relations.status[row].rawValue))
    try writer.write(",\"recordId\":[")
    try writer.write(json: arena[relations.id[row]])
    try writer.write("]")
    try times.write(relation: row, to: &writer)
    try write(",\"description\":[", relations.note[row], from: arena, to: &writer)
    try write(citations: relations.citations[row], from: arena, to: &writer)
    try writer.write("}}\n")
  }

  private func write(
    _ property: StaticString, _ text: StringID, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    if text == .empty { return }
    try writer.write(property)
    try writer.write(json: arena[text])
    try writer.write("]")
  }

  /// Writes the documents as proof, and the citations themselves, as a graph file has them, as summaries.
  private func write(
    citations rows: Range<Int>, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    if rows.isEmpty { return }
    let citations = columns.citations
    try writer.write(",\"proof\":[")
    for row in rows where !citations.document[rows.lowerBound..<row].contains(citations.document[row]) {
      try writer.write(row == rows.lowerBound ? "\"" : ",\"")
      try writer.write(documents, Int(citations.document[row]))
      try writer.write("\"")
    }
    try writer.write("],\"summary\":[")
    for row in rows {
      try writer.write(row == rows.lowerBound ? "\"" : ",\"")
      try writer.write(documentNames, Int(citations.document[row]))
      if citations.paragraph[row] != 0 {
        try writer.write("#")
        try writer.write(citations.paragraph[row])
      }
      if citations.quote[row] != .empty {
        try writer.write(" \\\"")
        try writer.write(arena[citations.quote[row]], escaping: JSON.string)
        try writer.write("\\\"")
      }
      try writer.write("\"")
    }
    try writer.write("]")
  }
}

extension Kind {
  /// The schema of FollowTheMoney whose entities these are.
  fileprivate var followTheMoney: String {
    switch name {
    case "person": "Person"
    case "organization": "Organization"
    case "state", "island", "place": "Territory"
    default: happens ? "Event" : "Asset"
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(followTheMoney id: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    if FollowTheMoneyIDs.isID(id) {
      try write(id)
    } else {
      try write(text: FollowTheMoneyIDs.id(String(decoding: id, as: UTF8.self)))
    }
  }
}
