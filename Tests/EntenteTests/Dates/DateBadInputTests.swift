import Testing

@testable import Entente

/// Texts that try a parser: each ends in an answer, none in a crash or a long wait.
@Suite struct DateBadInputTests {
  static let refused: [String] = [
    "", " ", "\u{0}", "1956\u{0}", "\u{FEFF}1956", "1956\n", "[", "]", "{", "}", "[]", "{}", "[,]", "[1956", "1956]",
    "{1956]", "[1956,]", "[,1956]", "[[1956]]", "[1956/1960]", "[..]", "[1956....1960]", "[1956..1957..1958]",
    "/1956/", "1956//1960", "./1956", ".../1956", "1956/...", "1960/1956", "[1960..1956]", "?", "~%?", "1956??",
    "?1956?", "1956?-", "1956-?", "-", "--1956", "-0000", "+1956", "1956-1", "1956-1X-", "1956-13", "1956-00-01",
    "1956-02-30", "1955-02-29", "195X-02-30", "1956-24-01", "1956-42", "1956-20", "XXX1-02-29", "2003-02-3X",
    "Y", "Y-", "Y1956", "Y01956", "YX", "Y17E", "Y17E-3", "1956S", "1956S0", "1956S-1", "1956S2-01", "S2",
    "1956-10-19T", "1956-10-19T10", "1956-10-19T10:10", "1956-10-19T25:00:00", "1956-10-19T24:00:01",
    "1956-10-19T10:10:60", "1956-10T10:10:10", "1956-10-19~T10:10:10", "1956-10-XXT10:10:10",
    "1956-10-19T10:10:10/1957", "1956/1957-10-19T10:10:10", "[1956-10-19T10:10:10]", "1956-10-19T10:10:10+99",
    "Y99999999999999999999", "Y9E99", "Y-25000000000000001", "Y1E999999999999999999999", "1956-10-19 ", " 1956",
    "１９５６", "1956–1960", "1956—", "−0043", "1956／1960", "19５6", "١٩٥٦", "1956~～", "195Х", "195×",
  ]

  @Test(arguments: refused)
  func isRefusedWithAPlaceInTheText(_ text: String) {
    let error = #expect(throws: EDTFError.self) { try EDTF(text) }
    #expect((0...text.unicodeScalars.count).contains(error?.offset ?? -1))
    #expect(error?.message.isEmpty == false)
    if let suggestion = error?.suggestion { #expect(throws: Never.self) { try EDTF(suggestion) } }
  }

  @Test(arguments: [
    ("1956–1960", 4, "an en dash (U+2013), not -"), ("−0043", 0, "a minus sign (U+2212), not -"),
    ("19５6", 2, "a fullwidth digit five (U+FF15), not 5"), ("195Х", 3, "a cyrillic capital letter ha (U+0425), not X"),
    ("1956／1960", 4, "a fullwidth solidus (U+FF0F), not /"), ("1956～", 4, "a fullwidth tilde (U+FF5E), not ~"),
    ("1945/…", 5, "a horizontal ellipsis (U+2026), not .."), ("٢٠", 0, "an arabic-indic digit two (U+0662), not 2"),
  ])
  func aLookAlikeIsNamed(_ text: String, _ offset: Int, _ words: String) {
    let error = #expect(throws: EDTFError.self) { try EDTF(text) }
    #expect(error?.offset == offset)
    #expect(error?.problem.words.hasSuffix(words) == true, "\(error?.problem.words ?? "")")
  }

  @Test func everyTextOfFewCharactersHasAnAnswer() {
    let characters = Array("019X-/.?~%[]{},YEST:+Z \u{e9}")
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = String((0..<count).map { _ in random.pick(characters) })
      do {
        let date = try EDTF(text)
        #expect(date.text == text)
        #expect(!date.words.isEmpty)
      } catch {
        #expect(error.offset <= text.unicodeScalars.count)
      }
    }
  }

  @Test func bytesThatAreNoUTF8AreRefused() {
    for bytes: [UInt8] in [[0xFF], [0x31, 0x39, 0xC3], [0xE2, 0x80], Array("1956".utf8) + [0x80]] {
      #expect(throws: EDTFError.self) {
        _ = try bytes.withUnsafeBufferPointer { buffer throws(EDTFError) in try DateExtent(parsing: buffer) }
      }
    }
  }

  @Test func longTextsEnd() throws {
    for text in ["9", "X", "?", "[", "{", "-", "[1956,", "1956/", "Y1", "c", "ca ", "1956-", "–"] {
      let long = String(repeating: text, count: 10_000_000 / text.utf8.count)
      #expect(throws: EDTFError.self) { try EDTF(long) }
    }
    // As long as a text can be that is still guessed at.
    for text in ["ca ", "1956-", "--", "1956 to ", "c.", "about ", "1 or ", "1956/", "- ", "u"] {
      let long = String(repeating: text, count: 80 / text.utf8.count)
      #expect(throws: EDTFError.self) { try EDTF(long) }
    }
  }

  @Test func aSetOfAMillionMembersIsADate() throws {
    let text = "[" + String(repeating: "1956-10,", count: 999_999) + "1900]"
    let date = try DateExtent(parsing: text)
    #expect(date.answer(YearRange(1955), holds: .throughout) == .no)
    #expect(date.answer(YearRange(1956), holds: .throughout) == .possible)
  }

  @Test func theFarthestYearsHaveDays() throws {
    for text in ["Y25000000000000000", "Y-25000000000000000", "Y25E15", "Y-25E15S17"] {
      let date = try EDTF(text)
      #expect(date.answer(YearRange(1956), holds: .throughout) == .no)
      #expect(date.extent.answer(YearRange(from: Int64.min), holds: .throughout) == .certain)
    }
    #expect(try EDTF("Y25E15").answer(YearRange(25_000_000_000_000_000), holds: .throughout) == .certain)
    #expect(try EDTF("Y25E15").answer(YearRange(Int64.max), holds: .throughout) == .no)
  }

  @Test func theYearsOfAQuestionMayBeAny() throws {
    for text in ["1956", "1945/..", "1X5X", "[1956,1958]", "195X-02-29", "1956/"] {
      for years in [YearRange(Int64.min), YearRange(Int64.max), YearRange(from: Int64.max), YearRange(to: Int64.min)] {
        for holds in Holding.allCases {
          let date = try EDTF(text)
          #expect(date.answer(years, holds: holds) == date.extent.answer(years, holds: holds))
        }
      }
    }
  }
}

extension DateExtent {
  fileprivate init(parsing text: String) throws {
    self = try Array(text.utf8).withUnsafeBufferPointer { try DateExtent(parsing: $0) }
  }
}
