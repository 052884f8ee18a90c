import Entente

/// What a relation's line says in a picture that another tool draws: its type, its date in words, and its status where
/// that is not asserted, a line each.
struct RelationLabels: Sendable {
  fileprivate let types: Blocks
  fileprivate let dates: Blocks
  fileprivate let statuses: Blocks

  /// The labels of a graph's relations, as a format writes them.
  ///
  /// - Parameter lineEnd: What the format has between two lines of a label.
  init(of graph: RelationGraph, lineEnd: String, escaping escapes: Escapes) throws {
    let relationTypes = graph.schema.relationTypes
    types = try Blocks(relationTypes.count) { row, writer in
      try writer.write(text: relationTypes[row].label, escaping: escapes)
    }
    dates = try Blocks(graph.distinctDates) { row, writer in
      guard let date = graph.date(DateID(row: row)) else { return }
      try writer.write(text: lineEnd)
      try writer.write(text: date.words, escaping: escapes)
    }
    statuses = try Blocks(Status.allCases.count) { row, writer in
      let status = Status.allCases[row]
      if status != .asserted { try writer.write(text: "\(lineEnd)(\(status.name))") }
    }
  }
}

extension ByteWriter {
  /// Writes a relation's label.
  mutating func write(_ labels: borrowing RelationLabels, _ relation: borrowing RelationRow) throws(WriteError) {
    try write(labels.types, relation.typeRow)
    try write(labels.dates, relation.dateRow)
    try write(labels.statuses, Int(relation.status.rawValue))
  }
}
