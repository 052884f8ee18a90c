/// Guesses the EDTF that a text which is none was meant to be: `1956-1960`, `ca. 1945`, `27.1.1960`, `Oct 1956`.
///
/// A guess is a whole date that parses; half a guess is worth nothing to somebody who has to type it.
enum Correction {
  /// The longest text that is guessed at: nobody writes a longer date by mistake.
  private static let longest = 80

  /// The EDTF that was probably meant: none, one, or each of several readings.
  static func guesses(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    guard let text = text(bytes) else { return [] }
    if let guess = meant(text) { return guess == String(decoding: bytes, as: UTF8.self) ? [] : [guess] }
    for reading in [dayOrMonthFirst, yearOfTwoDigits, partOfDecade] {
      let readings = reading(text)
      if !readings.isEmpty, readings.allSatisfy(EDTFParser.accepts) { return readings }
    }
    return []
  }

  /// Whether the text says that there is no date, or that nobody knows it.
  static func saysNoDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = [
      "unknown", "not known", "unknown date", "date unknown", "no date", "undated", "none", "n.d.", "n.d", "nd", "n/a",
      "?",
      "??", "????", "tbd",
    ]
    return text(bytes).map { words.contains($0.lowercased()) } ?? false
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    bytes.count <= longest ? normalized(String(decoding: bytes, as: UTF8.self)) : nil
  }

  /// A text that is EDTF as it stands, or what the first rule that fits makes of it.
  private static func meant(_ text: String) -> String? {
    first(of: plainRules + [qualified, bounded, choice, interval, setAtAnEnd, reversed], for: text)
  }

  /// The same for what is one date, perhaps with a sign.
  static func date(_ text: String) -> String? {
    first(of: plainRules + [qualified], for: text).flatMap { isSingle($0) ? $0 : nil }
  }

  /// The same for what is one date and has no word for a sign: rules go from whole to part, so that they end.
  static func plainDate(_ text: String) -> String? {
    first(of: plainRules, for: text).flatMap { isSingle($0) ? $0 : nil }
  }

  private typealias Guess = @Sendable (String) -> String?

  /// From what is nearest to EDTF to what is farthest from it.
  private static let plainRules: [Guess] = [
    letterCase, withoutSpaces, olderEDTF, numericDate, oddYear, shortenedEnd, clock, monthName, season,
    decadeOrCentury, era,
  ]

  private static func first(of rules: [Guess], for text: String) -> String? {
    if EDTFParser.accepts(text) { return text }
    for rule in rules {
      if let guess = rule(text), EDTFParser.accepts(guess) { return guess }
    }
    return nil
  }

  private static func isSingle(_ date: String) -> Bool {
    !date.contains("/") && !date.hasPrefix("[") && !date.hasPrefix("{")
  }

  /// Look-alike characters as those they are meant for, white space as single spaces, no quotation marks around.
  private static func normalized(_ text: String) -> String {
    var ascii = ""
    for scalar in text.unicodeScalars {
      if let meant = LookAlike.meant(by: scalar) {
        ascii += meant
      } else {
        ascii.unicodeScalars.append(scalar)
      }
    }
    return ascii.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .trimming("\"'“”‘’")
  }
}

extension EDTFParser {
  /// Whether a text is EDTF.
  static func accepts(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var parser = EDTFParser(bytes)
      return (try? parser.text()) != nil
    }
  }
}

// MARK: - Nearly EDTF

extension Correction {
  /// `199x`, `y17e7`, `2004-01-01t10:10:10z`.
  private static func letterCase(_ text: String) -> String? { text.uppercased() }

  /// `[1667, 1668]`, `1956 / 1960`, `1945 (?)`.
  private static func withoutSpaces(_ text: String) -> String? {
    // "19 56" is more likely two things than one.
    guard text.contains(where: { !$0.isNumber && $0 != " " }) else { return nil }
    return text.filter { $0 != " " }.replacing("(?)", with: "?").uppercased()
  }

