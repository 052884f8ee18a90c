/// A graph that is being written down: importers and the result builder add what they find, in any order, and
/// ``finish(title:)`` makes the graph of it, with everything that is wrong.
///
/// Names are only looked up at the end, so that a relation may stand before its entities, or in another file. Kinds and
/// relation types need not be declared. An importer interns bytes, so that a million relations make no `String`:
///
/// ```swift
/// /// Reads lines of three words: who, what, whom.
/// struct Triples: Importer {
///   let format = Format("Triples", endings: ["triples"], summary: "Lines of three words")
///
///   func read(_ source: Source, into draft: inout GraphDraft) throws {
///     let id = draft.add(source: source.text)
///     let anything = draft.kind("entity", in: id, undeclared: .create)
///     let bytes = try source.bytes()
///     var offset = 0
///     for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
///       let place = PackedPlace(id, offset: offset, length: line.count)
///       offset += line.count + 1
///       let words = line.split(separator: 32).map { draft.intern($0) }
///       guard words.count == 3 else { continue }   // or draft.report(…, at: place)
///       draft.add(entity: .init(id: words[0], kind: anything, place: place))
///       draft.add(entity: .init(id: words[2], kind: anything, place: place))
///       draft.create(type: words[1], in: id)
///       draft.add(relation: .init(subject: words[0], type: words[1], object: words[2], place: place))
///     }
///   }
/// }
/// ```
///
/// By hand it is shorter: `draft.entity("krupp", kind: "organization", name: "Krupp")`, then
/// `draft.relation("krupp", "supplied", "uk", when: "190X")`.
public struct GraphDraft: Sendable {
  package var strings = StringTable()
  package private(set) var sources: [Declaration] = []
  /// What was found wrong so far; ``finish(title:)`` adds what it finds.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many errors were reported so far: what tells an importer whether something that it has just read is faulty.
  public private(set) var errorCount = 0

  /// Whether what is faulty is left out of the graph, instead of making the graph faulty.
  package var skipsErrors = false

  /// What the graph can hold.
  var limits = Limits()
  private var hasTooManyParts = false

  var dates = DateTable()
  var titles: [(text: String, place: PackedPlace)] = []
  var inclusions: [Inclusion] = []
  /// What stands below the title.
  public internal(set) var subtitle: String?
  var sides: [SideEntry] = []
  var kindUses: [KindUse] = []
  var kinds: [Declared<Kind>] = []
  var relationTypes: [Declared<RelationType>] = []
  /// Types that nobody declared, as far as their sources tell what they are like.
  var createdTypes: [CreatedType] = []
  var documents: [Declared<Document>] = []
  var entities: [EntityEntry] = []
  var relations: [RelationEntry] = []
  var citations: [CitationEntry] = []
  var aliases: [StringID] = []
  var sameAs: [StringID] = []
  /// What was verified once, as the sources' seals say.
  private(set) var seal = Seal()
  var attributes: [AttributeEntry] = []
  /// Where ids stand, once something is changed by its id.
  var rowsByID: RowsByID?
  private var hasTooManySources = false
  private var createdTypeNames: Set<CreatedType.Key> = []
  private var createdKindUses: [CreatedType.Key: KindID] = [:]
  private var sourcesOfSwift: [String: SourceID] = [:]
  private var sourceIDs: [ObjectIdentifier: SourceID] = [:]

  /// A source with what is particular to it.
  package struct Declaration: Sendable {
    let text: SourceText
    let rules: SourceRules
  }

  /// A draft of nothing.
  public init() {}

  // MARK: - Sources and messages

  /// Adds a source that places can be in; adding it again gives the same number.
  ///
  /// - Parameters:
  ///   - source: the source.
  ///   - numbersAlike: what becomes of two relations of the source without an id whose head, date and status are the same:
  ///     ids that end in `-2`, `-3`, with a note, for tables, in which rows alike are usual; else an error. Of a relation
  ///     whose id an entity has: another id, the own one an attribute `original_id`; else an error.
  public mutating func add(source: SourceText, numbersAlike: Bool = false) -> SourceID {
    add(source: source, SourceRules(numbersAlike: numbersAlike))
  }

  /// Adds a source that places can be in, with rules of its own; adding it again gives the same number.
  package mutating func add(source: SourceText, _ rules: SourceRules) -> SourceID {
    if let known = sourceIDs[ObjectIdentifier(source)] { return known }
    let id = add(anew: source, rules)
    sourceIDs[ObjectIdentifier(source)] = id
    return id
  }

  /// Adds a source, also if it is there already.
  mutating func add(anew source: SourceText, _ rules: SourceRules = SourceRules()) -> SourceID {
    guard sources.count < Limits.sources else {
      if !hasTooManySources { report(TooMany(what: "sources", limit: Limits.sources), at: .none) }
      hasTooManySources = true
      return .none
    }
    sources.append(Declaration(text: source, rules: rules))
    return Self.id(ofRow: sources.count - 1)
  }

  func id(ofSource row: Int) -> SourceID { Self.id(ofRow: row) }

  private static func id(ofRow row: Int) -> SourceID { SourceID(number: UInt16(truncatingIfNeeded: row + 1)) }

