import Entente

/// Ids as FollowTheMoney takes them: letters from a to z, digits, hyphens and dots, letters or digits at the ends.
///
/// An id with other letters has their numbers between dots, and `id.` before and `.id` after all. Ids of graphs have no dots,
/// so that two never become one.
enum FollowTheMoneyIDs {
  /// How many letters an id may have.
  static let limit = 200

  static func isID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.allSatisfy { $0 < 0x80 } }

  static func id(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var id = "id."
    for character in text.unicodeScalars {
      if character.isASCII {
        id.unicodeScalars.append(character)
      } else {
        id += "." + String(character.value, radix: 16) + "."
      }
    }
    return id + ".id"
  }

  /// A document's: their ids are a space of their own.
  static func id(document: String) -> String { "document." + id(document) }
}
