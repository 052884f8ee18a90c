extension GraphAssembly {
  /// The entities' columns: mentions of one id are one row, of the kind that their sections say.
  mutating func assembleEntities() -> EntityColumns {
    let kinds = draft.kindUses.map { kindRow(of: $0) }
    var merged: [GraphDraft.EntityEntry] = []
    var isFull = false
    furtherLists.removeAll()
    for entry in draft.entities {
      if draft.skipsErrors, entry.isFaulty || entry.when == .unreadable {
        if row(ofID: entry.id) == .nothing { name(entry.id, .unusable) }
        continue
      }
      guard let kind = kinds[entry.kind.row] else {
        if row(ofID: entry.id) == .nothing { name(entry.id, .unusable) }
        continue
      }
      if let row = row(ofID: entry.id).entityRow {
        merge(entry, into: &merged[row], row: row, kinds: kinds)
      } else if entry.id == .empty {
        report(NoID(owner: "an entity"), at: entry.place)
      } else if merged.count < draft.limits.rows {
        name(entry.id, .entity(merged.count))
        merged.append(entry)
        merged[merged.count - 1].kind = GraphDraft.KindID(row: kind)
      } else {
        if !isFull { report(TooMany(what: "entities", limit: draft.limits.rows), at: entry.place) }
        isFull = true
        name(entry.id, .unusable)
      }
    }
    draft.entities = []
    createMissingEnds(&merged)
    if !draft.sides.isEmpty {
      entityIDs = merged.map(\.id)
      assembleSides()
    }
    var columns = EntityColumns()
    for (row, entry) in merged.enumerated() { append(entry, row: row, to: &columns) }
    return columns
  }

  /// Makes entities of the ends that no entity is, where the relations' sources want that.
  private mutating func createMissingEnds(_ merged: inout [GraphDraft.EntityEntry]) {
    guard draft.sources.contains(where: { $0.rules.missingEnds == .create }) else { return }
    var created: [SourceID: EndsCreated] = [:]
    for relation in draft.relations {
      guard let source = relation.place.source.row, draft.sources[source].rules.missingEnds == .create else { continue }
      for (id, place) in [(relation.subject, relation.subjectPlace), (relation.object, relation.objectPlace)]
      where row(ofID: id) == .nothing && id != .empty && merged.count < draft.limits.rows {
        name(id, .entity(merged.count))
        merged.append(GraphDraft.EntityEntry(id: id, kind: .init(row: rowOfDefaultKind()), place: place))
        created[relation.place.source, default: EndsCreated()].count += 1
      }
    }
    for row in draft.sources.indices {
      let source = draft.id(ofSource: row)
      if let finding = created[source] { report(finding, at: PackedPlace(source)) }
    }
  }

  /// The row of the kind that entities are of which nobody says the kind.
  private mutating func rowOfDefaultKind() -> Int {
    if let row = schema.row(ofKind: GraphDraft.defaultKind) { return row }
    schema.define(Kind(GraphDraft.defaultKind, plural: freePlural(of: GraphDraft.defaultKind)))
    return schema.row(ofKind: GraphDraft.defaultKind) ?? 0
  }

  /// The row of a kind, -1 where nobody says one.
  private func said(_ kind: Int) -> Int {
    schema.kinds[kind].name == GraphDraft.defaultKind && !declaresDefaultKind ? -1 : kind
  }

  /// The row of the kind that a run of entities has; `nil`, after a report, when there is none.
  private mutating func kindRow(of use: GraphDraft.KindUse) -> Int? {
    let kind = use.heading == nil ? schema.kind(use.name) : schema.kind(plural: use.name)
    if let kind {
      if let finding = use.heading?.known { draft.report(finding, at: use.place) }
      // A kind too many is reported already.
      return schema.row(ofKind: kind.name).flatMap { $0 < Limits.kinds ? $0 : nil }
    }
    if let heading = use.heading {
      let plurals = mayGuess(among: schema.kinds.count) ? schema.kinds.map(\.plural) : []
      draft.report(heading.unknown(plurals), at: use.place)
    } else {
      reportUnknown(.kind, use.name, at: use.place, among: schema.kinds.lazy.map(\.name))
    }
    return nil
  }

  private mutating func merge(
    _ second: GraphDraft.EntityEntry, into first: inout GraphDraft.EntityEntry, row: Int, kinds: [Int?]
  ) {
    let what = "'\(text(first.id))'"
    let places = (first.place, second.place)
    let (schema, strings) = (schema, draft.strings)
    let kind = one(
      said(first.kind.row), said(kinds[second.kind.row] ?? 0), absent: -1, property: "kind", of: what, at: places
    ) { schema.kinds[$0].name }
    if kind >= 0 { first.kind = GraphDraft.KindID(row: kind) }
    first.name = one(first.name, second.name, absent: .empty, property: "name", of: what, at: places) { strings[$0] }
    first.note = one(first.note, second.note, absent: .empty, property: "note", of: what, at: places) { strings[$0] }
    first.when = date(first.when, second.when, of: what, at: places)
    first.look.shape = one(
      first.look.shape, second.look.shape, absent: nil, property: "shape", of: what, at: places
    ) { $0?.rawValue ?? "" }
    first.look.colour = one(
      first.look.colour, second.look.colour, absent: nil, property: "colour", of: what, at: places
    ) { $0?.rawValue ?? "" }
    keepLists(second.lists, forRow: row)
  }

  private mutating func append(_ entry: GraphDraft.EntityEntry, row: Int, to columns: inout EntityColumns) {
    columns.id.append(entry.id)
    columns.kind.append(UInt16(truncatingIfNeeded: entry.kind.row))
    columns.name.append(entry.name == .empty ? entry.id : entry.name)
    columns.when.append(entry.when == .unreadable ? .none : entry.when)
    columns.note.append(entry.note)
    columns.place.append(entry.place)
    if !entry.look.isUsual { appearance.looks[row] = entry.look }
    let further = furtherLists(ofRow: row)
    var aliases = Array(draft.aliases[entry.aliases.rows])
    for lists in further { aliases += draft.aliases[lists.aliases.rows] }
    steps += 1 + aliases.count
    columns.aliases.append(distinct(aliases))
    var sameAs = Array(draft.sameAs[entry.sameAs.rows])
    for lists in further { sameAs += draft.sameAs[lists.sameAs.rows] }
    columns.sameAs.append(distinct(sameAs))
    keep(attributes: entry.attributes, further, of: entry.id)
    columns.attributes.append(end: attributes.count)
    keep(citations: entry.citations, further)
    columns.citations.append(end: citations.count)
  }

  /// The values, each once, in their order; an empty one is none, as an empty name or note is none.
  private func distinct(_ values: [StringID]) -> [StringID] {
    if values.count < 2 { return values.first == .empty ? [] : values }
    var known: Set<StringID> = [.empty]
    return values.filter { known.insert($0).inserted }
  }
}

extension GraphDraft {
  /// The kind of entities of which nobody says one.
  package static let defaultKind = "entity"
}

/// An entity, a document, a kind or a relation type with an empty id.
struct NoID: Finding {
  let owner: String

  var message: String { "the id of \(owner) is empty" }
}
