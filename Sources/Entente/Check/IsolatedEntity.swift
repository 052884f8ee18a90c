/// An entity that no relation names.
struct IsolatedEntity: Rule {
  let id: String

  var severity: Severity { .note }
  var message: String { "no relation names '\(id)'" }

  /// A relation that is left out for an error may have named it.
  static var isAboutWhatIsMissing: Bool { true }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let relations = graph.columns.relations
    // A list of entities alone is a beginning, and says so itself.
    if relations.count == 0 { return [] }
    var isNamed = [Bool](repeating: false, count: graph.entities.count)
    for row in 0..<relations.count {
      isNamed[Int(relations.subject[row])] = true
      isNamed[Int(relations.object[row])] = true
      if relations.accordingTo[row] > 0 { isNamed[Int(relations.accordingTo[row]) - 1] = true }
    }
    return isNamed.indices.compactMap { row in
      if isNamed[row] { return nil }
      let entity = graph.entities[row]
      return Diagnostic(IsolatedEntity(id: entity.id), at: entity.place)
    }
  }
}
