/// What a filter keeps: a graph, and which of its entities and relations are in.
///
/// The graph itself is unchanged and nothing of it is copied. A whole graph is the selection of everything.
public struct Selection: Sendable {
  /// The graph that was selected from.
  public let graph: RelationGraph
  /// What was asked, with names and ids as the graph has them.
  public let filter: Filter
  let conditions: [any Condition]
  package let entityRows: BitSet
  package let relationRows: BitSet
  /// The relations kept that certainly hold in the years; `nil` when all do.
  package let certainRows: BitSet?

  /// The entities kept, in the graph's order.
  public var entities: Rows<Entity> { Rows(entityRows) { [graph] in Entity(graph: graph, row: $0) } }

  /// The relations kept, in the graph's order.
  public var relations: Rows<Relation> { Rows(relationRows) { [graph] in Relation(graph: graph, row: $0) } }

  /// Whether the entity is kept.
  public func contains(_ entity: Entity) -> Bool { entityRows.contains(entity.row) }

  /// Whether the relation is kept.
  public func contains(_ relation: Relation) -> Bool { relationRows.contains(relation.row) }

  /// How sure it is that the relation holds in the years that were asked about: certain where none were, and
  /// ``Answer/no`` for what is left out.
  public func answer(_ relation: Relation) -> Answer {
    guard relationRows.contains(relation.row) else { return .no }
    return certainRows?.contains(relation.row) ?? true ? .certain : .possible
  }
}

extension Selection {
  /// How many relations a filter kept and left out, and how many of those have no date.
  public struct Counts: Sendable, Hashable {
    /// Relations kept that certainly hold.
    public internal(set) var certain = 0
    /// Relations kept that possibly hold.
    public internal(set) var possible = 0
    /// Relations left out.
    public internal(set) var leftOut = 0
    /// Relations kept that have no date.
    public internal(set) var undatedKept = 0
    /// Relations left out that have no date.
    public internal(set) var undatedLeftOut = 0

    /// All relations that there are.
    public var all: Int { certain + possible + leftOut }
  }

  /// How many relations were kept and left out; counted anew at each call, a bit for each relation.
  public var counts: Counts {
    let undated = graph.columns.undatedRelations
    let kept = relationRows.count
    var counts = Counts()
    counts.certain = certainRows?.count ?? kept
    counts.possible = kept - counts.certain
    counts.leftOut = graph.relations.count - kept
    counts.undatedKept = relationRows.countInBoth(undated)
    counts.undatedLeftOut = undated.count - counts.undatedKept
    return counts
  }
}
