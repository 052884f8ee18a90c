public import Entente

/// One run of bytes for each date, by how it is read: for relations by how their type holds, for entities by whether their
/// kind happens. A relation's or entity's time is then one look-up and one copy.
public struct Times: Sendable {
  /// A date as it is to be written.
  public struct Moment {
    /// The date; `nil` where there is none.
    public let date: EDTF?
    /// Its four years.
    public let years: FourYears
    /// Whether it is a relation's, and not an entity's existence.
    public let isRelation: Bool
  }

  private let ofRelations: Blocks
  private let ofEntities: Blocks
  /// Where the runs begin that are right for a type, or kind.
  private let firstOfType: [Int]
  private let firstOfKind: [Int]

  /// The runs, as `body` writes them.
  public init(of graph: RelationGraph, _ body: (Moment, inout ByteWriter) throws -> Void) throws {
    let dateCount = graph.distinctDates
    let dates = (0..<dateCount).map { graph.date(DateID(row: $0)) }
    let holdings = Holding.allCases
    let firstOfType = graph.schema.relationTypes.map { (holdings.firstIndex(of: $0.holds) ?? 0) * dateCount }
    let firstOfKind = graph.schema.kinds.map { $0.happens ? dateCount : 0 }
    // A date is mostly read in one of the five ways: nothing is made for the others.
    var isInRelations = Array(repeating: false, count: holdings.count * dateCount)
    graph.everything.forEachRelation { isInRelations[firstOfType[$0.typeRow] + $0.dateRow] = true }
    var isInEntities = Array(repeating: false, count: 2 * dateCount)
    graph.everything.forEachEntity { isInEntities[firstOfKind[$0.kindRow] + $0.dateRow] = true }
    ofRelations = try Blocks(isInRelations.count) { row, writer in
      guard isInRelations[row] else { return }
      let (holds, date) = (holdings[row / dateCount], dates[row % dateCount])
      let years = date?.extent.years(holds: holds) ?? DateExtent.undatedYears(holds: holds)
      try body(Moment(date: date, years: years, isRelation: true), &writer)
    }
    ofEntities = try Blocks(isInEntities.count) { row, writer in
      guard isInEntities[row] else { return }
      let date = dates[row % dateCount]
      let years = date?.extent.existenceYears(happens: row >= dateCount) ?? .anytime
      try body(Moment(date: date, years: years, isRelation: false), &writer)
    }
    (self.firstOfType, self.firstOfKind) = (firstOfType, firstOfKind)
  }

  /// Writes a relation's.
  func write(_ relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(ofRelations, firstOfType[relation.typeRow] + relation.dateRow)
  }

  /// Writes an entity's.
  func write(_ entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(ofEntities, firstOfKind[entity.kindRow] + entity.dateRow)
  }
}

extension ByteWriter {
  /// Writes the time of a relation.
  public mutating func write(_ times: borrowing Times, _ relation: borrowing RelationRow) throws(WriteError) {
    try times.write(relation, to: &self)
  }

  /// Writes the time of an entity.
  public mutating func write(_ times: borrowing Times, _ entity: borrowing EntityRow) throws(WriteError) {
    try times.write(entity, to: &self)
  }
}

extension FourYears {
  /// From when it may hold, from when it does, up to when it does, and may.
  public var all: [Int32] { [possibleFrom, certainFrom, certainTo, possibleTo] }
}