  /// What EDTF drafts before ISO 8601-2 wrote: `199u`, `1945/open`, `unknown/1945`, `1984?~`.
  private static func olderEDTF(_ text: String) -> String? {
    text.lowercased()
      .replacing("unknown", with: "").replacing("open", with: "..").replacing("u", with: "X")
      .replacing("?~", with: "%").replacing("~?", with: "%")
      .uppercased()
  }

  /// `1956/60`, `1939-45`, `2004-06-01/15`: the end of an interval without what it shares with the start.
  private static func shortenedEnd(_ text: String) -> String? {
    for separator in ["/", "-"] {
      let parts = text.split(separator: Character(separator))
      guard parts.count == 2, parts[0].count > parts[1].count, parts[1].isNumber, parts[0].count >= 4 else { continue }
      return "\(parts[0])/\(parts[0].dropLast(parts[1].count))\(parts[1])"
    }
    return nil
  }

  /// `2004-01-01 10:10`: a time without its T or its seconds.
  private static func clock(_ text: String) -> String? {
    let parts = text.uppercased().split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, parts[1].contains(":") else { return nil }
    let time = String(parts[1])
    let seconds = time.filter { $0 == ":" }.count == 1 ? "\(time):00" : time
    return "\(parts[0])T\(seconds.count == 7 ? "0" : "")\(seconds)"
  }

  /// An interval written from its end to its start.
  private static func reversed(_ text: String) -> String? {
    let parts = text.split(separator: "/")
    return parts.count == 2 ? "\(parts[1])/\(parts[0])" : nil
  }
}

// MARK: - Two dates

extension Correction {
  /// `1956-1960`, `Oct 1956 to Jan 1957`, `1945 - present`.
  private static func interval(_ text: String) -> String? {
    for separator in [" - ", " to ", " until ", " till ", "--", "/", "-"] {
      let parts = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let start = intervalEnd(parts[0]), let end = intervalEnd(parts[1]) else { continue }
      return "\(start)/\(end)"
    }
    return nil
  }

  /// `[1957,1958]/`: an interval begins and ends with a date, which may be about so.
  private static func setAtAnEnd(_ text: String) -> String? {
    let ends = text.filter { $0 != " " }.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, ends.contains(where: { $0.hasPrefix("[") || $0.hasPrefix("{") }) else { return nil }
    func about(_ end: String, _ member: ([String]) -> String?) -> String? {
      guard let first = end.first, "[{".contains(first) else { return end }
      let members = end.trimming("[]{}").split(whereSeparator: { $0 == "," || $0 == "." }).map(String.init)
      return member(members).map { $0 + "~" }
    }
    guard let start = about(ends[0], \.first), let end = about(ends[1], \.last) else { return nil }
    return "\(start)/\(end)"
  }

  private static func intervalEnd(_ text: String) -> String? {
    let text = text.trimming(" ")
    let word = text.lowercased().trimming(".")
    if ["now", "present", "today", "open", "ongoing"].contains(word) || text == ".." { return ".." }
    if ["unknown", "?"].contains(word) { return "" }
    return date(text)
  }

  /// `1667 or 1668`, `1667 and 1668`.
  private static func choice(_ text: String) -> String? {
    for (word, brackets) in [(" or ", ("[", "]")), (" and ", ("{", "}"))] {
      let parts = text.split(separator: word)
      guard parts.count > 1 else { continue }
      let members = parts.flatMap { $0.split(separator: ",") }.map { date($0.trimming(" ")) }
      guard !members.contains(nil) else { return nil }
      return brackets.0 + members.compactMap(\.self).joined(separator: ",") + brackets.1
    }
    return nil
  }
}

extension StringProtocol {
  /// Without the given characters at both ends.
  func trimming(_ characters: String) -> String {
    var rest = self[...]
    while let first = rest.first, characters.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, characters.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }

  /// Whether it is ASCII digits and nothing else.
  var isNumber: Bool { !isEmpty && allSatisfy { $0.isASCII && $0.isNumber } }
}
