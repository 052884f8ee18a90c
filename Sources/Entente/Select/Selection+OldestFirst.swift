extension Selection {
  /// The relations kept, by the first day that their dates can mean; without a date last, in the graph's order among equals.
  public var oldestFirst: [Relation] {
    let columns = graph.columns
    let firstDays = (0..<columns.dates.count).map { columns.dates[DateID(row: $0)]?.firstDay ?? .max }
    var rows: [(day: Int64, row: Int)] = []
    relationRows.forEach { rows.append((firstDays[Int(columns.relations.when[$0].value)], $0)) }
    return rows.sorted { $0 < $1 }.map { Relation(graph: graph, row: $0.row) }
  }
}
