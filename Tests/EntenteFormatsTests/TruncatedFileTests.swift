import Entente
import EntenteFormats
import Foundation
import Testing

/// Files that end too early, at every byte.
@Suite("Truncated files")
struct TruncatedFileTests {
  private static let graph: RelationGraph = {
    var draft = GraphDraft()
    draft.entity("a", kind: "state", name: "Ä & <B> \"C\"", aliases: ["x", "y"], when: "1900/1950", note: "n")
    draft.entity("b", kind: "island", attributes: ["area": .number(1.5), "flag": .boolean(true)])
    draft.relation("a", "claims", "b", when: "1945~/..", note: "two\nlines", id: "r")
    return draft.finish(title: "Small").graph
  }()

  @Test(
    "are errors with a message, or graphs; a format with an end is never a graph without it",
    arguments: ["graphml", "gexf", "json", "cyjs", "yaml"])
  func everywhere(ending: String) throws {
    let exporter = try #require(Exporters.all.exporter(ending: ending) as? any StreamingExporter)
    let bytes = try Self.graph.everything.bytes(exporter)
    let last = bytes.lastIndex { $0 > 0x20 } ?? 0
    for end in 0..<last {
      let loaded = LoadedGraph([.bytes(Array(bytes[..<end]), name: "part.\(ending)")], format: ending)
      let errors = loaded.diagnostics.filter { $0.severity == .error }
      // YAML has no end: what is left of it may well be a file.
      if ending != "yaml" { #expect(loaded.graph == nil, "\(end)") }
      if loaded.graph == nil { #expect(!errors.isEmpty && errors.allSatisfy { !$0.finding.message.isEmpty }, "\(end)") }
    }
  }

  @Test("of tables never trap")
  func tables() throws {
    let bytes = Array("source,target,when,note\r\na,\"b \"\"x\"\"\",1945~/..,\"two\nlines\"\r\nü,b,,\r\n".utf8)
    for end in 0...bytes.count {
      let loaded = LoadedGraph([.bytes(Array(bytes[..<end]), name: "part.csv")], format: "csv")
      #expect(loaded.graph != nil || loaded.diagnostics.contains { $0.severity == .error }, "\(end)")
    }
  }

  @Test("of packed formats are errors with a message, and never a part of the graph")
  func packed() throws {
    try withTemporaryFolder { folder in
      let graphml = "\(folder)/whole.graphml.gz"
      try Self.graph.everything.write(GraphML(), to: graphml)
      let workbook = "\(folder)/whole.xlsx"
      let program = """
        import sys; sys.path.insert(0, "\(Client.repository.path)/Fuzz/Hostile"); import hostile_files as h
        open(sys.argv[1], "wb").write(h.workbook(h.sheet([("source", "target"), ("a", "b")])))
        """
      try Client.run(Client.repository.appending(path: ".venv/bin/python").path, ["-c", program, workbook])
      for whole in [graphml, workbook] {
        #expect(LoadedGraph(contentsOf: [whole]).graph != nil)
        let bytes = try Data(contentsOf: URL(filePath: whole))
        #expect((400..<4000).contains(bytes.count))
        let part = whole.replacing("whole", with: "part")
        for end in 0..<bytes.count {
          try bytes.prefix(end).write(to: URL(filePath: part))
          let loaded = LoadedGraph(contentsOf: [part])
          let errors = loaded.diagnostics.filter { $0.severity == .error }
          #expect(loaded.graph == nil && errors.contains { !$0.finding.message.isEmpty }, "\(part), \(end) bytes")
        }
      }
    }
  }
}
