import Entente

/// What XML 1.0 asks of a writer.
package enum XML {
  /// For text between tags. Line breaks and tabs are written as references, which no reader turns into spaces.
  package static let text = Escapes([
    (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
    (UInt8(ascii: "\n"), "&#10;"), (UInt8(ascii: "\r"), "&#13;"), (UInt8(ascii: "\t"), "&#9;"),
  ])

  /// For attributes between double quotes.
  package static let attribute = Escapes([
    (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
    (UInt8(ascii: "\""), "&quot;"),
    (UInt8(ascii: "\n"), "&#10;"), (UInt8(ascii: "\r"), "&#13;"), (UInt8(ascii: "\t"), "&#9;"),
  ])

  /// For what stands between the quotes of a JSON string that is itself text between tags.
  static let json = Escapes(
    JSON.pairs + [(UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;")])

  /// For what stands between the quotes of a JSON string that is itself an attribute.
  static let attributeJSON = Escapes(
    JSON.pairs.map { byte, text in (byte, text.replacing("\"", with: "&quot;")) }
      + [(UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;")])

  /// A text as it stands between the quotes of an attribute. For names that are made once.
  static func escapedAttribute(_ text: String) -> String { attribute.escaped(text) }

  /// Throws when a text of the selection holds a character that XML does not.
  static func check(_ selection: Selection, for format: Format) throws(CheckFailure) {
    try selection.checkCharacters(for: format, isSuspect: mayHoldForbidden) { !holds($0) }
  }

  /// Whether the character is one of XML 1.0's `Char` (section 2.2).
  package static func holds(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static func mayHoldForbidden(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte < 0x20, byte != 0x9, byte != 0xA, byte != 0xD { return true }
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      if byte >= 0xBE, last == 0xBF { return true }
      last = byte
    }
    return false
  }

  /// The bytes without white space at their ends, which several readers drop.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var range = bytes.indices
    while let first = range.first, isSpace(bytes[first]) { range.removeFirst() }
    while let last = range.last, isSpace(bytes[last]) { range.removeLast() }
    return UnsafeBufferPointer(rebasing: bytes[range])
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x9...0xD).contains(byte) }
}
