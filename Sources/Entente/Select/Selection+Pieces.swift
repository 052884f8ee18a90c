extension Selection {
  /// What a filter keeps of a piece of a graph, whose names are those of the graph already.
  package init(of piece: RelationGraph, resolved filter: Filter) { self.init(graph: piece, filter: filter) }

  /// The same relations, and of the entities only those.
  package func with(entities: BitSet) -> Selection {
    Selection(
      graph: graph, filter: filter, conditions: conditions, entityRows: entities, relationRows: relationRows,
      certainRows: certainRows)
  }

  /// The same entities without a relation.
  package var withoutRelations: Selection {
    Selection(
      graph: graph, filter: filter, conditions: conditions, entityRows: entityRows,
      relationRows: BitSet(capacity: graph.relations.count), certainRows: nil)
  }
}

extension Selection.Counts {
  /// Of nothing.
  package static let none = Self()

  /// The counts of two pieces together.
  package static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.certain += right.certain
    sum.possible += right.possible
    sum.leftOut += right.leftOut
    sum.undatedKept += right.undatedKept
    sum.undatedLeftOut += right.undatedLeftOut
    return sum
  }
}

extension Filter {
  /// The filter with the names that a graph has; `nil` where it has not all of them.
  package func resolvedIfKnown(in graph: RelationGraph) -> Filter? { try? resolved(in: graph) }
}
