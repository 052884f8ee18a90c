/// What decided about a relation in a selection, as facts; each condition has its own, beside it, and words it there.
public protocol SelectionCause: Sendable {
  /// Its name in a report: `begins-later`, `kind`.
  var name: String { get }
  /// The cause with its consequence: "possible in 1950: 1945/ has no known end".
  var words: String { get }
}

/// Why a selection left a relation out, or kept it only as possible.
public struct SelectionReason: Sendable {
  /// The relation.
  public let relation: Relation
  /// Whether the selection kept it.
  public let isKept: Bool
  /// What decided.
  public let cause: any SelectionCause

  /// In words: "possible in 1950: 1945/ has no known end".
  public var words: String { cause.words }

  /// The cause's name in a report.
  public var causeName: String { cause.name }
}

extension Selection {
  /// Why each relation that is left out, or kept only as possible, is so; in the graph's order.
  public var reasons: some Sequence<SelectionReason> {
    graph.relations.lazy.compactMap { reason(for: $0) }
  }

  /// Why the relation is left out or kept only as possible; `nil` when it is kept as certain.
  ///
  /// Of several conditions that left it out, it is the first in the order in which the filter narrows.
  public func reason(for relation: Relation) -> SelectionReason? {
    for condition in conditions {
      guard let cause = condition.objection(to: relation) else { continue }
      return SelectionReason(relation: relation, isKept: false, cause: cause)
    }
    for condition in conditions {
      guard let cause = condition.doubt(about: relation) else { continue }
      return SelectionReason(relation: relation, isKept: true, cause: cause)
    }
    return nil
  }

  /// The conditions in a reader's words, but for the years: "between states and islands", "within 2 relations of Japan".
  public var words: [String] { conditions.compactMap(\.words) }
}
