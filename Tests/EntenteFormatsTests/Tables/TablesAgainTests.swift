import Entente
import EntenteFormats
import Foundation
import Testing

/// What Entente wrote as tables comes back.
@Suite("Tables again")
struct TablesAgainTests {
  @Test("come back equal and give the same bytes", arguments: [nil, "gephi", "neo4j"], Specimens.allCases)
  func again(dialect: String?, specimen: Specimens) throws {
    var options = ExportOptions()
    options.dialect = dialect
    let graph = try specimen.graph()
    try withTemporaryFolder { folder in
      try graph.write(.csv, to: folder + "/first", options: options)
      let loaded = LoadedGraph(contentsOf: [folder + "/first"])
      let again = try #require(
        loaded.graph, "\(loaded.diagnostics.filter { $0.severity == .error }.map(\.description))")
      try again.write(.csv, to: folder + "/second", options: options)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/first").sorted() {
        let (first, second) = (try text(folder + "/first/" + name), try text(folder + "/second/" + name))
        let differing = zip(first, second).first { $0 != $1 }
        #expect(
          first == second, "\(name): \(differing.map { "\($0)\n\($1)" } ?? "\(first.count) and \(second.count) lines")")
      }
      #expect(again == graph)
      #expect(facts(of: again) == facts(of: graph))
    }
  }

  private func facts(of graph: RelationGraph) -> [String] {
    graph.entities.map {
      "\($0.id) \($0.kind) \($0.name) \($0.when?.text ?? "") \($0.note ?? "") \($0.citations) \($0.attributes)"
    }
      + graph.relations.map { relation in
        "\(relation.id) \(relation.head) \(relation.type) \(relation.when?.text ?? "") \(relation.status) "
          + "\(relation.accordingTo?.id ?? "") \(relation.note ?? "") \(relation.citations) \(relation.attributes)"
      } + graph.documents.map { "\($0)" } + [graph.title]
  }

  private func text(_ path: String) throws -> [String] {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self).components(separatedBy: "\r\n")
  }
}
