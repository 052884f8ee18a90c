import Entente

/// Writes what Entente knows of entities and relations as named attributes, in a format's syntax.
///
/// What many share (kind, type, status, date, the names themselves) is written once, as runs of bytes that are then copied.
struct PropertyTable {
  private let syntax: PropertySyntax
  private let keys: AttributeKeys
  private let own: [OwnProperty]
  /// The key whose values are written as the weight, too, because it was asked for and has another name.
  private let weight: Int?
  private let cells: OwnCells
  private let entities: Names
  private let relations: Names
  private let runs: Runs
  private let afterText: [UInt8]
  private let afterOther: [UInt8]

  /// What stands before values, made once.
  private struct Names: Sendable {
    let isWritten: [Bool]
    let texts: Blocks
    let others: Blocks
    let ownTexts: Blocks
    let ownOthers: Blocks
    /// The keys that are written whether or not a row has them.
    let filled: [Int]

    init(_ scope: PropertySyntax.Scope, _ syntax: PropertySyntax, _ own: [OwnProperty]) throws {
      let names = syntax.names(scope)
      let all = Property.allCases.map { names[$0] }
      func blocks(_ names: [String?], isText: Bool) throws -> Blocks {
        try Blocks(names.count) { row, writer in
          if let name = names[row] { try writer.write(text: syntax.before(scope, name, isText)) }
        }
      }
      isWritten = all.map { $0 != nil }
      texts = try blocks(all, isText: true)
      others = try blocks(all, isText: false)
      ownTexts = try blocks(own.map(\.name), isText: true)
      ownOthers = try blocks(own.map(\.name), isText: false)
      filled = own.indices.filter { scope == .entity ? own[$0].fillsEntities : own[$0].fillsRelations }
    }
  }

  /// What depends on the graph alone.
  fileprivate struct Runs: Sendable {
    let kinds: Blocks
    let types: Blocks
    let statuses: Blocks
    let answers: Blocks
    let times: Times
    let citations: CitationLists

    init(of graph: RelationGraph, _ syntax: PropertySyntax) throws {
      let once = PropertyOnce(syntax: syntax)
      let schema = graph.schema
      kinds = try Blocks(schema.kinds.count) { row, writer in
        try once.write(.entity, .kind, schema.kinds[row].name, to: &writer)
      }
      types = try Blocks(schema.relationTypes.count) { try once.write(schema.relationTypes[$0], to: &$1) }
      statuses = try Blocks(Status.allCases.count) { row, writer in
        try once.write(.relation, .status, Status.allCases[row].name, to: &writer)
      }
      answers = try Blocks(Answer.allCases.count) { row, writer in
        try once.write(.relation, .answer, "\(Answer.allCases[row])", to: &writer)
      }
      times = try Times(of: graph) { moment, writer in
        let scope: PropertySyntax.Scope = moment.isRelation ? .relation : .entity
        try once.write(scope, .when, moment.date?.text ?? "", to: &writer)
        for (property, year) in zip(Property.years, moment.years.all) {
          try once.write(scope, property, value: String(year), to: &writer)
        }
      }
      citations = try CitationLists(of: graph, syntax.citations)
    }
  }

  /// The attributes of a selection's entities and relations; `own` has a property for each of the `keys`.
  init(
    of selection: Selection, _ syntax: PropertySyntax, keys: AttributeKeys, own: [OwnProperty], weight: Int?,
    _ options: ExportOptions
  ) throws {
    let graph = selection.graph
    self.syntax = syntax
    self.keys = keys
    self.own = own
    self.weight = weight.flatMap { keys.keys[$0].name == AttributeKeys.weight ? nil : $0 }
    cells = OwnCells(keys, omitsNothing: syntax.trims)
    entities = try Names(.entity, syntax, own)
    relations = try Names(.relation, syntax, own)
    runs = try options.shared.part("\(syntax.format).properties", of: graph) { try Runs(of: graph, syntax) }
    afterText = Array(syntax.after.text.utf8)
    afterOther = Array(syntax.after.other.utf8)
  }

  // MARK: - Entities and relations

