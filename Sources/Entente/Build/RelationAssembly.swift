/// A relation whose ends and type are rows.
private struct ResolvedRelation {
  var entry: GraphDraft.RelationEntry
  let subject: Int
  let type: Int
  let object: Int
  var accordingTo: Int?
}

extension GraphAssembly {
  /// The relations' columns: names are rows, everyone has an id, and what two sources both say is one row.
  mutating func assembleRelations(entities: EntityColumns) -> RelationColumns {
    var merged: [ResolvedRelation] = []
    merged.reserveCapacity(draft.relations.count)
    var typeRows: [StringID: Int] = [:]
    let entries = draft.relations
    draft.relations = []
    furtherLists.removeAll()
    for entry in entries {
      steps += 1
      guard var relation = resolve(entry, entities: entities, typeRows: &typeRows) else { continue }
      if merged.count >= draft.limits.rows {
        report(TooMany(what: "relations", limit: draft.limits.rows), at: entry.place)
        break
      }
      // One that an entity has is no id of its own any more.
      let hasOwnID = entry.id != .empty && row(ofID: entry.id).entityRow == nil
      number(&relation, hasOwnID: hasOwnID, among: merged)
      let id = relation.entry.id
      switch row(ofID: id) {
      case .nothing:
        name(id, .relation(merged.count))
        merged.append(relation)
      case let known:
        guard let row = known.relationRow else {
          let place = known.entityRow.map { entities.place[$0] } ?? .none
          report(IDTwice(id: text(id)), at: entry.ownPlaceOfID, related: place)
          continue
        }
        merge(relation, into: &merged[row], row: row, hadID: hasOwnID)
      }
    }
    reportNumbered()
    return columns(of: merged)
  }

  private mutating func resolve(
    _ entry: GraphDraft.RelationEntry, entities: EntityColumns, typeRows: inout [StringID: Int]
  ) -> ResolvedRelation? {
    if draft.skipsErrors, entry.isFaulty || entry.when == .unreadable { return nil }
    if skips(entry) { return nil }
    let subject = entityRow(entry.subject, at: entry.subjectPlace, entities: entities)
    let object = entityRow(entry.object, at: entry.objectPlace, entities: entities)
    let ends = (subject.map { Int(entities.kind[$0]) }, object.map { Int(entities.kind[$0]) })
    let type = typeRow(entry.type, at: entry.typePlace, typeRows: &typeRows, ends: ends)
    var accordingTo: Int?
    if entry.accordingTo != .empty {
      accordingTo = entityRow(entry.accordingTo, at: entry.accordingToPlace, entities: entities)
      if accordingTo == nil { return nil }
    }
    guard let subject, let type, let object else { return nil }
    let kinds = (Int(entities.kind[subject]), Int(entities.kind[object]))
    guard checkKinds(entry, type: type, kinds: kinds) else { return nil }
    var resolved = ResolvedRelation(
      entry: entry, subject: subject, type: type, object: object, accordingTo: accordingTo)
    yieldID(of: &resolved.entry)
    let hasOwnID = resolved.entry.id != .empty
    if !hasOwnID { resolved.entry.id = makeID(resolved.entry) }
    if !hasOwnID, entry.when == .unreadable {
      // Without its date nobody can tell which id it would have: one that no other relation gets keeps others quiet.
      unreadableDates += 1
      resolved.entry.id = draft.strings.intern("\(text(resolved.entry.id))-?\(unreadableDates)")
    }
    return resolved
  }

  /// Whether the relation is left out because an end is no entity, and its source wants that.
  private mutating func skips(_ entry: GraphDraft.RelationEntry) -> Bool {
    let source = entry.place.source
    guard let row = source.row, draft.sources[row].rules.missingEnds == .skip,
      self.row(ofID: entry.subject) == .nothing || self.row(ofID: entry.object) == .nothing
    else { return false }
    skippedEnds[source, default: 0] += 1
    return true
  }

  private mutating func entityRow(_ id: StringID, at place: PackedPlace, entities: EntityColumns) -> Int? {
    let named = row(ofID: id)
    if let row = named.entityRow { return row }
    if named == .unusable { return nil }
    let strings = draft.strings
    reportUnknown(.entity, text(id), at: place, among: entities.id.lazy.map { strings[$0] })
    return nil
  }

  private mutating func typeRow(
    _ name: StringID, at place: PackedPlace, typeRows: inout [StringID: Int], ends: (subject: Int?, object: Int?)
  ) -> Int? {
    if let row = typeRows[name] {
      checkLabel(ofType: row, at: place)
      return row
    }
    guard let row = schema.row(ofRelationType: text(name)) else {
      let kinds = (ends.subject.map { schema.kinds[$0].name }, ends.object.map { schema.kinds[$0].name })
      reportUnknown(
        .relationType, text(name), at: place, among: schema.relationTypes.lazy.map(\.name),
        declaration: Self.declaration(ofType: text(name), from: kinds.0, to: kinds.1))
      return nil
    }
    // A type too many is reported already.
    guard row < Limits.relationTypes else { return nil }
    typeRows[name] = row
    checkLabel(ofType: row, at: place)
    return row
  }

