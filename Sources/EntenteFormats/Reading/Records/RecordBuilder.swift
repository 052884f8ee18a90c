import Entente

/// Makes entities and relations of nodes and edges with named attributes, whatever format these stand in.
///
/// A reader says what it comes to: ``set(_:_:at:)`` for each attribute, then ``endEntity(id:at:)`` or
/// ``endRelation(_:)``. What a file leaves open, and what tools call otherwise, is decided here, once for all of them.
struct RecordBuilder: ~Copyable {
  var draft: GraphDraft
  let source: SourceID
  var dialect: RecordDialect
  /// The node or edge that is being read.
  var record = Record()

  /// Whether a node may be mentioned again, as documents do that are read one after the other.
  var mergesNodes = false
  private var knownNodes = KnownIDs()
  private var knownEdges = KnownIDs()
  private var kinds: [StringID: GraphDraft.KindID] = [:]
  /// The kind, type and date that came last, which mostly come again.
  private var lastKind: (name: StringID, id: GraphDraft.KindID)?
  private var lastType: (name: StringID, isDirected: Bool)?
  private var dates = RecentValues<DateID>(1 << 15)
  private var documents: Set<StringID> = []
  /// For each type whether its relations have a direction.
  private var directions: [StringID: Bool] = [:]
  private var undirectedNames: [StringID: StringID] = [:]
  /// Nodes whose ids were others once.
  private var renamed: [StringID: StringID] = [:]
  private var renamedEdges = 0
  private var possibleDates: [String] = []
  private var otherStatuses = OtherStatuses()
  private var citationReader = CitationTextReader()
  private let names: (entity: StringID, related: StringID, originalID: StringID, className: StringID, name: StringID)

  /// What is known of a node or an edge.
  struct Record {
    var id = StringID.empty
    fileprivate var name: Candidate?
    fileprivate var kind: Candidate?
    var note = StringID.empty
    var aliases: [StringID] = []
    fileprivate var sameAs: [(name: StringID, place: PackedPlace)] = []
    var citations: [GraphDraft.CitationEntry] = []
    var attributes: [GraphDraft.AttributeEntry] = []
    fileprivate var status: Status?
    fileprivate var accordingTo = StringID.empty
    fileprivate var when = DateID.none
    fileprivate var start = StringID.empty
    fileprivate var end = StringID.empty
    fileprivate var timePlace = PackedPlace.none
    var isSymmetric: Bool?
    fileprivate var evidence = StringID.empty
    fileprivate var evidencePlace = PackedPlace.none
    fileprivate var evidenceDocument = StringID.empty
    var isFaulty = false

    /// A text that may be the name or the kind.
    fileprivate struct Candidate {
      let rank: Int
      let text: StringID
      let key: StringID
      let place: PackedPlace
    }

    fileprivate mutating func clear() {
      (id, note, accordingTo, start, end) = (.empty, .empty, .empty, .empty, .empty)
      (evidence, evidenceDocument) = (.empty, .empty)
      (name, kind, status, isSymmetric) = (nil, nil, nil, nil)
      (when, timePlace, evidencePlace, isFaulty) = (.none, .none, .none, false)
      if !sameAs.isEmpty { sameAs.removeAll(keepingCapacity: true) }
      if !aliases.isEmpty { aliases.removeAll(keepingCapacity: true) }
      if !citations.isEmpty { citations.removeAll(keepingCapacity: true) }
      if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    }
  }

  init(_ draft: consuming GraphDraft, source: Source) {
    self.init(draft, text: source.text, source.options)
  }

  /// What a text says, which may be a piece of a source.
  init(_ draft: consuming GraphDraft, text: SourceText, _ options: ImportOptions) {
    self.draft = draft
    source = self.draft.add(source: text, numbersAlike: true)
    dialect = RecordDialect()
    dialect.options = options
    names = (
      self.draft.intern("entity"), self.draft.intern("related-to"), self.draft.intern("original_id"),
      self.draft.intern("__class__"), self.draft.intern("name")
    )
  }
}

// MARK: - Values

