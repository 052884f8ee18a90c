import Entente

/// Writes a selection as a graph file, the way people write them: what is short on one line.
struct GraphFileWriter {
  private let selection: Selection
  private let graph: RelationGraph

  init(_ selection: Selection) {
    self.selection = selection
    graph = selection.graph
  }

  func write(to writer: inout ByteWriter) throws(WriteError) {
    if !graph.title.isEmpty { try writer.write(text: "title: \(YAMLText.written(graph.title))\n") }
    if let subtitle = graph.subtitle { try writer.write(text: "subtitle: \(YAMLText.written(subtitle))\n") }
    try writeDocuments(to: &writer)
    try writeSchema(to: &writer)
    try writeSides(to: &writer)
    try writeEntities(to: &writer)
    try writeRelations(to: &writer)
    // A file with nothing in it would be an error.
    if writer.written == 0 { try writer.write("relations: []\n") }
  }

  // MARK: - Documents and schema

  private func writeDocuments(to writer: inout ByteWriter) throws(WriteError) {
    if graph.documents.isEmpty { return }
    try writer.write("documents:\n")
    for document in graph.documents {
      var entry = Entry(key: YAMLText.id(document.id))
      entry.add("title", document.title)
      entry.add("author", document.author)
      entry.add("publisher", document.publisher)
      entry.add("date", date: document.date)
      entry.add("pages", document.pages)
      entry.add("text", document.text)
      entry.add("url", document.url)
      entry.add("isbn", document.isbn)
      entry.add("doi", document.doi)
      // A title alone needs no key.
      if entry.lines.count == 1, let title = document.title { entry = Entry(key: entry.key, value: title) }
      try writer.write(text: entry.text(indent: "  "))
    }
  }

  private func writeSchema(to writer: inout ByteWriter) throws(WriteError) {
    let (kinds, types) = (graph.schema.ownKinds, graph.schema.ownRelationTypes)
    if kinds.isEmpty && types.isEmpty { return }
    try writer.write("schema:\n")
    if !kinds.isEmpty { try writer.write("  kinds:\n") }
    for kind in kinds {
      var parts = ["plural: \(YAMLText.written(Section.plural(of: kind, in: graph.schema)))"]
      if kind.happens { parts.append("happens: true") }
      if let shape = kind.shape { parts.append("shape: \(shape)") }
      if let colour = kind.colour { parts.append("colour: \(colour)") }
      try writer.write(text: "    \(YAMLText.id(kind.name)): {\(parts.joined(separator: ", "))}\n")
    }
    if !types.isEmpty { try writer.write("  relations:\n") }
    for type in types {
      var parts: [String] = []
      if !type.from.isEmpty { parts.append("from: \(Self.list(type.from))") }
      if !type.to.isEmpty { parts.append("to: \(Self.list(type.to))") }
      if !type.directed { parts.append("directed: false") }
      if type.label != RelationType(type.name).label { parts.append("label: \(YAMLText.written(type.label))") }
      if type.holds != .throughout { parts.append("holds: \(type.holds.rawValue)") }
      if type.quiet { parts.append("quiet: true") }
      try writer.write(text: "    \(YAMLText.id(type.name)): {\(parts.joined(separator: ", "))}\n")
    }
  }

  /// A name, or a list of names.
  private static func list(_ names: [String]) -> String {
    names.count == 1 ? YAMLText.id(names[0]) : "[\(names.map(YAMLText.id).joined(separator: ", "))]"
  }

  // MARK: - Entities

  private func writeEntities(to writer: inout ByteWriter) throws(WriteError) {
    var sections: [[Int]] = Array(repeating: [], count: graph.schema.kinds.count)
    writtenRows.forEach { sections[Int(graph.columns.entities.kind[$0])].append($0) }
    for (kind, rows) in sections.enumerated() where !rows.isEmpty {
      let plural = Section.plural(of: graph.schema.kinds[kind], in: graph.schema)
      try writer.write(text: "\(YAMLText.written(plural)):\n")
      for row in rows { try writer.write(text: entry(of: graph.entities[row]).text(indent: "  ")) }
    }
  }

  /// The rows of the entities that are written.
  private var writtenRows: BitSet {
    var rows = selection.entityRows
    // Who is named as saying something is part of what is said.
    selection.relationRows.forEach { row in
      if let accordingTo = graph.relations[row].accordingTo { rows.insert(accordingTo.row) }
    }
    return rows
  }

  /// The sides of those entities that are written.
  private func writeSides(to writer: inout ByteWriter) throws(WriteError) {
    if graph.sides.isEmpty { return }
    var members: [Side: [String]] = [:]
    writtenRows.forEach { row in
      let entity = graph.entities[row]
      if let side = entity.side { members[side, default: []].append(YAMLText.id(entity.id)) }
    }
    if members.isEmpty { return }
    try writer.write("sides:\n")
    for side in graph.sides {
      guard let members = members[side] else { continue }
      var entry = Entry(key: YAMLText.id(side.id))
      if side != Side(side.id) { entry.add("name", side.name) }
      // By their ids: rows come in another order from a file that is sorted by kinds.
      entry.add(ids: "members", members.sorted())
      try writer.write(text: entry.text(indent: "  "))
    }
  }

