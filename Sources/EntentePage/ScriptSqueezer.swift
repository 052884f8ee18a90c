/// Leaves out of JavaScript what only people need: comments, indentation, spaces, and the length of the most used names.
///
/// It is no parser: it relies on how the modules under `Page/` are written, with a semicolon after every statement, no hole at
/// the end of a list, no member called `const` or `true`, and no regular expression right after a closing bracket.
struct ScriptSqueezer {
  private let bytes: [UInt8]
  private var index = 0
  private var output: [UInt8] = []
  /// Where the last word began in the output, when it is what was written last.
  private var lastWord: Range<Int>?
  /// How deep in braces each expression of an open template is.
  private var templates: [Int] = []

  /// What stands for names.
  private let shortNames: [String: String]

  private init(_ script: [UInt8], _ shortNames: [String: String]) {
    bytes = script
    self.shortNames = shortNames
  }

  /// The script with what `shortNames` has in place of its names, wherever they are no text.
  static func squeezed(_ script: [UInt8], shortNames: [String: String] = [:]) -> [UInt8] {
    var squeezer = ScriptSqueezer(script, shortNames)
    squeezer.run()
    return squeezer.output
  }

  private mutating func run() {
    while index < bytes.count {
      let start = index
      skipSpace()
      guard index < bytes.count else { break }
      if index > start { separate(from: bytes[index]) }
      takeToken()
    }
  }

  // MARK: Between tokens

  /// Passes white space and comments.
  private mutating func skipSpace() {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "/"), next == UInt8(ascii: "/") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      } else if bytes[index] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        index += 2
        while index < bytes.count, !(bytes[index] == UInt8(ascii: "*") && next == UInt8(ascii: "/")) { index += 1 }
        index += 2
      } else if bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: " ") {
        index += 1
      } else {
        break
      }
    }
  }

  /// What must stand between the last token and the next: a space between words, and between signs.
  private mutating func separate(from next: UInt8) {
    guard let last = output.last else { return }
    let isSign = last == next && (last == UInt8(ascii: "+") || last == UInt8(ascii: "-"))
    if isSign || Self.isWord(last) && Self.isWord(next) { output.append(UInt8(ascii: " ")) }
  }

  // MARK: Tokens

  private mutating func takeToken() {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): takeText(until: byte)
    case UInt8(ascii: "`"):
      take()
      takeTemplate()
    case UInt8(ascii: "/") where isRegularExpressionNext: takeRegularExpression()
    case _ where Self.isWord(byte): takeWord()
    case UInt8(ascii: "{"):
      if !templates.isEmpty { templates[templates.count - 1] += 1 }
      take()
    case UInt8(ascii: "}"):
      // The last statement of a block needs no semicolon, the last member of an object no comma.
      if output.last == UInt8(ascii: ";") || output.last == UInt8(ascii: ",") { output.removeLast() }
      take()
      guard let depth = templates.last else { break }
      if depth > 0 {
        templates[templates.count - 1] -= 1
      } else {
        templates.removeLast()
        takeTemplate()
      }
    case UInt8(ascii: "]"), UInt8(ascii: ")"):
      if output.last == UInt8(ascii: ",") { output.removeLast() }
      take()
    default: take()
    }
  }

  private mutating func take() {
    output.append(bytes[index])
    index += 1
  }

  /// What says the same in fewer letters.
  private static let shortWords = ["const": "let", "true": "!0", "false": "!1"]

  private mutating func takeWord() {
    let start = output.count
    while index < bytes.count, Self.isWord(bytes[index]) { take() }
    let word = String(decoding: output[start...], as: UTF8.self)
    if let short = shortNames[word] ?? Self.shortWords[word] {
      output.replaceSubrange(start..., with: short.utf8)
    }
    lastWord = start..<output.count
  }

  private mutating func takeText(until quote: UInt8) {
    take()
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\\") { take() }
      take()
    }
    take()
  }

  /// The characters of a template up to its end, or to an expression in it.
  private mutating func takeTemplate() {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        take()
        take()
      } else if bytes[index] == UInt8(ascii: "`") {
        return take()
      } else if bytes[index] == UInt8(ascii: "$"), next == UInt8(ascii: "{") {
        take()
        take()
        return templates.append(0)
      } else {
        take()
      }
    }
  }

  private mutating func takeRegularExpression() {
    var isInClass = false
    take()
    while index < bytes.count, isInClass || bytes[index] != UInt8(ascii: "/") {
      if bytes[index] == UInt8(ascii: "[") { isInClass = true }
      if bytes[index] == UInt8(ascii: "]") { isInClass = false }
      if bytes[index] == UInt8(ascii: "\\") { take() }
      take()
    }
    take()
  }

  /// Whether a slash here begins a regular expression: it is no operand that stands before it.
  private var isRegularExpressionNext: Bool {
    guard let last = output.last else { return true }
    if let word = lastWord, word.upperBound == output.count {
      return output[word].elementsEqual("return".utf8)
    }
    return ![UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "`")].contains(
      last)
  }

  private var next: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  /// Whether it belongs to a name, a number or a keyword.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "#"), 0x80...:
      true
    default: false
    }
  }
}
