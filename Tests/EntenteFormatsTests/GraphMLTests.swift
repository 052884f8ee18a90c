import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("GraphML")
struct GraphMLTests {
  /// The graph as the dialect has it: truth is a number, mixed values are text, tools' own names are prefixed. Numbers that not
  /// everyone has are NaN where they lack, which the clients take for absent.
  private func expected(_ selection: Selection, edgeIDs: Bool) -> ClientGraph {
    let tables = ExpectedTables { key, value in
      let name = ["size", "id", "label"].contains(key) ? "attr_" + key : key
      switch (key, value) {
      case ("is-old", .boolean(let boolean)), ("sure", .boolean(let boolean)): return (name, .number(boolean ? 1 : 0))
      case ("rank", _), ("share", _), ("id", _): return (name, ClientValue(value))
      default: return (name, .text(value.description))
      }
    }
    var graph = ClientGraph()
    for entity in selection.entities {
      var attributes = tables.attributes(of: entity)
      if entity.id == "µ-land" { attributes["original_id"] = .text(entity.id) }
      graph.nodes[mapped(entity.id)] = attributes
    }
    for relation in selection.relations {
      var attributes = tables.attributes(of: relation)
      if edgeIDs { attributes["id"] = .text(mapped(relation.id)) }
      if relation.id != mapped(relation.id) { attributes["original_id"] = .text(relation.id) }
      graph.edges.append(ClientGraph.Edge(mapped(relation.subject.id), mapped(relation.object.id), attributes))
    }
    return graph
  }

  private func mapped(_ id: String) -> String { id.replacingOccurrences(of: "µ", with: "_b5_") }