extension RecordBuilder {
  /// What an attribute with that name is; asked once for each.
  mutating func key(
    _ name: String, _ scope: RecordKey.Scope, type: RecordKey.ValueType = .text
  ) -> RecordKey {
    let role = dialect.role(name, scope)
    if role == .attribute, !dialect.isOurs, dialect.options.map[.when] == nil,
      RecordDialect.dates.contains(name.lowercased()), !possibleDates.contains(name)
    {
      possibleDates.append(name)
    }
    let type = dialect.isOurs ? dialect.attributes[name]?.type ?? type : type
    return RecordKey(role: role, name: draft.intern(dialect.original(name)), type: type)
  }

  /// Takes the value of an attribute, as it is written.
  mutating func set(_ key: RecordKey, _ text: UnsafeBufferPointer<UInt8>, at place: PackedPlace) {
    if text.isEmpty { return }
    switch key.role {
    case .derived: break
    case .attribute: add(key, text, at: place)
    case .id(let isOriginal): if isOriginal || record.id == .empty { record.id = draft.intern(text) }
    case .name(let rank): offer(rank, draft.intern(text), key, at: place, to: \.name)
    case .kind(let rank):
      if text.first == UInt8(ascii: ":") {
        setLabels(rank, text, key, at: place)
      } else {
        offer(rank, draft.intern(recurring: text), key, at: place, to: \.kind)
      }
    case .note: record.note = draft.intern(text)
    case .aliases: setAliases(text)
    case .sameAs:
      for name in text.split(separator: UInt8(ascii: "|")) {
        add(sameAs: UnsafeBufferPointer(rebasing: name), key, at: place)
      }
    case .citations: setCitations(key, text, at: place)
    case .status: setStatus(key, text, at: place)
    case .accordingTo: record.accordingTo = draft.intern(recurring: text)
    case .when: record.when = date(draft.intern(recurring: text), at: place)
    case .start: setTime(text, at: place, \.start)
    case .end: setTime(text, at: place, \.end)
    case .symmetric: record.isSymmetric = !text.equals("0") && !text.equals("false")
    case .evidence:
      record.evidence = draft.intern(text)
      record.evidencePlace = place
    case .evidenceDocument: record.evidenceDocument = draft.intern(recurring: text)
    case .mentions: add(key, text, at: place)
    }
  }

  /// Takes a value of JSON, which has a type of its own.
  mutating func set(_ key: RecordKey, _ value: StoredValue, at place: PackedPlace) {
    if key.role == .derived { return }
    record.attributes.append(.init(key: key.name, value: value, place: place))
  }

  /// The times between which a node or an edge is there, where the format itself has them.
  mutating func setSpan(start: StringID, end: StringID, at place: PackedPlace) {
    record.start = start
    record.end = end
    record.timePlace = place
  }

  private mutating func offer(
    _ rank: Int, _ text: StringID, _ key: RecordKey, at place: PackedPlace,
    to candidate: WritableKeyPath<Record, Record.Candidate?>
  ) {
    let new = Record.Candidate(rank: rank, text: text, key: key.name, place: place)
    guard let known = record[keyPath: candidate] else {
      record[keyPath: candidate] = new
      return
    }
    if rank < known.rank { record[keyPath: candidate] = new }
    let (kept, other) = rank < known.rank ? (new, known) : (known, new)
    if dialect.isOurs || kept.text == other.text { return }
    record.attributes.append(.init(key: other.key, value: .text(other.text), place: other.place))
  }

  /// Neo4j's labels, `:Person:Actor`: the first is the kind, the others stay an attribute.
  private mutating func setLabels(
    _ rank: Int, _ text: UnsafeBufferPointer<UInt8>, _ key: RecordKey, at place: PackedPlace
  ) {
    let labels = text.split(separator: UInt8(ascii: ":"))
    guard let first = labels.first else { return }
    offer(rank, draft.intern(recurring: UnsafeBufferPointer(rebasing: first)), key, at: place, to: \.kind)
    if labels.count == 1 { return }
    let others = UnsafeBufferPointer(rebasing: text[labels[1].startIndex...])
    record.attributes.append(.init(key: key.name, value: .text(draft.intern(others)), place: place))
  }

