extension GraphDraft {
  /// The graph of all that was added, and everything that is wrong with it, in the order of the places.
  ///
  /// What is wrong is left out of the graph, so that the rules that read the graph can report their findings too.
  package consuming func finish(title: String? = nil) -> (graph: RelationGraph, diagnostics: [Diagnostic]) {
    var assembly = GraphAssembly(draft: self)
    let graph = assembly.graph(title: title)
    return (graph, assembly.draft.diagnostics.inOrder(of: assembly.draft.files))
  }
}

extension [Diagnostic] {
  /// The diagnostics by file in the order given, line and column; those without a place first.
  package func inOrder(of files: [String]) -> [Diagnostic] {
    let ranks = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
      guard let place = diagnostic.place else { return (-1, 0, 0) }
      return (ranks[place.file] ?? files.count, place.line, place.column)
    }
    return sorted { key($0) < key($1) }
  }
}

/// Turns a draft into a graph: resolves names to rows, merges what is mentioned several times, makes ids.
struct GraphAssembly {
  var draft: GraphDraft
  var schema = Schema.builtIn
  /// What each id names, by the number of its string.
  var rowsOfIDs: [NamedRow] = []
  var documents: [GraphDraft.Declared<Document>] = []
  var documentRows: [String: Int] = [:]
  var citations = CitationColumns()
  var attributes = AttributeColumns()
  /// How many more times a nearest name is looked for; with hundreds of wrong names the first ones tell enough.
  private var guesses = 50

  init(draft: GraphDraft) {
    self.draft = draft
  }

  mutating func graph(title: String?) -> RelationGraph {
    assembleSchema()
    assembleDocuments()
    let entities = assembleEntities()
    let relations = assembleRelations(entities: entities)
    return RelationGraph(
      columns: Columns(
        title: title ?? draft.titles.first ?? "", schema: schema, documents: documents.map(\.value),
        documentPlaces: documents.map(\.place), files: draft.files, strings: draft.strings, dates: draft.dates,
        entities: entities, relations: relations, citations: citations, attributes: attributes, rowsOfIDs: rowsOfIDs))
  }

  mutating func report(_ finding: some Finding, at place: PackedPlace, length: Int = 1, related: PackedPlace? = nil) {
    draft.report(finding, at: place, length: length, related: related)
  }

  mutating func reportUnknown(
    _ sort: UnknownName.Sort, _ name: StringID, at place: PackedPlace, among candidates: some Collection<String>
  ) {
    let name = draft.strings[name]
    guesses -= 1
    let finding =
      guesses >= 0 ? UnknownName(sort, name, among: candidates) : UnknownName(sort, name, among: EmptyCollection())
    report(finding, at: place, length: name.count)
  }

  // MARK: - Schema and documents

  private mutating func assembleSchema() {
    let kinds = draft.kinds
    assemble(kinds, named: \.name, what: "kind", builtIn: { Schema.builtIn.kind($0) }) { $0.define($1) }
    let types = draft.relationTypes
    assemble(types, named: \.name, what: "relation type", builtIn: { Schema.builtIn.relationType($0) }) {
      $0.define($1)
    }
    for type in types {
      for (part, kind) in (type.value.from + type.value.to).enumerated() where schema.kind(kind) == nil {
        let place = type.parts.indices.contains(part) ? type.parts[part] : type.place
        report(UnknownName(.kind, kind, among: schema.kinds.map(\.name)), at: place, length: kind.count)
      }
    }
  }

  private mutating func assemble<Value: Hashable>(
    _ declared: [GraphDraft.Declared<Value>], named name: KeyPath<Value, String>, what: String,
    builtIn: (String) -> Value?, define: (inout Schema, Value) -> Void
  ) {
    var first: [String: GraphDraft.Declared<Value>] = [:]
    for declaration in declared {
      let key = declaration.value[keyPath: name]
      if let known = first[key] {
        guard known.value != declaration.value else { continue }
        report(ConflictingDefinitions(what: what, name: key), at: declaration.place, related: known.place)
      } else {
        first[key] = declaration
        if let known = builtIn(key), known != declaration.value {
          report(ReplacesBuiltIn(what: what, name: key), at: declaration.place)
        }
        define(&schema, declaration.value)
      }
    }
  }

  private mutating func assembleDocuments() {
    for declaration in draft.documents {
      guard let row = documentRows[declaration.value.id] else {
        documentRows[declaration.value.id] = documents.count
        documents.append(declaration)
        continue
      }
      documents[row] = merge(documents[row], declaration)
    }
  }

