/// What a filter keeps: a graph, and which of its entities and relations are in.
///
/// The graph itself is unchanged and nothing of it is copied. A whole graph is the selection of everything.
public struct Selection: Sendable {
  /// The graph that was selected from.
  public let graph: RelationGraph
  /// What was asked.
  public let filter: Filter
  /// How many relations were kept and left out.
  public let counts: Counts
  package let entityRows: BitSet
  package let relationRows: BitSet
  /// The relations that certainly hold in the years, kept or not.
  let certainRows: BitSet

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
  }

  /// The entities kept, in the graph's order.
  public var entities: Rows<Entity> { Rows(rows: entityRows) { [graph] in Entity(graph: graph, row: $0) } }

  /// The relations kept, in the graph's order.
  public var relations: Rows<Relation> { Rows(rows: relationRows) { [graph] in Relation(graph: graph, row: $0) } }

  /// Whether the entity is kept.
  public func contains(_ entity: Entity) -> Bool { entityRows.contains(entity.row) }

  /// Whether the relation is kept.
  public func contains(_ relation: Relation) -> Bool { relationRows.contains(relation.row) }

  /// How sure it is that the relation holds in the years that were asked about; certain where none were.
  public func answer(_ relation: Relation) -> Answer {
    certainRows.contains(relation.row) ? .certain : relationRows.contains(relation.row) ? .possible : .no
  }

  /// Views of the rows that a selection keeps.
  public struct Rows<View>: Sequence, Sendable {
    let rows: BitSet
    let view: @Sendable (Int) -> View

    /// How many there are.
    public var count: Int { rows.count }
    /// Whether there are none.
    public var isEmpty: Bool { rows.next(from: 0) == nil }

    /// Goes through the views in the graph's order.
    public func makeIterator() -> AnyIterator<View> {
      var row = 0
      return AnyIterator {
        guard let next = rows.next(from: row) else { return nil }
        row = next + 1
        return view(next)
      }
    }
  }
}
