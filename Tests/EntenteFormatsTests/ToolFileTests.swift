import Entente
import EntenteFormats
import Foundation
import Testing

/// Files that other tools write, read with every node, edge and attribute.
@Suite("Files of other tools")
struct ToolFileTests {
  private struct Written {
    let name: String
    let loaded: LoadedGraph
  }

  /// What a tool has written of the graph in `Tests/Clients/write_graph.py`.
  private func read(_ tool: String, _ form: String, ending: String) throws -> RelationGraph {
    try withTemporaryFolder { folder in
      let path = "\(folder)/graph.\(ending)"
      if tool == "graph_tool" {
        try Client.run("/usr/bin/python3", [Client.script("write_graph"), tool, form, path])
      } else {
        _ = try Client.python("write_graph", tool, form, path)
      }
      let loaded = LoadedGraph(contentsOf: [path])
      #expect(loaded.diagnostics.allSatisfy { $0.severity == .note })
      return try #require(loaded.graph, "\(loaded.diagnostics)")
    }
  }

  private func lines(_ attributes: Attributes) -> String {
    attributes.map { " \($0.key)=\($0.value)" }.joined()
  }

  private func entities(_ graph: RelationGraph) -> [String] {
    graph.entities.map { "\($0.id) \($0.kind.name) '\($0.name)'\(lines($0.attributes))" }
  }

  private func relations(_ graph: RelationGraph) -> [String] {
    graph.relations.map { "\($0.head)\(lines($0.attributes))" }
  }

  private static let label = "Alpha & <1> \"x\""

