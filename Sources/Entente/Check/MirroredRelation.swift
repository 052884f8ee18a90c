/// Two relations of a type without a direction that say the same from either end.
struct MirroredRelation: Rule {
  let head: String
  let type: String

  var severity: Severity { .note }
  var message: String { "'\(head)' says again what stands elsewhere: '\(type)' has no direction" }
  var advice: [String] { ["join the two in one, with the citations of both"] }

  /// What two of them have in common, the ends in the order of their rows.
  private struct Statement: Hashable {
    let type: UInt16
    let ends: [UInt32]
    let when: DateID
    let status: Status
  }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let relations = graph.columns.relations
    let isDirected = graph.schema.relationTypes.map(\.directed)
    var first: [Statement: Int] = [:]
    return (0..<relations.count).compactMap { row in
      guard !isDirected[Int(relations.type[row])] else { return nil }
      let ends = [relations.subject[row], relations.object[row]]
      let statement = Statement(
        type: relations.type[row], ends: ends.sorted(), when: relations.when[row], status: relations.status[row])
      guard let known = first[statement] else {
        first[statement] = row
        return nil
      }
      // The same way round it is said twice on purpose, each time with an id of its own.
      guard relations.subject[known] != ends[0] else { return nil }
      let relation = graph.relations[row]
      let related = graph.relations[known].place.map { [Diagnostic.Related($0, "the first is here")] } ?? []
      let finding = MirroredRelation(head: relation.head, type: relation.type.name)
      return Diagnostic(finding, at: relation.place, related: related)
    }
  }
}
