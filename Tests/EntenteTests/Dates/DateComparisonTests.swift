import Testing

@testable import Entente

@Suite struct DateComparisonTests {
  @Test(arguments: [
    ("1945", "1956", Answer.certain), ("1956", "1945", .no), ("1956", "1956", .possible),
    ("1956-01", "1956-02", .certain), ("1956", "1956-06", .possible), ("1945?", "1956", .possible),
    ("1945~/1950", "1956", .certain), ("1945/1950~", "1956", .possible), ("1945/..", "1956", .no),
    ("1945/", "1956", .possible), ("../1945", "1956/..", .certain), ("/1945", "1940/", .no),
    ("1940/", "1945", .possible),
    ("195X", "1955", .possible), ("195X", "196X", .certain), ("[1945,1950]", "1948", .possible),
  ])
  func beforeHasThreeAnswers(_ one: String, _ other: String, _ answer: Answer) throws {
    #expect(try EDTF(one).isBefore(EDTF(other)) == answer)
  }

  @Test(arguments: [
    ("1945/1956", "1950/1960", Answer.certain), ("1945", "1945", .possible), ("1945", "1946", .no),
    ("1945-05-08", "1945-05-08", .certain), ("1945/..", "1960/..", .certain), ("1945/", "1960/..", .possible),
    ("1945~/1956", "1950/1960", .possible), ("../1945", "1946/..", .no),
  ])
  func overlapHasThreeAnswers(_ one: String, _ other: String, _ answer: Answer) throws {
    #expect(try EDTF(one).overlaps(EDTF(other)) == answer)
    #expect(try EDTF(other).overlaps(EDTF(one)) == answer)
  }

  /// Days for which one relation alone is left.
  @Test(arguments: [
    ("1945-05-01/1945-05-03", "1945-05-05/1945-05-06", AllenRelation.before),
    ("1945-05-01/1945-05-03", "1945-05-04/1945-05-06", .meets),
    ("1945-05-01/1945-05-03", "1945-05-03/1945-05-06", .overlaps),
    ("1945-05-01/1945-05-03", "1945-05-01/1945-05-06", .starts),
    ("1945-05-02/1945-05-03", "1945-05-01/1945-05-06", .during),
    ("1945-05-04/1945-05-06", "1945-05-01/1945-05-06", .finishes),
    ("1945-05-01/1945-05-06", "1945-05-01/1945-05-06", .equals),
    ("1945-05-01/1945-05-06", "1945-05-04/1945-05-06", .finishedBy),
    ("1945-05-01/1945-05-06", "1945-05-02/1945-05-03", .contains),
    ("1945-05-01/1945-05-06", "1945-05-01/1945-05-03", .startedBy),
    ("1945-05-03/1945-05-06", "1945-05-01/1945-05-03", .overlappedBy),
    ("1945-05-04/1945-05-06", "1945-05-01/1945-05-03", .metBy),
    ("1945-05-05/1945-05-06", "1945-05-01/1945-05-03", .after),
    ("1945-05-01/..", "1945-05-03/..", .finishedBy),
    ("../1945-05-01", "1945-05-02/..", .meets),
  ])
  func certainDaysHaveOneRelation(_ one: String, _ other: String, _ relation: AllenRelation) throws {
    #expect(try EDTF(one).relations(to: EDTF(other)) == [relation: .certain])
  }

  /// Against every pair of stretches of a few days that the bounds allow.
  @Test func relationsAreThoseOfEveryReading() throws {
    var random = SeededGenerator(seed: 13)
    func day(_ number: Int) -> String { "1945-05-\(number < 10 ? "0" : "")\(number)" }
    for _ in 0..<400 {
      let days = (0..<4).map { _ in Int.random(in: 1...6, using: &random) }
      // A start or end of one day, or of any day of two weeks that begins with 0 or 1.
      let forms = days.map { random.chance(70) ? (day($0), [$0]) : ("1945-05-0X", Array(1...9)) }
      let pairs = [(forms[0], forms[1]), (forms[2], forms[3])]
      let dates = pairs.map { try? EDTF("\($0.0.0)/\($0.1.0)") }
      guard let one = dates[0], let other = dates[1] else { continue }
      var expected: Set<AllenRelation> = []
      for start in pairs[0].0.1 {
        for end in pairs[0].1.1 where start <= end {
          for otherStart in pairs[1].0.1 {
            for otherEnd in pairs[1].1.1 where otherStart <= otherEnd {
              expected.insert(relation(start, end, otherStart, otherEnd))
            }
          }
        }
      }
      #expect(Set(one.relations(to: other).keys) == expected, "\(one) \(other)")
    }
  }

  /// Allen's definitions, days counted whole.
  private func relation(_ start: Int, _ end: Int, _ otherStart: Int, _ otherEnd: Int) -> AllenRelation {
    if end + 1 < otherStart { return .before }
    if end + 1 == otherStart { return .meets }
    if otherEnd + 1 < start { return .after }
    if otherEnd + 1 == start { return .metBy }
    switch (start == otherStart, end == otherEnd) {
    case (true, true): return .equals
    case (true, false): return end < otherEnd ? .starts : .startedBy
    case (false, true): return start > otherStart ? .finishes : .finishedBy
    case (false, false):
      if start < otherStart { return end < otherEnd ? .overlaps : .contains }
      return end < otherEnd ? .during : .overlappedBy
    }
  }
}
