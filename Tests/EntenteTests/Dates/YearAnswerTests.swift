import Testing

@testable import Entente

/// The contract's own sentences about years, one by one.
@Suite struct YearAnswerTests {
  /// A question and its answer: `1945~/.. throughout 1946` is certain.
  struct Case: CustomTestStringConvertible {
    let date: String
    let holds: Holding
    let years: YearRange
    let answer: Answer

    init(_ date: String, _ holds: Holding, _ years: YearRange, _ answer: Answer) {
      self.date = date
      self.holds = holds
      self.years = years
      self.answer = answer
    }

    /// A question about the years from one to another.
    init?(_ date: String, _ holds: Holding, _ first: Int64, _ last: Int64, _ answer: Answer) {
      guard let years = YearRange(first, last) else { return nil }
      self.init(date, holds, years, answer)
    }

    /// The same date for one year after another.
    static func years(_ date: String, _ holds: Holding, _ answers: KeyValuePairs<Int64, Answer>) -> [Case] {
      answers.map { Case(date, holds, YearRange($0.key), $0.value) }
    }

    var testDescription: String { "\(date) \(holds.rawValue) \(years.first ?? .min)...\(years.last ?? .max)" }
  }

  static let contract: [Case] = [
    Case.years("1956", .throughout, [1955: .no, 1956: .certain, 1957: .no]),
    Case.years("195X", .throughout, [1949: .no, 1950: .possible, 1959: .possible, 1960: .no]),
    Case.years("[1667,1668,1670..1672]", .throughout, [1668: .possible, 1669: .no, 1671: .possible, 1673: .no]),
    Case.years("1X5X", .atItsDate, [1049: .no, 1150: .possible, 1949: .no, 1959: .possible, 1960: .no]),
    Case.years("1945/1956", .atItsDate, [1944: .no, 1945: .possible, 1950: .possible, 1956: .possible, 1957: .no]),
    Case.years("1945/1956", .throughout, [1944: .no, 1945: .certain, 1950: .certain, 1956: .certain, 1957: .no]),
    Case.years("1945/..", .throughout, [1944: .no, 1945: .certain, 9999: .certain, .max: .certain]),
    Case.years("../1945", .throughout, [.min: .certain, 1945: .certain, 1946: .no]),
    Case.years("1945/", .throughout, [1944: .no, 1945: .certain, 1946: .possible, .max: .possible]),
    Case.years("/1945", .throughout, [.min: .possible, 1944: .possible, 1945: .certain, 1946: .no]),
    Case.years("1956?", .throughout, [1955: .no, 1956: .possible, 1957: .no]),
    Case.years("1945~/1950", .atItsDate, [1944: .no, 1945: .possible, 1950: .possible]),
    Case.years("1945~/..", .throughout, [1944: .no, 1945: .possible, 1946: .certain]),
    Case.years("1945~/1956", .throughout, [1945: .possible, 1946: .certain, 1956: .certain]),
    Case.years("1945/1956~", .throughout, [1945: .certain, 1955: .certain, 1956: .possible]),
    Case.years("2004-06-~11", .atItsDate, [2003: .no, 2004: .certain]),
    Case.years("[1955,1956]", .throughout, [1955: .possible, 1956: .possible]),
    Case.years("{1955,1957}", .throughout, [1955: .certain, 1956: .no, 1957: .certain]),
    Case.years("{1945..}", .atItsDate, [1944: .no, 1945: .certain, .max: .certain]),
    Case.years("[2018-11..]", .throughout, [2017: .no, 2018: .possible, .max: .possible]),
    Case.years("1956-24", .atItsDate, [1955: .no, 1956: .possible, 1957: .possible, 1958: .no]),
    Case.years("1956-28", .atItsDate, [1956: .possible, 1957: .possible]),
    Case.years("1956-29", .atItsDate, [1955: .no, 1956: .certain, 1957: .no]),
    Case.years("1956-30", .atItsDate, [1955: .no, 1956: .possible, 1957: .possible]),
    Case.years("1956-31", .atItsDate, [1956: .certain, 1957: .no]),
    Case.years("1956-32", .atItsDate, [1956: .certain, 1957: .no]),
    Case.years("1956-12-31T23:00:00-05", .atItsDate, [1956: .certain, 1957: .no]),
    Case.years("1945/", .permanent, [1900: .certain]),
  ].flatMap(\.self)

  static let ranges: [Case] =
    [
      Case("195X", .throughout, 1945, 1955, .possible),
      Case("1945/1956", .atItsDate, 1945, 1955, .possible),
      Case("1956?", .throughout, 1900, 2000, .possible),
      Case("1945~/..", .throughout, 1940, 1945, .possible),
      Case("1945~/..", .throughout, 1940, 1946, .certain),
      Case("1945~/1950", .atItsDate, 1900, 2000, .possible),
      Case("1945~/1945~", .throughout, 1900, 2000, .possible),
      Case("1945~/", .throughout, YearRange(from: 1900), .possible),
      Case("[2018-11..]", .throughout, 2018, 9999, .possible),
      Case("1956-24", .atItsDate, 1956, 1957, .certain),
      Case("1X5X", .atItsDate, 1060, 1149, .no),
    ].compactMap(\.self)
    + [
      Case("195X", .throughout, YearRange(from: 1950), .certain),
      Case("[2018-11..]", .throughout, YearRange(from: 2018), .certain),
      Case("[2018-11..]", .throughout, YearRange(from: 2019), .possible),
    ]

  @Test(arguments: contract + ranges)
  func theContractsAnswers(_ question: Case) throws {
    let date = try EDTF(question.date)
    #expect(date.answer(question.years, holds: question.holds) == question.answer)
    #expect(date.extent.answer(question.years, holds: question.holds) == question.answer)
  }
}
