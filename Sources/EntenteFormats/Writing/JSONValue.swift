/// A small JSON value, for what is written once in a file; loops over a graph write bytes.
indirect enum JSONValue: Sendable {
  case text(String)
  case boolean(Bool)
  case integer(Int)
  case list([JSONValue])
  /// Members in the order given; those without a value are left out.
  case object([(String, JSONValue?)])

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
}

extension ByteWriter {
  /// Writes a value on one line, with its texts escaped and its quotation marks written so.
  mutating func write(
    json value: JSONValue, escaping escapes: borrowing Escapes = .json, quote: StaticString = "\""
  ) throws(WriteError) {
    switch value {
    case .text(let text): try write(json: text, escaping: escapes, quote: quote)
    case .boolean(let boolean): try write(boolean ? "true" : "false")
    case .integer(let integer): try write(integer)
    case .list(let values):
      try write("[")
      for (index, value) in values.enumerated() {
        if index > 0 { try write(",") }
        try write(json: value, escaping: escapes, quote: quote)
      }
      try write("]")
    case .object(let members):
      try write("{")
      var isFirst = true
      for case (let key, let value?) in members {
        if !isFirst { try write(",") }
        isFirst = false
        try write(json: key, escaping: escapes, quote: quote)
        try write(":")
        try write(json: value, escaping: escapes, quote: quote)
      }
      try write("}")
    }
  }
}
