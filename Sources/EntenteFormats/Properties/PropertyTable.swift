import Entente

/// Writes what Entente knows of entities and relations as named attributes, in a format's syntax.
///
/// What many share (kind, type, status, date, the names themselves) is written once, as runs of bytes that are then copied.
struct PropertyTable: Sendable {
  private let columns: Columns
  private let syntax: PropertySyntax
  private let keys: AttributeKeys
  private let own: [OwnProperty]
  private let entities: Names
  private let relations: Names
  private let kinds: Blocks
  private let types: Blocks
  private let statuses: Blocks
  private let times: Times
  private let citations: CitationLists
  private let afterText: [UInt8]
  private let afterOther: [UInt8]

  /// What stands before values, made once.
  private struct Names: Sendable {
    let isWritten: [Bool]
    let texts: Blocks
    let others: Blocks
    let ownTexts: Blocks
    let ownOthers: Blocks

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
    }
  }

  /// The attributes of a selection's entities and relations; `own` has a property for each of the `keys`.
  init(of selection: Selection, _ syntax: PropertySyntax, keys: AttributeKeys, own: [OwnProperty]) throws {
    let (graph, schema) = (selection.graph, selection.graph.schema)
    columns = graph.columns
    self.syntax = syntax
    self.keys = keys
    self.own = own
    entities = try Names(.entity, syntax, own)
    relations = try Names(.relation, syntax, own)
    let once = PropertyOnce(syntax: syntax)
    kinds = try Blocks(schema.kinds.count) { row, writer in
      try once.write(.entity, .kind, schema.kinds[row].name, to: &writer)
    }
    types = try Blocks(schema.relationTypes.count) { try once.write(schema.relationTypes[$0], to: &$1) }
    statuses = try Blocks(Status.allCases.count) { row, writer in
      try once.write(.relation, .status, Status.allCases[row].name, to: &writer)
    }
    times = try Times(of: graph) { arena, text, years, isRelation, writer in
      let scope: PropertySyntax.Scope = isRelation ? .relation : .entity
      try once.write(scope, .when, String(decoding: arena[text], as: UTF8.self), to: &writer)
      for (property, year) in zip(Property.years, years.all) {
        try once.write(scope, property, value: String(year), to: &writer)
      }
    }
    citations = try CitationLists(of: graph, syntax.citations)
    afterText = Array(syntax.after.text.utf8)
    afterOther = Array(syntax.after.other.utf8)
  }

  // MARK: - Entities and relations

  func write(entity row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws(WriteError) {
    let table = columns.entities
    try write(.label, arena[table.name[row]], entities, to: &writer)
    try write(.name, arena[table.name[row]], entities, to: &writer)
    try write(.id, arena[table.id[row]], entities, to: &writer)
    try writer.write(kinds, Int(table.kind[row]))
    try write(aliases: table.aliases[row], from: arena, to: &writer)
    try write(.note, arena[table.note[row]], entities, to: &writer)
    try write(citations: table.citations[row], entities, from: arena, to: &writer)
    try times.write(entity: row, to: &writer)
    try write(attributes: table.attributes[row], entities, from: arena, to: &writer)
  }

  func write(
    relation row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    let table = columns.relations
    try write(.id, arena[table.id[row]], relations, to: &writer)
    try writer.write(types, Int(table.type[row]))
    try writer.write(statuses, Int(table.status[row].rawValue))
    if table.accordingTo[row] != 0 {
      try write(.accordingTo, arena[columns.entities.id[Int(table.accordingTo[row]) - 1]], relations, to: &writer)
    }
    try write(.note, arena[table.note[row]], relations, to: &writer)
    try write(citations: table.citations[row], relations, from: arena, to: &writer)
    try times.write(relation: row, to: &writer)
    try write(attributes: table.attributes[row], relations, from: arena, to: &writer)
  }

  // MARK: - Values

  /// Writes a text that is not empty.
  private func write(
    _ property: Property, _ text: UnsafeBufferPointer<UInt8>, _ names: borrowing Names, to writer: inout ByteWriter
  ) throws(WriteError) {
    guard names.isWritten[property.rawValue] else { return }
    let text = syntax.trims ? XML.trimmed(text) : text
    if text.isEmpty { return }
    try writer.write(names.texts, property.rawValue)
    try writer.write(text, escaping: syntax.escapes)
    try writer.write(afterText)
  }

  private func write(
    aliases: ArraySlice<StringID>, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    if aliases.isEmpty || !entities.isWritten[Property.aliases.rawValue] { return }
    let isList = syntax.hasLists
    try writer.write(isList ? entities.others : entities.texts, Property.aliases.rawValue)
    if isList { try writer.write("[") }
    for (index, alias) in aliases.enumerated() {
      if index > 0 { try writer.write(isList ? "," : "|") }
      if isList { try writer.write(syntax.listQuote) }
      try writer.write(syntax.trims ? XML.trimmed(arena[alias]) : arena[alias], escaping: syntax.escapes)
      if isList { try writer.write(syntax.listQuote) }
    }
    if isList { try writer.write("]") }
    try writer.write(isList ? afterOther : afterText)
  }

  private func write(
    citations rows: Range<Int>, _ names: borrowing Names, from arena: borrowing StringTable.Arena,
    to writer: inout ByteWriter
  ) throws(WriteError) {
    if rows.isEmpty || !names.isWritten[Property.citations.rawValue] { return }
    if case .objects = syntax.citations {
      try writer.write(names.others, Property.citations.rawValue)
      try citations.write(rows, from: arena, to: &writer)
      try writer.write(afterOther)
    } else {
      try writer.write(names.texts, Property.citations.rawValue)
      try citations.write(rows, from: arena, to: &writer)
      try writer.write(afterText)
    }
  }

  private func write(
    attributes rows: Range<Int>, _ names: borrowing Names, from arena: borrowing StringTable.Arena,
    to writer: inout ByteWriter
  ) throws(WriteError) {
    for row in rows {
      let (key, value) = (keys.index(of: columns.attributes.key[row]), columns.attributes.value[row])
      if own[key].isText || value.isText {
        try write(text: value, key, names, from: arena, to: &writer)
      } else {
        try writer.write(names.ownOthers, key)
        switch value {
        case .boolean(let boolean): try writer.write(text: boolean ? syntax.booleans.yes : syntax.booleans.no)
        case .number(let number) where number.isInfinite:
          try writer.write(text: (number < 0 ? "-" : "") + (syntax.infinity ?? ""))
        default: try writer.write(value, from: arena, escaping: syntax.escapes)
        }
        try writer.write(afterOther)
      }
    }
  }

  private func write(
    text value: StoredValue, _ key: Int, _ names: borrowing Names, from arena: borrowing StringTable.Arena,
    to writer: inout ByteWriter
  ) throws(WriteError) {
    if case .text(let text) = value {
      let text = syntax.trims ? XML.trimmed(arena[text]) : arena[text]
      if text.isEmpty && syntax.trims { return }
      try writer.write(names.ownTexts, key)
      try writer.write(text, escaping: syntax.escapes)
    } else {
      try writer.write(names.ownTexts, key)
      try writer.write(value, from: arena, escaping: syntax.escapes)
    }
    try writer.write(afterText)
  }
}

extension StoredValue {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
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
    try write(.relation, .weight, value: "1.0", to: &writer)
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
