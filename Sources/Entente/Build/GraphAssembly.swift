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
  /// The diagnostics by file in the order given, line and column; those without a place last.
  package func inOrder(of files: [String]) -> [Diagnostic] {
    let ranks = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
      guard let place = diagnostic.place else { return (.max, 0, 0) }
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
  /// The documents' rows by the numbers of their ids.
  var documentRows: [StringID: Int] = [:]
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
    checkCitations()
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

  /// Reports a text that cannot be an id.
  mutating func check(id: StringID, of owner: String, at place: PackedPlace) {
    if draft.strings.withBytes(of: id, { KebabCase.allows($0) }) { return }
    let text = draft.strings[id]
    report(NotAnID(text, of: owner), at: place, length: text.count)
  }

  mutating func check(id: String, of owner: String, at place: PackedPlace) {
    check(id: draft.strings.intern(id), of: owner, at: place)
  }

  // MARK: - What entities and relations share

  func row(ofID id: StringID) -> NamedRow {
    Int(id.value) < rowsOfIDs.count ? rowsOfIDs[Int(id.value)] : .nothing
  }

  mutating func name(_ id: StringID, _ row: NamedRow) {
    while rowsOfIDs.count <= Int(id.value) { rowsOfIDs.append(.nothing) }
    rowsOfIDs[Int(id.value)] = row
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
