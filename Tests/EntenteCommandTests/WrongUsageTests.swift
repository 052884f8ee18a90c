import Foundation
import Testing

@Suite("Wrong usage and outputs that cannot be written")
struct WrongUsageTests {
  /// What is wrong, the status that it has, and what the message must say.
  struct Case: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let status: Int32
    let says: [String]
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases = [
    Case(arguments: ["--year", "soon"], status: 64, says: ["'soon' is not a year", "1956"]),
    Case(arguments: ["--year", "９"], status: 64, says: ["is not a year"]),
    Case(
      arguments: ["--from", "1960", "--to", "1945"], status: 64,
      says: ["--from 1960 is after --to 1945", "--from 1945 --to 1960"]),
    Case(arguments: ["--year", "1956", "--from", "1945"], status: 64, says: ["--year is one year"]),
    Case(arguments: ["--certain"], status: 64, says: ["--certain needs years"]),
    Case(arguments: ["--hops", "2"], status: 64, says: ["--hops needs --around"]),
    Case(arguments: ["--around", "japn"], status: 64, says: ["no entity has the id 'japn'", "did you mean 'japan'?"]),
    Case(arguments: ["--kind", "sate"], status: 64, says: ["no kind is called 'sate'", "did you mean 'state'?"]),
    Case(
      arguments: ["--type", "claim"], status: 64,
      says: ["no relation type is called 'claim'", "did you mean 'claims'?"]),
    Case(
      arguments: ["--status", "plannd"], status: 64, says: ["no status is called 'plannd'", "did you mean 'planned'?"]),
    Case(
      arguments: ["--document", "tas"], status: 64, says: ["no document has the id 'tas'", "did you mean 'tass'?"]),
    Case(arguments: ["--format", "docx"], status: 64, says: ["no format is called 'docx'", "svg", "graphml"]),
    Case(arguments: ["-o", "x.docx"], status: 64, says: ["the ending of 'x.docx'", ".svg", ".graphml"]),
    Case(
      arguments: ["-o", "/no/such/folder/x.svg"], status: 1,
      says: ["cannot write '/no/such/folder/x.svg'", "No such file"]),
    Case(
      arguments: ["-o", "/no/such/folder/x.graphml"], status: 1, says: ["cannot write '/no/such/folder/x.graphml'"]),
    Case(
      arguments: ["-o", "x.svg", "--width", "10px"], status: 64,
      says: ["a picture is 25 to 5000 mm wide (95px to 18898px), not 10px"]),
    Case(arguments: ["-o", "x.svg", "--width", "8 cm 9"], status: 64, says: ["'8 cm 9' is none", "1200 or 89mm"]),
    Case(arguments: ["-o", "x.svg", "--aspect", "100:1"], status: 64, says: ["a picture is 1:5 to 5:1, not 100:1"]),
    Case(arguments: ["-o", "x.svg", "--aspect", "wide"], status: 64, says: ["'wide' is none", "16:9"]),
    Case(
      arguments: ["-o", "x.svg", "--min-text", "2"], status: 64, says: ["smallest text is 4 to 72 points large, not 2"]),
    Case(
      arguments: ["-o", "x.svg", "--width", "89mm", "--page", "a4"], status: 64, says: ["give one of the two"]),
    Case(arguments: ["-o", "x.svg", "--page", "a11"], status: 64, says: ["'a11' is invalid", "tabloid"]),
    Case(
      arguments: ["-o", "x.svg", "--theme", "no/such.yaml"], status: 1, says: ["no/such.yaml"]),
    Case(arguments: ["-o", "x.svg", "--theme", "drak"], status: 64, says: ["'drak' is invalid"]),
    Case(
      arguments: ["-o", "x.svg", "--colour-by", "partty"], status: 1,
      says: ["no entity has the attribute 'partty'"]),
    Case(arguments: ["--nonsense"], status: 64, says: ["nonsense"]),
  ]

  @Test("says what is wrong and what would be right", arguments: cases)
  func wrongUsage(_ wrong: Case) throws {
    let outcome = try Entente.export(wrong.arguments)
    #expect(outcome.status == wrong.status, "\(outcome.errors)")
    #expect(outcome.output == "")
    for text in wrong.says { #expect(outcome.errors.contains(text), "\(outcome.errors)") }
  }

  @Test("A failed run leaves the old output as it was, and nothing beside it")
  func oldOutputStays() throws {
    let folder = try Scratch.folder()
    let output = folder.appending(path: "graph.svg")
    try "old".write(to: output, atomically: true, encoding: .utf8)
    let broken = try Scratch.file(named: "broken.yaml", text: "relations:\n  - japan claims nothing-known\n")
    let outcome = try Entente.run("export", broken.path, "-o", output.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no entity has the id 'japan'"))
    #expect(try String(contentsOf: output, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["graph.svg"])
  }

  @Test("A warning is status 0, and 1 with --strict")
  func strict() throws {
    let file = try Scratch.file(
      named: "early.yaml",
      text: """
        states: {japan: Japan}
        treaties: {treaty: {name: Treaty, when: 1956}}
        relations:
          - japan signed treaty: {when: 1945}

        """)
    let lenient = try Entente.run("check", file.path)
    #expect(lenient.status == 0)
    #expect(lenient.errors.contains("early.yaml:4:"))
    #expect(lenient.errors.contains("warning:"))
    #expect(try Entente.run("check", "--strict", file.path).status == 1)
  }
}

extension Entente {
  /// Exports the seed with further arguments.
  static func export(_ arguments: [String]) throws -> Outcome {
    try run(all: ["export", seed] + arguments)
  }
}
