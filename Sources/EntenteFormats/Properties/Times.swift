import Entente

/// One run of bytes for each date, by how it is read: for relations by how their type holds, for entities by whether their
/// kind happens. A relation's or entity's time is then one look-up and one copy.
struct Times: Sendable {
  private let columns: Columns
  private let ofRelations: Blocks
  private let ofEntities: Blocks
  private let holdingOfType: [Int]
  private let happensOfKind: [Int]

  /// The runs, as `body` writes them from the date's text, which is empty where there is none, and its four years.
  init(
    of graph: RelationGraph,
    _ body: (borrowing StringTable.Arena, StringID, FourYears, _ isRelation: Bool, inout ByteWriter) throws -> Void
  ) throws {
    let columns = graph.columns
    let dates = columns.dates
    self.columns = columns
    let holdings = Holding.allCases
    ofRelations = try columns.strings.withArena { arena in
      try Blocks(holdings.count * dates.count) { row, writer in
        let (holds, date) = (holdings[row / dates.count], DateID(row: row % dates.count))
        let years = dates[date]?.years(holds: holds) ?? DateExtent.undatedYears(holds: holds)
        try body(arena, dates.text(of: date), years, true, &writer)
      }
    }
    ofEntities = try columns.strings.withArena { arena in
      try Blocks(2 * dates.count) { row, writer in
        let date = DateID(row: row % dates.count)
        let years = dates[date]?.existenceYears(happens: row >= dates.count) ?? .anytime
        try body(arena, dates.text(of: date), years, false, &writer)
      }
    }
    holdingOfType = graph.schema.relationTypes.map { holdings.firstIndex(of: $0.holds) ?? 0 }
    happensOfKind = graph.schema.kinds.map { $0.happens ? 1 : 0 }
  }

  func write(relation row: Int, to writer: inout ByteWriter) throws(WriteError) {
    let holding = holdingOfType[Int(columns.relations.type[row])]
    try writer.write(ofRelations, holding * columns.dates.count + Int(columns.relations.when[row].value))
  }

  func write(entity row: Int, to writer: inout ByteWriter) throws(WriteError) {
    let happens = happensOfKind[Int(columns.entities.kind[row])]
    try writer.write(ofEntities, happens * columns.dates.count + Int(columns.entities.when[row].value))
  }
}

extension FourYears {
  /// The earliest and latest start, then the earliest and latest end.
  var all: [Int32] { [startEarliest, startLatest, endEarliest, endLatest] }
}
