extension GraphDraft {
  /// The graph of all that was added, and everything that is wrong with it, in the order of the places.
  ///
  /// What is wrong is left out of the graph, so that the rules that read the graph can report their findings too.
  ///
  /// - Parameter title: what the graph is about, in place of the first title that was offered.
  public consuming func finish(title: String? = nil) -> (graph: RelationGraph, diagnostics: [Diagnostic]) {
    var assembly = GraphAssembly(draft: self)
    let graph = assembly.graph(title: title)
    return (graph, assembly.draft.diagnostics.inOrder())
  }
}

/// Turns a draft into a graph: resolves names to rows, merges what is mentioned several times, makes ids.
struct GraphAssembly {
  var draft: GraphDraft
  var schema = Schema.builtIn
  var appearance = Appearance()
  /// What each id names, by the number of its string.
  var rowsOfIDs: [NamedRow] = []
  var documents: [GraphDraft.Declared<Document>] = []
  /// The documents' rows by the numbers of their ids.
  var documentRows: [StringID: Int] = [:]
  var recentDocuments = RecentValues<Int>()
  var citations = CitationColumns()
  var attributes = AttributeColumns()
  /// Rows of relation types that a source uses as it likes: between other kinds they join any.
  var flexibleTypes: Set<Int> = []
  /// Where built-in types are declared with another label, by their rows.
  var relabelled: [Int: PackedPlace] = [:]
  /// The entities' ids, by their rows, as far as they are found.
  var entityIDs: [StringID] = []
  /// The lists of further mentions of the entities, later of the relations, by the row of the first.
  var furtherLists: [Int: [MentionLists]] = [:]
  /// What the types that occur join, by their rows.
  var endsOfTypes: [Int: TypeEnds] = [:]
  /// Types that join two kinds, as it was found out: what one joins never becomes less.
  var joining = JoiningTypes()
  /// The last number that was given to relations alike, by the id that they would all have.
  var nextNumbers: [StringID: Int] = [:]
  /// How many relations alike each source has.
  var numberedAlike: [SourceID: Int] = [:]
  /// How many relations of each source have an id that was taken, and how many an end that is no entity.
  var numberedIDs: [SourceID: Int] = [:]
  var skippedEnds: [SourceID: Int] = [:]
  /// How many relations of each source had an id that an entity has.
  var yieldedIDs: [SourceID: Int] = [:]
  /// How many relations have a date that cannot be read.
  var unreadableDates = 0
  /// The attributes' keys in their order.
  var keyRanks: [StringID: Int] = [:]
  /// The keys that the last owner of several has, and their order: the next one mostly has the same.
  var lastKeys: (keys: [StringID], order: [Int]) = ([], [])
  /// Whether the draft declares the kind that entities are of which nobody says one.
  let declaresDefaultKind: Bool
  /// How many more times a nearest name is looked for; with hundreds of wrong names the first ones tell enough.
  private var guesses = 50
  /// How much was looked at: declarations, mentions, what their lists hold, and names that might have been meant.
  var steps = 0

  init(draft: GraphDraft) {
    self.draft = draft
    declaresDefaultKind = draft.kinds.contains { $0.value.name == GraphDraft.defaultKind }
  }

  mutating func graph(title: String?) -> RelationGraph {
    if title == nil { checkTitles() }
    for inclusion in draft.inclusions { report(NotRead(path: inclusion.path), at: inclusion.place) }
    appearance.subtitle = draft.subtitle
    assembleSchema()
    assembleDocuments()
    checkCitations()
    let entities = assembleEntities()
    let relations = assembleRelations(entities: entities)
    draft.reportOverflow()
    return RelationGraph(
      columns: Columns(
        title: title ?? draft.title ?? "", schema: schema, documents: documents.map(\.value),
        documentPlaces: documents.map(\.place), sources: draft.sources.map(\.text), strings: draft.strings.frozen(),
        dates: draft.dates,
        entities: entities, relations: relations, citations: citations, attributes: attributes,
        seal: draft.seal, appearance: appearance))
  }

  /// Reports titles of other sources that differ from the first, which stands.
  private mutating func checkTitles() {
    guard let first = draft.titles.first else { return }
    for title in draft.titles where title.text != first.text && title.place.source != first.place.source {
      report(SecondTitle(title: title.text, first: first.text), at: title.place, related: first.place)
    }
  }

  mutating func report(_ finding: some Finding, at place: PackedPlace, related: PackedPlace = .none) {
    draft.report(finding, at: place, related: related)
  }

  mutating func reportUnknown(
    _ sort: UnknownName.Sort, _ name: String, at place: PackedPlace, among candidates: some Collection<String>,
    declaration: String? = nil, meant: () -> String? = { nil }
  ) {
    let finding =
      mayGuess(among: candidates.count)
      ? UnknownName(sort, name, among: candidates, meant: meant(), declaration: declaration)
      : UnknownName(sort, name, among: EmptyCollection())
    report(finding, at: place)
  }

  /// Whether there is still something to be said for looking through all of so many names.
  mutating func mayGuess(among count: Int) -> Bool {
    guesses -= 1
    steps += guesses >= 0 ? count : 1
    return guesses >= 0
  }

  // MARK: - What entities and relations share

  func row(ofID id: StringID) -> NamedRow {
    Int(id.value) < rowsOfIDs.count ? rowsOfIDs[Int(id.value)] : .nothing
  }

  mutating func name(_ id: StringID, _ row: NamedRow) {
    let missing = Int(id.value) + 1 - rowsOfIDs.count
    if missing > 0 { rowsOfIDs.append(contentsOf: repeatElement(.nothing, count: max(missing, rowsOfIDs.count))) }
    rowsOfIDs[Int(id.value)] = row
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

  /// The date that one of two mentions gives; what cannot be read is reported already.
  mutating func date(
    _ first: DateID, _ second: DateID, of what: String, at places: (first: PackedPlace, second: PackedPlace)
  ) -> DateID {
    if first == .unreadable || second == .unreadable { return .unreadable }
    let (strings, dates) = (draft.strings, draft.dates)
    return one(first, second, absent: .none, property: "date", of: what, at: places) { strings[dates.text(of: $0)] }
  }

  func text(_ id: StringID) -> String { draft.strings[id] }
}

/// A source that another asks for, and that nobody has read.
struct NotRead: Finding {
  let path: String

  var message: String { "'\(path)' was not read: only a loader that reads files can include them" }
}

/// A title where another source has given one already.
struct SecondTitle: Finding {
  let title: String
  let first: String

  var severity: Severity { .warning }
  var message: String { "the title '\(Wording.short(title))' is not used: '\(Wording.short(first))' stands" }
  var advice: [String] { ["the first source's title is the graph's; make the two the same, or give one for all"] }
}
