import Entente

/// Texts as a graph file has them: without quotes where YAML takes them for what they are, else with.
enum YAMLText {
  /// A text as a value or a key, in a line of its own or within brackets.
  static func written(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// A text in double quotes, on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where isShown(scalar): result.unicodeScalars.append(scalar)
      case _: result += escape(scalar)
      }
    }
    return result + "\""
  }

  /// A text with double quotes in it, in single quotes where that is enough.
  static func withQuotes(_ text: String) -> String {
    if isPlain(text, allowingQuotes: true) { return text }
    guard text.unicodeScalars.allSatisfy(isShown) else { return quoted(text) }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// A date, without quotes unless YAML would take it for a list, a mapping, or a key.
  static func date(_ date: EDTF) -> String {
    let isPlain = date.text.allSatisfy { !"[]{}:,".contains($0) } && !"~?%".contains(date.text.first ?? "~")
    return isPlain ? date.text : quoted(date.text)
  }

  /// An id as a key: what is kebab-case stands without quotes.
  static func id(_ id: String) -> String { isBareID(id) ? id : quoted(id) }

  /// Whether an id is a word of a relation's head.
  static func isBareID(_ id: String) -> Bool {
    var id = id
    return id.withUTF8 { KebabCase.allows($0) } && !otherMeanings.contains(id)
  }

  /// Whether YAML, in any of its versions, takes the text without quotes for a text, and for this one.
  private static func isPlain(_ text: String, allowingQuotes: Bool = false) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isWordPart(first), last != " ",
      PlainScalar(text) == .text, !otherMeanings.contains(text.lowercased())
    else { return false }
    var before: UnicodeScalar = " "
    for scalar in text.unicodeScalars {
      let isFine =
        isWordPart(scalar) || " -_./()+'~?%&".unicodeScalars.contains(scalar)
        || (allowingQuotes && (scalar == "\"" || (scalar == "#" && before != " ")))
      if !isFine { return false }
      before = scalar
    }
    return true
  }

  /// Words that YAML 1.1, or another reader of YAML, takes for nothing, true or false.
  private static let otherMeanings: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

  private static func isWordPart(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  /// Whether a character can stand as it is within quotes: libyaml takes it, and a reader sees it.
  private static func isShown(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7e, 0xa0...0x2027, 0x202a...0xd7ff, 0xe000...0xfefe, 0xff00...0xfffd, 0x10000...0x10ffff:
      !scalar.properties.isBidiControl
    default: false
    }
  }

  private static func escape(_ scalar: UnicodeScalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (sign, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + sign + String(repeating: "0", count: width - digits.count) + digits
  }
}
