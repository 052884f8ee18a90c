import Testing

@testable import Entente

/// Every feature of the specification (4 February 2019, after ISO 8601-2:2019) under its heading, with examples: the
/// text, its level and its four days.
@Suite struct StandardExampleTests {
  struct Example: CustomTestStringConvertible {
    let text: String
    let level: Int
    let bounds: [String]

    /// A date that begins and ends within the same days.
    init(_ text: String, _ level: Int, _ first: String, _ last: String) {
      (self.text, self.level, bounds) = (text, level, [first, last, first, last])
    }

    init(_ text: String, _ level: Int, _ bounds: String...) {
      self.text = text
      self.level = level
      self.bounds = bounds
    }

    var testDescription: String { text }
  }

  static let levelZero: [Example] = [
    // Date
    Example("1985-04-12", 0, "1985-04-12", "1985-04-12"),
    Example("1985-04", 0, "1985-04-01", "1985-04-30"),
    Example("1985", 0, "1985-01-01", "1985-12-31"),
    Example("0000", 0, "0000-01-01", "0000-12-31"),
    Example("2000-02", 0, "2000-02-01", "2000-02-29"),
    Example("1900-02", 0, "1900-02-01", "1900-02-28"),
    // Date and Time
    Example("1985-04-12T23:20:30", 0, "1985-04-12", "1985-04-12"),
    Example("1985-04-12T23:20:30Z", 0, "1985-04-12", "1985-04-12"),
    Example("1985-04-12T23:20:30-04", 0, "1985-04-12", "1985-04-12"),
    Example("1985-04-12T23:20:30+04:30", 0, "1985-04-12", "1985-04-12"),
    // Time Interval
    Example("1964/2008", 0, "1964-01-01", "1964-12-31", "2008-01-01", "2008-12-31"),
    Example("2004-06/2006-08", 0, "2004-06-01", "2004-06-30", "2006-08-01", "2006-08-31"),
    Example("2004-02-01/2005-02", 0, "2004-02-01", "2004-02-01", "2005-02-01", "2005-02-28"),
    Example("2005/2006-02", 0, "2005-01-01", "2005-12-31", "2006-02-01", "2006-02-28"),
    // What would end before it begins is no reading.
    Example("2004-06-11/2004-06", 0, "2004-06-11", "2004-06-11", "2004-06-11", "2004-06-30"),
    Example("2004/2004-02-03", 0, "2004-01-01", "2004-02-03", "2004-02-03", "2004-02-03"),
  ]

  static let levelOne: [Example] = [
    // Letter-prefixed calendar year
    Example("Y170000002", 1, "170000002-01-01", "170000002-12-31"),
    Example("Y-170000002", 1, "-170000002-01-01", "-170000002-12-31"),
    // Seasons
    Example("2001-21", 1, "2001-03-01", "2001-05-31"),
    Example("2001-22", 1, "2001-06-01", "2001-08-31"),
    Example("2001-23", 1, "2001-09-01", "2001-11-30"),
    Example("2003-24", 1, "2003-12-01", "2004-02-29"),
    // Qualification of a date (complete)
    Example("1984?", 1, "1984-01-01", "1984-12-31"),
    Example("2004-06~", 1, "2004-06-01", "2004-06-30"),
    Example("2004-06-11%", 1, "2004-06-11", "2004-06-11"),
    // Unspecified digits from the right
    Example("201X", 1, "2010-01-01", "2019-12-31"),
    Example("20XX", 1, "2000-01-01", "2099-12-31"),
    Example("2004-XX", 1, "2004-01-01", "2004-12-31"),
    Example("1985-04-XX", 1, "1985-04-01", "1985-04-30"),
    Example("1985-XX-XX", 1, "1985-01-01", "1985-12-31"),
    // Extended Interval
    Example("1985-04-12/..", 1, "1985-04-12", "1985-04-12", "open", "open"),
    Example("1985-04/..", 1, "1985-04-01", "1985-04-30", "open", "open"),
    Example("../1985", 1, "open", "open", "1985-01-01", "1985-12-31"),
    Example("1985-04-12/", 1, "1985-04-12", "1985-04-12", "1985-04-12", "unknown"),
    Example("1985/", 1, "1985-01-01", "1985-12-31", "1985-01-01", "unknown"),
    Example("/1985-04-12", 1, "unknown", "1985-04-12", "1985-04-12", "1985-04-12"),
    Example("../..", 1, "open", "open", "open", "open"),
    Example("/..", 1, "unknown", "unknown", "open", "open"),
    Example("/", 1, "unknown", "unknown", "unknown", "unknown"),
    // Negative calendar year
    Example("-1985", 1, "-1985-01-01", "-1985-12-31"),
    Example("-0004-02", 1, "-0004-02-01", "-0004-02-29"),
  ]

