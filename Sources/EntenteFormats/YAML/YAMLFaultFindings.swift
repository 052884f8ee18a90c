import Entente

/// YAML that breaks the grammar.
struct BrokenYAML: Finding {
  /// What libyaml says of it.
  let problem: String
  /// The lines that the trouble begins and ends in.
  let lines: [String]

  /// Whether something is opened and never closed.
  var isUnclosed: Bool { problem == "found unexpected end of stream" }

  var message: String { Self.words[problem] ?? "this breaks YAML's grammar (\(problem))" }

  var advice: [String] {
    if let comment = lines.lazy.compactMap(CitationSyntax.comment).first {
      return ["YAML takes '\(comment)' for a comment: no space stands before a paragraph's sign"]
    }
    if let citation = lines.lazy.compactMap(CitationSyntax.brokenCitation).first {
      return ["a citation with a colon or with quotes around parts of it stands in quotes as a whole: \(citation)"]
    }
    if let relation = lines.lazy.compactMap(Self.relationWithoutBraces).first {
      return ["properties on the line of the head stand in braces: \(relation)"]
    }
    return Self.remedies[problem].map { [$0] } ?? []
  }

  /// `- a allied-with b: when: 1914` as it should be.
  private static func relationWithoutBraces(_ line: String) -> String? {
    let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let key = parts[1].split(separator: ":").first, Keys.relation.keys.contains(String(key)),
      let dash = parts[0].firstIndex(of: "-"), parts[0][..<dash].allSatisfy({ $0 == " " }),
      parts[0][parts[0].index(after: dash)...].split(separator: " ").count == 3
    else { return nil }
    return "\(parts[0][dash...]): {\(parts[1])}"
  }

  /// libyaml's words, which are written for those who know its grammar, in words for those who write graph files.
  private static let words = [
    "mapping values are not allowed in this context": "a colon and a space begin a value, and none can stand here",
    "did not find expected ',' or '}'": "within { } a comma or the closing brace is missing here",
    "did not find expected ',' or ']'": "within [ ] a comma or the closing bracket is missing here",
    "did not find expected key": "this line does not fit what stands before it",
    "did not find expected '-' indicator": "this line does not fit the list before it",
    "did not find expected node content": "a value is missing here",
    "did not find expected <document start>": "this does not belong to what stands before it",
    "could not find expected ':'": "a colon and a space are missing",
    "found unexpected end of stream": "these quotes are not closed",
    "found unexpected document indicator": "'---' or '...' stands within quotes",
    "found character that cannot start any token": "no value begins with this character, unless in quotes",
    "found a tab character that violates indentation": "a tab stands where YAML wants spaces",
    "found unknown escape character": "within double quotes a backslash is written twice",
    "block sequence entries are not allowed in this context": "a list cannot begin here",
    "block mapping entries are not allowed in this context": "a key cannot stand here",
    "mapping keys are not allowed in this context": "a key cannot stand here",
    "found undefined tag handle": "a graph file has no tags; in quotes the exclamation mark is text",
    "did not find expected alphabetic or numeric character": "no value begins with this character, unless in quotes",
  ]

  private static let remedies = [
    "mapping values are not allowed in this context":
      "a text with a colon stands in quotes; a key stands as far right as its neighbours",
    "did not find expected ',' or '}'": "a text with quotes, commas or colons in it stands in quotes as a whole",
    "did not find expected ',' or ']'": "a text with quotes, commas or colons in it stands in quotes as a whole",
    "did not find expected key": "look at the indentation, and at quotes that do not embrace the whole text",
    "did not find expected '-' indicator": "look at the indentation: items of one list stand one below the other",
    "could not find expected ':'": "for example: title: The Southern Kuril Islands dispute",
  ]
}

/// A tab in the indentation.
struct TabInIndentation: Finding {
  var message: String { "a tab stands where YAML wants spaces" }
  var advice: [String] { ["indent with spaces, two for each step"] }
}

/// Bytes that are no UTF-8.
struct NotUTF8: Finding {
  /// Where the first byte stands that does not fit.
  let offset: Int
  /// That byte.
  let byte: UInt8
  /// The encoding that the file looks like, and what it has in the byte's place.
  private let encoding: (name: String, character: Character?)?

  /// Looks through bytes that are not UTF-8.
  init(_ bytes: [UInt8]) {
    offset = Self.firstFault(in: bytes)
    byte = offset < bytes.count ? bytes[offset] : 0
    if bytes.prefix(2).sorted() == [0xfe, 0xff] {
      encoding = ("UTF-16", nil)
    } else {
      encoding = Self.guess(bytes, at: byte)
    }
  }

  var message: String {
    if encoding?.name == "UTF-16" { return "the file is UTF-16, not UTF-8" }
    let looks = encoding.map { encoding in
      "; it looks like \(encoding.name)" + (encoding.character.map { ", where that is '\($0)'" } ?? "")
    }
    return "the file is not UTF-8: it has the byte \(hexadecimal) here\(looks ?? "")"
  }
  var advice: [String] { ["save it as UTF-8"] }
  private var hexadecimal: String { "0x" + String(byte, radix: 16, uppercase: true) }

  private static func firstFault(in bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    return offset
  }

  /// A Western text has single letters beyond ASCII among many within; other scripts have words of them.
  private static func guess(_ bytes: [UInt8], at byte: UInt8) -> (name: String, character: Character?)? {
    let runs = bytes.split { $0 < 0x80 }
    let others = runs.reduce(0) { $0 + $1.count }
    guard others < 2 * runs.count, byte >= 0x80 else { return nil }
    if byte >= 0xa0 { return ("Latin-1", Character(UnicodeScalar(byte))) }
    return ("Windows-1252", windows1252[byte].map { Character($0) })
  }

  /// What Windows-1252 has where Latin-1 has control characters, as far as texts use it.
  private static let windows1252: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x8a: "Š", 0x8c: "Œ", 0x8e: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“",
    0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x99: "™", 0x9a: "š", 0x9c: "œ", 0x9e: "ž", 0x9f: "Ÿ",
  ]
}

/// A character that YAML does not allow, such as NUL.
struct ControlCharacter: Finding {
  let value: Int

  var message: String { "U+\(hexadecimal) is a control character, which no graph file may have" }
  var advice: [String] { ["take it out"] }
  private var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Lists and mappings in each other, beyond any sense.
struct TooDeep: Finding {
  var message: String { "lists and mappings stand too deep in each other" }
  var advice: [String] { ["no graph file needs more than seven levels; look for brackets that are not closed"] }
}

/// No memory for reading.
struct NoMemory: Finding {
  var message: String { "there is no memory left to read the file" }
}

/// A text without an end in sight.
struct TextTooLong: Finding {
  var message: String {
    "what stands behind this is longer than \(YAMLParser.longestText >> 20) MB, and no text may be"
  }
  var advice: [String] { ["a quotation mark may not be closed; a long text is a document's: 'text: FILE'"] }
}
