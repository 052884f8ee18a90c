extension Escapes {
  /// For text between tags of XML 1.0. Line breaks and tabs are references, which no reader turns into spaces; `>` is one
  /// only where XML asks for it, since Tulip cuts a text at any reference but `&amp;` and `&lt;`.
  public static let xmlText = Escapes(
    [
      (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: "\n"), "&#10;"),
      (UInt8(ascii: "\r"), "&#13;"), (UInt8(ascii: "\t"), "&#9;"),
    ], afterBrackets: (UInt8(ascii: ">"), "&gt;"))

  /// For attributes of XML 1.0 between double quotes.
  public static let xmlAttribute = Escapes([
    (UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;"),
    (UInt8(ascii: "\""), "&quot;"),
    (UInt8(ascii: "\n"), "&#10;"), (UInt8(ascii: "\r"), "&#13;"), (UInt8(ascii: "\t"), "&#9;"),
  ])

  /// For what stands between the quotes of a JSON string that is itself text between tags.
  static let xmlTextJSON = Escapes(
    jsonPairs + [(UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;")], afterBrackets: (UInt8(ascii: ">"), "&gt;"))

  /// For what stands between the quotes of a JSON string that is itself an attribute.
  static let xmlAttributeJSON = Escapes(
    jsonPairs.map { byte, text in (byte, text.replacing("\"", with: "&quot;")) }
      + [(UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;")])
}

/// What XML 1.0 allows.
public enum XML {
  /// Whether the character is one of XML 1.0's `Char` (section 2.2): what is not has no way into a file.
  public static func holds(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// Whether the bytes of a text may hold a character that is forbidden.
  static func mayHoldForbidden(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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
  @_lifetime(copy bytes)
  static func trimmed(_ bytes: Span<UInt8>) -> Span<UInt8> {
    var (first, last) = (0, bytes.count)
    while first < last, isSpace(bytes[first]) { first += 1 }
    while first < last, isSpace(bytes[last - 1]) { last -= 1 }
    return bytes.extracting(first..<last)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x9...0xD).contains(byte) }
}
