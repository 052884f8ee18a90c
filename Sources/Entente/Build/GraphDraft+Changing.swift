// Changing what is in a draft already. Whoever takes many things out names them all at once, which goes through the draft
// once.
extension GraphDraft {
  /// Takes an entity out, with the relations that have it as an end or as who says so.
  public mutating func remove(entity id: String) { remove(entities: CollectionOfOne(id)) }

  /// Takes entities out, with the relations that have one as an end or as who says so.
  public mutating func remove(entities ids: some Collection<String>) {
    let names = Set(ids.map { intern($0) })
    entities.removeAll { names.contains($0.id) }
    relations.removeAll { names.contains($0.subject) || names.contains($0.object) || names.contains($0.accordingTo) }
    rowsByID = nil
  }

  /// Takes a relation out, by the id that it has or will have.
  public mutating func remove(relation id: String) { remove(relations: CollectionOfOne(id)) }

  /// Takes relations out, by the ids that they have or will have.
  public mutating func remove(relations ids: some Collection<String>) {
    let names = Set(ids.map { intern($0) })
    var kept: [RelationEntry] = []
    for entry in relations where !names.contains(finalID(of: entry)) { kept.append(entry) }
    relations = kept
    rowsByID = nil
  }

  /// Changes an entity; whether there was one. Texts and dates are interned before: `let name = draft.intern("Nippon")`.
  @discardableResult
  public mutating func change(entity id: String, _ change: (inout EntityEntry) -> Void) -> Bool {
    guard let row = indexed().entities[intern(id)] else { return false }
    change(&entities[row])
    return true
  }

  /// Changes a relation, by the id that it has or will have; whether there was one.
  @discardableResult
  public mutating func change(relation id: String, _ change: (inout RelationEntry) -> Void) -> Bool {
    let name = intern(id)
    guard let row = indexed().relations[name] else { return false }
    change(&relations[row])
    let changed = finalID(of: relations[row])
    if changed != name { rowsByID = nil }
    return true
  }

  /// The first entity and relation with each id, as long as nothing was added or taken out since.
  private mutating func indexed() -> RowsByID {
    if let known = rowsByID, known.counts == (entities.count, relations.count) { return known }
    var rows = RowsByID(counts: (entities.count, relations.count))
    for (row, entry) in entities.enumerated() where rows.entities[entry.id] == nil { rows.entities[entry.id] = row }
    for row in relations.indices {
      let id = finalID(of: relations[row])
      if rows.relations[id] == nil { rows.relations[id] = row }
    }
    rowsByID = rows
    return rows
  }

  /// Where ids stand among entities and relations.
  struct RowsByID: Sendable {
    /// How many entities and relations there were.
    let counts: (Int, Int)
    var entities: [StringID: Int] = [:]
    var relations: [StringID: Int] = [:]
  }

  /// The id that a relation has or gets.
  private mutating func finalID(of entry: RelationEntry) -> StringID {
    entry.id == .empty ? madeID(of: entry).withUnsafeBufferPointer { strings.intern($0) } : entry.id
  }

  /// The id that a relation without one gets.
  func madeID(of entry: RelationEntry) -> [UInt8] {
    strings.withArena { arena in
      RelationID.make(
        head: [arena[entry.subject], arena[entry.type], arena[entry.object]], date: arena[dates.text(of: entry.when)],
        status: entry.status)
    }
  }
}

extension RelationGraph {
  /// Whether the relation's id is the one that its head, date and status make.
  package func isMadeID(ofRelation row: Int) -> Bool {
    let (table, entities) = (columns.relations, columns.entities)
    let type = schema.relationTypes[Int(table.type[row])].name
    return columns.strings.withArena { arena in
      let (subject, object) = (entities.id[Int(table.subject[row])], entities.id[Int(table.object[row])])
      let date = arena[columns.dates.text(of: table.when[row])]
      return Array(type.utf8).withUnsafeBufferPointer { type in
        let made = RelationID.make(head: [arena[subject], type, arena[object]], date: date, status: table.status[row])
        return made.elementsEqual(arena[table.id[row]])
      }
    }
  }
}
