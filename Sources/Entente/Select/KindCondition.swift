/// Keeps relations whose two ends are of some kinds.
struct KindCondition: Condition {
  private let kinds: [Kind]
  /// Which rows of the schema's kinds are in.
  private let isIn: [Bool]
  private let columns: Columns

  static func isAsked(by filter: Filter) -> Bool { !filter.kinds.isEmpty }

  init(_ filter: Filter, of graph: RelationGraph) {
    kinds = filter.kinds.compactMap { graph.schema.kind($0) }
    isIn = [Bool](
      of: graph.schema.kinds.count, at: filter.kinds.map { graph.schema.row(ofKind: $0) })
    columns = graph.columns
  }

  func narrow(_ rows: inout KeptRows) { rows.keep(where: joinsThem) }

  func objection(to relation: Relation) -> (any SelectionCause)? {
    joinsThem(relation.row) ? nil : OtherKind()
  }

  func allows(entity row: Int) -> Bool { isIn[Int(columns.entities.kind[row])] }

  var words: String? { "between " + Wording.all(kinds.map(\.plural)) }

  private func joinsThem(_ row: Int) -> Bool {
    allows(entity: Int(columns.relations.subject[row]))
      && allows(entity: Int(columns.relations.object[row]))
  }
}

/// An end of a relation is of none of the kinds asked for.
struct OtherKind: SelectionCause {
  var name: String { "kind" }
  var words: String { "left out: an end of it is of none of the kinds asked for" }
}
