/// Runs of bytes that are made once and written many times: one for each relation type, status, date or id.
///
/// A relation is then mostly copied from such runs, instead of being put together and escaped anew.
struct Blocks: Sendable {
  private let bytes: [UInt8]
  /// Where each run begins, and the last one ends; four bytes each, since loops over relations read them in any order.
  private let starts: [UInt32]

  /// `count` runs, each as `body` writes it for its row.
  init(_ count: Int, _ body: (Int, inout ByteWriter) throws -> Void) rethrows {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(count + 1)
    bytes = try ByteWriter.memory { writer in
      for row in 0..<count {
        try body(row, &writer)
        starts.append(UInt32(writer.written))
      }
    }
    self.starts = starts
  }

  func withBytes(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(WriteError) -> Void) throws(WriteError) {
    let range = Int(starts[row])..<Int(starts[row + 1])
    let span = bytes.span
    try span.extracting(range).withUnsafeBufferPointer(body)
  }
}

extension ByteWriter {
  /// Writes one of the runs.
  mutating func write(_ blocks: borrowing Blocks, _ row: Int) throws(WriteError) {
    try blocks.withBytes(row) { (bytes) throws(WriteError) in try write(bytes) }
  }
}
