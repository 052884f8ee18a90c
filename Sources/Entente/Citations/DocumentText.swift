/// The text of a document, as citations count it: in paragraphs, which are blocks of text between blank lines.
public struct DocumentText: Sendable, Hashable {
  /// The paragraphs, the headline included; the first one is paragraph 1 of a citation.
  public let paragraphs: [String]

  /// Cuts a text in paragraphs; a line of white space alone is blank.
  public init(_ text: String) {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    func end() {
      if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
      lines = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { "\r\n\r".contains($0) || $0 == "\n" }) {
      if line.allSatisfy(\.isWhitespace) { end() } else { lines.append(line) }
    }
    end()
    self.paragraphs = paragraphs
  }
}
