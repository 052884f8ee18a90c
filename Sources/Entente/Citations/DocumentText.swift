/// The text of a document, as citations count it: in paragraphs, which are blocks of text between blank lines.
public struct DocumentText: Sendable, Hashable {
  /// The paragraphs, the headline included; the first one is paragraph 1 of a citation.
  public let paragraphs: [String]
  /// The paragraphs of each page, as far as the text has pages: a form feed begins a new one. Else one page.
  public let pages: [Range<Int>]

  /// Cuts a text in paragraphs; a line of white space alone is blank.
  public init(_ text: String) {
    var pages: [Range<Int>] = []
    var all: [String] = []
    for page in text.split(separator: "\u{c}", omittingEmptySubsequences: false) {
      let start = all.count
      all += Self.paragraphs(of: String(page))
      pages.append(start..<all.count)
    }
    // What ends with a form feed, as a PDF's text does, has no page behind it.
    if pages.count > 1, pages.last?.isEmpty == true { pages.removeLast() }
    paragraphs = all
    self.pages = pages
  }

  /// Whether the text says where pages begin.
  var hasPages: Bool { pages.count > 1 }

  /// The page, counted from 1, that a paragraph, counted from 1, is on.
  func page(ofParagraph number: Int) -> Int {
    // The last page that begins no later: an empty one begins where the next does.
    var (low, high) = (0, pages.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pages[middle].lowerBound < number { low = middle } else { high = middle }
    }
    return low + 1
  }

  private static func paragraphs(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
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
