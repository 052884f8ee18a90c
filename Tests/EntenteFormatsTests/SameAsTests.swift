import Entente
import EntenteFormats
import Testing

/// What entities are in registries.
@Suite("Names in registries")
struct SameAsTests {
  @Test(
    "CURIEs of known registries have an IRI, IRIs are their own, all else is nothing",
    arguments: [
      ("wikidata:Q17", "http://www.wikidata.org/entity/Q17"), ("geonames:1861060", "https://sws.geonames.org/1861060/"),
      ("orcid:0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
      ("isni:0000000121032683", "https://isni.org/isni/0000000121032683"), ("urn:isbn:1", "urn:isbn:1"),
      ("https://example.org/日本?a=1#b", "https://example.org/日本?a=1#b"), ("wikidata:17", nil), ("wikidata:", nil),
      ("orcid:0000-0002-1825-0098", nil), ("q17", nil), ("", nil), (":x", nil), ("nowhere:1", nil),
      ("https://a b", nil), ("https://a|b", nil), ("geonames:٣", nil),
    ])
  func iris(text: String, iri: String?) { #expect(SameAs.iri(of: text) == iri) }

  @Test("A graph file has one or several; what is wrong is said where it stands, with the nearest registry")
  func graphFile() throws {
    let graph = try TemporaryFolder.graph(
      "states:\n  japan: {name: Japan, same-as: wikidata:Q17}\n  x: {name: X, same-as: [\"gnd:4028495-5\", urn:x:y]}\n")
    #expect(graph.entities.map(\.sameAs) == [["wikidata:Q17"], ["gnd:4028495-5", "urn:x:y"]])
    let folder = try TemporaryFolder([
      "graph.yaml": "states:\n  a:\n    name: A\n    same-as: [wikidata:Q1, wikidat:Q2, viaf:x, Japan]\n"
    ])
    let found = folder.load("graph.yaml").diagnostics.filter { $0.severity == .error }
    #expect(found.map { $0.place?.position.column } == [28, 40, 48])
    #expect(found.first?.finding.message == "there is no registry 'wikidat' here: 'wikidat:Q2'")
    #expect(found.first?.finding.advice.contains("did you mean 'wikidata'?") == true)
    #expect(found.dropFirst().first?.finding.message == "'viaf:x' is no id of VIAF")
  }

  @Test("Swift, merging and every format that is read give them back")
  func everywhere() throws {
    let graph = try RelationGraph("Test") {
      State("japan", "Japan", sameAs: ["wikidata:Q17", "https://example.org/a;b"])
      State("x", "X")
    }
    #expect(graph.entities[0].sameAs == ["wikidata:Q17", "https://example.org/a;b"])
    let more = try RelationGraph("Test") { State("japan", sameAs: ["wikidata:Q17", "geonames:1861060"]) }
    #expect(try graph.merging(more).entities[0].sameAs.count == 3)
    for exporter in [GraphFile(), GraphML(), GEXF(), NodeLink(), Cytoscape()] as [any StreamingExporter & Importer] {
      let bytes = try ByteWriter.memory { try exporter.write(graph.everything, options: .init(), to: &$0) }
      let again = LoadedGraph(
        [.bytes(bytes, name: "x")], importers: [exporter], format: exporter.format.endings[0])
      #expect(again.graph == graph, "\(exporter.format.name): \(again.diagnostics)")
    }
    let table = LoadedGraph(
      [.bytes(Array("id,name,same_as\na,A,wikidata:Q1|urn:x:y\nb,B,\n".utf8), name: "nodes.csv")], format: "csv")
    #expect(table.graph?.entities.map(\.sameAs) == [["wikidata:Q1", "urn:x:y"], []], "\(table.diagnostics)")
  }

  @Test("A file of others may have anything under that name")
  func others() throws {
    let json = #"{"nodes": [{"id": "a", "same_as": "b"}, {"id": "b", "same_as": ["wikidata:Q2"]}], "links": []}"#
    let graph = try #require(LoadedGraph([.bytes(Array(json.utf8), name: "g.json")], format: "json").graph)
    #expect(graph.entities.map(\.sameAs) == [[], ["wikidata:Q2"]])
    #expect(graph.entities[0].attributes["same_as"] == .text("b"))
  }

  @Test("A table's columns have the ids of registries")
  func mapped() throws {
    let folder = try TemporaryFolder([
      "t.csv": "code,name,qid\nJP,Japan,Q17\nRU,Russia,wikidata:Q159\nXX,Nowhere,\n",
      "graph.yaml": """
      tables:
        - file: t.csv
          entities: [{id: code, name: name, same-as: {wikidata: qid}}]
      """,
    ])
    let loaded = folder.load("graph.yaml")
    #expect(loaded.graph?.entities.map(\.sameAs) == [["wikidata:Q17"], ["wikidata:Q159"], []], "\(loaded.diagnostics)")
  }
}