  @Test(
    "NetworkX, in each of its formats",
    arguments: [("graphml", "graphml"), ("gexf", "gexf"), ("links", "json"), ("edges", "json"), ("cyjs", "cyjs")])
  func networkx(form: String, ending: String) throws {
    let graph = try read("networkx", form, ending: ending)
    #expect(
      entities(graph) == [
        "a state '\(Self.label)' old=true rank=1 share=0.5", "b island 'Бета' old=false rank=2 share=-1.25",
        "c state 'c' old=false rank=3 share=1e+30",
      ])
    // GEXF leaves out a weight of 1, which is what edges have that have none.
    let one = form == "gexf" ? "" : " weight=1.0"
    #expect(
      relations(graph).map { $0.replacing(#/ (original_id|networkx_key)=[0-9]+/#, with: "") } == [
        "a claims b since=1945 weight=2.5", "a holds land b since=1956-10-19\(one)", "b part-of c weight=0.0",
        "c knows c since=1960 weight=-1.0",
      ])
  }

  @Test("igraph")
  func igraph() throws {
    let graph = try read("igraph", "graphml", ending: "graphml")
    #expect(
      entities(graph) == [
        "n0 state '\(Self.label)' name=a old=true rank=1 share=0.5".replacing("rank=1", with: "rank=1.0"),
        "n1 island 'Бета' name=b old=false rank=2.0 share=-1.25", "n2 state 'c' old=false rank=3.0 share=1e+30",
      ])
    #expect(
      relations(graph) == [
        "n0 claims n1 since=1945 weight=2.5", "n0 holds land n1 since=1956-10-19 weight=1.0",
        "n1 part-of n2 weight=0.0", "n2 knows n2 since=1960 weight=-1.0",
      ])
  }

  @Test("rustworkx")
  func rustworkx() throws {
    let graph = try read("rustworkx", "graphml", ending: "graphml")
    #expect(
      entities(graph) == [
        "a state '\(Self.label)' old=true rank=1 share=0.5", "b island 'Бета' old=false rank=2 share=-1.25",
        "c state 'c' old=false rank=3 share=1e+30",
      ])
    #expect(
      relations(graph) == [
        "a claims b since=1945 weight=2.5", "a holds land b since=1956-10-19 weight=1.0", "b part-of c weight=0.0",
        "c knows c since=1960 weight=-1.0",
      ])
  }

  @Test("graph-tool")
  func graphTool() throws {
    let graph = try read("graph_tool", "graphml", ending: "graphml")
    #expect(
      entities(graph) == [
        "n0 state '\(Self.label)' name=a old=true rank=1 share=0.5",
        "n1 island 'Бета' name=b old=false rank=2 share=-1.25",
        "n2 state 'c' old=false rank=3 share=1e+30",
      ])
    #expect(
      relations(graph) == [
        "n0 claims n1 since=1945 weight=2.5", "n0 holds land n1 since=1956-10-19 weight=1.0",
        "n1 part-of n2 weight=0.0", "n2 knows n2 since=1960 weight=-1.0",
      ])
  }

  @Test("Boost, as its write_graphml (1.74) wrote the same graph")
  func boost() throws {
    let loaded = GraphMLReadingTests.load(ToolSpecimens.boost)
    let graph = try #require(loaded.graph, "\(loaded.diagnostics)")
    #expect(
      entities(graph) == [
        "n0 state '\(Self.label)' old=true rank=1 share=0.5", "n1 island 'Бета' old=false rank=2 share=-1.25",
        "n2 state 'c' old=false rank=3 share=1e+30",
      ])
    #expect(
      relations(graph) == [
        "n0 claims n1 since=1945 weight=2.5", "n0 holds land n1 since=1956-10-19 weight=1.0",
        "n1 part-of n2 weight=0.0", "n2 knows n2 since=1960 weight=-1.0",
      ])
  }

  @Test("Gephi, Cytoscape and TinkerPop, as their documentation and importers show what they write")
  func byHand() throws {
    let gephi = try #require(GraphMLReadingTests.load(ToolSpecimens.gephi).graph)
    #expect(
      entities(gephi) == [
        "0 entity 'Northland' Modularity Class=1 b=0 g=0 r=255 size=10.0 x=-1.5 y=2.0",
        "1 entity 'Southland' Modularity Class=2 b=0 g=0 r=0 size=4.0 x=3.0 y=0.25",
      ])
    #expect(relations(gephi) == ["0 signed 1 Edge Id=12 weight=1.0"])
    let cytoscape = try #require(GraphMLReadingTests.load(ToolSpecimens.cytoscape).graph)
    #expect(
      entities(cytoscape) == [
        "62 entity 'TP53' SUID=62 degree=1 selected=false", "63 entity 'MDM2' SUID=63 degree=1 selected=true",
      ])
    #expect(relations(cytoscape) == ["62 pp 63 SUID=64 name=TP53 (pp) MDM2 selected=false shared name=TP53 (pp) MDM2"])
    let tinkerpop = try #require(GraphMLReadingTests.load(ToolSpecimens.tinkerpop).graph)
    #expect(entities(tinkerpop) == ["1 person 'marko' age=29", "3 software 'lop' lang=java"])
    #expect(relations(tinkerpop) == ["1 created 3 weight=0.4"])
    #expect(tinkerpop.relation("9") != nil)
  }

  @Test("JGraphT")
  func jgrapht() throws {
    try withTemporaryFolder { folder in
      let jars = try FileManager.default.contentsOfDirectory(atPath: "/usr/share/java")
      let path = jars.filter { $0.hasPrefix("jgrapht") }.map { "/usr/share/java/\($0)" }.joined(separator: ":")
      let program = Client.repository.appending(path: "Tests/Clients/WriteGraphML.java").path
      try Client.run("/usr/bin/java", ["-cp", path, program, "\(folder)/graph.graphml"])
      let graph = try RelationGraph(contentsOf: ["\(folder)/graph.graphml"])
      #expect(entities(graph) == ["a entity '\(Self.label)'", "b entity 'Бета'", "c entity 'c'"])
      #expect(
        relations(graph) == [
          "a claims b weight=2.5", "a holds land b weight=1.0", "b part-of c weight=0.0", "c knows c weight=-1.0",
        ])
    }
  }
}
