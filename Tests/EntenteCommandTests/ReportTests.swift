import Foundation
import Testing

/// What came of a command, as JSON, whatever came of it.
@Suite("--report")
struct ReportTests {
  private struct Report: Decodable {
    struct Fault: Decodable {
      let rule: String
      let file: String?
      let line: Int?
    }
    let years: [Int?]?
    let counts: [String: Int]?
    let relations: [[String: String]]
    let errors: [Fault]
  }

  private static let faulty = """
    states: {a: A, b: B}
    islands: {i: I}
    relations:
      - a claims i: {when: 1945/..}
      - a claims b
      - a claims nowhere
    """

  private func run(_ arguments: String...) throws -> (Entente.Outcome, Report?) {
    let file = try Scratch.file(named: "g.yaml", text: Self.faulty)
    let target = file.deletingLastPathComponent().appending(path: "report.json")
    let outcome = try Entente.run(all: [arguments[0], file.path, "--report", target.path] + arguments.dropFirst())
    return (outcome, try? JSONDecoder().decode(Report.self, from: Data(contentsOf: target)))
  }

  @Test(
    "A command that fails for its graph writes it, with the errors",
    arguments: ["export", "check", "show", "list", "entities", "schema"])
  func failing(command: String) throws {
    let (outcome, report) = try run(command)
    #expect(outcome.status == 1, "\(outcome.errors)")
    let found = try #require(report)
    #expect(found.errors.map(\.rule) == ["kinds-not-joined", "unknown-name"] && found.errors.map(\.line) == [5, 6])
    #expect(found.years == nil && found.counts == nil && found.relations.isEmpty)
  }

  @Test("What is left out of a graph file is listed, and the rest is done", arguments: ["show", "list", "check"])
  func skipping(command: String) throws {
    let (outcome, report) = try run(command, "--skip-errors")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("left out what has errors (1 kinds-not-joined, 1 unknown-name)"))
    let found = try #require(report)
    #expect(found.errors.count == 2 && found.counts?["left_out"] == 0)
    #expect(try run(command, "--skip-errors", "--strict").0.status == 1)
  }

  @Test("What is read is not written over, and wrong usage writes nothing")
  func notOver() throws {
    let file = try Scratch.file(named: "g.yaml", text: Self.faulty)
    let outcome = try Entente.run("check", file.path, "--report", file.path)
    #expect(outcome.status == 64 && outcome.errors.contains("is read here"), "\(outcome.errors)")
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.faulty)
    let (usage, report) = try run("list", "--skip-errors", "--certain")
    #expect(usage.status == 64 && report == nil)
  }
}