  /// Takes an attribute that Entente has no word for.
  private mutating func add(_ key: RecordKey, _ text: UnsafeBufferPointer<UInt8>, at place: PackedPlace) {
    let value: StoredValue
    // Entente writes a whole number without a point, also where some lack it and it stands among numbers with one.
    let isWhole = dialect.isOurs && key.type == .number && RecordValue.isWhole(text)
    switch (key.type, RecordValue(text, isWhole ? .integer : key.type)) {
    case (_, .absent): return
    case (_, .integer(let integer)): value = .integer(integer)
    case (_, .number(let number)): value = .number(number)
    case (_, .boolean(let boolean)): value = .boolean(boolean)
    case (_, .text): value = .text(draft.intern(recurring: text))
    case (let type, .wrong):
      record.isFaulty = true
      let shown = String(decoding: text, as: UTF8.self)
      return draft.report(WrongValue(attribute: draft.text(key.name), text: shown, type: type), at: place)
    }
    record.attributes.append(.init(key: key.name, value: value, place: place))
  }

  private mutating func setAliases(_ text: UnsafeBufferPointer<UInt8>) {
    ListText.forEach(in: text, separator: UInt8(ascii: "|")) { record.aliases.append(draft.intern($0)) }
  }

  /// Takes what an entity is in a registry; what is no such name is, in a file of others, an attribute like any other.
  mutating func add(sameAs text: UnsafeBufferPointer<UInt8>, _ key: RecordKey, at place: PackedPlace) {
    let isName = dialect.isOurs || SameAs.iri(of: String(decoding: text, as: UTF8.self)) != nil
    if isName { record.sameAs.append((draft.intern(text), place)) } else { add(key, text, at: place) }
  }

  private mutating func setStatus(_ key: RecordKey, _ text: UnsafeBufferPointer<UInt8>, at place: PackedPlace) {
    if text.equals("asserted") {
      record.status = .asserted
    } else if let status = Status(name: String(decoding: text, as: UTF8.self)) {
      record.status = status
    } else if dialect.isOurs || dialect.options.map[.status] != nil {
      record.isFaulty = true
      let name = String(decoding: text, as: UTF8.self)
      draft.report(UnknownName(.status, name, among: Status.allCases.map(\.name)), at: place)
    } else {
      otherStatuses.take(String(decoding: text, as: UTF8.self), attribute: draft.text(key.name))
      add(key, text, at: place)
    }
  }

  private mutating func setCitations(_ key: RecordKey, _ text: UnsafeBufferPointer<UInt8>, at place: PackedPlace) {
    if citationReader.read(text, at: place, into: &draft, &record.citations) { return }
    if dialect.isOurs {
      record.isFaulty = true
      draft.report(NoCitations(), at: place)
    } else {
      add(key, text, at: place)
    }
  }

  private mutating func setTime(
    _ text: UnsafeBufferPointer<UInt8>, at place: PackedPlace, _ part: WritableKeyPath<Record, StringID>
  ) {
    record[keyPath: part] = draft.intern(recurring: text)
    if record.timePlace.isNone { record.timePlace = place }
  }

  /// A date, or what stands for one that cannot be read, after a report.
  mutating func date(_ text: StringID, at place: PackedPlace) -> DateID {
    if let known = dates[text] { return known }
    do throws(EDTFError) {
      let date = try draft.date(text)
      dates[text] = date
      return date
    } catch {
      record.isFaulty = true
      draft.report(NotEDTF(text: draft.text(text), error: error), at: place)
      return .unreadable
    }
  }
}

// MARK: - Entities and relations

