import Entente

/// What JSON (RFC 8259) asks of a writer.
enum JSON {
  /// What cannot stand between the quotes of a string.
  static let pairs: [(UInt8, String)] =
    [
      (UInt8(ascii: "\""), "\\\""), (UInt8(ascii: "\\"), "\\\\"), (UInt8(ascii: "\n"), "\\n"),
      (UInt8(ascii: "\r"), "\\r"), (UInt8(ascii: "\t"), "\\t"),
    ]
    + (0..<0x20).filter { ![0x9, 0xA, 0xD].contains($0) }.map { byte in
      let digits = String(byte, radix: 16)
      return (UInt8(byte), "\\u00" + (byte < 16 ? "0" : "") + digits)
    }

  /// For what stands between the quotes of a string.
  static let string = Escapes(pairs)

  /// For what stands between the quotes of a JSON string that is itself within a JSON string.
  static let withinString = Escapes(pairs.map { byte, text in (byte, string.escaped(text)) })

  /// A text as a JSON string, quotes included. For names that are made once.
  static func quoted(_ text: String) -> String { "\"\(string.escaped(text))\"" }

  /// The entities' ids as JSON strings, by row; empty for those that are not in the selection.
  static func ids(of selection: Selection) throws -> Blocks {
    let columns = selection.graph.columns
    return try columns.strings.withArena { arena in
      try Blocks(columns.entities.count) { row, writer in
        if selection.entityRows.contains(row) { try writer.write(json: arena[columns.entities.id[row]]) }
      }
    }
  }
}

extension ByteWriter {
  /// Writes a text as a JSON string, quotes included.
  mutating func write(
    json text: String, escaping escapes: borrowing Escapes = JSON.string, quote: StaticString = "\""
  ) throws(WriteError) {
    try write(quote)
    try write(text: text, escaping: escapes)
    try write(quote)
  }

  /// Writes a text as a JSON string, quotes included.
  mutating func write(
    json text: UnsafeBufferPointer<UInt8>, escaping escapes: borrowing Escapes = JSON.string
  ) throws(WriteError) {
    try write("\"")
    try write(text, escaping: escapes)
    try write("\"")
  }
}
