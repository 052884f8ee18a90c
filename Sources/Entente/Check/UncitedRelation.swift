/// A relation that cites nothing, where everything has to be cited.
struct UncitedRelation: Rule {
  let head: String

  var message: String { "'\(head)' cites no document" }
  var advice: [String] { ["for example: cite: tass#5 \"laid claims\""] }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let relations = graph.columns.relations
    return (0..<relations.count).compactMap { row in
      guard relations.citations[row].isEmpty else { return nil }
      let relation = graph.relations[row]
      return Diagnostic(UncitedRelation(head: relation.head), at: relation.place)
    }
  }
}