  /// A place as messages show it; `nil` for none.
  public func place(_ packed: PackedPlace) -> SourcePlace? {
    packed.source.row.map { SourcePlace(packed, in: sources[$0].text) }
  }

  /// A place in Swift code, by `#fileID`, `#line` and `#column`.
  mutating func place(file: String, line: Int, column: Int) -> PackedPlace {
    let source = sourcesOfSwift[file] ?? add(source: SourceText(linesOf: file))
    sourcesOfSwift[file] = source
    return PackedPlace(source, line: line, column: column)
  }

  /// Adds a diagnostic.
  ///
  /// - Parameters:
  ///   - finding: what is wrong, or worth a look.
  ///   - place: where.
  ///   - related: where something stands that belongs to it, such as the first of two.
  ///   - words: what stands there.
  public mutating func report(
    _ finding: any Finding, at place: PackedPlace, related: PackedPlace = .none,
    _ words: String = "the first is here"
  ) {
    let elsewhere = self.place(related).map { [Diagnostic.Related($0, words)] } ?? []
    report(Diagnostic(finding, at: self.place(place), related: elsewhere))
  }

  /// Adds a diagnostic. Of more than 100,000 errors only that there are more is told: a file that is wrong in every
  /// row needs no more memory than one that is right.
  public mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostic.severity == .error else { return diagnostics.append(diagnostic) }
    errorCount += 1
    if errorCount <= limits.errors {
      diagnostics.append(diagnostic)
    } else if errorCount == limits.errors + 1 {
      diagnostics.append(Diagnostic(TooManyErrors(limit: limits.errors), at: diagnostic.place))
    }
  }

  // MARK: - Texts and dates

  /// The number of a text, which is added if it is new.
  public mutating func intern(_ text: String) -> StringID { strings.intern(text) }

  /// The number of the text with these UTF-8 bytes, which is added if it is new.
  public mutating func intern(_ utf8: UnsafeBufferPointer<UInt8>) -> StringID { strings.intern(utf8) }

  /// The number of the text with these UTF-8 bytes, which is added if it is new.
  public mutating func intern(_ utf8: ArraySlice<UInt8>) -> StringID { strings.intern(utf8) }

  /// The same for a text of a kind that comes again and again, such as dates or names of types, in less time.
  package mutating func intern(recurring utf8: UnsafeBufferPointer<UInt8>) -> StringID {
    strings.intern(recurring: utf8)
  }

  /// Fetches what it takes to look up the texts with these hashes, which are going to be asked for one by one.
  package mutating func fetch(_ hashes: ArraySlice<UInt32>) { strings.fetch(hashes) }

  /// The numbers of many texts at once, in their order: faster than one by one where there are very many.
  package mutating func intern(_ texts: [UnsafeBufferPointer<UInt8>], into ids: inout [StringID]) {
    strings.intern(texts, into: &ids)
  }

  /// The text with that number.
  public func text(_ id: StringID) -> String { strings[id] }

  /// The bytes of the text with that number, without a copy.
  public func withBytes<R>(of id: StringID, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try strings.withBytes(of: id, body)
  }

  /// Reads a date; each distinct text is read once.
  ///
  /// - Throws: `EDTFError`. Whoever has the date takes ``DateID/unreadable``, so that it does not pass for undated.
  public mutating func date(_ text: StringID) throws(EDTFError) -> DateID { try dates.intern(text, in: strings) }

  /// The date with that number; `nil` for none.
  public func edtf(_ id: DateID) -> EDTF? { dates.edtf(id, in: strings) }

  // MARK: - What a graph is made of

  /// Offers a title; the first that was offered stands, and another one is a warning.
  public mutating func add(title: String, at place: PackedPlace = .none) { titles.append((title, place)) }

  /// Asks for another source to be read, such as a file that `include:` names; `EntenteFormats` reads it after this one.
  ///
  /// - Parameters:
  ///   - path: the path as it is written, relative to the source that includes it.
  ///   - place: where it is written.
  public mutating func include(_ path: String, at place: PackedPlace) {
    inclusions.append(Inclusion(path: path, place: place))
  }

  /// What was asked for since the last time.
  package mutating func takeInclusions() -> [Inclusion] {
    defer { inclusions = [] }
    return inclusions
  }

  /// A source that another asks for.
  package struct Inclusion: Sendable {
    package let path: String
    package let place: PackedPlace
  }

  /// How many titles were offered.
  package var titleCount: Int { titles.count }

  /// Forgets the titles that were offered since there were so many.
  package mutating func dropTitles(from count: Int) { titles.removeSubrange(count...) }

  /// The title; to set it is to give the graph this one, whatever was offered.
  public var title: String? {
    get { titles.first?.text }
    set { titles = newValue.map { [($0, .none)] } ?? [] }
  }

  /// Declares a kind.
  public mutating func add(kind: Kind, at place: PackedPlace = .none) { kinds.append(Declared(kind, at: place)) }

  /// Declares a relation type; `kindPlaces` are those of its `from`, then of its `to`.
  public mutating func add(
    relationType: RelationType, at place: PackedPlace = .none, kindPlaces: [PackedPlace] = []
  ) {
    relationTypes.append(Declared(relationType, at: place, parts: kindPlaces))
  }

  /// Adds a mention of a document; several with one id are merged.
  public mutating func add(document: Document, at place: PackedPlace = .none) {
    documents.append(Declared(document, at: place))
  }

  /// The kind with that name, for entities; ask once for a run of them, or for each.
  ///
  /// - Parameters:
  ///   - name: its name, as a schema has it.
  ///   - source: the source that says so: what is created is listed there in one note.
  ///   - undeclared: what becomes of a kind that no schema has.
  ///   - place: where it is named.
  public mutating func kind(
    _ name: String, in source: SourceID, undeclared: Undeclared = .report, at place: PackedPlace = .none
  ) -> KindID {
    kind(strings.intern(name), in: source, undeclared: undeclared, at: place)
  }

  /// The kind with that name, for entities.
  public mutating func kind(
    _ name: StringID, in source: SourceID, undeclared: Undeclared = .report, at place: PackedPlace = .none
  ) -> KindID {
    let key = CreatedType.Key(name: name, source: source)
    if undeclared == .create, let known = createdKindUses[key] { return known }
    let place = place.isNone ? PackedPlace(source) : place
    kindUses.append(KindUse(name: strings[name], heading: nil, undeclared: undeclared, place: place))
    let id = KindID(row: kindUses.count - 1)
    if undeclared == .create { createdKindUses[key] = id }
    return id
  }

  /// The kind with that plural, for the entities under a heading; what is said of it is the format's to word.
  package mutating func kind(plural: String, _ heading: Heading, at place: PackedPlace) -> KindID {
    kindUses.append(KindUse(name: plural, heading: heading, undeclared: .report, place: place))
    return KindID(row: kindUses.count - 1)
  }

  /// Lets a relation type be one that no schema has: it then joins any kinds, throughout. The types that a source has
  /// created are listed in one note; to say it again for each relation costs nothing.
  public mutating func create(type name: StringID, in source: SourceID, directed: Bool = true) {
    guard createdTypeNames.insert(.init(name: name, source: source)).inserted else { return }
    createdTypes.append(CreatedType(name: name, source: source, directed: directed))
  }

  /// Adds a mention of an entity; several with one id are merged.
  public mutating func add(entity: EntityEntry) { entities.append(entity) }

  /// Adds a statement.
  public mutating func add(relation: RelationEntry) { relations.append(relation) }

  /// Makes room for so many more statements.
  public mutating func reserve(relations count: Int) { relations.reserveCapacity(relations.count + max(0, count)) }

  /// Keeps a list of aliases, for the entity that has them.
  public mutating func add(aliases list: [StringID]) -> Run {
    let run = room(for: list.count, behind: aliases.count)
    if !run.isEmpty { aliases.append(contentsOf: list) }
    return run
  }

  /// Keeps what an entity is in registries: CURIEs of those that are known, `wikidata:Q17`, or IRIs. What is neither is
  /// reported and left out.
  ///
  /// - Parameters:
  ///   - list: the names.
  ///   - places: where each is written.
  public mutating func add(sameAs list: [StringID], at places: [PackedPlace]) -> Run {
    var kept: [StringID] = []
    for (id, place) in zip(list, places) {
      if let finding = NoSameAs(strings[id]) { report(finding, at: place) } else { kept.append(id) }
    }
    let run = room(for: kept.count, behind: sameAs.count)
    if !run.isEmpty { sameAs.append(contentsOf: kept) }
    return run
  }

  /// Adds what was verified once, as a seal says. Two seals of different texts of one document do not go together: the
  /// first stands.
  ///
  /// - Returns: the documents of which another text is sealed already.
  public mutating func add(seal other: Seal) -> [String] { seal.join(other) }

  /// Keeps citations, for the entity or relation that has them.
  public mutating func add(citations list: [CitationEntry]) -> Run {
    let run = room(for: list.count, behind: citations.count)
    if !run.isEmpty { citations.append(contentsOf: list) }
    return run
  }

  /// Keeps attributes, for the entity or relation that has them.
  public mutating func add(attributes list: [AttributeEntry]) -> Run {
    let run = room(for: list.count, behind: attributes.count)
    if !run.isEmpty { attributes.append(contentsOf: list) }
    return run
  }

  /// Where so many parts go behind others; an empty run, which is told at the end, where they are too many.
  private mutating func room(for count: Int, behind start: Int) -> Run {
    guard count <= limits.parts - start else {
      hasTooManyParts = true
      return Run()
    }
    return Run(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count))
  }

  /// Reports that there are more texts, or more citations, attributes or aliases, than a graph holds.
  mutating func reportOverflow() {
    if strings.isFull { report(TooMany(what: "different texts", limit: strings.limit), at: .none) }
    if hasTooManyParts {
      report(TooMany(what: "citations, and attributes, and aliases", limit: limits.parts), at: .none)
    }
  }

  /// An attribute's value, as the draft holds it.
  public mutating func value(_ value: AttributeValue) -> StoredValue { StoredValue(value, in: &strings) }
}
