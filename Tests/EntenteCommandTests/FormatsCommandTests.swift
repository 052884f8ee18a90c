import Foundation
import Testing

@Suite("Formats in the command")
struct FormatsCommandTests {
  private static let graph = """
    title: Places
    states: {japan: {name: Japan, cite: 'tass#1 "a"'}}
    islands: {habomai: Habomai}
    documents: {tass: A title}
    relations: [japan claims habomai]
    """

  @Test(
    "Every text format is written by its ending, the same on every run",
    arguments: [
      "gexf", "json", "cyjs", "cypher", "ttl", "jsonld", "ftm.json",
    ])
  func exports(ending: String) throws {
    let (graph, folder) = (try Scratch.file(named: "graph.yaml", text: Self.graph), try Scratch.folder())
    let files = ["a", "b"].map { folder.appending(path: "\($0).\(ending)") }
    for file in files {
      let outcome = try Entente.run("export", graph.path, "-o", file.path)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
  }

  @Test("A picture's places reach the formats that keep places")
  func places() throws {
    let graph = try Scratch.file(named: "graph.yaml", text: Self.graph)
    let gexf = try Entente.run("export", graph.path, "--format", "gexf").output
    #expect(gexf.matches(of: /<viz:position x="[^"]+" y="[^"]+"\/>/).count == 2)
    let yEd = try Entente.run("export", graph.path, "--format", "graphml", "--for", "yed").output
    #expect(yEd.matches(of: /<y:Geometry height="30.0" width="[^"]+" x="[^"]+" y="[^"]+"\/>/).count == 2)
    #expect(try !Entente.run("export", graph.path, "--format", "graphml").output.contains("y:Geometry"))
  }

  @Test("What a format loses is told, and is an error with --strict that leaves the old file")
  func losses() throws {
    let (graph, folder) = (try Scratch.file(named: "graph.yaml", text: Self.graph), try Scratch.folder())
    let file = folder.appending(path: "a.cypher")
    let outcome = try Entente.run("export", graph.path, "-o", file.path)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("warning: Cypher: no place for the graph's title\n"))
    try "old".write(to: file, atomically: true, encoding: .utf8)
    #expect(try Entente.run("export", graph.path, "-o", file.path, "--strict").status == 1)
    #expect(try String(contentsOf: file, encoding: .utf8) == "old")
  }

  @Test("What a format cannot hold is an error at the entity's place, and leaves no file")
  func cannotHold() throws {
    let graph = try Scratch.file(named: "graph.yaml", text: "states:\n  japan: {name: \"Ja\\apan\"}\n")
    let file = try Scratch.folder().appending(path: "a.graphml")
    let outcome = try Entente.run("export", graph.path, "-o", file.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "graph.yaml:2:3: error: the name of entity 'japan' holds the character U+0007, which GraphML cannot hold"))
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }
}
