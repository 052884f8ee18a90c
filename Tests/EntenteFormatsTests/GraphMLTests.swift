import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("GraphML")
struct GraphMLTests {
  /// The graph as the dialect has it: numbers that not everyone has, and mixed values, are text; tools' own names are prefixed.
  private func expected(_ selection: Selection, edgeIDs: Bool) -> ClientGraph {
    let tables = ExpectedTables { key, value in
      let name = ["size", "id", "label"].contains(key) ? "attr_" + key : key
      switch (key, value) {
      case ("is-old", .boolean(let boolean)): return (name, .number(boolean ? 1 : 0))
      case ("rank", _), ("share", _): return (name, ClientValue(value))
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
}
