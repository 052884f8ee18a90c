import Foundation
import Testing

@Suite("The command")
struct CommandTests {
  @Test(
    "Every picture and text format is written by its ending, the same bytes on every run",
    arguments: [
      "svg", "png", "pdf", "dot", "graphml",
    ])
  func exports(ending: String) throws {
    // A small graph: a picture of the seed takes its time where the tests are not optimized.
    let graph = try Scratch.file(
      named: "graph.yaml", text: "states: {japan: Japan}\nislands: {habomai: 歯舞群島}\nrelations: [japan claims habomai]\n"
    )
    let folder = try Scratch.folder()
    let files = ["a", "b"].map { folder.appending(path: "\($0).\(ending)") }
    for file in files {
      let outcome = try Entente.run("export", graph.path, "-o", file.path)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output == "")
    }
    let bytes = try files.map { try Data(contentsOf: $0) }
    #expect(bytes[0].count > 500)
    #expect(bytes[0] == bytes[1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2, "nothing is left beside")
  }

  @Test("Without an output, DOT goes to standard output and nothing else does")
  func standardOutput() throws {
    let plain = try Entente.run("export", Entente.seed)
    #expect(plain.output.hasPrefix("digraph"))
    #expect(try Entente.run("export", Entente.seed, "-o", "-", "--format", "dot").output == plain.output)
    #expect(try Entente.run("export", Entente.seed, "--format", "graphml").output.hasPrefix("<?xml"))
  }

  @Test("A year says how many relations it kept and left out, and how many of those had no date")
  func yearCounts() throws {
    let outcome = try Entente.run("list", Entente.seed, "--year", "1956")
    #expect(
      outcome.errors.contains(
        "entente: kept 8 certain and 4 possible of 30 relations, left out 18; without a date: 6 kept, 0 left out"))
    #expect(outcome.output.split(separator: "\n").count == 12)
    let certain = try Entente.run("list", Entente.seed, "--year", "1956", "--certain")
    #expect(certain.output.split(separator: "\n").count == 8)
  }

  @Test("A list is oldest first, a line each, with who, what, whom, when, status and place")
  func list() throws {
    let lines = try Entente.run("list", Entente.seed, "--around", "soviet-union").output.split(separator: "\n")
    #expect(
      lines.first
        == "Southern Kuril Islands\thanded over to\tSoviet Union\t1945~\tasserted\tGraphs/southern-kurils.yaml:93:5")
    let years = lines.map { $0.split(separator: "\t")[3].drop { "[".contains($0) }.prefix(4) }
    #expect(years == years.sorted())
  }

  @Test("Options narrow each other and their values widen them")
  func selections() throws {
    func ids(_ arguments: String...) throws -> Set<Substring> {
      Set(try Entente.run(all: ["list", Entente.seed] + arguments).output.split(separator: "\n"))
    }
    let planned = try ids("--status", "planned")
    let conditional = try ids("--status", "conditional")
    #expect(try ids("--status", "planned,conditional") == planned.union(conditional))
    #expect(try ids("--status", "planned", "--status", "conditional") == planned.union(conditional))
    let ofJapan = try ids("--around", "japan")
    #expect(try ids("--status", "planned", "--around", "japan") == planned.intersection(ofJapan))
    #expect(ofJapan.isSubset(of: try ids("--around", "japan", "--hops", "2")))
    #expect(try ids("--kind", "state,treaty").allSatisfy { !$0.contains("Putin") && !$0.contains("Islands") })
    #expect(try ids("--document", "tass").count == 30)
    #expect(try ids("--type", "met").count == 1)
  }

  @Test("The order in which files are named changes neither entities nor ids")
  func mergeOrder() throws {
    let folder = try Scratch.folder()
    let a = folder.appending(path: "a.yaml")
    let b = folder.appending(path: "b.yaml")
    try "states: {japan: Japan}\nrelations:\n  - japan claims habomai: {when: 1956}\n".write(
      to: a, atomically: true, encoding: .utf8)
    try "islands: {habomai: Habomai}\nstates: {japan: {name: Japan, aliases: [Nippon]}}\n".write(
      to: b, atomically: true, encoding: .utf8)
    let graphs = try [[a, b], [b, a]].map {
      try Entente.run("export", $0[0].path, $0[1].path, "--format", "graphml").output
    }
    func ids(_ graph: String) -> [String] {
      graph.split(separator: "\n").filter { $0.contains("<node ") || $0.contains("<edge ") }.map {
        String($0.drop { $0 == " " })
      }.sorted()
    }
    #expect(!ids(graphs[0]).isEmpty)
    #expect(ids(graphs[0]) == ids(graphs[1]))
  }

  @Test("The printed schema is a graph file's schema, and means the same")
  func schemaReadsBack() throws {
    let printed = try Entente.run("schema").output
    let file = try Scratch.file(named: "schema.yaml", text: printed)
    let again = try Entente.run("schema", file.path)
    #expect(again.errors == "entente: 0 errors, 0 warnings, 0 notes\n")
    #expect(again.output == printed)
    #expect(
      printed.contains(
        "    claims: {from: [state, organization], to: [island, place], label: claims, holds: throughout}"))
  }

  @Test("Help has examples, the version is a version, and completions are there for three shells")
  func help() throws {
    for command in ["export", "check", "show", "list", "schema"] {
      let help = try Entente.run("help", command)
      #expect(help.status == 0)
      #expect(help.output.contains("entente \(command) "), "an example in the help of \(command)")
    }
    #expect(try Entente.run("--version").output.contains(#/^\d+\.\d+\.\d+\n$/#))
    for shell in ["bash", "zsh", "fish"] {
      let script = try Entente.run("--generate-completion-script", shell)
      #expect(script.status == 0 && script.output.contains("keep-isolated"))
    }
  }
}
