import Entente
import EntenteFormats
import Foundation
import Testing

/// The JSON Schema of graph files sees what it can, and nothing that is not there.
@Suite("The JSON Schema of graph files")
struct JSONSchemaTests {
  /// What `entente check` says of what a schema can see too: form, keys and values from lists.
  private static let visible = [
    "is no key of", "; this is ", "has no value", "a relation begins with three words", "a relation has a head, or",
    "a relation is no list", "nothing stands behind this dash", "a second relation stands in", "takes a list, an item",
    "no status is called", "no way to hold is called", "no shape is called", "no colour is called", " needs '",
    "stands here a second time", "has no name", "is not closed",
  ]

  /// Graph files of the tests: what stands between quotation marks in their sources.
  private func filesOfTests() throws -> [String] {
    let folders = ["Tests/EntenteCommandTests/BadInput", "Tests/EntenteFormatsTests/YAML"]
    var texts: [String] = []
    for folder in folders.map({ Client.repository.appending(path: $0) }) {
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      where file.hasSuffix("Tests.swift") {
        let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        for match in source.matches(of: /(#?)"""\n(?<text>(?s:.*?))\n(?<indent> *)"""/) {
          // Only a raw text stands there as it is.
          if match.output.1.isEmpty, match.text.contains("\\") { continue }
          let lines = match.text.split(separator: "\n", omittingEmptySubsequences: false)
          texts.append(lines.map { String($0.dropFirst(match.indent.count)) }.joined(separator: "\n") + "\n")
        }
      }
    }
    return texts.filter { $0.contains(/^[a-z-]+:/.anchorsMatchLineEndings()) && !$0.hasPrefix("kurils.yaml:") }
  }

  private func graphFiles() throws -> [String] {
    let folder = Client.repository.appending(path: "Graphs")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    return try names.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
      + (1...60).map { seed in
        String(decoding: try RandomGraph.graph(seed: UInt64(seed)).everything.bytes(.graphFile), as: UTF8.self)
      }
  }

  @Test("check-jsonschema agrees with 'entente check' on every graph file and every faulty file of the tests")
  func agrees() throws {
    let texts = try filesOfTests() + graphFiles() + GraphFilePageTests.files()
    try withTemporaryFolder { folder in
      let schema = "\(folder)/schema.json"
      for (name, text) in GraphFilePageTests.others {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      try GraphFile.jsonSchema.write(toFile: schema, atomically: true, encoding: .utf8)
      let paths = texts.indices.map { "\(folder)/\($0).yaml" }
      for (path, text) in zip(paths, texts) { try text.write(toFile: path, atomically: true, encoding: .utf8) }
      let answer = try Client.run(
        Client.repository.appending(path: ".venv/bin/python").path, [Client.script("json_schema"), schema] + paths)
      let refused = Set(try JSONDecoder().decode([String].self, from: answer))
      var (right, wrong) = (0, 0)
      for (path, text) in zip(paths, texts) {
        let errors = LoadedGraph(contentsOf: [path]).diagnostics.filter { $0.severity == .error }
          .map(\.finding.message)
        let isVisible = errors.contains { error in Self.visible.contains { error.contains($0) } }
        if errors.isEmpty {
          right += 1
          #expect(!refused.contains(path), "refused, and right:\n\(text)")
        } else if isVisible {
          wrong += 1
          #expect(refused.contains(path), "let pass, and wrong: \(errors.joined(separator: "; "))\n\(text)")
        }
      }
      #expect(right > 140 && wrong > 60, "\(right) right and \(wrong) wrong")
    }
  }
}
