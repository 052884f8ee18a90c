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
}
