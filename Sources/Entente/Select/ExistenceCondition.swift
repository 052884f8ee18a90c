/// Keeps relations whose two ends may have existed in some years.
///
/// An entity that certainly does not exist then goes, and its relations with it; existence makes no relation less certain.
struct ExistenceCondition: Condition {
  private let years: YearRange
  private let columns: Columns
  /// The entities that some reading of their dates lets exist in the years; `nil` when none has a date.
  private let existing: BitSet?

  static func isAsked(by filter: Filter) -> Bool { filter.years != nil }

  init(_ filter: Filter, of graph: RelationGraph) {
    let years = filter.years ?? YearRange(from: Int64.min)
    self.years = years
    columns = graph.columns
    let (entities, kinds) = (graph.columns.entities, graph.schema.kinds)
    guard entities.when.contains(where: { $0 != .none }) else {
      existing = nil
      return
    }
    // Asked once of every distinct date, for kinds that happen and for the others.
    let mayExist = [false, true].map { happens in
      (0..<graph.columns.dates.count).map { row in
        graph.columns.dates[DateID(row: row)]?.existence(years, happens: happens) != .no
      }
    }
    let happens = kinds.map { $0.happens ? 1 : 0 }
    var existing = BitSet(capacity: entities.count, filled: true)
    existing.filter { mayExist[happens[Int(entities.kind[$0])]][Int(entities.when[$0].value)] }
    self.existing = existing
  }

  func narrow(_ rows: inout KeptRows) {
    guard let existing else { return }
    rows.keep { bothExist($0, existing) }
    rows.existing = existing
  }

  func objection(to relation: Relation) -> (any SelectionCause)? {
    let absent = [relation.subject, relation.object].first { !allows(entity: $0.row) }
    return absent.map { NotExisting(entity: $0.id, years: years) }
  }

  func allows(entity row: Int) -> Bool { existing?.contains(row) ?? true }

  private func bothExist(_ row: Int, _ existing: BitSet) -> Bool {
    existing.contains(Int(columns.relations.subject[row]))
      && existing.contains(Int(columns.relations.object[row]))
  }
}

/// An end of a relation certainly did not exist in the years asked about.
public struct NotExisting: SelectionCause {
  /// The entity's id.
  public let entity: String
  /// The years.
  public let years: YearRange

  /// `not-existing`
  public var name: String { "not-existing" }
  /// "not in 1920: unficyp certainly did not exist then"
  public var words: String { "not \(years.words): \(entity) certainly did not exist then" }
}

extension Entity {
  /// Whether the entity existed in some of the years; possible for one without a `when`.
  public func existence(_ years: YearRange) -> Answer {
    when?.extent.existence(years, happens: kind.happens) ?? .possible
  }
}
