/// Keeps what lies within a number of relations of some entities, counted over what the other conditions keep.
struct AroundCondition: Condition {
  private let hops: Int
  private let isAmong: Bool
  private let centres: [Entity]
  private let columns: Columns
  /// The relations that it kept.
  private var kept: BitSet

  static func isAsked(by filter: Filter) -> Bool { !filter.around.isEmpty }

  init(_ filter: Filter, of graph: RelationGraph) {
    hops = max(1, filter.hops)
    isAmong = filter.among
    centres = filter.around.compactMap { graph.entity($0) }
    columns = graph.columns
    kept = BitSet(capacity: 0)
  }

  mutating func narrow(_ rows: inout KeptRows) {
    var reached = BitSet(capacity: columns.entities.count)
    var passed = BitSet(capacity: columns.relations.count)
    columns.incidence.hop(
      hops, from: centres.map(\.row), over: rows.relations, reaching: &reached, passing: &passed)
    if isAmong { columns.incidence.insert(between: reached, from: rows.relations, into: &passed) }
    // Who was asked about is there even when nothing joins it to others, unless it certainly does not exist then.
    if let existing = rows.existing { reached.formIntersection(existing) }
    rows.keep(only: passed)
    rows.entities = reached
    kept = passed
  }

  func objection(to relation: Relation) -> (any SelectionCause)? {
    kept.contains(relation.row) ? nil : TooFar()
  }

  var words: String? {
    let distance = hops == 1 ? "one relation" : "\(hops) relations"
    return "within \(distance) of " + Wording.all(centres.map(\.name))
  }
}

/// A relation is farther from those asked for than the hops go.
struct TooFar: SelectionCause {
  var name: String { "too-far" }
  var words: String { "left out: it is farther away than the hops go" }
}
