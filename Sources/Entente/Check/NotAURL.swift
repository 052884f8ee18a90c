/// A document's `url` that no reader can follow.
struct NotAURL: Rule {
  let document: String
  let url: String

  var message: String { "'\(Wording.short(url))', the url of '\(document)', is none" }
  var advice: [String] {
    let isHost = url.contains(".") && !url.contains(where: \.isWhitespace) && !url.contains("://")
    return isHost ? ["did you mean 'https://\(url)'?"] : ["for example: url: https://example.org/page"]
  }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    graph.documents.enumerated().compactMap { row, document in
      guard let url = document.url, !isURL(url) else { return nil }
      return Diagnostic(NotAURL(document: document.id, url: url), at: graph.place(ofDocument: row))
    }
  }

  /// A scheme, a colon and something behind it, without spaces and control characters (RFC 3986, and IRIs of RFC 3987).
  static func isURL(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].first, first.isASCII, first.isLetter else { return false }
    let isScheme = parts[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    let rest = parts[1].drop { $0 == "/" }
    return isScheme && !rest.isEmpty && !text.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 }
  }
}
