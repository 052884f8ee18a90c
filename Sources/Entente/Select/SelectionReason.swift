/// Why a selection left a relation out, or kept it only as possible.
public struct SelectionReason: Sendable {
  /// What decided.
  public enum Cause: Sendable, Hashable {
    /// Its date, or that it has none.
    case date(AnswerReason)
    /// An end of it that certainly did not exist in the years; its id.
    case notExisting(entity: String, years: YearRange)
    /// An end's kind, its type, its status or the documents it cites are not among those asked for.
    case kind, type, status, document
    /// It is farther from those asked for than the hops go.
    case tooFar
  }

  /// The relation.
  public let relation: Relation
  /// Whether the selection kept it.
  public let isKept: Bool
  /// What decided.
  public let cause: Cause

  /// In words: "possible in 1950: 1945/ has no known end".
  public var words: String {
    switch cause {
    case .date(let reason): reason.words
    case .notExisting(let entity, let years): "not \(years.words): \(entity) certainly did not exist then"
    case .kind: "left out: an end of it is of none of the kinds asked for"
    case .type: "left out: \(relation.type.name) is none of the types asked for"
    case .status: "left out: \(relation.status.name) is none of the statuses asked for"
    case .document: "left out: it cites none of the documents asked for"
    case .tooFar: "left out: it is farther away than the hops go"
    }
  }

  /// The cause's name in a report.
  public var causeName: String {
    switch cause {
    case .date(let reason): reason.cause.rawValue
    case .notExisting: "not-existing"
    case .kind: "kind"
    case .type: "type"
    case .status: "status"
    case .document: "document"
    case .tooFar: "too-far"
    }
  }
}

extension Selection {
  /// Why each relation that is left out, or kept only as possible, is so; in the graph's order.
  public var reasons: some Sequence<SelectionReason> {
    graph.relations.lazy.compactMap { reason(for: $0) }
  }

  /// Why the relation is left out or kept only as possible; `nil` when it is kept as certain.
  public func reason(for relation: Relation) -> SelectionReason? {
    let isKept = contains(relation)
    if isKept, answer(relation) == .certain { return nil }
    return SelectionReason(relation: relation, isKept: isKept, cause: cause(relation, isKept: isKept))
  }

  /// The first condition that decided, in the order in which the filter narrows.
  private func cause(_ relation: Relation, isKept: Bool) -> SelectionReason.Cause {
    let ends = [relation.subject, relation.object]
    if !filter.types.isEmpty, !filter.types.contains(relation.type.name) { return .type }
    if !filter.statuses.isEmpty, !filter.statuses.contains(relation.status) { return .status }
    if !filter.kinds.isEmpty, !ends.allSatisfy({ filter.kinds.contains($0.kind.name) }) { return .kind }
    if !filter.documents.isEmpty, !relation.citations.contains(where: { filter.documents.contains($0.document) }) {
      return .document
    }
    guard let years = filter.years else { return .tooFar }
    let holds = relation.type.holds
    let reason = relation.when?.reason(for: years, holds: holds) ?? .undated(years, holds: holds)
    if isKept || reason.answer == .no { return .date(reason) }
    if let absent = ends.first(where: { $0.existence(years) == .no }) {
      return .notExisting(entity: absent.id, years: years)
    }
    return filter.certainOnly && reason.answer == .possible ? .date(reason) : .tooFar
  }
}

extension Entity {
  /// Whether the entity existed in some of the years; possible for one without a `when`.
  public func existence(_ years: YearRange) -> Answer {
    when?.extent.existence(years, happens: kind.happens) ?? .possible
  }
}
