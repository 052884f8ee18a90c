extension Escapes {
  /// What cannot stand between the quotes of a JSON string (RFC 8259), and what stands for it.
  static let jsonPairs: [(UInt8, String)] =
    [
      (UInt8(ascii: "\""), "\\\""), (UInt8(ascii: "\\"), "\\\\"), (UInt8(ascii: "\n"), "\\n"),
      (UInt8(ascii: "\r"), "\\r"), (UInt8(ascii: "\t"), "\\t"),
    ]
    + (0..<0x20).filter { ![0x9, 0xA, 0xD].contains($0) }.map { byte in
      let digits = String(byte, radix: 16)
      return (UInt8(byte), "\\u00" + (byte < 16 ? "0" : "") + digits)
    }

  /// For what stands between the quotes of a JSON string.
  public static let json = Escapes(jsonPairs)

  /// For what stands between the quotes of a JSON string that is itself within a JSON string.
  static let jsonWithinJSON = Escapes(jsonPairs.map { byte, text in (byte, json.escaped(text)) })
}

/// JSON for what is made once.
enum JSON {
  /// A text as a JSON string, quotes included.
  static func quoted(_ text: String) -> String { "\"\(Escapes.json.escaped(text))\"" }
}

extension ByteWriter {
  /// Writes a text as a JSON string, quotes included. For what is written once.
  mutating func write(
    json text: String, escaping escapes: borrowing Escapes = .json, quote: StaticString = "\""
  ) throws(WriteError) {
    try write(quote)
    try write(text: text, escaping: escapes)
    try write(quote)
  }

  /// Writes a text as a JSON string, quotes included.
  public mutating func write(json text: Span<UInt8>) throws(WriteError) {
    try write("\"")
    try write(text, escaping: .json)
    try write("\"")
  }
}
