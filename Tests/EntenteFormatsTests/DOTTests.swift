import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("DOT")
struct DOTTests {
  private static let looks: Set<String> = [
    "shape", "style", "fillcolor", "peripheries", "color", "arrowhead", "dir", "fontname", "fontsize",
  ]

  /// A text as Graphviz keeps it: with its escapes, which only drawing resolves.
  private func kept(_ text: String, isLabel: Bool = false) -> ClientValue {
    let text = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\n", with: "\\n")
    return .text(isLabel ? text.replacingOccurrences(of: "&", with: "&amp;") : text)
  }

  private func cited(_ citations: [Citation]) -> ClientValue {
    kept(citations.map(\.description).joined(separator: "; "))
  }

  private func tables(_ attributes: [String: ClientValue]) -> [String: ClientValue] {
    attributes.mapValues { value in
      if case .number(let number) = value { return .text(String(Int(number))) }
      return value
    }
  }

  private func own(_ attributes: Attributes) -> [String: ClientValue] {
    Dictionary(
      attributes.map { ("attr_" + $0.key, kept($0.value.written)) }, uniquingKeysWith: { first, _ in first })
  }

  private func expected(_ graph: RelationGraph) -> ClientGraph {
    var expected = ClientGraph()
    for entity in graph.entities {
      var attributes = tables(ExpectedTables().times(of: entity))
      attributes["label"] = kept(entity.name, isLabel: true)
      attributes["id"] = .text(entity.id)
      attributes["kind"] = .text(entity.kind.name)
      attributes["class"] = .text("entity " + entity.kind.name)
      if !entity.aliases.isEmpty { attributes["aliases"] = kept(ExpectedTables.joined(entity.aliases, "|")) }
      if !entity.sameAs.isEmpty { attributes["same_as"] = kept(entity.sameAs.joined(separator: "|")) }
      attributes["note"] = entity.note.map { kept($0) }
      if !entity.citations.isEmpty { attributes["citations"] = cited(entity.citations) }
      expected.nodes[entity.id] = attributes.merging(own(entity.attributes)) { first, _ in first }
    }
    for relation in graph.relations {
      var attributes = tables(ExpectedTables().times(of: relation))
      let status = relation.status == .asserted ? nil : "(\(relation.status.name))"
      let words = [relation.type.label, relation.when?.words, status].compactMap(\.self).joined(separator: "\n")
      attributes["label"] = kept(words, isLabel: true)
      attributes["id"] = .text(relation.id)
      attributes["type"] = .text(relation.type.name)
      attributes["status"] = .text(relation.status.name)
      attributes["holds"] = .text(relation.type.holds.rawValue)
      attributes["class"] = .text("relation \(relation.type.name) \(relation.status.name)")
      attributes["according_to"] = relation.accordingTo.map { .text($0.id) }
      attributes["note"] = relation.note.map { kept($0) }
      if !relation.citations.isEmpty { attributes["citations"] = cited(relation.citations) }
      let merged = attributes.merging(own(relation.attributes)) { first, _ in first }
      expected.edges.append(ClientGraph.Edge(relation.subject.id, relation.object.id, merged))
    }
    return expected
  }

  @Test("Graphviz reads every entity, relation and attribute, whatever the texts are", arguments: Specimens.allCases)
  func arrives(specimen: Specimens) throws {
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.dot, to: "\(folder)/graph.dot")
      var read = try Client.graph("dot_attributes", "\(folder)/graph.dot")
      read.nodes = read.nodes.mapValues { $0.filter { !Self.looks.contains($0.key) } }
      read.edges = read.edges.map { edge in
        ClientGraph.Edge(edge.source, edge.target, edge.attributes.filter { !Self.looks.contains($0.key) })
      }
      expectSame(read, expected(graph))
    }
  }

  @Test("is readable: a line for each entity and relation, in the graph's order")
  func readable() throws {
    let graph = try RelationGraph("Islands") {
      let tass = Document("tass")
      State("japan", "Japan").claims(
        Island("kurils", "Southern Kuril Islands"), when: "1945", status: .disputed, cite: tass[5, "laid claims"])
    }
    let bytes = try ByteWriter.memory { try DOT().write(graph.everything, options: ExportOptions(), to: &$0) }
    let years = "possible_from=1945, certain_from=1945, certain_to=1945, possible_to=1945"
    let always = "possible_from=-2147483648, certain_from=2147483647, certain_to=-2147483648, possible_to=2147483647"
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        digraph "Islands" {
          graph [label="Islands", labelloc=t, fontname="Helvetica", fontsize=18, rankdir=LR, \
        comment="{\\"title\\":\\"Islands\\",\\"documents\\":[{\\"id\\":\\"tass\\"}]}"];
          node [fontname="Helvetica", fontsize=11, color="#2b2b2b"];
          edge [fontname="Helvetica", fontsize=10, color="#3c3c3c"];
          "japan" [label="Japan", id="japan", kind="state", class="entity state", shape=box, style=filled, \
        fillcolor="#779ede", \(always)];
          "kurils" [label="Southern Kuril Islands", id="kurils", kind="island", class="entity island", \
        shape=hexagon, style=filled, fillcolor="#44bb99", \(always)];
          "japan" -> "kurils" [label="claims\\n1945\\n(disputed)", id="japan-claims-kurils-1945-disputed", \
        type="claims", status="disputed", class="relation claims disputed", holds="throughout", color="#3c3c3c:#ffffff:#3c3c3c", \
        when="1945", \(years), citations="tass#5 \\"laid claims\\""];
        }

        """)
  }

  @Test("a NUL is an error that names the entity and leaves no file")
  func nul() throws {
    let graph = try RelationGraph("Nul") { State("japan", "Ja\0pan") }
    try withTemporaryFolder { folder in
      let failure = #expect(throws: CheckFailure.self) { try graph.write(.dot, to: "\(folder)/graph.dot") }
      let message = try #require(failure?.diagnostics.first?.finding.message)
      #expect(message == "the name of entity 'japan' holds the character U+0000, which DOT cannot hold")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test("ids that differ in a carriage return, a line feed or a backslash stay different nodes")
  func ids() throws {
    var draft = GraphDraft()
    let ids = ["a", "a\r", "a\n", "a\\", "a\\\\", "a\\n", "a\""]
    for id in ids { draft.entity(id, kind: "state") }
    let (graph, _) = draft.finish(title: "Ids")
    let text = String(decoding: try graph.everything.bytes(.dot), as: UTF8.self)
    let nodes = text.split(separator: "\n").compactMap { $0.hasPrefix("  \"") ? $0.split(separator: " [").first : nil }
    #expect(Set(nodes).count == ids.count, "\(nodes)")
  }
}
