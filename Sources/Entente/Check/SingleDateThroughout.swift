/// A relation that holds throughout, with a single date: it says that it began and ended within that date.
struct SingleDateThroughout: Rule {
  let type: String
  let date: String
  /// Whether it is the file's own type, which may say that it holds otherwise.
  let isOwn: Bool

  var severity: Severity { .note }
  var message: String { "'\(type)' holds throughout: with the single date \(date) it began and ended within that time" }
  var advice: [String] {
    let dates = "\(date)/.. if it holds to this day, \(date)/ if its end is not known"
    let holding = "if it is over with its date, as a signature is: 'holds: at its date' in the schema"
    return isOwn ? [dates, holding] : [dates]
  }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let (relations, dates) = (graph.columns.relations, graph.columns.dates)
    let isSingle = (0..<dates.count).map { dates[DateID(row: $0)]?.isSingleDate ?? false }
    let isThroughout = graph.schema.relationTypes.map { $0.holds == .throughout }
    let own = Set(graph.schema.ownRelationTypes.map(\.name))
    return (0..<relations.count).compactMap { row in
      guard isSingle[Int(relations.when[row].value)], isThroughout[Int(relations.type[row])] else { return nil }
      let relation = graph.relations[row]
      let (type, date) = (relation.type.name, relation.when?.text ?? "")
      return Diagnostic(
        SingleDateThroughout(type: type, date: date, isOwn: own.contains(type)), at: relation.place)
    }
  }
}
