import Entente

/// The IRI of which a graph's ids are fragments.
enum RDFBase {
  /// The one that was asked for, or one of the graph's title: without any, some stores refuse the file, and others drop what
  /// has no IRI of its own.
  ///
  /// - Throws: `CheckFailure` when what was asked for is no absolute IRI.
  static func iri(of graph: RelationGraph, _ options: ExportOptions) throws(CheckFailure) -> String {
    guard let base = options.base else {
      return "urn:entente:" + (graph.title.isEmpty ? "graph" : Escapes.urn(graph.title))
    }
    if let problem = problem(of: base) {
      throw CheckFailure([Diagnostic(NotABase(text: base, problem: problem), at: nil)])
    }
    return base
  }

  /// What keeps a text from being an absolute IRI (RFC 3987) without a fragment; `nil` when nothing does.
  static func problem(of text: String) -> String? {
    let scheme = text.prefix { $0 != ":" }
    guard scheme.count < text.count, let first = scheme.unicodeScalars.first, first.isASCII,
      first.properties.isAlphabetic
    else { return "it has no scheme such as https:" }
    let isScheme = scheme.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "+-.".unicodeScalars.contains($0))
    }
    if !isScheme { return "its scheme is none" }
    if scheme.count + 1 == text.count { return "nothing stands after its scheme" }
    let forbidden = text.unicodeScalars.first { character in
      character.value <= 0x20 || character.value == 0x7F || "<>\"{}|\\^`".unicodeScalars.contains(character)
    }
    if let forbidden { return "'\(forbidden)' cannot stand in it" }
    if text.contains("#") { return "it has a fragment, which is where the ids will stand" }
    let isEscaped = text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
      part.utf8.count >= 2
        && part.utf8.prefix(2).allSatisfy {
          UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
            || UInt8(ascii: "A")...UInt8(ascii: "F") ~= $0 & 0xDF
        }
    }
    return isEscaped ? nil : "a % in it is not followed by two hexadecimal digits"
  }
}

/// A base that is no absolute IRI.
struct NotABase: Finding {
  let text: String
  let problem: String

  var message: String { "'\(text)' is no base for IRIs: \(problem)" }
  var advice: [String] { ["an IRI such as https://example.org/kurils"] }
}

extension Escapes {
  /// A text as the last part of a URN: every byte but letters, digits, hyphens, dots and low lines in percent signs.
  fileprivate static func urn(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
      default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