  /// What a graph file declares a relation type with, for kinds that are known.
  private static func declaration(ofType name: String, from: String?, to: String?) -> String? {
    guard let from, let to else { return nil }
    return "schema: {relations: {\(name): {from: \(from), to: \(to)}}}"
  }

  /// Reports, once, a built-in type that says something else here since another source has given it another label.
  private mutating func checkLabel(ofType row: Int, at place: PackedPlace) {
    guard let declared = relabelled[row], whole(declared.source) != whole(place.source) else { return }
    relabelled[row] = nil
    let type = schema.relationTypes[row]
    let label = Schema.builtIn.relationType(type.name)?.label ?? type.name
    report(LabelChangedElsewhere(type: type.name, label: type.label, builtIn: label), at: place, related: declared)
  }

  /// The source that a source is a part of, or itself.
  private func whole(_ source: SourceID) -> SourceID {
    source.row.flatMap { draft.sources[$0].rules.whole } ?? source
  }

  // MARK: - Kinds at both ends

  private mutating func checkKinds(
    _ entry: GraphDraft.RelationEntry, type row: Int, kinds: (subject: Int, object: Int)
  ) -> Bool {
    if ends(ofType: row).joins(kinds.subject, kinds.object) { return true }
    let type = schema.relationTypes[row]
    if flexibleTypes.contains(row) {
      report(JoinsMore(type: type), at: entry.typePlace)
      schema.define(RelationType(type.name, label: type.label, directed: type.directed, holds: type.holds))
      endsOfTypes[row] = nil
      return true
    }
    let (subject, object) = (schema.kinds[kinds.subject].name, schema.kinds[kinds.object].name)
    let ends = self.ends(ofType: row)
    let finding = KindsNotJoined(
      type: type, subject: (text(entry.subject), subject), object: (text(entry.object), object),
      joinsTurned: ends.joins(kinds.object, kinds.subject),
      schema: mayGuess(among: schema.relationTypes.count) ? schema : nil)
    // Where the object alone does not fit, the message points at it.
    report(finding, at: ends.mayBeFrom(kinds.subject) ? entry.objectPlace : entry.subjectPlace)
    return false
  }

  /// What the type in that row joins, so that its list of kinds is not gone through for each relation.
  private mutating func ends(ofType row: Int) -> TypeEnds {
    if let known = endsOfTypes[row] { return known }
    let type = schema.relationTypes[row]
    steps += type.from.count + type.to.count
    let ends = TypeEnds(type, in: schema)
    endsOfTypes[row] = ends
    return ends
  }

  // MARK: - Ids

  /// Takes from a relation an id that an entity has, where its source knows nothing of one space for both: what the file
  /// calls it stays its attribute.
  private mutating func yieldID(of entry: inout GraphDraft.RelationEntry) {
    guard entry.id != .empty, row(ofID: entry.id).entityRow != nil, let source = entry.place.source.row,
      draft.sources[source].rules.numbersAlike
    else { return }
    let key = draft.intern("original_id")
    var attributes = entry.attributes.rows.map { draft.attributes[$0] }
    if !attributes.contains(where: { $0.key == key }) {
      attributes.append(.init(key: key, value: .text(entry.id), place: entry.ownPlaceOfID))
      entry.attributes = draft.add(attributes: attributes)
    }
    entry.id = .empty
    yieldedIDs[entry.place.source, default: 0] += 1
  }

  private mutating func makeID(_ entry: GraphDraft.RelationEntry) -> StringID {
    draft.madeID(of: entry).withUnsafeBufferPointer { draft.strings.intern($0) }
  }

  /// Numbers a relation whose id is taken, where its source wants that: `-2`, `-3`.
  private mutating func number(_ relation: inout ResolvedRelation, hasOwnID: Bool, among others: [ResolvedRelation]) {
    let source = relation.entry.place.source
    guard let row = source.row,
      hasOwnID ? draft.sources[row].rules.duplicateIDs == .number : draft.sources[row].rules.numbersAlike,
      let known = self.row(ofID: relation.entry.id).relationRow, others[known].entry.place.source == source
    else { return }
    let base = relation.entry.id
    repeat {
      nextNumbers[base, default: 1] += 1
      relation.entry.id = draft.strings.intern("\(text(base))-\(nextNumbers[base] ?? 2)")
    } while self.row(ofID: relation.entry.id) != .nothing
    if hasOwnID { numberedIDs[source, default: 0] += 1 } else { numberedAlike[source, default: 0] += 1 }
  }

  private mutating func reportNumbered() {
    for row in draft.sources.indices {
      let source = draft.id(ofSource: row)
      if let count = yieldedIDs[source] { report(IDsOfEntities(count: count), at: PackedPlace(source)) }
      if let count = numberedAlike[source] { report(NumberedAlike(count: count), at: PackedPlace(source)) }
      if let count = numberedIDs[source] { report(IDsNumbered(count: count), at: PackedPlace(source)) }
      if let count = skippedEnds[source] { report(EndsSkipped(count: count), at: PackedPlace(source)) }
    }
  }

