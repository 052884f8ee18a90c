import Entente

/// What XML 1.0 asks of a writer.
enum XML {
  /// For text between tags. Line breaks and tabs are written as references, which no reader turns into spaces.
  static let text = Escapes([
    (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
    (UInt8(ascii: "\n"), "&#10;"), (UInt8(ascii: "\r"), "&#13;"), (UInt8(ascii: "\t"), "&#9;"),
  ])

  /// For attributes between double quotes.
  static let attribute = Escapes([
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

  /// Throws when a text of the selection holds a character outside XML 1.0's `Char` (section 2.2).
  static func check(_ selection: Selection, for format: Format) throws(CheckFailure) {
    try selection.checkCharacters(for: format, isSuspect: mayHoldForbidden) { character in
      switch character.value {
      case 0x9, 0xA, 0xD: false
      case 0..<0x20, 0xFFFE, 0xFFFF: true
      default: false
      }
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

/// Names as XML Schema's `NMTOKEN` allows them, which ids in GraphML and other XML formats must be.
enum XMLNames {
  /// Whether the text is such a name as it is.
  static func isName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 && isNameCharacter(UInt32($0)) }) { return !bytes.isEmpty }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { isNameCharacter($0.value) }
  }

  /// The text with every character that cannot stand in a name replaced by its number between low lines: `µ` is `_b5_`.
  ///
  /// Ids have no low lines of their own, so that two ids never become one.
  static func name(_ text: String) -> String {
    var name = ""
    for character in text.unicodeScalars {
      if isNameCharacter(character.value) {
        name.unicodeScalars.append(character)
      } else {
        name += "_" + String(character.value, radix: 16) + "_"
      }
    }
    return name
  }

  /// `NameChar` of XML 1.0, fifth edition, but for the colon, which namespaces use.
  private static func isNameCharacter(_ value: UInt32) -> Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    case 0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040: true
    case 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD: true
    case 0x10000...0xEFFFF: true
    default: false
    }
  }
}
