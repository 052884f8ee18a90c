/// Keeps relations that cite nothing.
struct UncitedCondition: Condition {
  private let citations: RowRanges

  static func isAsked(by filter: Filter) -> Bool { filter.uncitedOnly }

  init(_ filter: Filter, of graph: RelationGraph) { citations = graph.columns.relations.citations }

  func narrow(_ rows: inout KeptRows) { rows.keep { citations[$0].isEmpty } }

  func objection(to relation: Relation) -> (any SelectionCause)? {
    citations[relation.row].isEmpty ? nil : Cited()
  }

  var words: String? { "only what cites nothing" }
}

/// A relation cites something, and only those that do not are asked for.
struct Cited: SelectionCause {
  var name: String { "cited" }
  var words: String { "left out: it cites a document" }
}
