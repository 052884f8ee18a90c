import Foundation
import Testing

@Suite("entente date, --why and --report")
struct DateCommandTests {
  @Test("A date is explained in plain words, with its four bounds")
  func explains() throws {
    let outcome = try Entente.run("date", "1945~/..", "1945/", "-0043-03-15")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        1945~/..: since about 1945
          EDTF level  1
          begins      1945-01-01 to 1945-12-31
          ends        open

        1945/: from 1945, end unknown
          EDTF level  1
          begins      1945-01-01 to 1945-12-31
          ends        not known, but not before 1945-01-01

        -0043-03-15: 15 Mar 44 BC
          EDTF level  1
          begins      -0043-03-15
          ends        -0043-03-15

        """)
  }

  @Test("With years, the answer and the reason")
  func answers() throws {
    let throughout = try Entente.run("date", "1945/", "--year", "1950", "--holds", "throughout")
    #expect(throughout.output.hasSuffix("  possible in 1950: 1945/ has no known end\n"))
    let met = try Entente.run("date", "1945/1956", "--year=1950", "--holds", "at-its-date")
    #expect(met.output.hasSuffix("  possible in 1950: 1945/1956 is some time between its two ends\n"))
    let before = try Entente.run("date", "1945/1956", "--to", "1944")
    #expect(before.output.hasSuffix("  not up to 1944: 1945/1956 begins later\n"))
  }

  @Test("What is no date has status 1, the place and what was meant")
  func refuses() throws {
    let outcome = try Entente.run("date", "1956-1960")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        date:1:6: error: '1956-1960' is not an EDTF date: a month is 01 to 12 and a season 21 to 41, not 19
          1956-1960
               ^
          did you mean '1956/1960'?
        entente: 1 error, 0 warnings, 0 notes

        """)
    #expect(try Entente.run("date", "--yaer", "1956").status == 64)
  }

  @Test("Many dates come from standard input, a line each, whatever is wrong with some")
  func manyDates() throws {
    let outcome = try Entente.run("date", "--year", "1956", input: "1956\r\n１９56\n\n195X")
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        1956\t0\t1956-01-01\t1956-12-31\t1956-01-01\t1956-12-31\t1956\tcertain\tcertain in 1956: every reading of 1956 has it there
        195X\t1\t1950-01-01\t1959-12-31\t1950-01-01\t1959-12-31\t1950s\tpossible\tpossible in 1956: 195X is one date of several

        """)
    #expect(outcome.errors.contains("-:2:1: error: '１９56' is not an EDTF date: '１' is a fullwidth digit one (U+FF11)"))
    #expect(outcome.errors.contains("-:3:1: error: '' is not an EDTF date: an empty text is no date"))
  }

  @Test("JSON is one object a line, for dates and for what is none")
  func json() throws {
    struct Line: Decodable {
      let date: String
      let level: Int?
      let start_earliest: String?
      let end_latest: String?
      let answer: String?
      let cause: String?
      let character: Int?
      let suggestion: String?
    }
    let outcome = try Entente.run("date", "--json", "--from", "1950", input: "[..1945]\n1945/..\n1950s\n")
    let lines = try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.map(\.date) == ["[..1945]", "1945/..", "1950s"])
    #expect(lines.map(\.level) == [2, 1, nil])
    #expect(lines.map(\.start_earliest) == ["open", "1945-01-01", nil])
    #expect(lines.map(\.end_latest) == ["1945-12-31", "open", nil])
    #expect(lines.map(\.answer) == ["no", "certain", nil])
    #expect(lines.map(\.cause) == ["ends-earlier", "every-reading", nil])
    #expect(lines.map(\.suggestion) == [nil, nil, "195X"])
    #expect(lines.map(\.character) == [nil, nil, 5])
  }

  @Test("A line of 10 MB is refused like any other")
  func longLine() throws {
    let outcome = try Entente.run("date", input: String(repeating: "9", count: 10_000_000) + "\n1956\n")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("1956\t0\t"))
    #expect(outcome.errors.utf8.count < 2000)
  }

  static let graph = """
    people:
      ada: {name: Ada, when: 1940}
      bo: {name: Bo, when: 1970}
    states:
      utopia: Utopia
    relations:
      - ada citizen-of utopia: {when: 1945/}
      - bo citizen-of utopia: {when: 1945/..}
      - ada met bo: {when: 1930}
      - ada allied-with bo
    schema:
      relations:
        citizen-of: {holds: throughout}
        met: {holds: at its date, directed: false}
        allied-with: {}

    """

  @Test("--why names each relation that is left out or only possible, with the reason")
  func why() throws {
    let file = try Scratch.file(named: "g.yaml", text: Self.graph)
    let outcome = try Entente.run("list", file.path, "--year", "1950", "--why")
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    for line in [
      "ada citizen-of utopia (1945/): possible in 1950: 1945/ has no known end",
      "bo citizen-of utopia (1945/..): not in 1950: bo certainly did not exist then",
      "ada met bo (1930): not in 1950: 1930 ends earlier",
      "ada allied-with bo: not in 1950: bo certainly did not exist then",
      "entente: kept 0 certain and 1 possible of 4 relations, left out 3; without a date: 0 kept, 1 left out",
    ] {
      #expect(lines.contains(line), "\(outcome.errors)")
    }
  }

  @Test("--report has the same as JSON, with the counts")
  func report() throws {
    struct Report: Decodable {
      struct Relation: Decodable {
        let id: String
        let when: String?
        let outcome: String
        let cause: String
        let reason: String
      }
      let years: [Int?]
      let counts: [String: Int]
      let relations: [Relation]
    }
    let file = try Scratch.file(named: "g.yaml", text: Self.graph)
    let target = file.deletingLastPathComponent().appending(path: "report.json")
    let outcome = try Entente.run("list", file.path, "--from", "1950", "--type", "met", "--report", target.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(contentsOf: target))
    #expect(report.years == [1950, nil])
    #expect(
      report.counts == ["certain": 0, "possible": 0, "left_out": 4, "undated_kept": 0, "undated_left_out": 1])
    #expect(report.relations.map(\.cause) == ["type", "type", "ends-earlier", "type"])
    #expect(report.relations.map(\.when) == ["1945/", "1945/..", "1930", nil])
    #expect(report.relations.allSatisfy { $0.outcome == "left out" })
    #expect(report.relations[2].reason == "not from 1950 on: 1930 ends earlier")
  }
}
