/// The text of a document, as citations count it: in paragraphs, which are blocks of text between blank lines.
public struct DocumentText: Sendable, Hashable {
  /// The paragraphs, the headline included; the first one is paragraph 1 of a citation.
  public let paragraphs: [String]

  /// Cuts a text in paragraphs; a line of white space alone is blank.
  public init(_ text: String) {
    var text = text
    paragraphs = text.withUTF8 { bytes in
      var paragraphs: [String] = []
      var paragraph: [UInt8] = []
      func end() {
        if !paragraph.isEmpty { paragraphs.append(String(decoding: paragraph, as: UTF8.self)) }
        paragraph = []
      }
      var rest = bytes[...]
      while !rest.isEmpty {
        let line = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        if Self.isBlank(line) {
          end()
        } else {
          if !paragraph.isEmpty { paragraph.append(UInt8(ascii: "\n")) }
          paragraph.append(contentsOf: line)
        }
        rest = rest[line.endIndex...]
        if rest.starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]) { rest = rest.dropFirst() }
        rest = rest.dropFirst()
      }
      end()
      return paragraphs
    }
  }

  private static func isBlank(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let other = line.first(where: { $0 != UInt8(ascii: " ") && !(0x09...0x0d).contains($0) }) else { return true }
    // Beyond ASCII there is more white space, such as the no-break space.
    return other >= 0x80 && String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace)
  }
}
