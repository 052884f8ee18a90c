import Entente
import EntenteFormats
import Foundation
import Testing

/// The law of each format that claims to lose nothing: export, import, export gives the same bytes.
@Suite("Round trips")
struct RoundTripTests {
  /// A file, or the files of a folder, by their names.
  private typealias Files = [String: [UInt8]]

  private func files(_ selection: Selection, _ exporter: some StreamingExporter, dialect: String? = nil) throws -> Files
  {
    var options = ExportOptions()
    options.dialect = dialect
    guard exporter.format.isFolder else { return ["": try selection.bytes(exporter, options: options)] }
    return try withTemporaryFolder { folder in
      try selection.write(exporter, to: folder, options: options)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      return try Dictionary(
        uniqueKeysWithValues: names.map { ($0, Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))) })
    }
  }

  private func load(_ files: Files, _ format: Format) throws -> LoadedGraph {
    if let bytes = files[""] {
      return LoadedGraph([.bytes(bytes, name: "graph.\(format.endings[0])")], format: format.endings[0])
    }
    return try withTemporaryFolder { folder in
      for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)")) }
      return LoadedGraph(contentsOf: [folder])
    }
  }

  /// Checks the law.
  private func expectLaw(
    _ graph: RelationGraph, _ exporter: some StreamingExporter, dialect: String? = nil, _ about: String
  ) throws {
    let first = try files(graph.everything, exporter, dialect: dialect)
    let loaded = try load(first, exporter.format)
    let errors = loaded.diagnostics.filter { $0.severity == .error }.map(\.description)
    let again = try #require(loaded.graph, "\(about): \(errors.joined(separator: "\n"))")
    let second = try files(again.everything, exporter, dialect: dialect)
    #expect(Set(first.keys) == Set(second.keys), "\(about)")
    for (name, bytes) in first where second[name] != bytes {
      Issue.record("\(about) \(name): \(Self.difference(bytes, second[name] ?? []))")
    }
    var options = ExportOptions()
    options.dialect = dialect
    let losses = exporter.losses(of: graph.everything, options: options).map(\.message)
    // What is only called otherwise in the file has its own name again.
    if losses.allSatisfy({ $0.contains(" is called ") }) { #expect(again == graph, "\(about)") }
  }

  /// Where two texts begin to differ, with what stands around it.
  private static func difference(_ first: [UInt8], _ second: [UInt8]) -> String {
    let place = zip(first, second).enumerated().first { $1.0 != $1.1 }?.offset ?? min(first.count, second.count)
    func around(_ bytes: [UInt8]) -> String {
      String(decoding: bytes.dropFirst(max(0, place - 200)).prefix(400), as: UTF8.self)
    }
    return "\n\(around(first))\n---\n\(around(second))"
  }

  @Test("GraphML", arguments: 1...80)
  func graphML(seed: Int) throws {
    try expectLaw(try RandomGraph.graph(seed: UInt64(seed), .infinities), .graphml, "seed \(seed)")
  }

  @Test("node-link JSON", arguments: 1...80)
  func nodeLink(seed: Int) throws {
    try expectLaw(
      try RandomGraph.graph(seed: UInt64(seed), [.controls, .infinities]), .nodeLink, "seed \(seed)")
  }

  @Test("CSV, for every tool", arguments: [nil] + CSV().format.dialects.map { Optional($0.name) }, 1...60)
  func csv(dialect: String?, seed: Int) throws {
    try expectLaw(
      try RandomGraph.graph(seed: UInt64(seed), [.controls, .infinities]), .csv, dialect: dialect,
      "\(dialect ?? "plain"), seed \(seed)")
  }

  @Test("A document whose author is an empty text has none, in code as in every format")
  func emptyTexts() throws {
    var draft = GraphDraft()
    draft.add(document: Document("d", title: "", author: "", publisher: "", text: "", isbn: "", doi: ""))
    draft.entity("a", kind: "state", cite: [Citation(document: "d")])
    let graph = draft.finish(title: "").graph
    #expect(graph.documents.first == Document("d"))
    let files = try graph.everything.files(CSV())
    let tables = try #require(files.first { $0.name == "documents.csv" })
    #expect(String(decoding: tables.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).last == "d,,,,,")
  }

  @Test("Attributes called as a format's own come back under their names")
  func attributesWithNamesOfOurs() throws {
    let names = [
      "node_id", "edge_id", "original_id", "name", "label", "kind", "type", "interaction", "holds", "symmetric",
      "status", "weight", "answer", "when", "possible_from", "aliases", "same_as", "note", "citations", "according_to",
    ]
    let attributes = names.map { "\($0): x" }.joined(separator: ", ")
    let text = """
      people:
        p: {name: P, attributes: {\(attributes)}}
        q: {name: Q}
      relations:
        - p met q: {attributes: {\(attributes)}}
      """
    let loaded = LoadedGraph([.bytes(Array(text.utf8), name: "graph.yaml")])
    let graph = try #require(loaded.graph, "\(loaded.diagnostics)")
    try expectLaw(graph, .graphml, "GraphML")
    try expectLaw(graph, .gexf, "GEXF")
    try expectLaw(graph, .nodeLink, "node-link JSON")
    try expectLaw(graph, .csv, "CSV")
  }

  @Test("the graph file", arguments: 1...60)
  func graphFile(seed: Int) throws {
    try expectLaw(try RandomGraph.graph(seed: UInt64(seed)), GraphFile(), "seed \(seed)")
  }
}
