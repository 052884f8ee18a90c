/// A document's text made ready for quotes that run over the ends of pages: the last paragraph of each page goes on with the
/// first of the next. Made once, whatever pages are asked for.
struct RunningText {
  let text: CitedText
  /// Where each page lies among the numbers.
  private let pages: [Range<Int>]

  init(_ document: DocumentText, in numbers: inout CharacterNumbers) {
    var all: [UInt32] = []
    all.reserveCapacity(document.paragraphs.reduce(0) { $0 + $1.utf8.count + 1 })
    var paragraphs: [Range<Int>] = []
    var pages: [Range<Int>] = []
    var last: Character?
    for page in document.pages {
      var start: Int?
      for row in page {
        let paragraph = document.paragraphs[row]
        var beginning = all.count
        if start == nil, let open = paragraphs.popLast() {
          // In place of what parts two paragraphs stands what parts two words.
          all.removeLast()
          if !Self.joins(last, paragraph) { all.append(CharacterNumbers.space) }
          beginning = open.lowerBound
        }
        start = start ?? all.count
        numbers.append(paragraph, to: &all)
        paragraphs.append(beginning..<all.count)
        all.append(CharacterNumbers.separator)
        last = paragraph.last { !$0.isWhitespace }
      }
      let end = max(0, all.count - 1)
      pages.append((start ?? end)..<end)
    }
    text = CitedText(numbers: all, paragraphs: paragraphs)
    self.pages = pages
  }

  /// Where pages, counted from 1, lie among the numbers.
  func range(of numbers: ClosedRange<Int>) -> Range<Int> {
    pages[numbers.lowerBound - 1].lowerBound..<pages[numbers.upperBound - 1].upperBound
  }

  /// Whether no space stands between two texts, since their script has none.
  private static func joins(_ last: Character?, _ next: String) -> Bool {
    guard let last, let first = next.first(where: { !$0.isWhitespace }) else { return false }
    return last.isWrittenWithoutSpaces && first.isWrittenWithoutSpaces
  }
}
