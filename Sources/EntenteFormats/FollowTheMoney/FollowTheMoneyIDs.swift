/// Ids as FollowTheMoney takes them: letters from a to z, digits, hyphens and dots, letters or digits at the ends.
///
/// An id with other letters has their numbers between dots, and `id.` before and `.id` after all. So has one that looks like
/// one of ours, so that two never become one.
enum FollowTheMoneyIDs {
  /// How many letters an id may have.
  static let limit = 200

  /// Whether the id can stay as it is.
  static func isID(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      let isInner = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      let isAtAnEnd = index == 0 || index == bytes.count - 1
      if !isLetterOrDigit(byte) && (!isInner || isAtAnEnd) { return false }
    }
    if bytes.count < 4 { return !bytes.isEmpty }
    // Only ids with a dot may look like one of ours.
    var hasDot = false
    for index in bytes.indices where bytes[index] == UInt8(ascii: ".") { hasDot = true }
    return !hasDot || !isOurs(String(bytes))
  }

  static func id(_ text: String) -> String {
    let bytes = Array(text.utf8)
    if isID(bytes.span) { return text }
    var id = "id."
    for character in text.unicodeScalars {
      if let byte = UInt8(exactly: character.value), isLetterOrDigit(byte) || byte == UInt8(ascii: "-") {
        id.unicodeScalars.append(character)
      } else {
        id += "." + String(character.value, radix: 16) + "."
      }
    }
    return id + ".id"
  }

  /// A document's: their ids are a space of their own.
  static func id(document: String) -> String { "document." + id(document) }

  private static func isOurs(_ id: String) -> Bool {
    id.hasPrefix("document.") || id.hasPrefix("id.") && id.hasSuffix(".id")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
