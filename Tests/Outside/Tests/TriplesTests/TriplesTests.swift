import Entente
import EntenteFormats
import Testing
import Triples

@Suite("A format of somebody else's")
struct TriplesTests {
  private func read(_ text: String) -> LoadedGraph {
    LoadedGraph(
      [.bytes(Array(text.utf8), name: "x.triples")], importers: Importers.all + [Triples()])
  }

  @Test("It is read, with whatever kinds and types it has, and written again")
  func roundTrip() throws {
    let text = "japan claims kurils\nрусские claims kurils\nalone\n"
    let graph = try #require(read(text).graph)
    #expect(graph.entities.map(\.id) == ["japan", "kurils", "русские", "alone"])
    #expect(graph.schema.relationType("claims") != nil)
    let written = try ByteWriter.memory { try Triples().write(graph.everything, options: .init(), to: &$0) }
    #expect(String(decoding: written, as: UTF8.self) == text)
  }

  @Test("What is wrong is said at its place, in characters")
  func faults() throws {
    let loaded = read("japan claims kurils\n日本 claims\n")
    #expect(loaded.graph == nil)
    let error = try #require(loaded.diagnostics.first { $0.severity == .error })
    #expect(error.headline == "x.triples:2:1: error: a line has three words, or one; this one has 2")
    #expect(error.place?.length == 9)
  }

  @Test("It merges with a graph file")
  func merging() throws {
    let yaml = Source.bytes(Array("states: {japan: Japan}\n".utf8), name: "a.yaml")
    var draft = GraphDraft()
    try GraphFile().read(yaml, into: &draft)
    try Triples().read(.bytes(Array("usa met ussr\n".utf8), name: "b.triples"), into: &draft)
    let graph = try draft.graph(title: "Both")
    #expect(graph.entities.count == 3 && graph.relations.count == 1)
  }
}