  /// What two sources say of one relation; in one source, two of one id are an error.
  private mutating func merge(
    _ second: ResolvedRelation, into first: inout ResolvedRelation, row: Int, hadID: Bool
  ) {
    let (a, b) = (first.entry, second.entry)
    let places = (first: a.place, second: b.place)
    if places.first.source == places.second.source {
      let id = text(a.id)
      if hadID {
        report(IDTwice(id: id), at: b.ownPlaceOfID, related: a.ownPlaceOfID)
      } else {
        report(RelationNeedsID(id: id), at: places.second, related: places.first)
      }
      return
    }
    let what = "'\(text(a.id))'"
    let strings = draft.strings
    let head = [a, b].map { "\(text($0.subject)) \(text($0.type)) \(text($0.object))" }
    _ = one(head[0], head[1], absent: "", property: "head", of: what, at: places) { $0 }
    first.entry.when = date(a.when, b.when, of: what, at: places)
    first.entry.note = one(a.note, b.note, absent: .empty, property: "note", of: what, at: places) { strings[$0] }
    first.entry.status = one(a.status, b.status, absent: .asserted, property: "status", of: what, at: places) {
      $0.name
    }
    _ = one(a.accordingTo, b.accordingTo, absent: .empty, property: "according-to", of: what, at: places) {
      strings[$0]
    }
    first.accordingTo = first.accordingTo ?? second.accordingTo
    keepLists(b.lists, forRow: row)
  }

  private mutating func columns(of relations: [ResolvedRelation]) -> RelationColumns {
    var columns = RelationColumns()
    columns.attributes = RowRanges(start: attributes.count)
    columns.citations = RowRanges(start: citations.count)
    columns.reserveCapacity(relations.count)
    for (row, relation) in relations.enumerated() {
      let entry = relation.entry
      columns.id.append(entry.id)
      columns.subject.append(UInt32(truncatingIfNeeded: relation.subject))
      columns.object.append(UInt32(truncatingIfNeeded: relation.object))
      columns.type.append(UInt16(truncatingIfNeeded: relation.type))
      columns.status.append(entry.status)
      columns.when.append(entry.when == .unreadable ? .none : entry.when)
      columns.accordingTo.append(UInt32(truncatingIfNeeded: relation.accordingTo.map { $0 + 1 } ?? 0))
      columns.note.append(entry.note)
      columns.place.append(entry.place)
      let further = furtherLists(ofRow: row)
      keep(attributes: entry.attributes, further, of: entry.id)
      columns.attributes.append(end: attributes.count)
      keep(citations: entry.citations, further)
      columns.citations.append(end: citations.count)
    }
    return columns
  }
}

extension RelationColumns {
  mutating func reserveCapacity(_ count: Int) {
    id.reserveCapacity(count)
    subject.reserveCapacity(count)
    object.reserveCapacity(count)
    type.reserveCapacity(count)
    status.reserveCapacity(count)
    when.reserveCapacity(count)
    accordingTo.reserveCapacity(count)
    note.reserveCapacity(count)
    place.reserveCapacity(count)
    attributes.reserveCapacity(count)
    citations.reserveCapacity(count)
  }
}

extension GraphDraft.RelationEntry {
  var subjectPlace: PackedPlace { subjectPart.place(in: place) }
  var typePlace: PackedPlace { typePart.place(in: place) }
  var objectPlace: PackedPlace { objectPart.place(in: place) }
  var accordingToPlace: PackedPlace { accordingToPart.place(in: place) }
  /// Where a message about its id points.
  var ownPlaceOfID: PackedPlace { idPart.place(in: place) }
}

/// The kinds that a relation type joins, by their rows.
struct TypeEnds {
  private let from: Set<Int>
  private let to: Set<Int>
  private let acceptsAny: (from: Bool, to: Bool)
  private let directed: Bool

  init(_ type: RelationType, in schema: Schema) {
    from = Set(type.from.compactMap { schema.row(ofKind: $0) })
    to = Set(type.to.compactMap { schema.row(ofKind: $0) })
    // A kind that nothing has is reported where the type is declared; which kind was meant nobody knows.
    func isOpen(_ kinds: [String]) -> Bool { kinds.isEmpty || kinds.contains { schema.kind($0) == nil } }
    acceptsAny = (isOpen(type.from), isOpen(type.to))
    directed = type.directed
  }

  func joins(_ subject: Int, _ object: Int) -> Bool {
    (mayBeFrom(subject) && mayBeTo(object)) || (!directed && mayBeTo(subject) && mayBeFrom(object))
  }

  func mayBeFrom(_ kind: Int) -> Bool { acceptsAny.from || from.contains(kind) }
  private func mayBeTo(_ kind: Int) -> Bool { acceptsAny.to || to.contains(kind) }
}

/// Relations of a table that were numbered, since they have the same head, date and status.
struct NumberedAlike: ToldToEverybody {
  let count: Int

  var severity: Severity { .note }
  var message: String {
    let relations = count == 1 ? "1 relation has" : "\(count) relations have"
    return "\(relations) the same head, date and status as another; their ids end in -2, -3 and so on"
  }
}
