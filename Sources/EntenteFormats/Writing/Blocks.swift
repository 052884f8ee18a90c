public import Entente

/// Runs of bytes that are made once and written many times: one for each relation type, status, date or id.
///
/// A relation is then mostly copied from such runs, instead of being put together and escaped anew. This is what makes an
/// exporter fast.
///
/// ```swift
/// let schema = graph.schema
/// let types = try Blocks(schema.relationTypes.count) { row, writer in
///   try writer.write(text: schema.relationTypes[row].name, escaping: .json)
/// }
/// try selection.forEachRelation { relation in try writer.write(types, relation.typeRow) }
/// ```
public struct Blocks: Sendable {
  private let bytes: [UInt8]
  /// Where each run begins, and the last one ends.
  private let starts: [Int]

  /// `count` runs, each as `body` writes it for its row.
  public init(_ count: Int, _ body: (Int, inout ByteWriter) throws -> Void) rethrows {
    var starts: [Int] = [0]
    starts.reserveCapacity(count + 1)
    bytes = try ByteWriter.memory { writer in
      for row in 0..<count {
        try body(row, &writer)
        starts.append(writer.written)
      }
    }
    self.starts = starts
  }

  /// A run for every entity of a graph, by its row.
  public init(
    entitiesOf graph: RelationGraph, _ body: (borrowing EntityRow, inout ByteWriter) throws -> Void
  ) throws {
    var starts: [Int] = [0]
    starts.reserveCapacity(graph.entities.count + 1)
    bytes = try ByteWriter.memory { writer in
      try graph.everything.forEachEntity { entity in
        try body(entity, &writer)
        starts.append(writer.written)
      }
    }
    self.starts = starts
  }

  /// Hands the run of that row out.
  func withBytes(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(WriteError) -> Void) throws(WriteError) {
    let range = starts[row]..<starts[row + 1]
    let span = bytes.span
    try span.extracting(range).withUnsafeBufferPointer(body)
  }
}

extension ByteWriter {
  /// Writes one of the runs.
  public mutating func write(_ blocks: borrowing Blocks, _ row: Int) throws(WriteError) {
    try blocks.withBytes(row) { (bytes) throws(WriteError) in try write(bytes) }
  }
}
