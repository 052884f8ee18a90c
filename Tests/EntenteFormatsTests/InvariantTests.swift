import Entente
import EntenteFormats
import Testing

/// The laws of the columns hold whichever way a graph came to be: release builds do not check them by themselves.
@Suite("Laws of the columns")
struct InvariantTests {
  /// The graph, written and read again.
  private func written(_ graph: RelationGraph, by exporter: any StreamingExporter) throws -> RelationGraph {
    let name = "graph.\(try #require(exporter.format.endings.first))"
    let loaded = LoadedGraph([.bytes(try graph.everything.bytes(exporter), name: name)], importers: Importers.all)
    return try #require(loaded.graph, "\(loaded.diagnostics.map(\.description).joined(separator: "\n"))")
  }

  @Test("They hold in what is read from a file of any format", arguments: Specimens.allCases)
  func formats(specimen: Specimens) throws {
    let graph = try specimen.graph()
    for exporter: any StreamingExporter in [GraphFile(), GraphML(), GEXF(), NodeLink(), Cytoscape()] {
      #expect(try written(graph, by: exporter).columns.brokenInvariants() == [], "\(exporter.format.name)")
    }
  }

  @Test("They hold in what is built, read, merged, narrowed and edited", arguments: 1...10)
  func everywhere(seed: Int) throws {
    let graph = try RandomGraph.graph(seed: UInt64(seed))
    var graphs = [graph]
    // The others cannot hold every character that these texts have.
    for exporter: any StreamingExporter in [GraphFile(), NodeLink(), Cytoscape()] {
      graphs.append(try written(graph, by: exporter))
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
