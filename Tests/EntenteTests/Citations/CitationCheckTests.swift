import Entente
import Testing

@Suite("Citations and documents' texts")
struct CitationCheckTests {
  /// What checking one citation of a document with this text comes to.
  private func check(
    _ quote: String, prefix: String? = nil, suffix: String? = nil, in text: String
  ) throws -> CheckReport {
    let document = Document("doc")
    let graph = try RelationGraph("One citation") {
      State("japan", "Japan", cite: document[1, quote, prefix: prefix, suffix: suffix])
    }
    return graph.check(texts: ["doc": DocumentText(text)])
  }

  private func finds(_ quote: String, in text: String) throws -> Bool {
    try check(quote, in: text).citations.verified == 1
  }

  @Test("Paragraphs are blocks between blank lines, whatever ends the lines", arguments: ["\n", "\r\n", "\r"])
  func paragraphs(lineEnd: String) {
    let lines = ["", "Headline", "", " \t ", "two", "lines", "\u{00a0}", "last", ""]
    let text = DocumentText(lines.joined(separator: lineEnd))
    #expect(text.paragraphs == ["Headline", "two\nlines", "last"])
    #expect(DocumentText("").paragraphs.isEmpty)
    #expect(DocumentText("\n \n").paragraphs.isEmpty)
  }

  @Test(
    "White space, the form of quotation marks and of accents make no difference",
    arguments: [
      ("laid claims", "laid\n   claims"), ("laid  claims", "laid\u{a0}claims"), (" laid claims ", "laid claims"),
      ("Japan's \"claims\"", "Japan’s “claims”"), ("„claims‟ «all»", "\"claims\" \"all\""),
      ("Хабомай", "Хабома\u{0438}\u{0306}"), ("caf\u{e9}", "cafe\u{301}"), ("北方領土", "北方\n領土"),
      ("が", "\u{304b}\u{3099}"),
    ])
  func overlooked(quote: String, text: String) throws {
    #expect(try finds(quote, in: "before \(text) after"))
  }

  @Test(
    "Nothing else is overlooked",
    arguments: [
      ("laid claim to", "laid claims to"), ("Laid claims", "laid claims"), ("laidclaims", "laid claims"),
      ("laid claims.", "laid claims,"), ("laid-claims", "laid–claims"), ("cafe", "café"), ("new york", "newyork"),
    ])
  func verbatim(quote: String, text: String) throws {
    #expect(try !finds(quote, in: "before \(text) after"))
  }

  @Test("A prefix or a suffix tells two occurrences apart, with or without the space between")
  func context() throws {
    let text = "the islands were handed over, then the islands were claimed"
    func verified(_ prefix: String?, _ suffix: String?) throws -> Int {
      try check("the islands", prefix: prefix, suffix: suffix, in: text).citations.verified
    }
    #expect(try verified(nil, nil) == 0)
    #expect(try verified("then", nil) == 1)
    #expect(try verified("then ", nil) == 1)
    #expect(try verified(nil, "were handed") == 1)
    #expect(try verified(nil, " were handed") == 1)
    #expect(try verified(nil, "were") == 0)
    #expect(try verified("handed", nil) == 0)
  }

  @Test("The advice for a quote that stands twice leads to one that stands once")
  func adviceHolds() throws {
    var generator = Generator(state: 7)
    let words = ["the", "islands", "were", "handed", "over"]
    var followed = 0
    for _ in 0..<300 {
      let text = (0..<12).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }.joined(separator: " ")
      for line in try check("islands", in: text).diagnostics.flatMap(\.finding.advice) {
        guard let context = context(inAdvice: line) else { continue }
        followed += 1
        let report = try check("islands", prefix: context.prefix, suffix: context.suffix, in: text)
        #expect(report.citations.verified == 1, "\(line) in: \(text)")
      }
    }
    #expect(followed > 300)
  }

  /// The prefix or suffix of `{document: doc, paragraph: 1, quote: "islands", prefix: "the"}`.
  private func context(inAdvice line: String) -> (prefix: String?, suffix: String?)? {
    for key in ["prefix", "suffix"] {
      let parts = line.split(separator: ", \(key): \"")
      guard parts.count == 2 else { continue }
      let words = String(parts[1].dropLast(2))
      return key == "prefix" ? (words, nil) : (nil, words)
    }
    return nil
  }

  /// A small generator that gives the same numbers on every run (a 64-bit linear congruence).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
