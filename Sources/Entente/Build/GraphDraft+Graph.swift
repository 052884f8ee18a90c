extension GraphDraft {
  /// A draft that says what a graph says, to be changed or added to.
  public init(_ graph: RelationGraph) { self.init(graph.everything) }

  /// A draft that says what a selection keeps of its graph.
  public init(_ selection: Selection) {
    self.init()
    add(selection)
  }

  /// Adds all that a graph says, as a further file would.
  public mutating func add(_ graph: RelationGraph) { add(graph.everything) }

  /// Adds what a selection keeps of its graph, as a further file would: its entities and relations, whoever is named as
  /// saying so, all documents, and the graph's own kinds and relation types.
  public mutating func add(_ selection: Selection) {
    var copy = GraphCopy(of: selection.graph, into: self)
    copy.run(selection)
    self = copy.draft
  }
}

/// Copies rows of a graph into a draft.
private struct GraphCopy {
  var draft: GraphDraft
  private let graph: RelationGraph
  private let columns: Columns
  /// The draft's numbers of the graph's strings and dates, as far as they were asked for.
  private var strings: [StringID?]
  private var dates: [DateID?]
  private var kinds: [GraphDraft.KindID?]
  private let sources: [SourceID]

  init(of graph: RelationGraph, into draft: consuming GraphDraft) {
    self.graph = graph
    columns = graph.columns
    strings = Array(repeating: nil, count: columns.strings.count)
    dates = Array(repeating: nil, count: columns.dates.count)
    kinds = Array(repeating: nil, count: graph.schema.kinds.count)
    self.draft = draft
    var sources: [SourceID] = []
    // Two graphs of one Swift file are two sources: what both say is then merged, as that of two files is.
    for source in columns.sources { sources.append(self.draft.add(anew: source)) }
    self.sources = sources
  }

  mutating func run(_ selection: Selection) {
    if !graph.title.isEmpty { draft.add(title: graph.title) }
    _ = draft.add(seal: columns.seal)
    if let subtitle = graph.subtitle { draft.add(subtitle: subtitle) }
    for kind in graph.schema.ownKinds { draft.add(kind: kind) }
    for type in graph.schema.ownRelationTypes { draft.add(relationType: type) }
    for (row, document) in graph.documents.enumerated() {
      draft.add(document: document, at: place(columns.documentPlaces[row]))
    }
    var entities = selection.entityRows
    selection.relationRows.forEach { row in
      let accordingTo = Int(columns.relations.accordingTo[row])
      if accordingTo > 0 { entities.insert(accordingTo - 1) }
    }
    entities.forEach { addEntity($0) }
    addSides(entities)
    draft.reserve(relations: selection.relationRows.count)
    selection.relationRows.forEach { addRelation($0) }
  }

  private mutating func addEntity(_ row: Int) {
    let table = columns.entities
    var entry = GraphDraft.EntityEntry(
      id: string(table.id[row]), kind: kind(Int(table.kind[row])), place: place(table.place[row]))
    // Who has no name is called by the id; a file that gives a name does not contradict that.
    if table.name[row] != table.id[row] { entry.name = string(table.name[row]) }
    entry.when = date(table.when[row])
    entry.note = string(table.note[row])
    entry.aliases = draft.add(aliases: table.aliases[row].map { string($0) })
    entry.sameAs = draft.add(
      sameAs: table.sameAs[row].map { string($0) }, at: table.sameAs[row].map { _ in entry.place })
    entry.look = columns.appearance.looks[row] ?? EntityLook()
    // The attribute of a side comes with the side.
    let isOnSide = graph.entities[row].side != nil
    entry.attributes = attributes(table.attributes[row], at: entry.place, without: isOnSide ? Side.attribute : nil)
    entry.citations = citations(table.citations[row])
    draft.add(entity: entry)
  }

  /// The sides, with the members that were added; one without any is left out.
  private mutating func addSides(_ entities: BitSet) {
    if graph.sides.isEmpty { return }
    var members: [Side: [Int]] = [:]
    entities.forEach { row in
      if let side = graph.entities[row].side { members[side, default: []].append(row) }
    }
    for side in graph.sides {
      guard let rows = members[side] else { continue }
      let places = rows.map { place(columns.entities.place[$0]) }
      draft.add(
        side: side, members: rows.map { string(columns.entities.id[$0]) }, at: places.first ?? .none,
        memberPlaces: places)
    }
  }

  private mutating func addRelation(_ row: Int) {
    let table = columns.relations
    let (subject, object) = (columns.entities.id[Int(table.subject[row])], columns.entities.id[Int(table.object[row])])
    let type = draft.intern(graph.schema.relationTypes[Int(table.type[row])].name)
    var entry = GraphDraft.RelationEntry(
      subject: string(subject), type: type, object: string(object), place: place(table.place[row]))
    entry.when = date(table.when[row])
    entry.status = table.status[row]
    // An id that was made is made again, so that it follows what is changed.
    if !graph.isMadeID(ofRelation: row) { entry.id = string(table.id[row]) }
    let accordingTo = Int(table.accordingTo[row])
    if accordingTo > 0 { entry.accordingTo = string(columns.entities.id[accordingTo - 1]) }
    entry.note = string(table.note[row])
    entry.attributes = attributes(table.attributes[row], at: entry.place)
    entry.citations = citations(table.citations[row])
    draft.add(relation: entry)
  }

  private mutating func kind(_ row: Int) -> GraphDraft.KindID {
    if let known = kinds[row] { return known }
    let kind = draft.kind(graph.schema.kinds[row].name, in: .none)
    kinds[row] = kind
    return kind
  }

  private mutating func attributes(
    _ rows: Range<Int>, at place: PackedPlace, without key: String? = nil
  ) -> GraphDraft.Run {
    let rows = rows.filter { key == nil || columns.strings[columns.attributes.key[$0]] != key }
    if rows.isEmpty { return GraphDraft.Run() }
    let entries = rows.map { row in
      let value: StoredValue =
        if case .text(let text) = columns.attributes.value[row] { .text(string(text)) } else {
          columns.attributes.value[row]
        }
      return GraphDraft.AttributeEntry(key: string(columns.attributes.key[row]), value: value, place: place)
    }
    return draft.add(attributes: entries)
  }

  private mutating func citations(_ rows: Range<Int>) -> GraphDraft.Run {
    if rows.isEmpty { return GraphDraft.Run() }
    let table = columns.citations
    let entries = rows.map { row in
      var entry = GraphDraft.CitationEntry(
        document: draft.intern(graph.documents[Int(table.document[row])].id), place: place(table.place[row]))
      entry.paragraph = Int(table.paragraph[row])
      entry.pages = table.pages(row) ?? 0...0
      entry.quote = string(table.quote[row])
      entry.prefix = string(table.prefix[row])
      entry.suffix = string(table.suffix[row])
      return entry
    }
    return draft.add(citations: entries)
  }

  private func place(_ place: PackedPlace) -> PackedPlace {
    place.source.row.map { place.moved(to: sources[$0]) } ?? .none
  }

  private mutating func string(_ id: StringID) -> StringID {
    let row = Int(id.value)
    if let known = strings[row] { return known }
    let copy = columns.strings.withBytes(of: id) { draft.intern($0) }
    strings[row] = copy
    return copy
  }

  private mutating func date(_ id: DateID) -> DateID {
    if id == .none { return .none }
    if let known = dates[Int(id.value)] { return known }
    let text = string(columns.dates.text(of: id))
    // It was read before, when it came into the graph.
    let copy = (try? draft.date(text)) ?? .unreadable
    dates[Int(id.value)] = copy
    return copy
  }
}
