/// A document's text made ready for looking up quotes: all its paragraphs as numbers, one behind the other, made once.
struct CitedText {
  /// The numbers of all paragraphs, with a number that no character has between two of them.
  let numbers: [UInt32]
  /// Where each paragraph lies among the numbers.
  private let paragraphs: [Range<Int>]

  init(numbers: [UInt32], paragraphs: [Range<Int>]) {
    self.numbers = numbers
    self.paragraphs = paragraphs
  }

  init(_ text: DocumentText, in numbers: inout CharacterNumbers) {
    var all: [UInt32] = []
    // Once: more room for each paragraph would copy all of them each time.
    all.reserveCapacity(text.paragraphs.reduce(0) { $0 + $1.utf8.count + 1 })
    var paragraphs: [Range<Int>] = []
    for paragraph in text.paragraphs {
      let start = all.count
      numbers.append(paragraph, to: &all)
      paragraphs.append(start..<all.count)
      all.append(CharacterNumbers.separator)
    }
    self.numbers = all
    self.paragraphs = paragraphs
  }

  /// How many paragraphs there are.
  var count: Int { paragraphs.count }

  /// Where a paragraph, counted from 1, lies among the numbers.
  func range(ofParagraph number: Int) -> Range<Int> { paragraphs[number - 1] }

  /// Where a run of paragraphs, counted from 0, lies among the numbers.
  func range(of run: Range<Int>) -> Range<Int> {
    run.isEmpty ? 0..<0 : paragraphs[run.lowerBound].lowerBound..<paragraphs[run.upperBound - 1].upperBound
  }

  /// Where the whole text lies.
  var whole: Range<Int> { 0..<numbers.count }

  /// The paragraph, counted from 1, that a place among the numbers is in.
  func paragraph(at place: Int) -> Int {
    var (low, high) = (0, paragraphs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if paragraphs[middle].lowerBound <= place { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// What stands in the paragraph before a place.
  func before(_ place: Int) -> ArraySlice<UInt32> {
    numbers[range(ofParagraph: paragraph(at: place)).lowerBound..<place]
  }

  /// What stands in the paragraph from a place on.
  func after(_ place: Int) -> ArraySlice<UInt32> {
    numbers[place..<range(ofParagraph: paragraph(at: max(0, place - 1))).upperBound]
  }
}
