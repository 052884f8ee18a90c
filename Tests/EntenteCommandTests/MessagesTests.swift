import Foundation
import Testing

@Suite("What a command says")
struct MessagesTests {
  /// A graph in which one rule has something to say about each of its relations.
  private static func graph(relations: Int, errors: Int = 0) throws -> URL {
    var text = "states: {a: A}\ntreaties: {t: {name: T, when: 1956}}\nrelations:\n"
    for year in 0..<errors { text += "  - a claimz t: {when: \(1000 + year)}\n" }
    for year in 0..<relations { text += "  - a signed t: {when: \(1001 + year)}\n" }
    return try Scratch.file(named: "graph.yaml", text: text)
  }

  @Test("Of more than twenty warnings of a rule about a file the first ten are shown, and how many more there are")
  func manyWarnings() throws {
    let graph = try Self.graph(relations: 21)
    let outcome = try Entente.run("check", graph.path)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count { $0.contains(": warning: ") } == 10)
    #expect(lines.contains("\(graph.path): 11 more warnings like the last one; --all shows them"))
    #expect(outcome.errors.hasSuffix("entente: 0 errors, 21 warnings, 0 notes\n"), "\(outcome.errors)")
  }

  @Test("Twenty are shown, and with --all every one")
  func allWarnings() throws {
    #expect(
      try Entente.run("check", Self.graph(relations: 20).path).errors.components(separatedBy: ": warning: ").count == 21
    )
    let all = try Entente.run("check", "--all", Self.graph(relations: 30).path)
    #expect(all.errors.components(separatedBy: ": warning: ").count == 31)
    #expect(!all.errors.contains("more warnings"))
  }

  @Test("Errors are all shown, come last, and are counted first")
  func errorsLast() throws {
    let outcome = try Entente.run("check", Self.graph(relations: 3, errors: 25).path)
    #expect(outcome.status == 1)
    let severities = outcome.errors.split(separator: "\n").compactMap { line in
      line.contains(": error: ") ? "error" : line.contains(": warning: ") ? "warning" : nil
    }
    #expect(severities.drop { $0 == "warning" } == Array(repeating: "error", count: 25)[...])
    #expect(outcome.errors.hasSuffix("\nentente: 25 errors, 3 warnings, 0 notes\n"), "\(outcome.errors)")
  }

  @Test(
    "Every command ends with the totals",
    arguments: [["check"], ["show"], ["list"], ["entities"], ["schema"], ["export", "--format", "graphml"]])
  func totals(command: [String]) throws {
    let outcome = try Entente.run(all: command + [Self.graph(relations: 2).path])
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasSuffix("entente: 0 errors, 2 warnings, 0 notes\n"), "\(outcome.errors)")
  }

  @Test(
    "With --quiet only errors and the totals are said",
    arguments: [
      ["check"], ["show", "--year", "1001"], ["list", "--year", "1001"], ["entities", "--year", "1001"], ["schema"],
      ["export", "--format", "cypher"], ["export", "--format", "svg", "--quick"],
    ])
  func quiet(command: [String]) throws {
    let outcome = try Entente.run(all: command + ["--quiet", Self.graph(relations: 2).path])
    #expect(outcome.status == 0)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("entente: 0 errors, 2 warnings, "), "\(outcome.errors)")
    let broken = try Entente.run(all: command + ["--quiet", Self.graph(relations: 2, errors: 1).path])
    #expect(broken.status == 1)
    #expect(broken.errors.contains("error: no relation type is called 'claimz'"))
    #expect(!broken.errors.contains("warning: "))
    #expect(broken.errors.hasSuffix("entente: 1 error, 2 warnings, 0 notes\n"), "\(broken.errors)")
  }

  @Test("Commands that read no graph end with the totals, too, and take --quiet")
  func withoutAGraph() throws {
    let date = try Entente.run("date", "1956", "--quiet")
    #expect(date.status == 0 && date.errors == "entente: 0 errors, 0 warnings, 0 notes\n", "\(date.errors)")
    let table = try Scratch.file(named: "t.csv", text: "source,target\na,b\n")
    let tables = try Entente.run("tables", "--quiet", table.path)
    #expect(tables.status == 0 && tables.errors == "entente: 0 errors, 0 warnings, 0 notes\n", "\(tables.errors)")
    let none = try Entente.run("tables", "no-such.csv")
    #expect(none.status == 1 && none.errors.hasSuffix("entente: 1 error, 0 warnings, 0 notes\n"), "\(none.errors)")
  }
}