  func write(_ entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    try write(.label, entity.name, entities, to: &writer)
    try write(.name, entity.name, entities, to: &writer)
    try write(.id, entity.id, entities, to: &writer)
    try writer.write(runs.kinds, entity.kindRow)
    if entity.aliasCount > 0 { try write(aliasesOf: entity, to: &writer) }
    if entity.sameAsCount > 0 { try write(sameAsOf: entity, to: &writer) }
    if let note = entity.note { try write(.note, note, entities, to: &writer) }
    if entity.citationCount > 0 { try write(citationsOf: entity, entities, to: &writer) }
    try writer.write(runs.times, entity)
    try write(attributesOf: entity, entities, to: &writer)
  }

  func write(_ relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    try write(.id, relation.id, relations, to: &writer)
    try writer.write(runs.types, relation.typeRow)
    try writer.write(runs.statuses, Int(relation.status.rawValue))
    if let accordingTo = relation.accordingTo { try write(.accordingTo, accordingTo, relations, to: &writer) }
    if let note = relation.note { try write(.note, note, relations, to: &writer) }
    if relation.citationCount > 0 { try write(citationsOf: relation, relations, to: &writer) }
    try writer.write(runs.times, relation)
    if let answer = relation.answer { try writer.write(runs.answers, Int(answer.rawValue)) }
    try write(attributesOf: relation, relations, to: &writer)
    if let weight { try write(weight: weight, of: relation, to: &writer) }
  }

  // MARK: - Values

  /// Writes a text that is not empty.
  private func write(
    _ property: Property, _ text: Span<UInt8>, _ names: borrowing Names, to writer: inout ByteWriter
  ) throws(WriteError) {
    guard names.isWritten[property.rawValue] else { return }
    let text = syntax.trims ? XML.trimmed(text) : text
    if text.isEmpty { return }
    try writer.write(names.texts, property.rawValue)
    try writer.write(text, escaping: syntax.escapes)
    try writer.write(afterText)
  }

  private func write(aliasesOf entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    if !entities.isWritten[Property.aliases.rawValue] { return }
    let isList = syntax.hasLists
    var isFirst = true
    try beginList(.aliases, to: &writer)
    for index in 0..<entity.aliasCount {
      let alias = syntax.trims ? XML.trimmed(entity.alias(index)) : entity.alias(index)
      if alias.isEmpty { continue }
      if !isFirst { try writer.write(isList ? "," : "|") }
      isFirst = false
      if isList {
        try writer.write(syntax.listQuote)
        try writer.write(alias, escaping: syntax.escapes)
        try writer.write(syntax.listQuote)
      } else if let escaped = ListText.escaped(alias, separator: UInt8(ascii: "|")) {
        try writer.write(escaped.span, escaping: syntax.escapes)
      } else {
        try writer.write(alias, escaping: syntax.escapes)
      }
    }
    try endList(to: &writer)
  }

  private func write(sameAsOf entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    if !entities.isWritten[Property.sameAs.rawValue] { return }
    let isList = syntax.hasLists
    try beginList(.sameAs, to: &writer)
    for index in 0..<entity.sameAsCount {
      if index > 0 { try writer.write(isList ? "," : "|") }
      if isList { try writer.write(syntax.listQuote) }
      try writer.write(entity.sameAs(index), escaping: syntax.escapes)
      if isList { try writer.write(syntax.listQuote) }
    }
    try endList(to: &writer)
  }

  private func beginList(_ property: Property, to writer: inout ByteWriter) throws(WriteError) {
    let isList = syntax.hasLists
    try writer.write(isList ? entities.others : entities.texts, property.rawValue)
    if isList { try writer.write("[") }
  }

  private func endList(to writer: inout ByteWriter) throws(WriteError) {
    if syntax.hasLists { try writer.write("]") }
    try writer.write(syntax.hasLists ? afterOther : afterText)
  }

  private func write(
    citationsOf row: borrowing some GraphRow & ~Copyable, _ names: borrowing Names, to writer: inout ByteWriter
  ) throws(WriteError) {
    if !names.isWritten[Property.citations.rawValue] { return }
    let isText = if case .objects = syntax.citations { false } else { true }
    try writer.write(isText ? names.texts : names.others, Property.citations.rawValue)
    try runs.citations.write(of: row, to: &writer)
    try writer.write(isText ? afterText : afterOther)
  }

