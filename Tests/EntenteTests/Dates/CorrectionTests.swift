import Testing

@testable import Entente

@Suite struct CorrectionTests {
  static let guesses: KeyValuePairs<String, String> = [
    // The issue's own.
    "1956-1960": "1956/1960",
    "ca. 1945": "1945~",
    "1950s": "195X",
    "27.1.1960": "1960-01-27",
    "Oct 1956": "1956-10",
    // Look-alikes.
    "1956–1960": "1956/1960",
    "1956‐10‐19": "1956-10-19",
    "１９５６": "1956",
    "1945～": "1945~",
    "1945/…": "1945/..",
    "195Х": "195X",
    "“1956”": "1956",
    // Other notations.
    "1956-60": "1956/1960",
    "1939-45": "1939/1945",
    "1956/60": "1956/1960",
    "1956 - 1960": "1956/1960",
    "Oct 1956 to Jan 1957": "1956-10/1957-01",
    "19.10.1956-27.1.1960": "1956-10-19/1960-01-27",
    "1960/1945": "1945/1960",
    "1945-present": "1945/..",
    "1945/open": "1945/..",
    "unknown/1945": "/1945",
    "199u": "199X",
    "1999-uu": "1999-XX",
    "1984?~": "1984%",
    "1984 (?)": "1984?",
    "195x": "195X",
    "y17e7": "Y17E7",
    "[1667, 1668]": "[1667,1668]",
    "1667 or 1668": "[1667,1668]",
    "1667 and Oct 1668": "{1667,1668-10}",
    "1956-2-3": "1956-02-03",
    "1956.10.19": "1956-10-19",
    "19561019": "1956-10-19",
    "27/1/1960": "1960-01-27",
    "1/27/1960": "1960-01-27",
    "1/1960": "1960-01",
    "19 October 1956": "1956-10-19",
    "Oct. 19th, 1956": "1956-10-19",
    "winter of 1956": "1956-24",
    "the 1950's": "195X",
    "19th century": "18XX",
    "44 BC": "-0043",
    "1 BC": "0000",
    "AD 79": "0079",
    "c1945": "1945~",
    "about Oct 1956": "1956-10~",
    "circa 1945?": "1945%",
    "probably 1956": "1956?",
    "before 1945": "[..1945]",
    "until 1945": "../1945",
    "after 1945": "[1945..]",
    "since about 1945": "1945~/..",
    "-44": "-0044",
    "12000": "Y12000",
    "2004-01-01 10:10": "2004-01-01T10:10:00",
    "[1957,1958]/": "1957~/",
    "1950/[1957, 1958]": "1950/1958~",
    "{1957..1959}/..": "1957~/..",
  ]

  @Test(arguments: guesses.map { ($0.key, $0.value) })
  func whatWasMeantIsGuessed(_ text: String, _ meant: String) {
    let error = #expect(throws: EDTFError.self) { try EDTF(text) }
    #expect(error?.suggestion == meant)
  }

  @Test(
    "Where a text has two readings both are named",
    arguments: [
      ("12/03/1945", ["1945-03-12", "1945-12-03"]), ("3-4-1960", ["1960-04-03", "1960-03-04"]),
      ("45", ["1945", "0045"]), ("early 1960s", ["[1960..1963]", "196X"]), ("mid-1950s", ["[1954..1956]", "195X"]),
      ("late 1890s", ["[1897..1899]", "189X"]), ("12/13/14", []),
    ])
  func bothReadingsAreNamed(_ text: String, _ readings: [String]) {
    let error = #expect(throws: EDTFError.self) { try EDTF(text) }
    #expect(error?.suggestions == readings)
  }

  @Test(
    "A text that says there is no date is to be left out", arguments: ["unknown", "n.d.", "Undated", "?", "no date"])
  func noDateIsLeftOut(_ text: String) {
    let error = #expect(throws: EDTFError.self) { try EDTF(text) }
    #expect(error?.problem == .noDate)
    #expect(error?.message == "a date that is not known is left out")
  }

  /// Two readings, or none: a wrong guess is worse than none.
  @Test(arguments: ["3/4/1960", "soon", "1956-02-30", "45", "195", "13th month", "", "?", "1956 1957", "Octember 1956"])
  func whatCannotBeGuessedIsNot(_ text: String) {
    let error = #expect(throws: EDTFError.self) { try EDTF(text) }
    #expect(error?.suggestion == nil)
  }

  @Test(arguments: [
    ("1956-02-30", 8, "February 1956 has 29 days"),
    ("1956-1960", 5, "a month is 01 to 12 and a season 21 to 41, not 19; did you mean 1956/1960?"),
    ("1956–10", 4, "'–' is an en dash (U+2013), not -; did you mean 1956-10?"),
    ("１９56", 0, "'１' is a fullwidth digit one (U+FF11), not 1; did you mean 1956?"),
    ("", 0, "an empty text is no date"),
    ("195", 3, "the text ends where a year has four digits (or X for one that is not known)"),
    ("[1667, 1668]", 6, "a space stands where a date begins, with a year of four digits; did you mean [1667,1668]?"),
    ("1960/1945", 5, "it ends before it begins; did you mean 1945/1960?"),
    ("1900-02-29", 8, "February 1900 has 28 days"),
    ("195X-02-30", 8, "February has 29 days"),
    ("1956-21-03", 7, "a season has no day"),
    ("1956-00", 5, "a month is 01 to 12 and a season 21 to 41, not 00"),
    ("1956-01-00", 8, "the first day of a month is 01, not 00"),
    ("-0000", 0, "the year 0 is written 0000"),
    ("XXX1-02-29", 0, "no day of the calendar can be read into this"),
    ("1945/1950/1955", 9, "an interval has two ends"),
    ("1945/soon", 5, "'s' stands where a date begins, with a year of four digits"),
    ("soon", 0, "'s' stands where a date begins, with a year of four digits"),
    ("1950S0", 5, "S0 says nothing: at least one digit is significant"),
    ("Y99999999999999999", 0, "a year is at most 25000000000000000 from 0, for its days are counted in 64 bits"),
    ("Y1985", 0, "Y begins a year of more than four digits, without leading zeros"),
  ])
  func theMessageSaysWhatIsWrongAndWhere(_ text: String, _ offset: Int, _ message: String) {
    let error = #expect(throws: EDTFError.self) { try EDTF(text) }
    #expect(error?.offset == offset)
    #expect(error?.message == message)
  }
}
