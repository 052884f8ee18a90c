/// Text within HTML: what a document or a user wrote never becomes markup.
enum HTMLText {
  /// The text between tags, or in an attribute between double quotes. Characters that HTML has no place for become the
  /// replacement character.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#13;"
      case "\u{0}"..<"\t", "\u{b}"..<"\r", "\u{e}"..<" ", "\u{7f}"..<"\u{a0}", "\u{fffe}", "\u{ffff}":
        result.unicodeScalars.append("\u{fffd}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
