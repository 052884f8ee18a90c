import Entente

/// Why a JSON text cannot be read further.
package struct JSONFault: Error {
  /// What may stand at a place.
  enum Wanted: Sendable {
    case value, key, colon, commaOrBrace, commaOrBracket
  }

  /// What is wrong there.
  enum Problem: Sendable {
    case endsTooEarly
    case unexpected(UInt8, Wanted)
    case moreBehindTheEnd
    case control(UInt8)
    case notUTF8(UInt8)
    case utf16
    case escape
    case number(String)
    case tooDeep(Int)
    case tooLong(Int)
    /// Something else than a list, where nodes or edges should stand.
    case list
  }

  let problem: Problem
  /// The byte that it is about.
  package let offset: Int

  init(_ problem: Problem, offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}

/// JSON that is none, or too much of it.
struct NotJSON: Finding {
  let problem: JSONFault.Problem

  var message: String {
    switch problem {
    case .endsTooEarly: "the file ends in the middle of its JSON"
    case .unexpected(let byte, let wanted): "\(Self.name(byte)) cannot stand here: \(wanted.words)"
    case .moreBehindTheEnd: "the JSON is over, and something stands behind it"
    case .control(let byte): "\(Self.name(byte)) stands in a text, where JSON wants an escape"
    case .notUTF8(let byte): "the file is not UTF-8: it has the byte 0x\(Self.hexadecimal(byte)) here"
    case .utf16: "the file is UTF-16, not UTF-8"
    case .escape: "no escape of JSON reads like this"
    case .number(let text): "'\(text)' is no number of JSON"
    case .tooDeep(let limit): "lists and objects stand more than \(limit) deep in each other"
    case .tooLong(let limit): "a text is longer than \(limit >> 20) MB"
    case .list: "a list must stand here, in brackets"
    }
  }

  var advice: [String] {
    switch problem {
    case .endsTooEarly: ["get or write the file anew; something was cut off"]
    case .moreBehindTheEnd: ["a file has one JSON value; lines of JSON become one with brackets and commas"]
    case .control: ["a line break in a text is written \\n, a tab \\t, others \\u and four digits"]
    case .notUTF8, .utf16: ["save it as UTF-8"]
    case .escape: ["a backslash stands before one of \" \\ / b f n r t, or before u and four digits"]
    case .number: ["numbers look like 7, -1.5 and 2e10; anything else stands in quotation marks"]
    case .unexpected(UInt8(ascii: "'"), _): ["texts stand in double quotation marks"]
    case .tooDeep, .tooLong: ["no graph needs it; look for brackets or quotation marks that are not closed"]
    case .unexpected, .list: []
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }

  private static func name(_ byte: UInt8) -> String {
    byte > 0x20 && byte < 0x7f ? "'\(Character(UnicodeScalar(byte)))'" : "the byte 0x\(hexadecimal(byte))"
  }
}

extension JSONFault {
  /// Whether nothing of the text could be read.
  var isAtTheBeginning: Bool {
    switch problem {
    case .unexpected(_, .value), .number, .moreBehindTheEnd: offset < 64
    case .endsTooEarly: offset == 0
    default: false
    }
  }
}

extension JSONFault.Wanted {
  fileprivate var words: String {
    switch self {
    case .value: "a value must, such as a text in double quotation marks, a number, [ or {"
    case .key: "a name in double quotation marks must"
    case .colon: "a colon must, between a name and its value"
    case .commaOrBrace: "a comma or } must"
    case .commaOrBracket: "a comma or ] must"
    }
  }
}
