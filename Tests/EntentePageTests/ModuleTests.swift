import Entente
import Foundation
import Testing

@testable import EntentePage

/// The page's modules by themselves, in a browser; what they make of years against what the library says.
@Suite struct ModuleTests {
  private struct Outcome: Decodable {
    let faults: [String]
    let answers: Int
  }

  private static let modules = Graphs.repository.appending(path: "Sources/EntentePage/Page")
  private static let tests = Graphs.repository.appending(path: "Tests/EntentePageTests/Modules")

  @Test func theyAnswerAsTheLibraryDoes() throws {
    let folder = try Client.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let answers = folder.appending(path: "answers.json")
    try Answers.json().write(to: answers, atomically: false, encoding: .utf8)
    let outcome: Outcome = try Client.ask("page_modules.py", [Self.modules.path, Self.tests.path, answers.path])
    #expect(outcome.faults == [])
    #expect(outcome.answers > 50_000)
  }

  @Test func theirTypesAreRight() throws {
    let files = try FileManager.default.contentsOfDirectory(at: Self.modules, includingPropertiesForKeys: nil)
    let scripts = files.filter { $0.pathExtension == "js" }.map(\.path)
    #expect(scripts.count > 20)
    let options =
      "--allowJs --checkJs --noEmit --strict --target es2022 --module es2022 --moduleResolution node --lib es2022,dom"
    _ = try Client.run(
      URL(filePath: "/usr/bin/env"), ["tsc"] + options.split(separator: " ").map(String.init) + scripts)
  }
}

/// Tens of thousands of questions about years, with the library's answers.
enum Answers {
  /// Dates of every form, those in pairs made of the single ones.
  private static let points = [
    "1945", "1956", "1945~", "1956?", "1960%", "-0043", "0000", "Y17456", "Y-170000002", "Y3000000000", "195X", "19XX",
    "1X5X", "XXXX",
    "-00XX", "1950S2", "Y171010000S3", "1956-10", "1956-10-19", "1956-XX", "1956-10-XX", "1X56-02-29", "XXXX-02-29",
    "195X-12-31",
    "1956-24", "1956-28", "1956-30", "1956-36", "2004-06-~11", "~1956-10", "2018-11", "1945-08-15T10:00:00Z",
  ]

  private static func dates() -> [String] {
    let plain = points.filter { !$0.contains("T") && !$0.contains("Y") && !$0.contains("S") }
    let pairs = plain.flatMap { first in
      plain.flatMap { last in ["\(first)/\(last)", "[\(first),\(last)]", "{\(first),\(last)}"] }
    }
    let open = plain.flatMap {
      ["\($0)/..", "../\($0)", "\($0)/", "/\($0)", "[\($0)..]", "[..\($0)]", "{\($0)..}", "{..\($0)}"]
    }
    let sets = [
      "[1667,1668,1670..1672]", "{1667,1668,1670..1672}", "[1945,1X5X,2018..]", "{..1900,1956,2018-11}", "../..", "/",
      "../",
    ]
    return points + pairs + open + sets
  }

  private static let questions: [YearRange] =
    [-170_000_002, -1000, -44, -43, 0, 999, 1045, 1150, 1669, 1944, 1945, 1950, 1956, 1957, 1959, 2018, 3_000_000_000]
    .map { YearRange($0) }
    + [(1940, 1949), (1950, 1959), (1951, 1955), (1600, 1900), (-100, 100), (1955, 2018)].compactMap {
      YearRange($0, $1)
    }
    + [
      YearRange(from: 1956), YearRange(from: 2019), YearRange(to: 1944), YearRange(to: -50),
      YearRange(from: 5_000_000_000),
    ]

  /// An object for each date that is one and each way to hold, and for its existence.
  static func json() -> String {
    let cases = dates().compactMap { try? EDTF($0) }.flatMap { date in
      Holding.allCases.map { holds in
        one(date, holds.rawValue, date.extent.rule(holds: holds)) { date.extent.answer($0, holds: holds) }
      }
        + [true, false].map { happens in
          one(date, "exists", date.extent.existenceRule(happens: happens)) {
            date.extent.existence($0, happens: happens)
          }
        }
    }
    let names = ShortNames.all.keys.sorted().map { "\"\($0)\"" }.joined(separator: ",")
    return "{\"names\":[\(names)],\"cases\":[\(cases.joined(separator: ",\n"))]}"
  }

  private static func one(_ date: EDTF, _ holds: String, _ rule: YearRule, _ answer: (YearRange) -> Answer) -> String {
    let answers = questions.map { years in
      "[\(years.first.map(String.init) ?? "null"),\(years.last.map(String.init) ?? "null"),\"\(answer(years))\"]"
    }
    return
      "{\"date\":\"\(date)\",\"holds\":\"\(holds)\",\"rule\":\(rule.json),\"answers\":[\(answers.joined(separator: ","))]}"
  }
}
