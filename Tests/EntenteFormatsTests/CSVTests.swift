import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("CSV")
struct CSVTests {
  private static let taken: Set = ["id", "label", "source"]

  private func expected(_ graph: RelationGraph) -> ClientGraph {
    let tables = ExpectedTables { key, value in
      (Self.taken.contains(key) ? "attr_" + key : key, key == "mixed" ? .text(value.description) : ClientValue(value))
    }
    var expected = ClientGraph()
    for entity in graph.entities {
      var attributes = tables.attributes(of: entity)
      for name in ["label", "node_id", "citations"] { attributes[name] = nil }
      expected.nodes[entity.id] = attributes.merging(days(of: entity.when)) { $1 }
    }
    for relation in graph.relations {
      var attributes = tables.attributes(of: relation)
      attributes["id"] = attributes.removeValue(forKey: "edge_id")
      for name in ["label", "interaction", "symmetric", "holds", "citations"] { attributes[name] = nil }
      attributes.merge(days(of: relation.when)) { $1 }
      expected.edges.append(ClientGraph.Edge(relation.subject.id, relation.object.id, attributes))
    }
    return expected
  }

  /// The bounds of a date as days.
  private func days(of when: EDTF?) -> [String: ClientValue] {
    guard let bounds = when?.bounds else { return [:] }
    let days = [
      "start_earliest": bounds.startEarliest, "start_latest": bounds.startLatest, "end_earliest": bounds.endEarliest,
      "end_latest": bounds.endLatest,
    ]
    return days.compactMapValues { if case .day = $0 { .text($0.description) } else { nil } }
  }

  private struct Tables: Decodable {
    let tables: [String: [[String: ClientValue]]]
  }

  private func citations(of graph: RelationGraph) -> [[String: ClientValue]] {
    func rows(_ owner: String, _ id: String, _ citations: [Citation]) -> [[String: ClientValue]] {
      citations.map { citation in
        var row: [String: ClientValue] = [owner: .text(id), "document": .text(citation.document)]
        row["paragraph"] = citation.paragraph.map { .number(Double($0)) }
        row["quote"] = citation.quote.map { .text($0) }
        row["prefix"] = citation.prefix.map { .text($0) }
        row["suffix"] = citation.suffix.map { .text($0) }
        return row
      }
    }
    return graph.entities.flatMap { rows("node", $0.id, $0.citations) }
      + graph.relations.flatMap { rows("edge", $0.id, $0.citations) }
  }

  private func types(of graph: RelationGraph) -> [[String: ClientValue]] {
    let used = Set(graph.relations.map(\.type)).union(graph.schema.ownRelationTypes)
    return graph.schema.relationTypes.filter(used.contains).map { type in
      var row: [String: ClientValue] = [
        "type": .text(type.name), "label": .text(type.label), "holds": .text(type.holds.rawValue),
        "directed": .boolean(type.directed),
      ]
      if !type.from.isEmpty { row["from"] = .text(type.from.joined(separator: "|")) }
      if !type.to.isEmpty { row["to"] = .text(type.to.joined(separator: "|")) }
      return row
    }
  }

