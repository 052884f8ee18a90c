/// One condition of a filter, asked of one graph: what it keeps, why not the rest, and how it is said.
///
/// A condition is a file; a new one is a part of ``Filter`` and a line in the list below.
protocol Condition: Sendable {
  /// Whether the filter has such a condition.
  static func isAsked(by filter: Filter) -> Bool

  /// The condition that a filter makes of a graph, which knows every name in it.
  init(_ filter: Filter, of graph: RelationGraph)

  /// Keeps of the rows those that it allows.
  mutating func narrow(_ rows: inout KeptRows)

  /// Why a relation that the conditions before it kept is left out; `nil` when it is kept.
  func objection(to relation: Relation) -> (any SelectionCause)?

  /// Why a relation that is kept is kept only as possible; `nil` when it is certain, as far as this condition goes.
  func doubt(about relation: Relation) -> (any SelectionCause)?

  /// Whether an entity that no relation has may stay.
  func allows(entity row: Int) -> Bool

  /// The condition in a reader's words, `between states and islands`; `nil` when it is said elsewhere.
  var words: String? { get }
}

extension Condition {
  func doubt(about relation: Relation) -> (any SelectionCause)? { nil }
  func allows(entity row: Int) -> Bool { true }
  var words: String? { nil }
}

extension Filter {
  /// The conditions in the order in which they narrow: hops go over what all the others have left.
  static let conditions: [any Condition.Type] = [
    KindCondition.self, TypeCondition.self, StatusCondition.self, DocumentCondition.self,
    UncitedCondition.self,
    DateCondition.self, ExistenceCondition.self, AroundCondition.self,
  ]
}

/// The rows that conditions have left so far.
struct KeptRows {
  /// The relations; `nil` as long as they are all of the graph's.
  private(set) var relations: BitSet?
  /// The relations that certainly hold, among those kept and left out; `nil` when all do.
  var certain: BitSet?
  /// The entities that may exist in the years asked about; `nil` when all may.
  var existing: BitSet?
  /// The entities, where a condition chooses them; `nil` when they are the ends of the relations.
  var entities: BitSet?

  private let count: Int

  /// Every row of a graph.
  init(of graph: RelationGraph) { count = graph.relations.count }

  /// Keeps some of the relations.
  mutating func narrow(_ body: (inout BitSet) -> Void) {
    var kept = relations ?? BitSet(capacity: count, filled: true)
    relations = nil
    body(&kept)
    relations = kept
  }

  /// Keeps the relations for which `condition` holds.
  mutating func keep(where condition: (Int) -> Bool) { narrow { $0.filter(condition) } }

  /// Keeps these relations, which are some of those kept.
  mutating func keep(only rows: BitSet) { relations = rows }
}
