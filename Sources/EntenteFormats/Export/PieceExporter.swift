import Entente

/// What is known of all rows of a selection that is written piece by piece.
protocol RowTotals: Sendable {
  /// How many relations are kept, and how many of them have a direction.
  var relations: Int { get }
  var directed: Int { get }
}

/// A selection that comes in pieces, each of a graph of its own, read again as often as a file has parts.
protocol SelectionPieces {
  /// What the graph says of itself, without a row.
  var head: Selection { get }

  /// Calls `body` with the pieces that have entities, in their order; of each only its entities count.
  func forEachEntities(_ body: (Selection) throws -> Void) throws

  /// Calls `body` with the pieces that have relations, in their order; of each only its relations count.
  func forEachRelations(_ body: (Selection) throws -> Void) throws
}

/// An exporter that can write a selection piece by piece, with the bytes that the whole would have.
protocol PieceExporter: StreamingExporter {
  /// Whether numbers that are none and empty texts count as no value.
  var omitsNothing: Bool { get }

  /// Whether it writes piece by piece with these options.
  func takesPieces(_ options: ExportOptions) -> Bool

  /// Writes the pieces; ``ExportOptions/rows`` say what the head needs to know of all.
  func write(_ pieces: some SelectionPieces, options: ExportOptions, to writer: inout ByteWriter) throws
}