  @Test("arrives whole in DuckDB and Polars", arguments: ["duckdb_csv", "polars_csv"], Specimens.allCases)
  func arrives(client: String, specimen: Specimens) throws {
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.csv, to: "\(folder)/tables/")
      let data = try Client.python(client, "\(folder)/tables")
      expectSame(try JSONDecoder().decode(ClientGraph.self, from: data), expected(graph))
      let tables = try JSONDecoder().decode(Tables.self, from: data).tables
      #expect(tables["citations"] == citations(of: graph))
      #expect(tables["types"] == types(of: graph))
      #expect(tables["documents"]?.map { $0["id"] } == graph.documents.map { .text($0.id) })
      #expect(tables["documents"]?.map { $0["title"] } == graph.documents.map { $0.title.map { .text($0) } })
    }
  }

  /// Everything as text, under a tool's names.
  private func expected(
    _ graph: RelationGraph, nodes: [String: String], edges: [String: String], own: [String: String], separator: String
  ) -> ClientGraph {
    func renamed(_ attributes: [String: ClientValue], _ names: [String: String]) -> [String: ClientValue] {
      let pairs = attributes.compactMap { key, value -> (String, ClientValue)? in
        guard let name = names.merging(own, uniquingKeysWith: { $1 })[key] else { return nil }
        switch value {
        case .number(let number) where key == "share": return (name, .text(number.written))
        case .number(let number): return (name, .text(String(Int(number))))
        case .boolean(let boolean): return (name, .text(String(boolean)))
        default: return (name, value)
        }
      }
      return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    var expected = expected(graph)
    for entity in graph.entities {
      var attributes = expected.nodes[entity.id] ?? [:]
      if !entity.aliases.isEmpty { attributes["aliases"] = .text(ExpectedTables.joined(entity.aliases, separator)) }
      if !entity.sameAs.isEmpty { attributes["same_as"] = .text(entity.sameAs.joined(separator: "|")) }
      expected.nodes[entity.id] = renamed(attributes, nodes)
    }
    var seen: [String: Int] = [:]
    expected.edges = zip(graph.relations, expected.edges).map { relation, edge in
      let type = relation.type.name
      let number = seen["\(edge.source) \(type) \(edge.target)", default: 0] + 1
      seen["\(edge.source) \(type) \(edge.target)"] = number
      var attributes = edge.attributes
      attributes["ownKind"] = .text(number == 1 ? type : "\(type) \(number)")
      attributes["label"] = .text(relation.type.label)
      attributes["directed"] = .text("Directed")
      return ClientGraph.Edge(edge.source, edge.target, renamed(attributes, edges))
    }
    return expected
  }

  private static let years = ["possible_from", "certain_from", "certain_to", "possible_to"]
  private static let days = ["start_earliest", "start_latest", "end_earliest", "end_latest"]
  private static let ownNames = ["rank", "share", "is-old", "nasty", "mixed", "size", "attr_id", "sure", "attr_label"]

  @Test("has Gephi's columns, with a kind of its own for every parallel edge", arguments: Specimens.allCases)
  func gephi(specimen: Specimens) throws {
    let graph = try specimen.graph()
    let same = Dictionary(
      uniqueKeysWithValues: (Self.years + Self.days + [
        "when", "note", "kind", "aliases", "same_as", "status", "according_to",
      ]).map {
        ($0, $0)
      })
    let expected = expected(
      graph, nodes: same.merging(["name": "Label"]) { $1 },
      edges: same.merging([
        "id": "Id", "directed": "Type", "ownKind": "Kind", "label": "Label",
        "type": "relation_type",
      ]) { $1 }, own: Dictionary(uniqueKeysWithValues: Self.ownNames.map { ($0, $0) }), separator: "|")
    try expectTables(of: graph, "gephi", expected, ids: ["Id", "Id", "Source", "Target"])
  }

  @Test("has the headers of neo4j-admin, every one with a type that it knows", arguments: Specimens.allCases)
  func neo4j(specimen: Specimens) throws {
    let graph = try specimen.graph()
    let shared = Dictionary(
      uniqueKeysWithValues: Self.years.map { ($0, $0 + ":int") }
        + (Self.days + ["when", "note"]).map { ($0, $0 + ":string") })
    let types = ["rank": "long", "share": "double", "is-old": "boolean", "attr_id": "long", "sure": "boolean"]
    let own = Self.ownNames.map { ($0, "\($0):\(types[$0] ?? "string")") }
    let expected = expected(
      graph,
      nodes: shared.merging([
        "kind": ":LABEL", "name": "name:string", "aliases": "aliases:string[]", "same_as": "same_as:string",
      ]) { $1 },
      edges: shared.merging([
        "id": "id:string", "type": ":TYPE", "label": "label:string", "status": "status:string",
        "according_to": "according_to:string",
      ]) { $1 }, own: Dictionary(uniqueKeysWithValues: own), separator: ";")
    try expectTables(of: graph, "neo4j", expected, ids: ["id:ID", "id:string", ":START_ID", ":END_ID"])
    let heading = /[^:]*:(ID|LABEL|START_ID|END_ID|TYPE|(int|long|double|boolean|string)(\[\])?)/
    let names = expected.nodes.values.flatMap(\.keys) + expected.edges.flatMap(\.attributes.keys)
    #expect(names.allSatisfy { $0.wholeMatch(of: heading) != nil })
  }

  private func expectTables(
    of graph: RelationGraph, _ dialect: String, _ expected: ClientGraph, ids: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var options = ExportOptions()
    options.dialect = dialect
    try withTemporaryFolder { folder in
      try graph.write(.csv, to: folder, options: options)
      let data = try Client.python("python_csv", folder, ids[0], ids[1], ids[2], ids[3])
      expectSame(
        try JSONDecoder().decode(ClientGraph.self, from: data), expected, sourceLocation: sourceLocation)
    }
  }

  @Test("texts that a spreadsheet takes for formulas are texts there where that is asked for, else as they stand")
  func formulas() throws {
    var draft = GraphDraft()
    let formula = "=HYPERLINK(\"https://example.org\",\"x\")"
    draft.entity("=a", kind: "state", name: formula, note: "-1+2", attributes: ["size": .integer(-5)])
    draft.entity("b", kind: "state", name: "@SUM", note: "a = b")
    draft.relation("=a", "met", "b", when: "-0044", note: "+49 1", id: "r")
    let (graph, _) = draft.finish(title: "Formulas")
    func table(_ name: String, _ options: ExportOptions) throws -> String {
      let files = try graph.everything.files(.csv, options: options)
      return String(decoding: try #require(files.first { $0.name == name }).bytes, as: UTF8.self)
    }
    var options = ExportOptions()
    #expect(try table("nodes.csv", options).contains("\r\n=a,state,\"=HYPERLINK("))
    options.escapesFormulas = true
    let (nodes, edges) = (try table("nodes.csv", options), try table("edges.csv", options))
    #expect(nodes.contains("\r\n'=a,state,\"'=HYPERLINK("), "\(nodes)")
    #expect(nodes.contains(",'-1+2,-5\r\n") && nodes.contains(",'@SUM,") && nodes.contains(",a = b,"), "\(nodes)")
    #expect(edges.contains("r,'=a,b,met,-0044,") && edges.contains(",'+49 1\r\n"), "\(edges)")
  }

  /// One pass over the citations, not one for each of them: that would take hours here.
  @Test("Very many citations", .timeLimit(.minutes(15)))
  func manyCitations() throws {
    var draft = GraphDraft()
    draft.add(document: Document("tass"))
    for id in ["a", "b"] { draft.entity(id, kind: "state") }
    draft.relation("a", "recognizes", "b", cite: (1...100_000).map { Citation(document: "tass", paragraph: $0) })
    let files = try draft.graph().everything.files(.csv)
    let table = try #require(files.first { $0.name == "citations.csv" })
    #expect(table.bytes.count { $0 == UInt8(ascii: "\n") } == 100_001)
  }
}
