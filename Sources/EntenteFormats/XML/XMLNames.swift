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
