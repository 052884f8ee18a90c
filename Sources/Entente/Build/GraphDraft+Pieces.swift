/// What another piece of a source says of an entity, as far as the relations of this piece need it.
package struct EntityElsewhere: Sendable {
  package let kind: String
  /// Its existence as it is written; empty for none.
  package let when: String
  /// Its row among all entities.
  package let row: Int

  package init(kind: String, when: String, row: Int) {
    self.kind = kind
    self.when = when
    self.row = row
  }
}

extension GraphDraft {
  /// How many mentions of entities there are so far.
  package var entityCount: Int { entities.count }

  /// Adds the entities that relations name and that stand in other pieces of their source, in the order of their rows. What
  /// they are called there is not known here: their ids stand for their names.
  ///
  /// - Parameters:
  ///   - source: the source.
  ///   - others: the source that says which kinds there are.
  ///   - end: where the piece ends: an entity's place is as many bytes behind that as its row says.
  ///   - elsewhere: what another piece says of the entity with an id; `nil` where none has it.
  package mutating func addEnds(
    in source: SourceID, kindsIn others: SourceID, behind end: Int,
    _ elsewhere: (UnsafeBufferPointer<UInt8>) -> EntityElsewhere?
  ) {
    var isKnown = [Bool](repeating: false, count: strings.count)
    isKnown[Int(StringID.empty.value)] = true
    for entity in entities { isKnown[Int(entity.id.value)] = true }
    var ends: [(id: StringID, entity: EntityElsewhere)] = []
    for relation in relations {
      for id in [relation.subject, relation.object, relation.accordingTo] where !isKnown[Int(id.value)] {
        isKnown[Int(id.value)] = true
        if let entity = strings.withBytes(of: id, elsewhere) { ends.append((id, entity)) }
      }
    }
    for (id, entity) in ends.sorted(by: { $0.entity.row < $1.entity.row }) {
      let place = PackedPlace(source, offset: end + entity.row, length: 1)
      var entry = EntityEntry(id: id, kind: kind(entity.kind, in: others, undeclared: .create), place: place)
      // What was read there once is read here, too.
      if !entity.when.isEmpty { entry.when = (try? date(intern(entity.when))) ?? .none }
      add(entity: entry)
    }
  }
}