  private mutating func merge(
    _ first: GraphDraft.Declared<Document>, _ second: GraphDraft.Declared<Document>
  ) -> GraphDraft.Declared<Document> {
    var differing: [(String, String, String)] = []
    func one<Value: Equatable>(_ property: String, _ path: KeyPath<Document, Value?>) -> Value? {
      let (left, right) = (first.value[keyPath: path], second.value[keyPath: path])
      if let left, let right, left != right { differing.append((property, "\(left)", "\(right)")) }
      return left ?? right
    }
    let merged = Document(
      first.value.id, title: one("title", \.title), publisher: one("publisher", \.publisher), date: one("date", \.date),
      text: one("text", \.text), url: one("url", \.url))
    for (property, left, right) in differing {
      report(
        ConflictingValues(what: "document '\(merged.id)'", property: property, first: left, second: right),
        at: second.place, related: first.place)
    }
    return GraphDraft.Declared(merged, at: first.place)
  }

  // MARK: - What entities and relations share

  func row(ofID id: StringID) -> NamedRow {
    Int(id.value) < rowsOfIDs.count ? rowsOfIDs[Int(id.value)] : .nothing
  }

  mutating func name(_ id: StringID, _ row: NamedRow) {
    while rowsOfIDs.count <= Int(id.value) { rowsOfIDs.append(.nothing) }
    rowsOfIDs[Int(id.value)] = row
  }

  /// Copies the citations of one owner, without those that repeat another and those of unknown documents.
  mutating func keep(citations rows: Range<Int>) {
    let start = citations.count
    for row in rows {
      let entry = draft.citations[row]
      guard let document = documentRows[draft.strings[entry.document]] else {
        reportUnknown(.document, entry.document, at: entry.place, among: documentRows.keys.sorted())
        continue
      }
      let isKnown = (start..<citations.count).contains {
        citations.document[$0] == UInt32(document) && citations.paragraph[$0] == UInt32(entry.paragraph)
          && citations.quote[$0] == entry.quote && citations.prefix[$0] == entry.prefix
          && citations.suffix[$0] == entry.suffix
      }
      if isKnown { continue }
      citations.document.append(UInt32(document))
      citations.paragraph.append(UInt32(clamping: entry.paragraph))
      citations.quote.append(entry.quote)
      citations.prefix.append(entry.prefix)
      citations.suffix.append(entry.suffix)
      citations.place.append(entry.place)
    }
  }

  /// Copies the attributes of one owner, sorted by key; one key with two values is reported.
  mutating func keep(attributes rows: Range<Int>, of owner: StringID) {
    if rows.isEmpty { return }
    let sorted = rows.map { (key: draft.strings[draft.attributes[$0].key], row: $0) }.sorted { $0 < $1 }
    var last: GraphDraft.AttributeEntry?
    for (key, row) in sorted {
      let entry = draft.attributes[row]
      if let last, last.key == entry.key {
        if last.value != entry.value {
          report(conflict(last, entry, key: key, owner: owner), at: entry.place, related: last.place)
        }
        continue
      }
      attributes.key.append(entry.key)
      attributes.value.append(entry.value)
      last = entry
    }
  }

  private func conflict(
    _ first: GraphDraft.AttributeEntry, _ second: GraphDraft.AttributeEntry, key: String, owner: StringID
  ) -> ConflictingValues {
    ConflictingValues(
      what: "'\(draft.strings[owner])'", property: "attribute '\(key)'",
      first: first.value.value(in: draft.strings).description,
      second: second.value.value(in: draft.strings).description)
  }

  /// The value that one of two mentions gives; both may, if it is the same.
  mutating func one<Value: Equatable>(
    _ first: Value, _ second: Value, absent: Value, property: String, of what: String,
    at places: (first: PackedPlace, second: PackedPlace), text: (Value) -> String
  ) -> Value {
    if second == absent || first == second { return first }
    if first == absent { return second }
    let finding = ConflictingValues(what: what, property: property, first: text(first), second: text(second))
    report(finding, at: places.second, related: places.first)
    return first
  }

  func text(_ id: StringID) -> String { draft.strings[id] }
  func text(_ id: DateID) -> String { draft.strings[draft.dates.text(of: id)] }

  /// The rows of both mentions' lists, one after the other, as rows of one list.
  func joined<Entry>(_ first: Range<Int>, _ second: Range<Int>, in entries: inout [Entry]) -> Range<Int> {
    if second.isEmpty { return first }
    if first.isEmpty { return second }
    let start = entries.count
    entries.append(contentsOf: Array(entries[first]) + Array(entries[second]))
    return start..<entries.count
  }
}
