/// An id, or the name of a kind or relation type, that is not in kebab-case.
package struct NotAnID: Finding {
  /// What has it, as a message says it: `an entity`.
  let owner: String
  let id: String
  /// The id that was probably meant.
  let suggestion: String?

  package init(_ id: String, of owner: String) {
    self.owner = owner
    self.id = id
    suggestion = KebabCase.nearest(to: id)
  }

  package var message: String { "'\(id)' cannot be the id of \(owner)" }
  package var advice: [String] {
    ["an id without quotes is small letters and digits, with single hyphens between words and at least one letter"]
      + Wording.didYouMean(suggestion)
  }
}

/// The form of ids: letters of any script, digits, and single hyphens between them; a letter is small where the script has
/// small ones.
package enum KebabCase {
  /// Whether the text is an id.
  package static func allows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasLetter = false
    var isAfterHyphen = true
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): (hasLetter, isAfterHyphen) = (true, false)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): isAfterHyphen = false
      case UInt8(ascii: "-") where !isAfterHyphen: isAfterHyphen = true
      case 0x80...: return allowsAnyScript(String(decoding: text, as: UTF8.self))
      default: return false
      }
    }
    return hasLetter && !isAfterHyphen
  }

  private static func allowsAnyScript(_ text: String) -> Bool {
    let words = text.unicodeScalars.split(separator: "-", omittingEmptySubsequences: false)
    return words.allSatisfy { !$0.isEmpty && $0.allSatisfy(isPart) } && text.unicodeScalars.contains(where: isLetter)
  }

  /// The id that a text comes to when small letters are made of capital ones, and hyphens of what stands between words.
  static func nearest(to text: String) -> String? {
    let words = text.lowercased().unicodeScalars.split { !isPart($0) }
    guard words.contains(where: { $0.contains(where: isLetter) }) else { return nil }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
  }

  private static func isLetter(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter: true
    default: false
    }
  }

  private static func isPart(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: true
    default: isLetter(scalar)
    }
  }
}
