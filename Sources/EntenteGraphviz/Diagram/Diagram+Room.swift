import Entente

extension Diagram {
  /// Marks what no year shows: the pages of all years have room for all the rest, and are equal.
  ///
  /// A relation is shown in some year if its date and the existences of its ends have one in common: without a gap in any
  /// of them, exactly then.
  mutating func keepRoom(certainOnly: Bool, _ graph: RelationGraph) {
    func possible(_ years: FourYears) -> (first: Int32, last: Int32) { (years.possibleFrom, years.possibleTo) }
    func span(_ years: FourYears) -> (first: Int32, last: Int32) {
      certainOnly ? (years.certainFrom, years.certainTo) : possible(years)
    }
    // Whoever may have existed is no reason to leave a relation out, certain or not.
    let existences = entities.map { $0.row.map { possible(graph.entities[$0].years) } ?? (.min, .max) }
    var isUsed = Array(repeating: false, count: entities.count)
    var isJoined = isUsed
    for (index, relation) in relations.enumerated() {
      guard let row = relation.row else { continue }
      let spans = [span(graph.relations[row].years), existences[relation.subject], existences[relation.object]]
      let first = spans.reduce(Int32.min) { max($0, $1.first) }
      let last = spans.reduce(Int32.max) { min($0, $1.last) }
      relations[index].isEverShown = first <= last
      for end in [relation.subject, relation.object] {
        isJoined[end] = true
        isUsed[end] = isUsed[end] || first <= last
      }
    }
    for index in entities.indices {
      let (first, last) = existences[index]
      entities[index].isEverShown = isUsed[index] || (!isJoined[index] && first <= last)
    }
  }

  /// Whether something is in one of some diagrams that are the same but for what they paint: an entity, a hub's card or
  /// a fork that has a relation of it, or a relation.
  static func holds(
    _ diagrams: [Diagram], _ isShownEntity: (Entity) -> Bool, _ isShownRelation: (Relation) -> Bool
  ) -> (entities: [Bool], relations: [Bool]) {
    guard let first = diagrams.first else { return ([], []) }
    let relations = first.relations.indices.map { index in
      diagrams.contains { !$0.relations[index].isConnector && isShownRelation($0.relations[index]) }
    }
    let entities = first.entities.indices.map { index in
      let entity = first.entities[index]
      if entity.isOwn { return diagrams.contains { isShownEntity($0.entities[index]) } }
      return (entity.card?.rows.flatMap(\.relations) ?? entity.fork).contains { relations[$0] }
    }
    let withConnectors = first.relations.indices.map { index in
      let relation = first.relations[index]
      return relation.isConnector ? first.gathered(by: relation).contains { relations[$0] } : relations[index]
    }
    return (entities, withConnectors)
  }
}
