import Entente
import EntenteFormats
import Foundation
import Testing

/// What tools of network analysis ask of a file beyond its nodes and edges: directions, weights, answers.
@Suite("Directions, weights and answers")
struct QuestionsOfToolsTests {
  private func allies() throws -> RelationGraph {
    try RelationGraph("Allies") {
      let (a, b, c) = (State("a"), State("b"), State("c"))
      a.alliedWith(b, when: "1950/1960", attributes: ["weight": .integer(3), "volume": .number(12.5)])
      b.alliedWith(c, when: "1950", attributes: ["weight": .integer(2)])
      a.recognizes(c, when: "1955/", attributes: ["word": .text("x")])
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func notes(_ exporter: some StreamingExporter, _ selection: Selection, _ options: ExportOptions) -> [String] {
    exporter.losses(of: selection, options: options).map { "\($0.severity): \($0.message)" }
      .filter { $0.contains("direction") }
  }

  @Test("types without a direction alone make an undirected graph, in NetworkX and igraph")
  func undirected() throws {
    let graph = try allies()
    let allied = try graph.selecting(Filter(types: ["allied-with"]))
    try withTemporaryFolder { folder in
      for (selection, isDirected) in [(allied, false), (graph.everything, true)] {
        try selection.write(.graphml, to: "\(folder)/graph.graphml")
        try selection.write(.nodeLink, to: "\(folder)/graph.json")
        try selection.write(.cytoscape, to: "\(folder)/graph.cyjs")
        #expect(try Client.graph("networkx_graphml", "\(folder)/graph.graphml").directed == isDirected)
        #expect(try Client.graph("igraph_graphml", "\(folder)/graph.graphml").directed == isDirected)
        #expect(try Client.graph("networkx_node_link", "\(folder)/graph.json").directed == isDirected)
      }
    }
    #expect(text(try allied.bytes(.gexf)).contains("defaultedgetype=\"undirected\""))
    #expect(text(try allied.bytes(.cytoscape)).contains("\"directed\":false"))
    let dot = text(try allied.bytes(.dot))
    #expect(dot.hasPrefix("graph ") && dot.contains("\"a\" -- \"b\"") && !dot.contains("->"))
  }

  @Test("a mixed selection says so, and one without directions by request, too")
  func mixed() throws {
    let graph = try allies()
    var options = ExportOptions()
    #expect(
      notes(.graphml, graph.everything, options) == [
        "note: GraphML: 2 of 3 relations have no direction and are written with one, as the others are"
      ])
    #expect(notes(.dot, graph.everything, options).isEmpty, "DOT has edges without arrows")
    #expect(notes(.graphml, try graph.selecting(Filter(types: ["allied-with"])), options).isEmpty)
    options.isUndirected = true
    #expect(
      notes(.gexf, graph.everything, options) == [
        "note: GEXF: 1 of 3 relations have a direction and are written without one"
      ])
    #expect(text(try graph.everything.bytes(.graphml, options: options)).contains("edgedefault=\"undirected\""))
    #expect(text(try graph.everything.bytes(.dot, options: options)).contains("\"a\" -- \"c\""))
  }

  @Test("a numeric weight is the weight, with NaN where it lacks; without one there is none")
  func weight() throws {
    let graph = try allies()
    try withTemporaryFolder { folder in
      try graph.write(.graphml, to: "\(folder)/graph.graphml")
      let edges = try Client.graph("networkx_graphml", "\(folder)/graph.graphml").edges
      let weights = Dictionary(edges.map { ("\($0.source)\($0.target)", $0.attributes["weight"]) }) { first, _ in first
      }
      #expect(weights == ["ab": .number(3), "bc": .number(2), "ac": nil])
      try Specimens.seed.graph().write(.graphml, to: "\(folder)/seed.graphml")
      let seed = try Client.graph("networkx_graphml", "\(folder)/seed.graphml").edges
      #expect(seed.allSatisfy { $0.attributes["weight"] == nil })
    }
    let gexf = text(try graph.everything.bytes(.gexf))
    #expect(gexf.contains(#"target="b" weight="3""#) && !gexf.contains(#"weight="1.0""#))
  }

