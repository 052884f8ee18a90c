import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("RDF")
struct RDFTests {
  private func expected(_ graph: RelationGraph) -> ClientGraph {
    let tables = ExpectedTables { key, value in ("own " + key, ClientValue(value)) }
    var expected = ClientGraph()
    for entity in graph.entities {
      var attributes = tables.attributes(of: entity)
      for name in ["label", "node_id"] { attributes[name] = nil }
      attributes["citations"] = sorted(entity.citations)
      if !entity.aliases.isEmpty {
        let aliases = entity.aliases.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        attributes["aliases"] = .list(aliases.map { .text($0) })
      }
      if !entity.sameAs.isEmpty {
        attributes["same_as"] = .list(entity.sameAs.compactMap { SameAs.iri(of: $0) }.sorted().map { .text($0) })
      }
      expected.nodes[entity.id] = attributes
    }
    for relation in graph.relations {
      var attributes = tables.attributes(of: relation)
      attributes["id"] = attributes.removeValue(forKey: "edge_id")
      for name in ["interaction", "symmetric"] { attributes[name] = nil }
      attributes["citations"] = sorted(relation.citations)
      expected.edges.append(ClientGraph.Edge(relation.subject.id, relation.object.id, attributes))
    }
    return expected
  }

  /// What ids are fragments of, unless it is given.
  private func base(of graph: RelationGraph) -> String {
    let unreserved = CharacterSet(charactersIn: "-._~").union(CharacterSet(charactersIn: "a"..."z"))
      .union(CharacterSet(charactersIn: "A"..."Z")).union(CharacterSet(charactersIn: "0"..."9"))
    return "urn:entente:" + (graph.title.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "")
  }

  /// As the client sorts them: by their members' texts, in the order of the members' names.
  private func sorted(_ citations: [Citation]) -> ClientValue? {
    if citations.isEmpty { return nil }
    let rows = citations.map { citation in
      let members: [(String, ClientValue?)] = [
        ("document", .text(citation.document)), ("paragraph", citation.paragraph.map { .number(Double($0)) }),
        ("prefix", citation.prefix.map { .text($0) }), ("quote", citation.quote.map { .text($0) }),
        ("suffix", citation.suffix.map { .text($0) }),
      ]
      let key = [
        citation.document, citation.paragraph.map { String($0) }, citation.prefix, citation.quote, citation.suffix,
      ].compactMap(\.self)
      return (key: key, members: members.compactMap { name, value in value.map { (name, $0) } })
    }
    return .list(
      rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
        .object(Dictionary($0.members, uniquingKeysWith: { first, _ in first }))
      })
  }

  @Test(
    "arrives whole, as SPARQL tells it",
    arguments: ["rdflib ttl", "pyoxigraph ttl", "rdflib jsonld", "pyoxigraph jsonld"],
    Specimens.allCases)
  func arrives(reader: String, specimen: Specimens) throws {
    let graph = try specimen.graph()
    let (tool, ending) = (String(reader.split(separator: " ")[0]), String(reader.split(separator: " ")[1]))
    try withTemporaryFolder { folder in
      let path = "\(folder)/graph.\(ending)"
      if ending == "ttl" { try graph.write(.turtle, to: path) } else { try graph.write(.jsonLD, to: path) }
      let data = try Client.python("rdf_graph", tool, path, ending, base(of: graph))
      expectSame(try JSONDecoder().decode(ClientGraph.self, from: data), expected(graph))
    }
  }

  @Test("Turtle and JSON-LD say the same", arguments: Specimens.allCases)
  func same(specimen: Specimens) throws {
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.turtle, to: "\(folder)/graph.ttl")
      try graph.write(.jsonLD, to: "\(folder)/graph.jsonld")
      let answer = try Client.python("rdf_same", "\(folder)/graph.ttl", "\(folder)/graph.jsonld")
      #expect(String(decoding: answer, as: UTF8.self) == "the same\n")
    }
  }
}
