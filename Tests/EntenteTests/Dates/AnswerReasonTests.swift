import Testing

@testable import Entente

@Suite struct AnswerReasonTests {
  @Test(arguments: [
    ("1945/", Holding.throughout, "possible in 1950: 1945/ has no known end"),
    ("/1955", .throughout, "possible in 1950: /1955 has no known start"),
    ("1945/..", .throughout, "certain in 1950: every reading of 1945/.. has it there"),
    ("1950~/..", .throughout, "possible in 1950: the year in 1950~/.. is not sure"),
    ("1950?", .atItsDate, "possible in 1950: the year in 1950? is not sure"),
    ("1945/1956", .atItsDate, "possible in 1950: 1945/1956 is some time between its two ends"),
    ("195X", .throughout, "possible in 1950: 195X is one date of several"),
    ("1949-24", .throughout, "possible in 1950: 1949-24 reaches beyond"),
    ("195X/..", .throughout, "possible in 1950: 195X/.. may begin later"),
    ("1945/195X", .throughout, "certain in 1950: every reading of 1945/195X has it there"),
    ("1940/194X", .throughout, "not in 1950: 1940/194X ends earlier"),
    ("1930/195X", .throughout, "certain in 1950: every reading of 1930/195X has it there"),
    ("../1960", .throughout, "certain in 1950: every reading of ../1960 has it there"),
    ("[1945,1950]", .throughout, "possible in 1950: [1945,1950] is one date of several"),
    ("[1945..]", .throughout, "possible in 1950: [1945..] is some time between its two ends"),
    ("{1940,1950?}", .throughout, "possible in 1950: the year in {1940,1950?} is not sure"),
    ("[1949,1951]", .throughout, "not in 1950: no reading of [1949,1951] lies there"),
    ("1X4X", .throughout, "not in 1950: 1X4X ends earlier"),
    ("1X6X", .throughout, "not in 1950: no reading of 1X6X lies there"),
    ("1951", .throughout, "not in 1950: 1951 begins later"),
    ("1951", .permanent, "certain in 1950: it always holds"),
  ])
  func theReasonIsSaid(_ text: String, _ holds: Holding, _ words: String) throws {
    #expect(try EDTF(text).reason(for: YearRange(1950), holds: holds).words == words)
  }

  @Test func theReasonIsThatOfTheAnswer() throws {
    var maker = DateMaker(seed: 1667)
    for _ in 0..<3_000 {
      let date = try EDTF(maker.date().text)
      for holds in Holding.allCases {
        for year in [Int64(1940), 1950, 1959] {
          let reason = date.reason(for: YearRange(year), holds: holds)
          #expect(reason.answer == date.answer(YearRange(year), holds: holds))
          let expected: Set<AnswerReason.Cause> =
            switch reason.answer {
            case .certain: [.everyReading, .permanent]
            case .no: [.beginsLater, .endsEarlier, .inGap]
            case .possible:
              Set(AnswerReason.Cause.allCases).subtracting([
                .everyReading, .permanent, .undated, .beginsLater, .endsEarlier, .inGap,
              ])
            }
          #expect(expected.contains(reason.cause), "\(date) \(holds) \(year)")
        }
      }
    }
  }

  @Test func noDateIsAReasonToo() {
    #expect(AnswerReason.undated(YearRange(1950), holds: .throughout).words == "possible in 1950: it has no date")
    #expect(AnswerReason.undated(YearRange(1950), holds: .permanent).words == "certain in 1950: it always holds")
  }
}
