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
    return Self.remedies[problem].map { [$0] } ?? []
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
  /// The first byte that does not fit.
  let byte: UInt8
  /// Whether the file begins as UTF-16 does.
  let looksLikeUTF16: Bool

  var message: String {
    looksLikeUTF16 ? "the file is UTF-16, not UTF-8" : "the file is not UTF-8: it has the byte \(hexadecimal) here"
  }
  var advice: [String] { ["save it as UTF-8"] }
  private var hexadecimal: String { "0x" + String(byte, radix: 16, uppercase: true) }
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
