import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("JSON")
struct JSONTests {
  private static let taken: Set = ["id", "label", "source", "key"]

  /// Everything is what it is; where a name has one type, mixed attributes are text.
  private func tables(isTyped: Bool) -> ExpectedTables {
    ExpectedTables { key, value in
      let name = Self.taken.contains(key) ? "attr_" + key : key
      return (name, isTyped && key == "mixed" ? .text(value.description) : ClientValue(value))
    }
  }

  private func expected(
    _ graph: RelationGraph, isTyped: Bool, node: (Entity, inout [String: ClientValue]) -> Void,
    edge: (Relation, inout [String: ClientValue]) -> Void
  ) -> ClientGraph {
    let tables = tables(isTyped: isTyped)
    var expected = ClientGraph()
    for entity in graph.entities {
      var attributes = tables.attributes(of: entity)
      if !entity.aliases.isEmpty { attributes["aliases"] = .list(entity.aliases.map { .text($0) }) }
      if !entity.sameAs.isEmpty { attributes["same_as"] = .list(entity.sameAs.map { .text($0) }) }
      attributes["node_id"] = nil
      node(entity, &attributes)
      expected.nodes[entity.id] = attributes
    }
    for relation in graph.relations {
      var attributes = tables.attributes(of: relation)
      attributes["edge_id"] = nil
      attributes["symmetric"] = .boolean(!relation.type.directed)
      edge(relation, &attributes)
      expected.edges.append(ClientGraph.Edge(relation.subject.id, relation.object.id, attributes))
    }
    return expected
  }

  /// Citations as JSON objects.
  private func objects(_ citations: [Citation]) -> ClientValue? {
    if citations.isEmpty { return nil }
    return .list(
      citations.map { citation in
        var members: [String: ClientValue] = ["document": .text(citation.document)]
        members["paragraph"] = citation.paragraph.map { .number(Double($0)) }
        members["quote"] = citation.quote.map { .text($0) }
        members["prefix"] = citation.prefix.map { .text($0) }
        members["suffix"] = citation.suffix.map { .text($0) }
        return .object(members)
      })
  }

  @Test("node-link arrives whole in NetworkX", arguments: Specimens.allCases)
  func nodeLink(specimen: Specimens) throws {
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.nodeLink, to: "\(folder)/graph.json")
      let read = try Client.graph("networkx_node_link", "\(folder)/graph.json")
      #expect(read.directed == true)
      let expected = expected(graph, isTyped: false) { entity, attributes in
        attributes["label"] = nil
        attributes["citations"] = objects(entity.citations)
      } edge: { relation, attributes in
        attributes["id"] = .text(relation.id)
        attributes["interaction"] = nil
        attributes["citations"] = objects(relation.citations)
      }
      expectSame(read, expected)
    }
  }

  @Test("Cytoscape's JSON arrives whole in NetworkX", arguments: Specimens.allCases)
  func cytoscape(specimen: Specimens) throws {
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.cytoscape, to: "\(folder)/graph.cyjs")
      let read = try Client.graph("networkx_cytoscape", "\(folder)/graph.cyjs")
      let expected = expected(graph, isTyped: true) { entity, attributes in
        attributes["id"] = .text(entity.id)
        attributes["value"] = .text(entity.id)
      } edge: { relation, attributes in
        attributes["id"] = .text(relation.id)
        attributes["key"] = .text(relation.id)
        attributes["source"] = .text(relation.subject.id)
        attributes["target"] = .text(relation.object.id)
      }
      expectSame(read, expected)
    }
  }

  @Test("places of a layout reach Cytoscape, which counts downwards")
  func places() throws {
    let graph = try RelationGraph("Placed") { State("japan") }
    var options = ExportOptions()
    var positions = Positions()
    positions[graph.entities[0]] = Positions.Place(x: 12.5, y: 36)
    options.positions = positions
    let bytes = try ByteWriter.memory { try Cytoscape().write(graph.everything, options: options, to: &$0) }
    #expect(String(decoding: bytes, as: UTF8.self).contains(#""position":{"x":12.5,"y":-36.0}"#))
  }
}