extension RecordBuilder {
  /// Makes an entity of what was set, under that id unless it had another once.
  mutating func endEntity(id: StringID, at place: PackedPlace) {
    defer { record.clear() }
    if id == .empty { return draft.report(NodeWithoutID(), at: place) }
    guard knownNodes.insert(id) || mergesNodes else {
      return draft.report(NodeTwice(id: draft.text(id)), at: place)
    }
    let own = record.id == .empty ? id : record.id
    var entry = GraphDraft.EntityEntry(id: own, kind: kind(), place: place)
    if own != id { renamed[id] = own }
    entry.name = name(of: id)
    entry.when = when()
    entry.note = record.note
    addEvidence(at: place)
    if !record.aliases.isEmpty { entry.aliases = draft.add(aliases: record.aliases) }
    if !record.sameAs.isEmpty {
      let errors = draft.errorCount
      entry.sameAs = draft.add(sameAs: record.sameAs.map(\.name), at: record.sameAs.map(\.place))
      if draft.errorCount > errors { record.isFaulty = true }
    }
    if !record.attributes.isEmpty { entry.attributes = draft.add(attributes: record.attributes) }
    if !record.citations.isEmpty { entry.citations = draft.add(citations: record.citations) }
    entry.isFaulty = record.isFaulty
    draft.add(entity: entry)
  }

  /// Whether another edge has the id, in files of others, who only count them. One that a node has, no relation keeps either:
  /// that is seen when all nodes are known.
  private mutating func isTaken(_ id: StringID) -> Bool { !dialect.isOurs && !knownEdges.insert(id) }

  /// The name, if something else is known than the id.
  private mutating func name(of id: StringID) -> StringID {
    let name = record.name?.text ?? .empty
    if dialect.isOurs { return name }
    // The label of docling-graph is the class again, and no name.
    let isClass = record.kind?.key == names.className && name == record.kind?.text
    let row = record.attributes.firstIndex { $0.key == names.name }
    guard let row, case .text(let other) = record.attributes[row].value else { return isClass ? .empty : name }
    if other == id || isClass { record.attributes.remove(at: row) }
    return isClass ? other : name
  }

  /// Whether a node had another id once than the one by which edges name it.
  var renamesNodes: Bool { !renamed.isEmpty }

  /// Whether the file has had that node.
  func knows(node id: StringID) -> Bool { knownNodes.contains(id) }

  private mutating func kind() -> GraphDraft.KindID {
    let name = record.kind?.text ?? names.entity
    if let lastKind, lastKind.name == name { return lastKind.id }
    let kind = kinds[name] ?? draft.kind(name, in: source, undeclared: .create)
    kinds[name] = kind
    lastKind = (name, kind)
    return kind
  }

  /// An edge as it stands in a file.
  struct Edge {
    var id = StringID.empty
    var subject = StringID.empty
    var object = StringID.empty
    /// Whether it has a direction.
    var isDirected = true
    var place: PackedPlace
    var subjectPlace = PackedPlace.none
    var objectPlace = PackedPlace.none
    var idPlace = PackedPlace.none
  }

  /// Makes a relation of what was set.
  mutating func endRelation(_ edge: Edge) {
    defer { record.clear() }
    if edge.subject == .empty { return draft.report(EndMissing(end: "source"), at: edge.place) }
    if edge.object == .empty { return draft.report(EndMissing(end: "target"), at: edge.place) }
    var entry = GraphDraft.RelationEntry(
      subject: original(edge.subject), type: type(of: edge), object: original(edge.object), place: edge.place)
    entry.id = record.id != .empty ? record.id : edge.id
    if edge.id != .empty, entry.id == edge.id, isTaken(edge.id) {
      renamedEdges += 1
      record.attributes.append(.init(key: names.originalID, value: .text(edge.id), place: edge.place))
      entry.id = .empty
    }
    entry.subjectPart = GraphDraft.Part(edge.subjectPlace, of: edge.place)
    entry.objectPart = GraphDraft.Part(edge.objectPlace, of: edge.place)
    entry.idPart = GraphDraft.Part(edge.idPlace, of: edge.place)
    entry.when = when()
    entry.status = record.status ?? .asserted
    entry.accordingTo = original(record.accordingTo)
    entry.note = record.note
    addEvidence(at: edge.place)
    if !record.attributes.isEmpty { entry.attributes = draft.add(attributes: record.attributes) }
    if !record.citations.isEmpty { entry.citations = draft.add(citations: record.citations) }
    entry.isFaulty = record.isFaulty
    draft.add(relation: entry)
  }

  private func original(_ id: StringID) -> StringID { renamed.isEmpty ? id : renamed[id] ?? id }

