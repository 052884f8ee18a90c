import Entente

/// The lines of one selection in the making.
struct FollowTheMoneyEntities {
  private let selection: Selection
  private let format: Format
  private let runs: Runs

  /// What depends on the graph alone.
  fileprivate struct Runs: Sendable {
    let ids: Blocks
    /// The schema that a kind's entities have, and their kind as a keyword.
    let kinds: Blocks
    let isEvent: [Bool]
    let types: Blocks
    let statuses: Blocks
    let times: Times
    /// The documents' ids as FollowTheMoney has them, and as they are written.
    let documents: Blocks
    let documentNames: Blocks
  }

  init(_ selection: Selection, _ format: Format, _ options: ExportOptions) throws {
    self.selection = selection
    self.format = format
    runs = try options.shared.part("FollowTheMoney.runs", of: selection.graph) { try Runs(of: selection.graph) }
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

  /// Whether an id may be too long: a character takes at most eight letters.
  private var hasLongID: Bool {
    var hasLong = false
    selection.forEachEntity { hasLong = hasLong || $0.id.count > FollowTheMoneyIDs.limit / 8 }
    selection.forEachRelation { hasLong = hasLong || $0.id.count > FollowTheMoneyIDs.limit / 8 }
    return hasLong
  }

  private func checkYears() -> [Diagnostic] {
    let graph = selection.graph
    let mayBeBeyond = (0..<graph.distinctDates).contains { row in
      guard let date = graph.date(DateID(row: row))?.extent else { return false }
      return ([date.existenceYears(happens: true)] + Holding.allCases.map { date.years(holds: $0) })
        .contains { FollowTheMoneyDates("", $0).isBeyond }
    }
    var found: [Diagnostic] = []
    if !mayBeBeyond { return found }
    for entity in selection.entities where entity.kind.followTheMoney == "Event" {
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
    try selection.forEachEntity { try write($0, to: &writer) }
    try selection.forEachRelation(options, to: &writer) { try write($0, to: &$1) }
  }

  private func write(_ document: Document, to writer: inout ByteWriter) throws(WriteError) {
    let file = document.text?.split(separator: "/").last.map(String.init) ?? document.id
    let date = document.date.flatMap { FollowTheMoneyDates($0.text, $0.extent.years(holds: .throughout)).start }
    let properties: [(String, String?)] = [
      ("fileName", file), ("title", document.title), ("author", document.author), ("publisher", document.publisher),
      ("publishedAt", date),
      ("sourceUrl", document.url),
    ]
    try writer.write(
      json: .object([
        ("id", .text(FollowTheMoneyIDs.id(document: document.id))), ("schema", .text("Document")),
        ("properties", .object(properties.map { name, text in (name, text.map { .texts([$0]) }) })),
      ]))
    try writer.write("\n")
  }

  private func write(_ entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("{\"id\":\"")
    try writer.write(runs.ids, entity.row)
    try writer.write("\"")
    try writer.write(runs.kinds, entity.kindRow)
    if !FollowTheMoneyIDs.isID(entity.id) {
      try writer.write(",\"id: ")
      try writer.write(entity.id, escaping: .json)
      try writer.write("\"")
    }
    try writer.write("],\"name\":[")
    try writer.write(json: entity.name)
    try writer.write("]")
    if entity.aliasCount > 0 {
      try writer.write(",\"alias\":[")
      for index in 0..<entity.aliasCount {
        if index > 0 { try writer.write(",") }
        try writer.write(json: entity.alias(index))
      }
      try writer.write("]")
    }
    if entity.sameAsCount > 0 { try write(sameAsOf: entity, to: &writer) }
    try write(",\"notes\":[", entity.note, to: &writer)
    if runs.isEvent[entity.kindRow] { try writer.write(runs.times, entity) }
    try write(citationsOf: entity, to: &writer)
    try writer.write("}}\n")
  }

  /// Writes Wikidata's ids, for which there is a property, and the others' IRIs as links.
  private func write(sameAsOf entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    let all = (0..<entity.sameAsCount).map { String(entity.sameAs($0)) }
    let wikidata = all.filter { $0.hasPrefix("wikidata:") }.map { String($0.dropFirst("wikidata:".count)) }
    let links = all.filter { !$0.hasPrefix("wikidata:") }.compactMap { SameAs.iri(of: $0) }
    for (property, values) in [("wikidataId", wikidata), ("sourceUrl", links)] where !values.isEmpty {
      try writer.write(",")
      try writer.write(json: property)
      try writer.write(":")
      try writer.write(json: .texts(values))
    }
  }

  private func write(_ relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("{\"id\":\"")
    try writer.write(followTheMoney: relation.id)
    try writer.write("\",\"schema\":\"UnknownLink\",\"properties\":{\"subject\":[\"")
    try writer.write(runs.ids, relation.subjectRow)
    try writer.write("\"],\"object\":[\"")
    try writer.write(runs.ids, relation.objectRow)
    try writer.write("\"")
    try writer.write(runs.types, relation.typeRow)
    try writer.write(runs.statuses, Int(relation.status.rawValue))
    try writer.write(",\"recordId\":[")
    try writer.write(json: relation.id)
    try writer.write("]")
    try writer.write(runs.times, relation)
    try write(",\"description\":[", relation.note, to: &writer)
    try write(citationsOf: relation, to: &writer)
    try writer.write("}}\n")
  }

  private func write(_ property: StaticString, _ text: Span<UInt8>?, to writer: inout ByteWriter) throws(WriteError) {
    guard let text else { return }
    try writer.write(property)
    try writer.write(json: text)
    try writer.write("]")
  }

  /// Writes the documents as proof, and the citations themselves, as a graph file has them, as summaries.
  private func write(
    citationsOf row: borrowing some GraphRow & ~Copyable, to writer: inout ByteWriter
  ) throws(WriteError) {
    if row.citationCount == 0 { return }
    try writer.write(",\"proof\":[")
    var documents: Set<Int> = []
    for index in 0..<row.citationCount {
      let document = row.citation(index).documentRow
      if !documents.insert(document).inserted { continue }
      try writer.write(documents.count == 1 ? "\"" : ",\"")
      try writer.write(runs.documents, document)
      try writer.write("\"")
    }
    try writer.write("],\"summary\":[")
    for index in 0..<row.citationCount {
      let citation = row.citation(index)
      try writer.write(index == 0 ? "\"" : ",\"")
      try writer.write(runs.documentNames, citation.documentRow)
      if let paragraph = citation.paragraph {
        try writer.write("#")
        try writer.write(paragraph)
      }
      if let pages = citation.pages { try writer.write(text: " \(Citation.words(pages: pages))") }
      if let quote = citation.quote {
        try writer.write(" \\\"")
        try writer.write(quote, escaping: .json)
        try writer.write("\\\"")
      }
      try writer.write("\"")
    }
    try writer.write("]")
  }
}

extension FollowTheMoneyEntities.Runs {
  fileprivate init(of graph: RelationGraph) throws {
    let schema = graph.schema
    ids = try Blocks(entitiesOf: graph) { entity, writer in try writer.write(followTheMoney: entity.id) }
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
    times = try Times(of: graph) { moment, writer in
      try writer.write(text: FollowTheMoneyDates(moment.date?.text ?? "", moment.years).members)
    }
    let names = graph.documents.map(\.id)
    documents = try Blocks(names.count) { try $1.write(text: FollowTheMoneyIDs.id(document: names[$0])) }
    documentNames = try Blocks(names.count) { try $1.write(text: names[$0], escaping: .json) }
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
  fileprivate mutating func write(followTheMoney id: Span<UInt8>) throws(WriteError) {
    if FollowTheMoneyIDs.isID(id) {
      try write(id)
    } else {
      try write(text: FollowTheMoneyIDs.id(String(id)))
    }
  }
}
