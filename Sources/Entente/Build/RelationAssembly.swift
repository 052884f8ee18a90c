/// A relation whose ends and type are rows; what else is said of it stays in its entry.
private struct ResolvedRelation {
  /// The row of its entry.
  let entry: UInt32
  let subject: UInt32
  let object: UInt32
  let type: UInt16
  /// The row of who says so plus one; 0 is nobody.
  var accordingTo: UInt32
}

extension GraphAssembly {
  /// The relations' columns: names are rows, everyone has an id, and what two sources both say is one row.
  mutating func assembleRelations(entities: EntityColumns) -> RelationColumns {
    var merged: [ResolvedRelation] = []
    merged.reserveCapacity(draft.relations.count)
    var typeRows = RecentValues<Int>()
    var entries = draft.relations
    draft.relations = []
    furtherLists.removeAll()
    for place in entries.indices {
      steps += 1
      var entry = entries[place]
      let id = entry.id
      guard let relation = resolve(&entry, row: place, entities: entities, typeRows: &typeRows) else { continue }
      if merged.count >= draft.limits.rows {
        report(TooMany(what: "relations", limit: draft.limits.rows), at: entry.place)
        break
      }
      // One that an entity has is no id of its own any more.
      let hasOwnID = id != .empty && row(ofID: id).entityRow == nil
      number(&entry, hasOwnID: hasOwnID) { entries[Int(merged[$0].entry)].place.source }
      if entry.id != id || entry.attributes != entries[place].attributes { entries[place] = entry }
      switch row(ofID: entry.id) {
      case .nothing:
        name(entry.id, .relation(merged.count))
        merged.append(relation)
      case let known:
        guard let row = known.relationRow else {
          let place = known.entityRow.map { entities.place[$0] } ?? .none
          report(IDTwice(id: text(entry.id)), at: entry.ownPlaceOfID, related: place)
          continue
        }
        let accordingTo = relation.accordingTo
        if merge(entry, into: &entries[Int(merged[row].entry)], row: row, hadID: hasOwnID),
          merged[row].accordingTo == 0
        {
          merged[row].accordingTo = accordingTo
        }
      }
    }
    reportNumbered()
    return columns(of: merged, entries)
  }

  /// The rows of what an entry names; the entry gets an id where it has none. `nil`, after a report, where that does not work.
  private mutating func resolve(
    _ entry: inout GraphDraft.RelationEntry, row: Int, entities: EntityColumns, typeRows: inout RecentValues<Int>
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
    yieldID(of: &entry)
    let hasOwnID = entry.id != .empty
    if !hasOwnID { entry.id = makeID(entry) }
    if !hasOwnID, entry.when == .unreadable {
      // Without its date nobody can tell which id it would have: one that no other relation gets keeps others quiet.
      unreadableDates += 1
      entry.id = draft.strings.intern("\(text(entry.id))-?\(unreadableDates)")
    }
    return ResolvedRelation(
      entry: UInt32(truncatingIfNeeded: row), subject: UInt32(truncatingIfNeeded: subject),
      object: UInt32(truncatingIfNeeded: object), type: UInt16(truncatingIfNeeded: type),
      accordingTo: UInt32(truncatingIfNeeded: accordingTo.map { $0 + 1 } ?? 0))
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
    _ name: StringID, at place: PackedPlace, typeRows: inout RecentValues<Int>, ends: (subject: Int?, object: Int?)
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
    if relabelled.isEmpty { return }
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
    if joining.contains(row, kinds) { return true }
    if ends(ofType: row).joins(kinds.subject, kinds.object) {
      joining.insert(row, kinds)
      return true
    }
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
  private mutating func number(
    _ entry: inout GraphDraft.RelationEntry, hasOwnID: Bool, sourceOfRow: (Int) -> SourceID
  ) {
    let source = entry.place.source
    guard let row = source.row,
      hasOwnID ? draft.sources[row].rules.duplicateIDs == .number : draft.sources[row].rules.numbersAlike,
      let known = self.row(ofID: entry.id).relationRow, sourceOfRow(known) == source
    else { return }
    let base = entry.id
    repeat {
      nextNumbers[base, default: 1] += 1
      entry.id = draft.strings.intern("\(text(base))-\(nextNumbers[base] ?? 2)")
    } while self.row(ofID: entry.id) != .nothing
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

  /// What two sources say of one relation, whether they may; in one source, two of one id are an error.
  private mutating func merge(
    _ b: GraphDraft.RelationEntry, into first: inout GraphDraft.RelationEntry, row: Int, hadID: Bool
  ) -> Bool {
    let a = first
    let places = (first: a.place, second: b.place)
    if places.first.source == places.second.source {
      let id = text(a.id)
      if hadID {
        report(IDTwice(id: id), at: b.ownPlaceOfID, related: a.ownPlaceOfID)
      } else {
        report(RelationNeedsID(id: id), at: places.second, related: places.first)
      }
      return false
    }
    let what = "'\(text(a.id))'"
    let strings = draft.strings
    let head = [a, b].map { "\(text($0.subject)) \(text($0.type)) \(text($0.object))" }
    _ = one(head[0], head[1], absent: "", property: "head", of: what, at: places) { $0 }
    first.when = date(a.when, b.when, of: what, at: places)
    first.note = one(a.note, b.note, absent: .empty, property: "note", of: what, at: places) { strings[$0] }
    first.status = one(a.status, b.status, absent: .asserted, property: "status", of: what, at: places) {
      $0.name
    }
    _ = one(a.accordingTo, b.accordingTo, absent: .empty, property: "according-to", of: what, at: places) {
      strings[$0]
    }
    keepLists(b.lists, forRow: row)
    return true
  }

  private mutating func columns(
    of relations: [ResolvedRelation], _ entries: [GraphDraft.RelationEntry]
  ) -> RelationColumns {
    var columns = RelationColumns()
    columns.attributes = RowRanges(start: attributes.count)
    columns.citations = RowRanges(start: citations.count)
    columns.reserveCapacity(relations.count)
    for (row, relation) in relations.enumerated() {
      let entry = entries[Int(relation.entry)]
      columns.id.append(entry.id)
      columns.subject.append(relation.subject)
      columns.object.append(relation.object)
      columns.type.append(relation.type)
      columns.status.append(entry.status)
      columns.when.append(entry.when == .unreadable ? .none : entry.when)
      columns.accordingTo.append(relation.accordingTo)
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

/// Types and the kinds that they join, some of those that were asked for last, by their rows.
struct JoiningTypes {
  private var keys = [UInt64](repeating: .max, count: 64)

  func contains(_ type: Int, _ kinds: (subject: Int, object: Int)) -> Bool {
    let key = Self.key(type, kinds)
    return keys[Self.place(key)] == key
  }

  mutating func insert(_ type: Int, _ kinds: (subject: Int, object: Int)) {
    let key = Self.key(type, kinds)
    keys[Self.place(key)] = key
  }

  /// Rows of types and kinds have 16 bits.
  private static func key(_ type: Int, _ kinds: (subject: Int, object: Int)) -> UInt64 {
    UInt64(truncatingIfNeeded: type << 32 | kinds.subject << 16 | kinds.object)
  }

  private static func place(_ key: UInt64) -> Int { Int((key &* 0x9e37_79b9_7f4a_7c15) >> 58) }
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
