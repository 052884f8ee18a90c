/// A name or an id with characters that are not seen, that turn the text round, or that look like letters of another
/// script: what is read is then not what is written, and two names that look alike are two.
///
/// After Unicode Technical Standard 39, as far as it can be told without knowing the language: a zero-width joiner, which
/// several scripts need, is no fault among their letters.
struct DeceivingCharacters: Rule {
  /// What holds them: `the name "…"`, `the id`.
  let what: String
  let scalars: [Unicode.Scalar]
  let deceit: Deceit

  enum Deceit: String {
    case hidden = "a character that is not seen"
    case turning = "a character that turns the text round"
    case lookAlike = "a letter of another script that looks like a Latin one"
  }

  var severity: Severity { .warning }
  var message: String {
    let names = scalars.map(LookAlike.name).joined(separator: ", ")
    return "\(what) has \(deceit.rawValue): \(names)"
  }
  var advice: [String] {
    deceit == .lookAlike ? ["type the word anew, in one script"] : ["delete it, or type the name anew"]
  }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let (entities, strings) = (graph.columns.entities, graph.columns.strings)
    func isPlain(_ text: StringID) -> Bool { strings.withBytes(of: text) { bytes in bytes.allSatisfy { $0 < 0x80 } } }
    let inEntities = (0..<entities.count).flatMap { row -> [Diagnostic] in
      // Most have nothing but ASCII, and no other names.
      if isPlain(entities.id[row]), isPlain(entities.name[row]), entities.aliases[row].isEmpty { return [] }
      let own = [("id", entities.id[row]), ("name", entities.name[row])]
      let texts = own + entities.aliases[row].map { ("alias", $0) }
      return texts.flatMap { what, text -> [Diagnostic] in
        isPlain(text) ? [] : findings(strings[text], what).map { Diagnostic($0, at: graph.entities[row].place) }
      }
    }
    let inDocuments = graph.documents.enumerated().flatMap { row, document in
      [("id", document.id), ("title", document.title ?? "")].flatMap { what, text in
        findings(text, what).map { Diagnostic($0, at: graph.place(ofDocument: row)) }
      }
    }
    return findings(graph.title, "title").map { Diagnostic($0, at: nil) } + inDocuments + inEntities
  }

  private static func findings(_ text: String, _ what: String) -> [DeceivingCharacters] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return [] }
    let scalars = Array(text.unicodeScalars)
    let found: [(Deceit, [Unicode.Scalar])] = [
      (.turning, scalars.filter(isTurning)), (.hidden, hidden(in: scalars)), (.lookAlike, lookAlikes(in: text)),
    ]
    return found.compactMap { deceit, scalars in
      scalars.isEmpty
        ? nil : DeceivingCharacters(what: "the \(what) '\(text.shown)'", scalars: scalars.distinct, deceit: deceit)
    }
  }

  /// Embeddings, overrides and isolates of text direction; the marks U+200E and U+200F only help a name along.
  private static func isTurning(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private static func hidden(in scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.indices.filter { index in
      switch scalars[index].value {
      case 0x200B, 0x2060, 0xFEFF, 0xAD, 0x180E, 0xE0000...0xE007F: true
      // Joiners belong to scripts, and to pictures; among Latin letters they are nothing.
      case 0x200C, 0x200D: index == 0 || isLatin(scalars[index - 1])
      default: false
      }
    }
    .map { scalars[$0] }
  }

  /// Cyrillic and Greek letters that look Latin, in words that have Latin letters.
  private static func lookAlikes(in text: String) -> [Unicode.Scalar] {
    text.split { !$0.isLetter }.flatMap { word in
      word.unicodeScalars.contains(where: isLatin) ? word.unicodeScalars.filter(looksLatin.contains) : []
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && (scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value))
  }

  private static let looksLatin = Set(
    ("\u{430}\u{435}\u{43E}\u{440}\u{441}\u{443}\u{445}\u{456}\u{458}\u{455}\u{501}\u{4BB}\u{51B}\u{51D}"
      + "\u{410}\u{412}\u{415}\u{41A}\u{41C}\u{41D}\u{41E}\u{420}\u{421}\u{422}\u{423}\u{425}\u{406}\u{408}\u{405}"
      + "\u{3BF}\u{391}\u{392}\u{395}\u{396}\u{397}\u{399}\u{39A}\u{39C}\u{39D}\u{39F}\u{3A1}\u{3A4}\u{3A5}\u{3A7}")
      .unicodeScalars)
}

extension String {
  /// The text with what is not seen, or turns it round, as numbers: a message is to be read as it is written.
  fileprivate var shown: String {
    unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .format ? "<\(EDTFError.codePoint(scalar))>" : String(Character(scalar))
    }
    .joined()
  }
}

extension [Unicode.Scalar] {
  /// Each of them once, in order.
  fileprivate var distinct: [Unicode.Scalar] {
    var seen: Set<Unicode.Scalar> = []
    return filter { seen.insert($0).inserted }
  }
}