  @Test("another attribute can be the weight, and what is none is an error that lists what could be")
  func otherWeight() throws {
    let graph = try allies()
    var options = ExportOptions()
    options.weight = "volume"
    try withTemporaryFolder { folder in
      try graph.write(.graphml, to: "\(folder)/graph.graphml", options: options)
      let edges = try Client.graph("igraph_graphml", "\(folder)/graph.graphml").edges
      #expect(edges.map { $0.attributes["weight"] } == [.number(12.5), nil, nil])
      #expect(edges.map { $0.attributes["attr_weight"] } == [.number(3), .number(2), nil])
    }
    for (name, message) in [
      ("word", "the attribute 'word' is no weight: not all its values are numbers"),
      ("none", "no relation has an attribute 'none' that could be the weight"),
    ] {
      options.weight = name
      for exporter in [GraphML(), GEXF(), NodeLink(), Cytoscape(), CSV()] as [any StreamingExporter] {
        let failure = #expect(throws: CheckFailure.self) { try graph.everything.writeAny(exporter, options) }
        #expect(failure?.diagnostics.map(\.finding.message) == [message])
        #expect(failure?.diagnostics.first?.finding.advice == ["numbers are: volume, weight"])
      }
    }
    // A year without any is no error: other years have some.
    options.weight = "volume"
    let later = try graph.selecting(Filter(years: YearRange(1999)))
    #expect(!later.relations.isEmpty)
    #expect(!text(try later.bytes(.graphml, options: options)).contains("weight"))
  }

  @Test(
    "a selection by year carries its answer",
    arguments: ["graphml", "gexf", "json", "cyjs", "cypher", "ttl", "jsonld", "dot"])
  func answers(ending: String) async throws {
    let graph = try allies()
    let exporter = try #require(Exporters.all.exporter(ending: ending) as? any StreamingExporter)
    let year = text(try graph.selecting(Filter(years: YearRange(1956))).bytesOfAny(exporter))
    #expect(year.contains("certain") && year.contains(/answer/))
    #expect(
      year.contains("possible\"") || year.contains("possible<") || year.contains("possible'")
        || year.contains("/possible>"))
    let whole = text(try graph.everything.bytesOfAny(exporter))
    #expect(!whole.contains("answer"))
  }

  @Test("only what ends CDATA is escaped of the signs for greater than, since Tulip cuts a text at others")
  func greater() throws {
    let graph = try RelationGraph("a > b") {
      State("japan", "x > y", note: "]]> and ] ]>", attributes: ["k": .text(">]]>]]")])
    }
    let written = text(try graph.everything.bytes(.graphml))
    #expect(written.contains(">x > y<") && written.contains(">]]&gt; and ] ]><") && written.contains(">>]]&gt;]]<"))
    try withTemporaryFolder { folder in
      try graph.write(.graphml, to: "\(folder)/graph.graphml")
      let node = try Client.graph("igraph_graphml", "\(folder)/graph.graphml").nodes["japan"]
      #expect(node?["note"] == .text("]]> and ] ]>") && node?["k"] == .text(">]]>]]"))
    }
  }

  @Test(
    "the base is checked",
    arguments: [
      ("no iri", "it has no scheme such as https:"), ("https:", "nothing stands after its scheme"),
      ("https://example.org/a b", "' ' cannot stand in it"),
      ("urn:x#y", "it has a fragment, which is where the ids will stand"),
      ("urn:100%", "a % in it is not followed by two hexadecimal digits"),
    ])
  func base(text: String, problem: String) throws {
    var options = ExportOptions()
    options.base = text
    let graph = try RelationGraph("") { State("japan") }
    let failure = #expect(throws: CheckFailure.self) { try graph.everything.bytes(.turtle, options: options) }
    #expect(failure?.diagnostics.first?.finding.message == "'\(text)' is no base for IRIs: \(problem)")
    options.base = "https://example.org/café%20"
    #expect(
      self.text(try graph.everything.bytes(.turtle, options: options)).hasPrefix(
        "@base <https://example.org/café%20> .\n"))
    #expect(self.text(try graph.everything.bytes(.jsonLD)).contains(#""@base":"urn:entente:graph""#))
  }
}

extension Selection {
  fileprivate func writeAny(_ exporter: some StreamingExporter, _ options: ExportOptions) throws {
    if exporter.format.isFolder {
      _ = try files(exporter, options: options)
    } else {
      _ = try bytes(exporter, options: options)
    }
  }

  fileprivate func bytesOfAny(_ exporter: some StreamingExporter) throws -> [UInt8] { try bytes(exporter) }
}
