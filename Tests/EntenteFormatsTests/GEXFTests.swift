import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("GEXF")
struct GEXFTests {
  private static let taken: Set = ["id", "label", "source"]

  private static let colors = [
    "person": "#ee8866", "state": "#779ede", "treaty": "#eedd88", "island": "#44bb99", "organization": "#bbafdf",
    "event": "#ffaabb", "place": "#bbcc33", "memorandum": "#dddddd",
  ]

  private func expected(_ graph: RelationGraph) -> ClientGraph {
    let tables = ExpectedTables { key, value in
      (Self.taken.contains(key) ? "attr_" + key : key, key == "mixed" ? .text(value.description) : ClientValue(value))
    }
    var expected = ClientGraph()
    for entity in graph.entities {
      var attributes = tables.attributes(of: entity)
      attributes["name"] = nil
      attributes["node_id"] = nil
      attributes["color"] = Self.colors[entity.kind.name].map { .text($0) }
      addSpan(to: &attributes)
      expected.nodes[entity.id] = attributes
    }
    for relation in graph.relations {
      var attributes = tables.attributes(of: relation)
      attributes["id"] = attributes.removeValue(forKey: "edge_id")
      attributes["interaction"] = nil
      attributes["symmetric"] = .boolean(!relation.type.directed)
      addSpan(to: &attributes)
      expected.edges.append(ClientGraph.Edge(relation.subject.id, relation.object.id, attributes))
    }
    return expected
  }

  private func addSpan(to attributes: inout [String: ClientValue]) {
    if attributes["possible_from"] != .number(Double(Int32.min)) { attributes["start"] = attributes["possible_from"] }
    if attributes["possible_to"] != .number(Double(Int32.max)) { attributes["end"] = attributes["possible_to"] }
  }

  @Test("arrives whole in NetworkX, with the years as numbers", arguments: Specimens.allCases)
  func arrives(specimen: Specimens) throws {
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.gexf, to: "\(folder)/graph.gexf")
      expectSame(try Client.graph("networkx_gexf", "\(folder)/graph.gexf"), expected(graph))
    }
  }

  @Test("is what GEXF 1.3 allows", arguments: Specimens.allCases)
  func valid(specimen: Specimens) throws {
    let graph = try specimen.graph()
    var options = ExportOptions()
    var positions = Positions()
    for entity in graph.entities { positions[entity] = Positions.Place(x: Double(entity.row), y: -1.5) }
    options.positions = positions
    try withTemporaryFolder { folder in
      try graph.write(.gexf, to: "\(folder)/graph.gexf", options: options)
      let grammar = Client.repository.appending(path: "Tests/Clients/gexf_13.rng").path
      try Client.run("/usr/bin/xmllint", ["--nonet", "--noout", "--relaxng", grammar, "\(folder)/graph.gexf"])
    }
  }

  @Test("every parallel edge has a kind of its own, also those of one type")
  func kinds() throws {
    let graph = try RelationGraph("Parallel") {
      let (japan, kurils) = (State("japan"), Island("kurils"))
      for year in ["1945", "1956", "1960"] { japan.claims(kurils, when: year) }
      japan.holds(kurils, when: "1875/1945")
    }
    let bytes = try ByteWriter.memory { try GEXF().write(graph.everything, options: ExportOptions(), to: &$0) }
    let kinds = String(decoding: bytes, as: UTF8.self).matches(of: /kind="([^"]*)"/).map { String($0.1) }
    #expect(kinds == ["claims", "claims 2", "claims 3", "holds"])
  }

  @Test("a character that XML cannot hold is an error that names the relation, and leaves the old file")
  func forbidden() throws {
    let graph = try RelationGraph("Forbidden") {
      State("japan").claims(Island("kurils"), note: "bell\u{7}", attributes: ["x": .text("\u{FFFE}")])
    }
    try withTemporaryFolder { folder in
      let path = "\(folder)/graph.gexf"
      try "old".write(toFile: path, atomically: true, encoding: .utf8)
      let failure = #expect(throws: CheckFailure.self) { try graph.write(.gexf, to: path) }
      #expect(
        failure?.diagnostics.map(\.finding.message) == [
          "the note of relation 'japan-claims-kurils' holds the character U+0007, which GEXF cannot hold",
          "the attribute 'x' of relation 'japan-claims-kurils' holds the character U+FFFE, which GEXF cannot hold",
        ])
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["graph.gexf"])
    }
  }

  @Test("a character that XML cannot hold is an error in an id and in a type's name, too")
  func forbiddenNames() throws {
    var draft = GraphDraft()
    draft.entity("a\u{1}", kind: "state")
    draft.entity("b", kind: "state")
    draft.relation("b", "bell\u{12}", "b", id: "r")
    let (graph, _) = draft.finish(title: "Names")
    for exporter in [GEXF(), GraphML()] as [any StreamingExporter] {
      let failure = #expect(throws: CheckFailure.self) { _ = try graph.everything.bytes(exporter) }
      let messages = failure?.diagnostics.map(\.finding.message) ?? []
      #expect(messages.contains { $0.contains("the id of entity") }, "\(messages)")
      #expect(messages.contains { $0.contains("the name of relation type") }, "\(messages)")
    }
  }
}
