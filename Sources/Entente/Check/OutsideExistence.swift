/// A relation that certainly holds before one of its ends exists, or after.
struct OutsideExistence: Rule {
  enum Side { case before, after }

  let head: String
  let date: String
  let entity: String
  let existence: String
  let side: Side

  var severity: Severity { .warning }
  var message: String {
    let words = side == .before ? "before '\(entity)' exists" : "after '\(entity)' has ended"
    return "'\(head)' is dated \(date), \(words) (\(existence))"
  }
  var advice: [String] { ["look at the two dates: one of them says more than it should"] }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let (relations, entities) = (graph.columns.relations, graph.columns.entities)
    guard entities.when.contains(where: { $0 != .none }) else { return [] }
    let times = Times(graph)
    var found: [Diagnostic] = []
    for row in 0..<relations.count where relations.when[row] != .none {
      let ends = Set([Int(relations.subject[row]), Int(relations.object[row])]).sorted()
      for end in ends {
        guard let side = times.side(ofRelation: row, entity: end) else { continue }
        found.append(diagnostic(graph.relations[row], graph.entities[end], side))
      }
    }
    return found
  }

  private static func diagnostic(_ relation: Relation, _ entity: Entity, _ side: Side) -> Diagnostic {
    let finding = OutsideExistence(
      head: relation.head, date: relation.when?.text ?? "", entity: entity.id, existence: entity.when?.text ?? "",
      side: side)
    let related = entity.place.map { [Diagnostic.Related($0, "'\(entity.id)' is here")] } ?? []
    return Diagnostic(finding, at: relation.place, related: related)
  }
}

/// The days of a graph's dates, each read once.
private struct Times {
  private let graph: RelationGraph
  /// The bounds of each row of the table of dates.
  private let bounds: [DayBounds?]
  private let holds: [Holding]
  private let happens: [Bool]

  init(_ graph: RelationGraph) {
    self.graph = graph
    bounds = (0..<graph.columns.dates.count).map { graph.date(DateID(row: $0))?.bounds }
    holds = graph.schema.relationTypes.map(\.holds)
    happens = graph.schema.kinds.map(\.happens)
  }

  /// On which side of the entity's existence the relation certainly lies with a part of it; `nil` if some reading has it
  /// within.
  func side(ofRelation row: Int, entity: Int) -> OutsideExistence.Side? {
    let (relations, entities) = (graph.columns.relations, graph.columns.entities)
    guard let time = bounds[Int(relations.when[row].value)], let existence = bounds[Int(entities.when[entity].value)]
    else { return nil }
    let holds = holds[Int(relations.type[row])]
    if holds == .permanent { return nil }
    // What is only planned, or stands under a condition, may well be about something that is yet to come.
    let isYetToCome = [.planned, .conditional].contains(relations.status[row])
    let begins = holds == .throughout ? time.startLatest : time.endLatest
    if !isYetToCome, begins.isCertainly(before: existence.startEarliest) { return .before }
    let lasts = holds == .throughout ? time.endEarliest : time.startEarliest
    return lasts.isCertainly(after: end(ofEntity: entity, existence)) ? .after : nil
  }

  /// The last day of an entity: a single date is only its beginning, unless the kind happens.
  private func end(ofEntity row: Int, _ bounds: DayBounds) -> DayBound {
    let entities = graph.columns.entities
    let isBeginning = graph.columns.dates[entities.when[row]]?.isOneTime ?? true
    return isBeginning && !happens[Int(entities.kind[row])] ? .unknown : bounds.endLatest
  }
}

extension DayBound {
  fileprivate func isCertainly(before other: DayBound) -> Bool {
    switch (self, other) {
    case (.day(let left), .day(let right)): left < right
    default: false
    }
  }

  /// Whether an end lies beyond another; one that is open (`..`) lies beyond every day.
  fileprivate func isCertainly(after other: DayBound) -> Bool {
    switch (self, other) {
    case (.day(let left), .day(let right)): left > right
    case (.open, .day): true
    default: false
    }
  }
}