  /// The type of an edge; one that has both directions and none is two.
  private mutating func type(of edge: Edge) -> StringID {
    let name = record.kind?.text ?? names.related
    let isDirected = record.isSymmetric.map { !$0 } ?? edge.isDirected
    if let lastType, lastType.name == name, lastType.isDirected == isDirected { return name }
    guard let known = directions[name] else {
      let builtIn = Schema.builtIn.relationType(draft.text(name))?.directed
      // A file in which all has a direction says nothing against a type that has none.
      let direction = isDirected ? builtIn ?? true : builtIn == true && !dialect.isOurs
      directions[name] = direction
      draft.create(type: name, in: source, directed: direction)
      if direction == isDirected { lastType = (name, isDirected) }
      return direction == isDirected || isDirected || dialect.isOurs ? name : undirected(name, at: edge.place)
    }
    if known && !isDirected && !dialect.isOurs { return undirected(name, at: edge.place) }
    lastType = (name, isDirected)
    return name
  }

  private mutating func undirected(_ name: StringID, at place: PackedPlace) -> StringID {
    if let known = undirectedNames[name] { return known }
    let (type, other) = (draft.text(name), draft.text(name) + "-undirected")
    let id = draft.intern(other)
    draft.create(type: id, in: source, directed: false)
    draft.report(TypeWithAndWithoutDirection(type: type, other: other), at: place)
    undirectedNames[name] = id
    return id
  }

  private mutating func when() -> DateID {
    if record.when != .none || (record.start == .empty && record.end == .empty) { return record.when }
    let (start, end) = (draft.text(record.start), draft.text(record.end))
    return date(draft.intern(start == end ? start : "\(start)/\(end)"), at: record.timePlace)
  }

  /// What a tool gives as evidence is a citation, which is looked up in the document like any other.
  private mutating func addEvidence(at place: PackedPlace) {
    if record.evidence == .empty && record.evidenceDocument == .empty { return }
    if record.evidenceDocument == .empty {
      // Words that nobody is named for are kept as what they are.
      let key = draft.intern("evidence")
      record.attributes.append(.init(key: key, value: .text(record.evidence), place: record.evidencePlace))
      return
    }
    let (mentions, words) = (record.citations, record.evidencePlace)
    record.citations.removeAll(keepingCapacity: true)
    cite(record.evidenceDocument, quote: record.evidence, at: words.isNone ? place : words)
    record.citations += mentions
  }

  /// Adds a citation of a document that the file need not declare.
  mutating func cite(_ document: StringID, quote: StringID, at place: PackedPlace) {
    declare(document: document, at: place)
    var entry = GraphDraft.CitationEntry(document: document, place: place)
    entry.quote = quote
    record.citations.append(entry)
  }

  /// A document that somebody names: its text is looked for under that name.
  mutating func declare(document id: StringID, at place: PackedPlace, as document: Document? = nil) {
    guard documents.insert(id).inserted else { return }
    draft.add(document: document ?? Document(draft.text(id)), at: place)
  }

  /// The document that the edge comes from, unless it names one itself.
  mutating func setDocument(_ document: StringID) {
    if record.evidenceDocument == .empty { record.evidenceDocument = document }
  }

  /// Reports what is said once for a whole file, and gives the draft back.
  consuming func finish() -> GraphDraft {
    let place = PackedPlace(source)
    if renamedEdges > 0 { draft.report(EdgeIDsRenamed(count: renamedEdges), at: place) }
    if otherStatuses.count > 0 { draft.report(otherStatuses, at: place) }
    if !possibleDates.isEmpty { draft.report(PossibleDates(names: possibleDates), at: place) }
    return draft
  }
}

/// Ids that were seen, by their numbers.
private struct KnownIDs {
  private var words: [UInt64] = []

  func contains(_ id: StringID) -> Bool {
    let word = Int(id.value >> 6)
    return word < words.count && words[word] & 1 << UInt64(id.value & 63) != 0
  }

  /// Whether the id is new.
  mutating func insert(_ id: StringID) -> Bool {
    if contains(id) { return false }
    let word = Int(id.value >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: max(words.count, word + 1 - words.count)))
    }
    words[word] |= 1 << UInt64(id.value & 63)
    return true
  }
}