  private func entry(of entity: Entity) -> Entry {
    var entry = Entry(key: YAMLText.id(entity.id))
    // An entity without a name of its own is called by its id, and an id alone says that.
    if entity.name != entity.id { entry.add("name", entity.name) }
    if !entity.aliases.isEmpty { entry.add(list: "aliases", entity.aliases) }
    if !entity.sameAs.isEmpty { entry.add(list: "same-as", entity.sameAs) }
    entry.add("when", date: entity.when)
    entry.add("note", entity.note)
    entry.add(citations: entity.citations)
    if let shape = entity.look.shape { entry.add("shape", id: shape.rawValue) }
    if let colour = entity.look.colour { entry.add("colour", id: colour.rawValue) }
    // What 'sides:' says need not be said twice.
    entry.add(attributes: entity.attributes, without: entity.side == nil ? nil : Side.attribute)
    if entry.lines.isEmpty || (entry.lines.count == 1 && entity.name != entity.id) {
      return Entry(key: entry.key, value: entity.name)
    }
    return entry
  }

  // MARK: - Relations

  private func writeRelations(to writer: inout ByteWriter) throws(WriteError) {
    if selection.relationRows.next(from: 0) == nil { return }
    try writer.write("relations:\n")
    for relation in selection.relations {
      let ends = [relation.subject.id, relation.type.name, relation.object.id]
      let isHead = ends.allSatisfy(YAMLText.isBareID)
      var entry = Entry(key: relation.head)
      if !isHead {
        for (key, text) in zip(["subject", "type", "object"], ends) { entry.add(key, id: text) }
      }
      entry.add("when", date: relation.when)
      if relation.status != .asserted { entry.add("status", relation.status.name) }
      entry.add("according-to", id: relation.accordingTo?.id)
      if !graph.isMadeID(ofRelation: relation.row) { entry.add("id", id: relation.id) }
      entry.add("note", relation.note)
      entry.add(citations: relation.citations)
      entry.add(attributes: relation.attributes)
      if isHead {
        try writer.write(text: entry.text(indent: "  - ", deeper: "      "))
      } else {
        try writer.write(text: entry.item(indent: "  "))
      }
    }
  }
}

/// A key of a graph file with its value, or with the keys below it.
private struct Entry {
  let key: String
  /// The text that stands in place of keys.
  private var value: String?
  /// The keys below with their values, a line each, but for lists and mappings below those.
  private(set) var lines: [String] = []

  init(key: String, value: String? = nil) {
    self.key = key
    self.value = value
  }

  /// Adds a text, if there is one.
  mutating func add(_ key: String, _ text: String?) {
    if let text { lines.append("\(key): \(YAMLText.written(text))") }
  }

  /// Adds a date, if there is one.
  mutating func add(_ key: String, date: EDTF?) {
    if let date { lines.append("\(key): \(YAMLText.date(date))") }
  }

  /// Adds an id, if there is one.
  mutating func add(_ key: String, id: String?) {
    if let id { lines.append("\(key): \(YAMLText.id(id))") }
  }

  mutating func add(list key: String, _ texts: [String]) {
    lines.append("\(key): [\(texts.map(YAMLText.written).joined(separator: ", "))]")
  }

  /// Adds a list of ids that are written already.
  mutating func add(ids key: String, _ ids: [String]) { lines.append("\(key): [\(ids.joined(separator: ", "))]") }

  mutating func add(citations: [Citation]) {
    let texts = citations.map(CitationSyntax.written)
    if texts.count == 1 { lines.append("cite: \(texts[0])") }
    if texts.count > 1 { lines.append((["cite:"] + texts.map { "  - \($0)" }).joined(separator: "\n")) }
  }

  mutating func add(attributes: Attributes, without key: String? = nil) {
    let written = attributes.filter { $0.key != key }
    if written.isEmpty { return }
    let below = written.map { "  \(YAMLText.written($0.key)): \(Self.written($0.value))" }
    lines.append((["attributes:"] + below).joined(separator: "\n"))
  }

  private static func written(_ value: AttributeValue) -> String {
    switch value {
    case .text(let text): YAMLText.written(text)
    default: value.description
    }
  }

  /// How long a line may be that has the keys in braces.
  private static let longestLine = 100

  /// The entry with the keys in braces if they are short, else below it; `deeper` is how far those of a head are indented,
  /// which stands without a colon when it has none.
  func text(indent: String, deeper: String? = nil) -> String {
    if let value { return "\(indent)\(key): \(YAMLText.written(value))\n" }
    if lines.isEmpty { return "\(indent)\(key)\(deeper == nil ? ":" : "")\n" }
    let line = "\(indent)\(key): {\(lines.joined(separator: ", "))}\n"
    // Within braces a comma would end a citation.
    let isShort = line.count <= Self.longestLine && !lines.contains { $0.contains("\n") || $0.hasPrefix("cite:") }
    return isShort ? line : "\(indent)\(key):\n" + below(deeper ?? indent + "  ")
  }

  /// The keys as an item of a list.
  func item(indent: String) -> String {
    let text = below(indent + "  ")
    return indent + "- " + text.dropFirst(indent.count + 2)
  }

  private func below(_ indent: String) -> String {
    lines.joined(separator: "\n").split(separator: "\n").map { "\(indent)\($0)\n" }.joined()
  }
}
