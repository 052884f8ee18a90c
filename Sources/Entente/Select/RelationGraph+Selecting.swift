extension RelationGraph {
  /// The selection of everything.
  public var everything: Selection { Selection(graph: self, filter: Filter()) }

  /// What `filter` keeps of the graph.
  ///
  /// - Throws: ``CheckFailure`` when the filter names a kind, type, document or entity that the graph does not have, or a
  ///   name that several have.
  public func selecting(_ filter: Filter) throws(CheckFailure) -> Selection {
    try Selection(graph: self, filter: filter.resolved(in: self))
  }
}

extension Selection {
  /// What a filter keeps whose names are those of the graph.
  init(graph: RelationGraph, filter: Filter) {
    var conditions = Filter.conditions.filter { $0.isAsked(by: filter) }.map {
      $0.init(filter, of: graph)
    }
    var rows = KeptRows(of: graph)
    for index in conditions.indices { conditions[index].narrow(&rows) }
    // What certainly holds and is left out all the same is not in the selection.
    let relations = rows.relations ?? BitSet(capacity: graph.relations.count, filled: true)
    rows.certain?.formIntersection(relations)
    self.init(
      graph: graph, filter: filter, conditions: conditions,
      entityRows: conditions.isEmpty
        ? BitSet(capacity: graph.entities.count, filled: true)
        : Self.entities(
          rows, of: relations, keepsIsolated: filter.keepsIsolated, conditions: conditions,
          graph: graph),
      relationRows: relations, certainRows: rows.certain)
  }

  private static func entities(
    _ rows: KeptRows, of kept: BitSet, keepsIsolated: Bool, conditions: [any Condition],
    graph: RelationGraph
  ) -> BitSet {
    if let entities = rows.entities { return entities }
    let relations = graph.columns.relations
    var entities = BitSet(capacity: graph.entities.count)
    entities.insert(relations.subject, relations.object, in: kept)
    if keepsIsolated {
      for row in 0..<graph.entities.count where conditions.allSatisfy({ $0.allows(entity: row) }) {
        entities.insert(row)
      }
    }
    return entities
  }
}
