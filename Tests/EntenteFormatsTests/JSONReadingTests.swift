import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("Reading graphs in JSON")
struct JSONReadingTests {
  private func load(_ text: String, format: String = "json", map: [String] = []) -> LoadedGraph {
    var source = Source.bytes(Array(text.utf8), name: "graph.json")
    for mapping in map { _ = source.options.add(mapping: mapping) }
    return LoadedGraph([source], format: format)
  }

  private func graph(_ text: String, format: String = "json", map: [String] = []) throws -> RelationGraph {
    let loaded = load(text, format: format, map: map)
    return try #require(loaded.graph, "\(loaded.diagnostics)")
  }

  private func entities(_ graph: RelationGraph) -> [String] {
    graph.entities.map { entity in
      let attributes = entity.attributes.map { " \($0.key)=\($0.value)" }.joined()
      return "\(entity.id) \(entity.kind.name) '\(entity.name)'\(attributes)"
    }
  }

  private func relations(_ graph: RelationGraph) -> [String] {
    graph.relations.map { relation in
      let attributes = relation.attributes.map { " \($0.key)=\($0.value)" }.joined()
      let citations = relation.citations.map { " [\($0.document)\($0.quote.map { " \"\($0)\"" } ?? "")]" }.joined()
      return "\(relation.head)\(attributes)\(citations)"
    }
  }

  @Test("ids that are numbers or lists, nested values, null and NaN, edges before nodes, directions")
  func nodeLink() throws {
    let graph = try graph(
      """
      {"directed": false, "links": [{"source": 1, "target": [2, "x"], "type": "knows", "n": NaN, "deep": {"a": [1, null, true]}},
        {"source": "z", "target": 1, "directed": true, "type": "knows"}],
       "nodes": [{"id": 1, "label": "One", "ok": true, "none": null, "big": 9007199254740993}, {"id": [2, "x"], "x": 1.5},
        {"id": "z", "aliases": ["a", "b"]}]}
      """)
    #expect(
      entities(graph) == [
        "1 entity 'One' big=9007199254740993 ok=true", "[2,\"x\"] entity '[2,\"x\"]' x=1.5", "z entity 'z'",
      ])
    #expect(graph.entities[2].aliases == ["a", "b"])
    #expect(relations(graph) == ["1 knows [2,\"x\"] deep={\"a\":[1,null,true]}", "z knows 1"])
  }

  @Test("old D3 files, whose links count the nodes")
  func counted() throws {
    let graph = try graph(
      #"{"nodes":[{"name":"A","group":1},{"name":"B"}],"links":[{"source":0,"target":1,"value":3}]}"#)
    #expect(entities(graph) == ["A entity 'A' group=1", "B entity 'B'"])
    #expect(relations(graph) == ["A related-to B value=3"])
  }

  @Test("Cytoscape's elements, in an object or in one list, with their own things left out")
  func cytoscape() throws {
    let elements = try graph(
      """
      {"format_version":"1.0","data":{"shared_name":"n","SUID":1},"elements":{
        "nodes":[{"data":{"id":"1","SUID":5,"shared_name":"TP53","name":"TP53","selected":false},"position":{"x":1,"y":2},"selected":false},
          {"data":{"id":"2","parent":"1","name":"MDM2"}}],
        "edges":[{"data":{"id":"9","source":"1","target":"2","interaction":"pp","shared_interaction":"pp","weight":2}}]}}
      """, format: "cyjs")
    #expect(entities(elements) == ["1 entity 'TP53'", "2 entity 'MDM2'"])
    #expect(relations(elements) == ["1 pp 2 weight=2"])
    #expect(elements.relation("9") != nil)
    let list = try graph(
      #"[{"group":"nodes","data":{"id":"a"}},{"data":{"id":"b"}},{"data":{"id":"ab","source":"a","target":"b"}}]"#)
    #expect(relations(list) == ["a related-to b"])
  }

  @Test("LangChain's graph documents: types, properties, and the document that they come from")
  func langChain() throws {
    let document = """
      {"nodes": [{"id": "Japan", "type": "State", "properties": {"capital": "Tokyo"}}, {"id": "Habomai", "type": "Island"}],
       "relationships": [{"source": {"id": "Japan", "type": "State"}, "target": {"id": "Habomai", "type": "Island"}, "type": "CLAIMS",
          "properties": {"evidence": "lays claim"}}],
       "source": {"page_content": "Japan lays claim to Habomai.", "metadata": {"source": "kurils", "title": "The Kurils"}, "type": "Document"}}
      """
    for text in [document, "[\(document)]"] {
      let graph = try graph(text)
      #expect(entities(graph) == ["Japan State 'Japan' capital=Tokyo", "Habomai Island 'Habomai'"])
      #expect(relations(graph) == ["Japan CLAIMS Habomai [kurils \"lays claim\"]"])
      #expect(graph.document("kurils")?.title == "The Kurils")
    }
  }

  /// As sift-kg writes it.
  private static let sift = """
    {"metadata": {"entity_count": 2, "sift_kg_version": "0.9"},
     "nodes": [{"id": "person:abe", "entity_type": "PERSON", "name": "Shinzo Abe", "confidence": 0.9,
        "source_documents": ["talks"], "attributes": {"office": "prime minister"}},
       {"id": "person:putin", "entity_type": "PERSON", "name": "Vladimir Putin", "confidence": 0.95, "source_documents": []}],
     "links": [{"source": "person:abe", "target": "person:putin", "relation_id": "person:abe|MET|person:putin", "relation_type": "MET",
        "confidence": 0.8, "evidence": "met in Singapore", "source_document": "talks", "support_count": 1,
        "mentions": [{"source_document": "talks", "confidence": 0.8, "evidence": "met in Singapore", "relation_id": "r1"}]}]}
    """

  @Test("sift-kg's graphs: what it gives as evidence is a citation")
  func siftKG() throws {
    let graph = try graph(Self.sift)
    #expect(
      entities(graph) == [
        "person:abe PERSON 'Shinzo Abe' confidence=0.9 office=prime minister",
        "person:putin PERSON 'Vladimir Putin' confidence=0.95",
      ])
    #expect(
      relations(graph) == ["person:abe MET person:putin confidence=0.8 support_count=1 [talks \"met in Singapore\"]"])
    #expect(graph.entity("person:abe")?.citations.map(\.document) == ["talks"])
  }

  @Test("evidence is looked up in the document like any other citation")
  func verified() throws {
    try withTemporaryFolder { folder in
      try Self.sift.write(toFile: "\(folder)/graph.json", atomically: true, encoding: .utf8)
      try "The two met in Singapore.".write(toFile: "\(folder)/talks.txt", atomically: true, encoding: .utf8)
      let good = LoadedGraph(contentsOf: ["\(folder)/graph.json"], documents: folder)
      #expect(good.graph != nil)
      #expect(good.citations.verified == 2)
      try "The two met in Osaka.".write(toFile: "\(folder)/talks.txt", atomically: true, encoding: .utf8)
      let bad = LoadedGraph(contentsOf: ["\(folder)/graph.json"], documents: folder)
      let error = try #require(bad.diagnostics.first { $0.severity == .error })
      #expect(error.finding.message.contains("the quote is not found"))
      #expect(error.place?.line == 6)
    }
  }

  @Test("docling-graph's exports: the class is the kind")
  func docling() throws {
    let graph = try graph(
      """
      {"nodes": [{"id": "Person_1", "label": "Person", "type": "entity", "__class__": "Person", "name": "Marie", "address": {"city": "Paris"}},
        {"id": "Org_1", "label": "Organization", "type": "entity", "__class__": "Organization", "seats": null}],
       "edges": [{"source": "Person_1", "target": "Org_1", "label": "works_for"}], "metadata": {"node_count": 2, "edge_count": 1}, "graph": {}}
      """)
    #expect(
      entities(graph) == [
        "Person_1 Person 'Marie' address={\"city\":\"Paris\"} type=entity", "Org_1 Organization 'Org_1' type=entity",
      ])
    #expect(relations(graph) == ["Person_1 works_for Org_1"])
  }

  @Test("statements, whose ends nobody declares")
  func statements() throws {
    let graph = try graph(
      """
      [{"subject": "Japan", "subject_type": "state", "predicate": "claims", "object": "Habomai", "evidence": "lays claim", "source": "kurils"},
       {"subject": "Japan", "predicate": "met", "object": "Russia"}]
      """)
    #expect(entities(graph) == ["Japan state 'Japan'", "Habomai entity 'Habomai'", "Russia entity 'Russia'"])
    #expect(relations(graph) == ["Japan claims Habomai [kurils \"lays claim\"]", "Japan met Russia"])
  }

  @Test("Every character of Unicode may stand in a text, also those that XML has not, and comes back")
  func noncharacters() throws {
    let numbers: [UInt32] = [0xFFFF, 0xFFFE, 0xFDD0, 0x10FFFF]
    let id = "a" + String(String.UnicodeScalarView(numbers.compactMap { Unicode.Scalar($0) }))
    #expect(id.unicodeScalars.count == 5)
    let read = try graph(#"{"nodes":[{"id":"\#(id)"}],"edges":[]}"#)
    #expect(read.entities.map(\.id) == [id])
    let written = String(decoding: try read.everything.bytes(NodeLink()), as: UTF8.self)
    #expect(try graph(written) == read)
  }

  @Test(
    "every fault at its place",
    arguments: [
      (#"{"nodes":[{"id":"a"}],"edges":[{"source":"a","target":"b"}]}"#, "1:56 no entity has the id 'b'"),
      (#"{"nodes":[{"id":"a"},{"id":"a"}],"edges":[]}"#, "1:29 the file has a node 'a' already"),
      (#"{"nodes":[{}],"edges":[]}"#, "1:11 the node has no id"),
      (#"{"nodes":[1],"edges":[]}"#, "1:11 a node is an object"),
      (#"{"nodes":[],"edges":[{"target":"a"}]}"#, "1:22 the edge has no source"),
      (#"{"nodes":[{"id":"a","x":1,"x":2}],"edges":[]}"#, "1:31 'x' stands in this object a second time"),
      (#"{"nodes":[{"id":"a","x":1,"":2}],"edges":[]}"#, "1:30 an attribute of 'a' has no name"),
      (#"{"nodes":[{"id":"a","x":1e999}],"edges":[]}"#, "1:25 the number 1e999 is too large"),
      (
        #"{"nodes":[{"id":"a","x":99999999999999999999}],"edges":[]}"#,
        "1:25 the number 99999999999999999999 is too large"
      ),
      (#"{"nodes":[{"id":"a"}"#, "1:21 the file ends in the middle of its JSON"),
      (#"{"a":1,"b":2}"#, "1:1 nothing in this file is a graph"), ("", "0:0 the file is empty"),
      (" \n\n", "0:0 the file is empty"),
      ("<graphml/>", "0:0 this is no JSON: it looks like GraphML"),
      ("a,b\n1,2\n", "0:0 this is no JSON: it looks like a table"),
    ])
  func faults(text: String, message: String) {
    let found = load(text).diagnostics.filter { $0.severity == .error }.map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.finding.message)"
    }
    #expect(found.count == 1 && found[0].hasPrefix(message), "\(found)")
  }
}
