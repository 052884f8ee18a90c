import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("Cypher")
struct CypherTests {
  private func expected(_ graph: RelationGraph) -> ClientGraph {
    let tables = ExpectedTables { key, value in
      let name = ["id", "label"].contains(key) ? "attr_" + key : key
      return (name, key == "mixed" ? .text(value.description) : ClientValue(value))
    }
    var expected = ClientGraph()
    for entity in graph.entities {
      var attributes = tables.attributes(of: entity)
      if !entity.aliases.isEmpty { attributes["aliases"] = .list(entity.aliases.map { .text($0) }) }
      if !entity.sameAs.isEmpty { attributes["same_as"] = .list(entity.sameAs.map { .text($0) }) }
      for name in ["label", "node_id"] { attributes[name] = nil }
      expected.nodes[entity.id] = attributes
    }
    for relation in graph.relations {
      var attributes = tables.attributes(of: relation)
      attributes["id"] = attributes.removeValue(forKey: "edge_id")
      attributes["symmetric"] = .boolean(!relation.type.directed)
      attributes["interaction"] = nil
      expected.edges.append(ClientGraph.Edge(relation.subject.id, relation.object.id, attributes))
    }
    return expected
  }

  private struct Documents: Decodable {
    let documents: [[String: String]]
  }

  private func properties(of document: Document) -> [String: String] {
    var properties = ["id": document.id]
    properties["title"] = document.title
    properties["publisher"] = document.publisher
    properties["date"] = document.date?.text
    properties["text"] = document.text
    properties["url"] = document.url
    return properties
  }

  @Test("arrives whole, once, when its statements are run twice in LadybugDB", arguments: Specimens.allCases)
  func arrives(specimen: Specimens) throws {
    let graph = try specimen.graph()
    var options = ExportOptions()
    options.dialect = "ladybug"
    try withTemporaryFolder { folder in
      try graph.write(.cypher, to: "\(folder)/graph.cypher", options: options)
      let data = try Client.python("ladybug_cypher", "\(folder)/graph.cypher")
      expectSame(try JSONDecoder().decode(ClientGraph.self, from: data), expected(graph))
      let documents = try JSONDecoder().decode(Documents.self, from: data).documents
      #expect(documents == graph.documents.map(properties).sorted { "\($0["id"] ?? "")" < "\($1["id"] ?? "")" })
    }
  }

  @Test("for Neo4j it is the same statements after a constraint in place of tables", arguments: Specimens.allCases)
  func neo4j(specimen: Specimens) throws {
    let graph = try specimen.graph().everything
    func lines(_ dialect: String?) throws -> [Substring] {
      var options = ExportOptions()
      options.dialect = dialect
      let bytes = try ByteWriter.memory { try Cypher().write(graph, options: options, to: &$0) }
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
    let (plain, tables) = (try lines(nil), try lines("ladybug"))
    #expect(
      plain.prefix(2) == [
        "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;",
        "CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE;",
      ])
    #expect(Array(plain.dropFirst(2)) == tables.filter { !$0.contains(" TABLE IF NOT EXISTS ") })
    #expect(plain.count == 2 + graph.graph.documents.count + graph.entities.count + graph.relations.count)
  }
}
