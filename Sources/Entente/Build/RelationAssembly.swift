/// A relation whose ends and type are rows.
private struct ResolvedRelation {
  var entry: GraphDraft.RelationEntry
  let subject: Int
  let type: Int
  let object: Int
  let accordingTo: Int?
}

extension GraphAssembly {
  /// The relations' columns: names are rows, everyone has an id, and what two files both say is one row.
  mutating func assembleRelations(entities: EntityColumns) -> RelationColumns {
    var merged: [ResolvedRelation] = []
    merged.reserveCapacity(draft.relations.count)
    var typeRows: [StringID: Int] = [:]
    let entries = draft.relations
    draft.relations = []
    for var entry in entries {
      guard let relation = resolve(&entry, entities: entities, typeRows: &typeRows) else { continue }
      let id = relation.entry.id
      switch row(ofID: id) {
      case .nothing:
        name(id, .relation(merged.count))
        merged.append(relation)
      case let known:
        guard let row = known.relationRow else {
          let place = known.entityRow.map { entities.place[$0] }
          report(IDTwice(id: text(id)), at: entry.ownPlaceOfID, length: text(id).count, related: place)
          continue
        }
        merged[row] = merge(merged[row], relation, hadID: entry.id != .empty)
      }
    }
    return columns(of: merged)
  }

  private mutating func resolve(
    _ entry: inout GraphDraft.RelationEntry, entities: EntityColumns, typeRows: inout [StringID: Int]
  ) -> ResolvedRelation? {
    let typePlace = entry.place.advanced(by: Int(entry.typeOffset))
    let objectPlace = entry.place.advanced(by: Int(entry.objectOffset))
    let subject = entityRow(entry.subject, at: entry.place, entities: entities)
    let type = typeRow(entry.type, at: typePlace, typeRows: &typeRows)
    let object = entityRow(entry.object, at: objectPlace, entities: entities)
    var accordingTo: Int?
    if entry.accordingTo != .empty {
      accordingTo = entityRow(entry.accordingTo, at: entry.accordingToPlace, entities: entities)
      if accordingTo == nil { return nil }
    }
    guard let subject, let type, let object else { return nil }
    let kinds = (Int(entities.kind[subject]), Int(entities.kind[object]))
    guard checkKinds(entry, type: type, kinds: kinds, typePlace, objectPlace) else { return nil }
    var resolved = ResolvedRelation(
      entry: entry, subject: subject, type: type, object: object, accordingTo: accordingTo)
    if entry.id == .empty {
      resolved.entry.id = makeID(entry)
    } else {
      check(id: entry.id, of: "a relation", at: entry.ownPlaceOfID)
    }
    return resolved
  }

  private mutating func entityRow(_ id: StringID, at place: PackedPlace, entities: EntityColumns) -> Int? {
    let named = row(ofID: id)
    if let row = named.entityRow { return row }
    if named == .unusable { return nil }
    let strings = draft.strings
    reportUnknown(.entity, id, at: place, among: entities.id.lazy.map { strings[$0] })
    return nil
  }

  private mutating func typeRow(
    _ name: StringID, at place: PackedPlace, typeRows: inout [StringID: Int]
  ) -> Int? {
    if let row = typeRows[name] { return row }
    guard let row = schema.row(ofRelationType: draft.strings[name]) else {
      reportUnknown(.relationType, name, at: place, among: schema.relationTypes.map(\.name))
      return nil
    }
    typeRows[name] = row
    return row
  }

  private mutating func checkKinds(
    _ entry: GraphDraft.RelationEntry, type: Int, kinds: (subject: Int, object: Int), _ typePlace: PackedPlace,
    _ objectPlace: PackedPlace
  ) -> Bool {
    let type = schema.relationTypes[type]
    if type.from.isEmpty && type.to.isEmpty { return true }
    let (subject, object) = (schema.kinds[kinds.subject].name, schema.kinds[kinds.object].name)
    if type.joins(subject, object) { return true }
    let finding = KindsNotJoined(
      type: type, subject: (text(entry.subject), subject), object: (text(entry.object), object), schema: schema)
    let isObject = finding.objectIsWrong
    report(
      finding, at: isObject ? objectPlace : entry.place, length: text(isObject ? entry.object : entry.subject).count)
    return false
  }

  private mutating func makeID(_ entry: GraphDraft.RelationEntry) -> StringID {
    var id: [UInt8] = []
    let date = draft.dates.text(of: entry.when)
    draft.strings.withArena { arena in
      RelationID.write(
        head: [arena[entry.subject], arena[entry.type], arena[entry.object]], date: arena[date],
        status: entry.status, into: &id)
    }
    return id.withUnsafeBufferPointer { draft.strings.intern($0) }
  }

  /// What two files say of one relation; in one file, two of one id are an error.
  private mutating func merge(
    _ first: ResolvedRelation, _ second: ResolvedRelation, hadID: Bool
  ) -> ResolvedRelation {
    let places = (first: first.entry.place, second: second.entry.place)
    if places.first.file == places.second.file {
      let id = text(first.entry.id)
      if hadID {
        report(
          IDTwice(id: id), at: second.entry.ownPlaceOfID, length: id.count, related: first.entry.ownPlaceOfID)
      } else {
        let head = "\(text(second.entry.subject)) \(text(second.entry.type)) \(text(second.entry.object))"
        report(RelationNeedsID(id: id), at: places.second, length: head.count, related: places.first)
      }
      return first
    }
    let what = "'\(text(first.entry.id))'"
    let (strings, dates) = (draft.strings, draft.dates)
    let head = [first, second].map { "\(text($0.entry.subject)) \(text($0.entry.type)) \(text($0.entry.object))" }
    _ = one(head[0], head[1], absent: "", property: "head", of: what, at: places) { $0 }
    var merged = first
    let (a, b) = (first.entry, second.entry)
    merged.entry.when = one(a.when, b.when, absent: .none, property: "date", of: what, at: places) {
      strings[dates.text(of: $0)]
    }
    merged.entry.note = one(a.note, b.note, absent: .empty, property: "note", of: what, at: places) { strings[$0] }
    merged.entry.status = one(a.status, b.status, absent: .asserted, property: "status", of: what, at: places) {
      $0.name
    }
    _ = one(a.accordingTo, b.accordingTo, absent: .empty, property: "according-to", of: what, at: places) {
      strings[$0]
    }
    merged.entry.attributes = joined(a.attributes, b.attributes, in: &draft.attributes)
    merged.entry.citations = joined(a.citations, b.citations, in: &draft.citations)
    return ResolvedRelation(
      entry: merged.entry, subject: first.subject, type: first.type, object: first.object,
      accordingTo: first.accordingTo ?? second.accordingTo)
  }

  private mutating func columns(of relations: [ResolvedRelation]) -> RelationColumns {
    var columns = RelationColumns()
    columns.attributes = RowRanges(start: attributes.count)
    columns.citations = RowRanges(start: citations.count)
    columns.reserveCapacity(relations.count)
    for relation in relations {
      let entry = relation.entry
      columns.id.append(entry.id)
      columns.subject.append(UInt32(relation.subject))
      columns.object.append(UInt32(relation.object))
      columns.type.append(UInt16(relation.type))
      columns.status.append(entry.status)
      columns.when.append(entry.when)
      columns.accordingTo.append(UInt32(relation.accordingTo.map { $0 + 1 } ?? 0))
      columns.note.append(entry.note)
      columns.place.append(entry.place)
      keep(attributes: entry.attributes, of: entry.id)
      columns.attributes.append(end: attributes.count)
      keep(citations: entry.citations)
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
