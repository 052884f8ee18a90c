import Entente
import EntenteFormats
import Testing

/// The laws of the columns hold whichever way a graph came to be: release builds do not check them by themselves.
@Suite("Laws of the columns")
struct InvariantTests {
  private func read(_ bytes: [UInt8], as ending: String) throws -> RelationGraph {
    let loaded = LoadedGraph([.bytes(bytes, name: "graph.\(ending)")], importers: Importers.all)
    return try #require(loaded.graph, "\(loaded.diagnostics.map(\.description).joined(separator: "\n"))")
  }

  @Test("They hold in what is built, read, merged, narrowed and edited", arguments: 1...20)
  func everywhere(seed: Int) throws {
    let graph = try RandomGraph.graph(seed: UInt64(seed))
    var graphs = [graph]
    for exporter: any StreamingExporter in [GraphFile(), GraphML(), GEXF(), NodeLink(), Cytoscape()] {
      graphs.append(try read(try graph.everything.bytes(exporter), as: try #require(exporter.format.endings.first)))
    }
    var filter = Filter()
    filter.years = YearRange(1900, 1960)
    let narrow = try RelationGraph(graph.selecting(filter))
    graphs += [narrow, try narrow.merging(graph)]
    graphs.append(try graph.editing { $0.entity("one-more", kind: "state", name: "One more", aliases: ["1"]) })
    for graph in graphs { #expect(graph.columns.brokenInvariants() == [], "seed \(seed)") }
  }

  @Test("They hold where what has errors is left out")
  func skippingErrors() throws {
    let yaml = """
      states: {a: A, b: {name: B, when: never}, c: C}
      relations:
        - a claims c: {when: 1956-13}
        - a met c
        - a allied-with c: {when: 1956}
        - a allied-with nobody
      """
    var source = Source.bytes(Array(yaml.utf8), name: "graph.yaml")
    source.options.skipsErrors = true
    let loaded = LoadedGraph([source], importers: Importers.all)
    let graph = try #require(loaded.graph)
    #expect(graph.relations.map(\.head) == ["a allied-with c"])
    #expect(graph.columns.brokenInvariants() == [])
  }
}