  private func write(
    attributesOf row: borrowing some GraphRow & ~Copyable, _ names: borrowing Names, to writer: inout ByteWriter
  ) throws(WriteError) {
    for index in 0..<row.attributeCount {
      let attribute = row.attribute(index)
      if syntax.trims, attribute.value.isNothing { continue }
      try write(attribute.value, as: keys.index(of: attribute.keyID), names, to: &writer)
    }
    if names.filled.isEmpty { return }
    cells.take(row)
    for key in names.filled where cells.place(of: key) == nil { try writeAbsent(names.ownOthers, key, to: &writer) }
  }

  private func write(
    weight key: Int, of relation: borrowing RelationRow, to writer: inout ByteWriter
  ) throws(WriteError) {
    if !relations.isWritten[Property.weight.rawValue] { return }
    cells.take(relation)
    if let place = cells.place(of: key) {
      try writer.write(relations.others, Property.weight.rawValue)
      try write(relation.attribute(place).value, to: &writer)
      try writer.write(afterOther)
    } else if own[key].fillsRelations {
      try writeAbsent(relations.others, Property.weight.rawValue, to: &writer)
    }
  }

  private func writeAbsent(
    _ names: borrowing Blocks, _ row: Int, to writer: inout ByteWriter
  ) throws(WriteError) {
    try writer.write(names, row)
    try writer.write("NaN")
    try writer.write(afterOther)
  }

  private func write(
    _ value: AttributeRow.Value, as key: Int, _ names: borrowing Names, to writer: inout ByteWriter
  ) throws(WriteError) {
    if case .text(let text) = value {
      let text = syntax.trims ? XML.trimmed(text) : text
      try writer.write(names.ownTexts, key)
      try writer.write(text, escaping: syntax.escapes)
      try writer.write(afterText)
    } else if own[key].isText {
      try writer.write(names.ownTexts, key)
      try writer.write(value, escaping: syntax.escapes)
      try writer.write(afterText)
    } else {
      try writer.write(names.ownOthers, key)
      try write(value, to: &writer)
      try writer.write(afterOther)
    }
  }

  /// Writes what is no text.
  private func write(_ value: AttributeRow.Value, to writer: inout ByteWriter) throws(WriteError) {
    switch value {
    case .boolean(let boolean): try writer.write(text: boolean ? syntax.booleans.yes : syntax.booleans.no)
    case .number(let number) where number.isInfinite:
      try writer.write(text: (number < 0 ? "-" : "") + (syntax.infinity ?? ""))
    default: try writer.write(value, escaping: syntax.escapes)
    }
  }
}

/// Writes attributes that are the same for many, once.
private struct PropertyOnce {
  let syntax: PropertySyntax

  func write(_ type: RelationType, to writer: inout ByteWriter) throws {
    try write(.relation, .type, type.name, to: &writer)
    try write(.relation, .label, type.label, to: &writer)
    try write(.relation, .interaction, type.name, to: &writer)
    let booleans = syntax.booleans
    try write(.relation, .symmetric, value: type.directed ? booleans.no : booleans.yes, to: &writer)
    try write(.relation, .holds, type.holds.rawValue, to: &writer)
  }

  func write(
    _ scope: PropertySyntax.Scope, _ property: Property, _ text: String, to writer: inout ByteWriter
  ) throws {
    guard let name = syntax.names(scope)[property], !text.isEmpty else { return }
    try writer.write(text: syntax.before(scope, name, true))
    try writer.write(text: text, escaping: syntax.escapes)
    try writer.write(text: syntax.after.text)
  }

  func write(
    _ scope: PropertySyntax.Scope, _ property: Property, value: String, to writer: inout ByteWriter
  ) throws {
    guard let name = syntax.names(scope)[property] else { return }
    try writer.write(text: syntax.before(scope, name, false))
    try writer.write(text: value)
    try writer.write(text: syntax.after.other)
  }
}
