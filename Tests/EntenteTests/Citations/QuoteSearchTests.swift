import Testing

@testable import Entente

@Suite("Looking up quotes")
struct QuoteSearchTests {
  /// A text of a few letters, in which much repeats itself.
  private func text(_ count: Int, _ random: inout RandomNumbers) -> [UInt32] {
    (0..<count).map { _ in UInt32(random.next(3)) }
  }

  @Test("A search finds every place, and the longest beginning of the quote")
  func finds() {
    var random = RandomNumbers(seed: 3)
    for _ in 0..<2000 {
      let (text, quote) = (text(random.next(30), &random), text(1 + random.next(5), &random))
      var search = QuoteSearch(quote)
      let (found, longest) = search.search(text, in: 0..<text.count)
      let places = text.indices.filter { text[$0...].starts(with: quote) }
      #expect(found == places.map { $0..<$0 + quote.count })
      let lengths = text.indices.map { start in zip(text[start...], quote).prefix { $0 == $1 }.count }
      #expect(longest.length == lengths.max() ?? 0)
      if longest.length > 0 {
        #expect(text[..<longest.end].suffix(longest.length).elementsEqual(quote.prefix(longest.length)))
      }
    }
  }

  @Test("Characters are numbers, whether they stand alone or beside others")
  func numbers() {
    for text in ["a\u{301}b é", " x\r\n\ty\u{a0}", "北方\n領土 a", "“x”«y» ’", "👩‍👩‍👧 e\u{301}\u{302}z", "\u{600}1 2", "a  b"] {
      var numbers = CharacterNumbers()
      let words = text.split(whereSeparator: \.isWhitespace)
      var ends: [Int] = []
      #expect(numbers.numbers(of: text) == numbers.numbers(of: text, wordEnds: &ends))
      #expect(ends.count == words.count)
    }
  }

  /// How much is looked at to check one wrong quote without a paragraph in a text of so many words, and as many right ones
  /// with theirs.
  private func steps(words: Int) throws -> Int {
    let paragraphs = (0..<words / 50).map { number in
      (0..<50).map { "word\($0 % 7) of \(number)" }.joined(separator: " ")
    }
    let document = Document("doc")
    let wrong = (0..<words / 50).map { "word\($0 % 7) of" }.joined(separator: " ")
    let graph = try RelationGraph("Quotes") {
      State(
        "wrong",
        cite: CitationDeclaration(document: document, citation: Citation(document: "doc", quote: wrong), place: nil))
      for number in 1..<20 { State("s-\(number)", cite: document[number, "word3 of \(number - 1) word4"]) }
    }
    var check = CitationCheck(graph: graph, texts: ["doc": DocumentText(paragraphs.joined(separator: "\n\n"))])
    check.run()
    #expect(check.diagnostics.count == 20)
    return check.steps
  }

  @Test("The work grows as the text does")
  func scales() throws {
    let steps = try [2000, 4000, 8000].map { try self.steps(words: $0) }
    #expect(steps[1] < steps[0] * 5 / 2)
    #expect(steps[2] < steps[1] * 5 / 2)
  }

  /// A small generator that gives the same numbers on every run (a 64-bit linear congruence).
  private struct RandomNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }
}
