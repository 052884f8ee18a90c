/// Keeps relations of some statuses.
struct StatusCondition: Condition {
  private let statuses: [Status]
  private let column: [Status]

  static func isAsked(by filter: Filter) -> Bool { !filter.statuses.isEmpty }

  init(_ filter: Filter, of graph: RelationGraph) {
    statuses = filter.statuses
    column = graph.columns.relations.status
  }

  func narrow(_ rows: inout KeptRows) { rows.keep(where: allows) }

  func objection(to relation: Relation) -> (any SelectionCause)? {
    allows(relation.row) ? nil : OtherStatus(status: relation.status.name)
  }

  var words: String? { "only " + Wording.all(statuses.map(\.name)) }

  private func allows(_ row: Int) -> Bool { statuses.contains(column[row]) }
}

/// A relation's status is none of those asked for.
struct OtherStatus: SelectionCause {
  let status: String

  var name: String { "status" }
  var words: String { "left out: \(status) is none of the statuses asked for" }
}
