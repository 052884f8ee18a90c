/// Names as XML Schema's `NMTOKEN` allows them, which ids in GraphML and other XML formats must be.
enum XMLNames {
  /// Whether the text is such a name as it is, and none that ``name(_:)`` makes.
  static func isName(_ bytes: Span<UInt8>) -> Bool {
    var (hasLowLine, isASCII) = (false, true)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 { isASCII = false } else if !isNameCharacter(UInt32(byte)) { return false }
      hasLowLine = hasLowLine || byte == UInt8(ascii: "_")
    }
    if isASCII && !hasLowLine { return !bytes.isEmpty }
    let text = String(bytes)
    return text.unicodeScalars.allSatisfy { isNameCharacter($0.value) } && !(hasLowLine && text.contains(ours))
  }

  /// What ``name(_:)`` writes in place of a character.
  nonisolated(unsafe) private static let ours = /_[0-9a-f]+_/

  /// The text with every character that cannot stand in a name replaced by its number between low lines: `µ` is `_b5_`.
  ///
  /// Low lines are replaced, too, so that two texts never become one; names without such characters stay as they are.
  static func name(_ text: String) -> String {
    let bytes = Array(text.utf8)
    if isName(bytes.span) { return text }
    var name = ""
    for character in text.unicodeScalars {
      if isNameCharacter(character.value), character != "_" {
        name.unicodeScalars.append(character)
      } else {
        name += escaped(character)
      }
    }
    return name
  }

  /// The name for an edge: none that a reader could take for a whole number, since to NetworkX "1" and "01" are one edge.
  static func edgeName(_ text: String) -> String {
    guard isNumber(text), let first = text.unicodeScalars.first else { return name(text) }
    return escaped(first) + name(String(text.unicodeScalars.dropFirst()))
  }

  /// Whether the name could be read as a whole number.
  static func isNumber(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.numericType == .decimal || $0 == "_" || $0 == "-" }
  }

  private static func escaped(_ character: Unicode.Scalar) -> String {
    "_" + String(character.value, radix: 16) + "_"
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

  /// Whether a relation's id can stay as it is.
  static func isEdgeName(_ id: Span<UInt8>) -> Bool {
    if !isName(id) { return false }
    // Most ids begin with a letter, and are no number.
    let first = id[0]
    let isLetter = (0x41...0x5A).contains(first & 0xDF)
    return isLetter || !isNumber(String(id))
  }
}
