/// What becomes of texts that a spreadsheet takes for formulas.
enum Formulas: Sendable {
  case asTheyStand
  /// An apostrophe before them makes them texts there, and other texts everywhere else.
  case escaped

  /// The text as the cell has it; `nil` where it stands as it is. What begins so is a formula, or a command, to one
  /// spreadsheet or another (OWASP, "CSV Injection").
  fileprivate func changed(_ text: Span<UInt8>) -> [UInt8]? {
    guard self == .escaped, !text.isEmpty else { return nil }
    switch text[0] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0d:
      return [UInt8(ascii: "'")] + text.withUnsafeBufferPointer { Array($0) }
    default: return nil
    }
  }
}

extension ByteWriter {
  mutating func write(cell text: Span<UInt8>, _ formulas: Formulas) throws(WriteError) {
    guard let changed = formulas.changed(text) else { return try write(cell: text) }
    try write(cell: changed.span)
  }

  mutating func write(cell text: String, _ formulas: Formulas) throws(WriteError) {
    let bytes = Array(text.utf8)
    try write(cell: bytes.span, formulas)
  }

  mutating func write(quotedCell text: Span<UInt8>, _ formulas: Formulas) throws(WriteError) {
    guard let changed = formulas.changed(text) else { return try write(quotedCell: text) }
    try write(quotedCell: changed.span)
  }
}