  @Test("arrives whole", arguments: ["networkx_graphml", "igraph_graphml", "rustworkx_graphml"], Specimens.allCases)
  func arrives(client: String, specimen: Specimens) throws {
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.graphml, to: "\(folder)/graph.graphml")
      let read = try Client.graph(client, "\(folder)/graph.graphml")
      #expect(read.directed == true)
      expectSame(read, expected(graph.everything, edgeIDs: client != "igraph_graphml"))
    }
  }

  @Test(
    "arrives in NetworKit, which knows no attributes, with every node and parallel edge", arguments: Specimens.allCases)
  func arrivesWithoutAttributes(specimen: Specimens) throws {
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.graphml, to: "\(folder)/graph.graphml")
      let read = try Client.graph("networkit_graphml", "\(folder)/graph.graphml")
      var expected = ClientGraph()
      for entity in graph.entities { expected.nodes[String(entity.row)] = [:] }
      expected.edges = graph.relations.map { ClientGraph.Edge("\($0.subject.row)", "\($0.object.row)", [:]) }
      expectSame(read, expected)
    }
  }

  @Test("arrives whole in graph-tool, under the ids as written", arguments: Specimens.allCases)
  func arrivesInGraphTool(specimen: Specimens) throws {
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.graphml, to: "\(folder)/graph.graphml")
      let script = Client.repository.appending(path: "Tests/Clients/graph_tool_graphml.py").path
      let data = try Client.run("/usr/bin/python3", [script, "\(folder)/graph.graphml"])
      let read = try JSONDecoder().decode(ClientGraph.self, from: data)
      var expected = expected(graph.everything, edgeIDs: false)
      expected.nodes = Dictionary(
        zip(graph.entities, graph.entities.map { expected.nodes[mapped($0.id)] ?? [:] }).map { ($0.id, $1) },
        uniquingKeysWith: { first, _ in first })
      expected.edges = zip(graph.relations, expected.edges).map {
        ClientGraph.Edge($0.subject.id, $0.object.id, $1.attributes)
      }
      expectSame(read, expected)
    }
  }

  @Test("is valid by the schema of GraphML 1.0", arguments: Specimens.allCases)
  func valid(specimen: Specimens) throws {
    try withTemporaryFolder { folder in
      try specimen.graph().write(.graphml, to: "\(folder)/graph.graphml")
      _ = try Client.python("graphml_schema", folder)
      try Client.run(
        "/usr/bin/xmllint", ["--nonet", "--noout", "--schema", "\(folder)/graphml.xsd", "\(folder)/graph.graphml"])
    }
  }

  private static let yEdShapes = [
    "person": "roundrectangle", "state": "rectangle", "treaty": "parallelogram2", "island": "hexagon",
    "organization": "rectangle3d", "event": "octagon", "place": "fatarrow", "memorandum": "parallelogram",
  ]

  @Test("for yEd, has labels, shapes and places, and every parallel edge", arguments: Specimens.allCases)
  func yEd(specimen: Specimens) throws {
    let graph = try specimen.graph()
    var options = ExportOptions()
    options.dialect = "yed"
    var positions = Positions()
    for entity in graph.entities { positions[entity] = Positions.Place(x: Double(entity.row) * 100, y: 50) }
    options.positions = positions
    try withTemporaryFolder { folder in
      try graph.write(.graphml, to: "\(folder)/graph.graphml", options: options)
      var expected = ClientGraph()
      for entity in graph.entities {
        let width = max(60, 20 + 8 * entity.name.unicodeScalars.count)
        var attributes: [String: ClientValue] = ["label": .text(entity.name)]
        attributes["shape_type"] = Self.yEdShapes[entity.kind.name].map { .text($0) }
        attributes["x"] = .text((Double(entity.row) * 100 - Double(width) / 2).description)
        attributes["y"] = .text("-65.0")
        expected.nodes[mapped(entity.id)] = attributes
      }
      expected.edges = graph.relations.map { relation in
        let status = relation.status == .asserted ? nil : "(\(relation.status.name))"
        let words = [relation.type.label, relation.when?.words, status].compactMap(\.self).joined(separator: "\n")
        var attributes: [String: ClientValue] = ["id": .text(mapped(relation.id)), "label": .text(words)]
        attributes["when"] = relation.when.map { .text($0.text) }
        return ClientGraph.Edge(mapped(relation.subject.id), mapped(relation.object.id), attributes)
      }
      expectSame(try Client.graph("networkx_yed", "\(folder)/graph.graphml"), expected)
    }
  }

  @Test("tells what it trims, renames and makes text or NaN, and why")
  func notes() throws {
    let graph = try RelationGraph("Notes") {
      State("japan", " Japan", note: "ends in a space ", attributes: ["size": .integer(1), "rank": .integer(3)])
      State("russia", attributes: ["mixed": .integer(1), "rank": .integer(1 << 40)])
      State("china", "\u{3000}", attributes: ["mixed": .text("a"), "rank": .integer(1)])
    }
    let losses = GraphML().losses(of: graph.everything, options: ExportOptions())
    #expect(
      losses.map { "\($0.severity): \($0.message)" } == [
        "note: GraphML: the attribute 'mixed' is text: its values are of different types",
        "note: GraphML: the attribute 'size' is called 'attr_size'",
        "note: GraphML: the attribute 'size' is a number that is NaN where an entity or relation lacks it",
        "note: GraphML: 2 texts without the white space at the ends",
      ])
    let bytes = try ByteWriter.memory { try GraphML().write(graph.everything, options: ExportOptions(), to: &$0) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#"<key id="n_rank" for="node" attr.name="rank" attr.type="long"/>"#))
    #expect(text.contains(#"<key id="n_attr_size" for="node" attr.name="attr_size" attr.type="double"/>"#))
    #expect(
      text.contains(#"<data key="n_attr_size">1</data>"#) && text.contains(#"<data key="n_attr_size">NaN</data>"#))
    #expect(text.contains(#"<data key="n_label">Japan</data>"#))
    #expect(text.contains(#"<data key="n_note">ends in a space</data>"#))
    #expect(text.contains("<data key=\"n_label\">\u{3000}</data>"))
  }

  @Test("keeps to the dialect: one line of it each")
  func dialect() throws {
    let bytes = try ByteWriter.memory {
      try GraphML().write(try Specimens.nasty.graph().everything, options: ExportOptions(), to: &$0)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let keys = text.matches(of: /<key id="([^"]*)" for="([^"]*)" attr.name="([^"]*)" attr.type="([^"]*)"\/>/)
    #expect(Set(keys.map(\.1)).count == keys.count, "ids of keys are unique across nodes and edges")
    #expect(Set(keys.map(\.2)) == ["node", "edge"])
    #expect(Set(keys.map(\.4)).isSubset(of: ["int", "long", "double", "string"]))
    let types = Dictionary(grouping: keys, by: \.3).mapValues { Set($0.map(\.4)) }
    #expect(types.values.allSatisfy { $0.count == 1 }, "a name has one type, on nodes and edges alike")
    #expect(text.contains(#"<graph edgedefault="directed">"#) && !text.contains(" directed="))
    #expect(!text.contains("<default") && !text.contains("CDATA") && !text.contains("\"></data>"))
    let lastNode = try #require(text.ranges(of: "<node ").last)
    let firstEdge = try #require(text.ranges(of: "<edge ").first)
    #expect(lastNode.lowerBound < firstEdge.lowerBound)
  }
}
