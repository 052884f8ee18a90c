extension Selection {
  /// The relations kept, by the first day that their dates can mean; without a date last, in the graph's order among equals.
  public var oldestFirst: [Relation] { rowsOldestFirst.map { Relation(graph: graph, row: $0) } }

  /// As ``forEachRelation(_:)``, in the order of ``oldestFirst``.
  public func forEachRelationOldestFirst(_ body: (borrowing RelationRow) throws -> Void) rethrows {
    let rows = rowsOldestFirst
    let hasAnswers = filter.years != nil
    try graph.columns.strings.withArena { arena in
      var relation = RelationRow(graph.columns, arena)
      for row in rows {
        relation.row = row
        if hasAnswers { relation.answer = certainRows?.contains(row) ?? true ? .certain : .possible }
        try body(relation)
      }
    }
  }

  /// The rows in that order, counted into their places: there are far fewer dates than relations.
  private var rowsOldestFirst: [Int] {
    let columns = graph.columns
    let firstDays = (0..<columns.dates.count).map { columns.dates[DateID(row: $0)]?.firstDay ?? .max }
    let days = Set(firstDays).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(days, days.indices))
    let placeOfDate = firstDays.map { places[$0] ?? 0 }
    var next = Array(repeating: 0, count: days.count + 1)
    relationRows.forEach { next[placeOfDate[Int(columns.relations.when[$0].value)] + 1] += 1 }
    for place in days.indices { next[place + 1] += next[place] }
    var rows = Array(repeating: 0, count: relationRows.count)
    relationRows.forEach { row in
      let place = placeOfDate[Int(columns.relations.when[row].value)]
      rows[next[place]] = row
      next[place] += 1
    }
    return rows
  }
}
