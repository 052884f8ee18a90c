import Foundation
import Testing

/// A graph that is written as a graph file.
@Suite("A graph file as the output")
struct GraphFileOutputTests {
  private func graph() throws -> URL {
    try Scratch.file(
      named: "graph.yaml",
      text: "documents: {d: {text: d.txt}}\nstates: {a: A, b: B} # a comment\nrelations: [a allied-with b]\n"
    )
  }

  @Test("What is read is not written over, whichever way the path goes")
  func ownInput() throws {
    let graph = try graph()
    let before = try String(contentsOf: graph, encoding: .utf8)
    let folder = graph.deletingLastPathComponent()
    for path in [graph.path, "\(folder.path)/./graph.yaml", "graph.yaml"] {
      let outcome = try Entente.run("export", graph.path, "-o", path, in: folder)
      #expect(outcome.status == 64, "\(outcome.errors)")
      #expect(outcome.errors.contains("is read here"), "\(outcome.errors)")
    }
    #expect(try String(contentsOf: graph, encoding: .utf8) == before)
  }

  @Test("In another folder the paths of texts lead elsewhere, which is said")
  func anotherFolder() throws {
    let graph = try graph()
    let words = "the paths of texts stand as they were"
    let beside = graph.deletingLastPathComponent().appending(path: "copy.yaml")
    #expect(try !Entente.run("export", graph.path, "-o", beside.path).errors.contains(words))
    let elsewhere = try Scratch.folder().appending(path: "copy.yaml")
    let outcome = try Entente.run("export", graph.path, "-o", elsewhere.path)
    #expect(outcome.status == 0 && outcome.errors.contains(words), "\(outcome.errors)")
  }
}
