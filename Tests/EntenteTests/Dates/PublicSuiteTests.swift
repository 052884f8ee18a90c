import Testing

@testable import Entente

/// What other implementations agree on, and what the standard says where they do not.
@Suite struct PublicSuiteTests {
  @Test(arguments: [PublicSuites.levelZero, PublicSuites.levelOne, PublicSuites.levelTwo].enumerated().map { $0 })
  func whatAllAcceptIsValid(_ level: Int, _ texts: [String]) {
    #expect(texts.count > 20)
    for text in texts {
      let date = try? EDTF(text)
      #expect(date?.level == level, "\(text)")
    }
  }

  @Test func whatNoneAcceptsIsRefused() {
    #expect(PublicSuites.invalid.count > 90)
    for text in PublicSuites.invalid + [""] {
      #expect(throws: EDTFError.self, "\(text)") { try EDTF(text) }
    }
  }

  /// Where the implementations differ, this paragraph decides (the specification of 4 February 2019, by its headings).
  struct Ruling: CustomTestStringConvertible {
    let paragraph: String
    let isValid: Bool
    let texts: [String]

    init(_ paragraph: String, _ isValid: Bool, _ texts: String...) {
      self.paragraph = paragraph
      self.isValid = isValid
      self.texts = texts
    }

    var testDescription: String { paragraph }
  }

  static let rulings: [Ruling] = [
    Ruling("Level 0, Date: no spaces", false, " 1863-03-29", "1863-03-29 "),
    Ruling("Level 0, Date: a year has four digits; no decades and centuries of fewer", false)
      .with("-019 -04 -14 -193 -27 00 000 009 01 019 01~ 10 100 19 19% 19? 19~ 193 197% 197? 197~ 39 79"),
    Ruling("Level 0, Date: a year has four digits; more stand after Y", false)
      .with("1156X-12-25 12004-06~-11 22004?-06-11 2XXXX-12-XX 31XXX-XX"),
    Ruling("Level 0, Date: days are those of the calendar", false)
      .with("1900-02-29 156X-09-31 156X-11-31 15XX-02-3X"),
    Ruling("Level 0, Date and Time: whole seconds, extended format", false)
      .with("2016-05-02T16:54:59.042 2016-05-02T16:54:59.04200000 2016-05-02T16:54:59.042123")
      .with("2016-05-02T16:54:59.042Z 2016-05-02T16:54:59.4 2016-05-02T16:54:59.42 2016-05-02T16:54:59+0000")
      .with("2016-05-02T16:54:59+0230 2016-05-02T16:54:59+0410 2016-05-02T16:54:59+1200 2016-05-02T16:54:59+1330")
      .with("2016-05-02T16:54:59+1400 2016-05-02T16:54:59-0015 2016-05-02T16:54:59-1159 2016-05-02T16:54:59-1200"),
    Ruling("Level 0, Date and Time: an offset in hours, or in hours and minutes", true)
      .with("2016-05-02T16:54:59+00:00 2016-05-02T16:54:59+14"),
    Ruling("Level 0, Date and Time: no place is more than 12 hours behind UTC", false)
      .with("2016-05-02T12:00:00-12:01 2016-05-02T12:00:00-13 2016-05-02T12:00:00-13:00 2016-05-02T12:00:00-14:00"),
    Ruling("Level 0, Time Interval: time of day is excluded", false)
      .with("2005-07-25/2006-01-01T10:10:10Z 2005-07-25T10:10:10Z/2006-01")
      .with("2005-07-25T10:10:10Z/2006-01-01T10:10:10Z"),
    Ruling("Level 0, Time Interval: it does not end before it begins", false)
      .with("-1000/-2000 0000/-0001 0001/0000 0800/-0999 1000/-2000 2002/2001 2012-23/2012-22 2012-24/2012-21")
      .with("2018-21/2017-01-01"),
    Ruling("Level 0, Time Interval: the ends may have different precision, one within the other", true)
      .with("0000-01-03/0000-01 0000-02/0000 2004-06-11%/2004-06~ 2004-06-11%/2004-%06"),
    Ruling("Level 1, Seasons: a date, and so the end of an interval", true)
      .with("1923-21/1924 2003-22/2003-22 2003-22/2003-23 2003-22/2004-22 2012-21/2012-22 2018-01?/2018-23")
      .with("2018-21/2018-23 2018/2018-23"),
    Ruling("Level 1, Qualification of a date (complete): at the end of any date, also of a season", true)
      .with("1952-23~/1953 2011-23~ -01XX~ 156X~ 16XX% 16XX~ 1XXX~"),
    Ruling("Level 1, Unspecified digits: X is a capital letter", false, "20xx"),
    Ruling("Level 1, Extended Interval: each end is a date, open or unknown", true, "../", "/", "/.."),
    Ruling("Level 1, Negative calendar year: with all that a year can have", true)
      .with("-156X-12-25 -15XX-12-25 -1984-1X -1X32-X1-X2 -1XXX-12 -1XXX-XX -XXXX-12-XX"),
    Ruling("Level 2, Unspecified Digit: in any part", true, "1984-1X", "2000-XX/2012"),
    Ruling("Level 2, Qualification: left of a part and right of it, also in an interval", true)
      .with("-1984-?06-02/2004-08-08~ 1984-06-?02/2004-06-11% 1984-?06-02/2004-06-11% 1984?-06/2004-08?")
      .with("1984?/2004~-06 2003-06-11%/2004-%06 2004-06~/2004-06-%11 ?2004-06~-10/2004-06-%11")
      .with("2001-?09~-09 ?-2004-06% ?-2004-06-04~ ?2004-06% ?2004-06-04~"),
    Ruling("Level 2, Set representation: no spaces", false)
      .with(texts: "[1667, 1668, 1670..1672]", "[1667, 1672-12]", "[1667, 1760-12]", "[1667,1668, 1670..1672]")
      .with(texts: "[1760-01, 1760-02, 1760-12..]", "{-1667,1668, 1670..1672}", "{1667, 1670..1672}")
      .with(texts: "{1667,1668, 1670..1672}", "{1960 ,  1961-12}", "{1960, 1961-12}"),
    Ruling(
      "Level 2, Set representation: the values between two, of which the first is not later", false, "{2002..2001}"),
  ]

  @Test(arguments: rulings)
  func theStandardDecides(_ ruling: Ruling) {
    #expect(!ruling.texts.isEmpty)
    for text in ruling.texts { #expect(EDTFParser.accepts(text) == ruling.isValid, "\(text)") }
  }
}

extension PublicSuiteTests.Ruling {
  private init(_ ruling: Self, adding texts: [String]) {
    (paragraph, isValid) = (ruling.paragraph, ruling.isValid)
    self.texts = ruling.texts + texts
  }

  /// With texts that spaces part.
  fileprivate func with(_ texts: String) -> Self { Self(self, adding: texts.split(separator: " ").map(String.init)) }

  /// With texts that have spaces in them.
  fileprivate func with(texts: String...) -> Self { Self(self, adding: texts) }
}