  static let levelTwo: [Example] = [
    // Exponential year
    Example("Y-17E7", 2, "-170000000-01-01", "-170000000-12-31"),
    // Significant digits
    Example("1950S2", 2, "1900-01-01", "1999-12-31"),
    Example("Y171010000S3", 2, "171000000-01-01", "171999999-12-31"),
    Example("Y3388E2S3", 2, "338000-01-01", "338999-12-31"),
    Example("-1859S5", 2, "-1859-01-01", "-1859-12-31"),
    Example("-1859S1", 2, "-1999-01-01", "-1000-12-31"),
    // Sub-year groupings
    Example("2001-25", 2, "2001-03-01", "2001-05-31"),
    Example("2001-28", 2, "2001-12-01", "2002-02-28"),
    Example("2001-29", 2, "2001-09-01", "2001-11-30"),
    Example("2001-30", 2, "2001-12-01", "2002-02-28"),
    Example("2001-31", 2, "2001-03-01", "2001-05-31"),
    Example("2001-32", 2, "2001-06-01", "2001-08-31"),
    Example("2001-33", 2, "2001-01-01", "2001-03-31"),
    Example("2001-34", 2, "2001-04-01", "2001-06-30"),
    Example("2001-35", 2, "2001-07-01", "2001-09-30"),
    Example("2001-36", 2, "2001-10-01", "2001-12-31"),
    Example("2001-37", 2, "2001-01-01", "2001-04-30"),
    Example("2001-38", 2, "2001-05-01", "2001-08-31"),
    Example("2001-39", 2, "2001-09-01", "2001-12-31"),
    Example("2001-40", 2, "2001-01-01", "2001-06-30"),
    Example("2001-41", 2, "2001-07-01", "2001-12-31"),
    // Set representation
    Example("[1667,1668,1670..1672]", 2, "1667-01-01", "1672-12-31"),
    Example("[..1760-12-03]", 2, "open", "1760-12-03", "open", "1760-12-03"),
    Example("[1760-12..]", 2, "1760-12-01", "open", "1760-12-01", "open"),
    Example("[1667,1760-12]", 2, "1667-01-01", "1760-12-31"),
    Example("{1667,1668,1670..1672}", 2, "1667-01-01", "1667-12-31", "1672-01-01", "1672-12-31"),
    Example("{1960,1961-12}", 2, "1960-01-01", "1960-12-31", "1961-12-01", "1961-12-31"),
    Example("{..1984}", 2, "open", "open", "1984-01-01", "1984-12-31"),
    // Qualification
    Example("2004-06~-11", 2, "2004-06-11", "2004-06-11"),
    Example("2004?-06-11", 2, "2004-06-11", "2004-06-11"),
    Example("?2004-06-~11", 2, "2004-06-11", "2004-06-11"),
    Example("2004-%06-11", 2, "2004-06-11", "2004-06-11"),
    // Unspecified Digit
    Example("156X-12-25", 2, "1560-12-25", "1569-12-25"),
    Example("15XX-12-25", 2, "1500-12-25", "1599-12-25"),
    Example("XXXX-12-XX", 2, "0000-12-01", "9999-12-31"),
    Example("1XXX-XX", 2, "1000-01-01", "1999-12-31"),
    Example("1XXX-12", 2, "1000-12-01", "1999-12-31"),
    Example("1984-1X", 2, "1984-10-01", "1984-12-31"),
    Example("1X5X-12", 2, "1050-12-01", "1959-12-31"),
    Example("195X-02-29", 2, "1952-02-29", "1956-02-29"),
    Example("2004-X1-31", 2, "2004-01-31", "2004-01-31"),
    // Interval
    Example("2004-06-~01/2004-06-~20", 2, "2004-06-01", "2004-06-01", "2004-06-20", "2004-06-20"),
    Example("2004-06-XX/2004-07-03", 2, "2004-06-01", "2004-06-30", "2004-07-03", "2004-07-03"),
    // Of the starts that the gaps leave, the last that is not after the end.
    Example("1X5X/1880", 2, "1050-01-01", "1859-12-31", "1880-01-01", "1880-12-31"),
  ]

  @Test(arguments: levelZero + levelOne + levelTwo)
  func anExampleHasItsLevelAndItsDays(_ example: Example) throws {
    let date = try EDTF(example.text)
    let bounds = date.bounds
    #expect(date.level == example.level)
    #expect(
      [bounds.startEarliest, bounds.startLatest, bounds.endEarliest, bounds.endLatest].map(\.description)
        == example.bounds)
    #expect("\(date)" == example.text)
  }

  /// The days of the calendar, one after the other, back and forth.
  @Test func daysAreCountedWithoutAGap() {
    var day = CivilCalendar.day(-401, 1, 1)
    for year in Int64(-401)...2100 {
      for month in 1...12 {
        for number in 1...CivilCalendar.length(ofMonth: month, year: year) where number == 1 || number > 27 {
          let expected = day + Int64(number) - 1
          #expect(CivilCalendar.day(year, month, number) == expected)
          #expect(CivilCalendar.date(of: expected) == (year, month, number))
        }
        day += Int64(CivilCalendar.length(ofMonth: month, year: year))
      }
    }
    #expect(CivilCalendar.day(1970, 1, 1) == 0)
    #expect(CivilCalendar.day(2026, 11, 24) == 20_781)
    for year in [-CivilCalendar.farthestYear, CivilCalendar.farthestYear] {
      #expect(CivilCalendar.date(of: CivilCalendar.day(year, 12, 31)) == (year, 12, 31))
    }
  }
}
