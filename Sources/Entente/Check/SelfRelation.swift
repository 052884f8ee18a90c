/// A relation that joins an entity to itself: possible, and more often one of its ends is a slip.
struct SelfRelation: Rule {
  let head: String
  let entity: String

  var severity: Severity { .note }
  var message: String { "'\(head)' joins '\(entity)' to itself" }
  var advice: [String] { ["if another entity is meant, one of the two ends is wrong"] }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let relations = graph.columns.relations
    return (0..<relations.count).compactMap { row in
      guard relations.subject[row] == relations.object[row] else { return nil }
      let relation = graph.relations[row]
      return Diagnostic(SelfRelation(head: relation.head, entity: relation.subject.id), at: relation.place)
    }
  }
}
