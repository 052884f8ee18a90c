import Entente
import EntenteFormats
import Foundation
import Testing

/// What was verified once is known to those who do not have the texts.
@Suite("Seals")
struct SealTests {
  private static let graph = #"""
    documents: {d: {title: A text, text: texts/d.txt}, e: {title: Another}}
    states: {a: A, c: C}
    islands: {b: {name: B, cite: d#1}}
    relations:
      - a claims b: {cite: ['d#1 "laid claims"', 'd "to the islands"', e]}
      - c claims b: {cite: 'd#2 "denied it"'}
    """#
  private static let text = "A laid claims\nto the islands.\n\nB denied it.\n"

  private func folder(_ graph: String = Self.graph) throws -> TemporaryFolder {
    try TemporaryFolder(["border.yaml": graph, "texts/d.txt": Self.text])
  }

  /// Reads the folder's graph, and writes its seal.
  @discardableResult private func seal(_ folder: TemporaryFolder, on day: String) throws -> LoadedGraph {
    var options = ImportOptions()
    options.preparesSeals = true
    let loaded = LoadedGraph(contentsOf: [folder.path + "border.yaml"], options: options)
    for seal in loaded.seals(on: day) { try ByteWriter.file(at: seal.path) { try $0.write(seal.bytes) } }
    return loaded
  }

  private func sealBytes(_ folder: TemporaryFolder) throws -> Data {
    try Data(contentsOf: URL(filePath: folder.path + "border.seal.json"))
  }

  private func takeTextsAway(from folder: TemporaryFolder) throws {
    try FileManager.default.removeItem(atPath: folder.path + "texts")
  }

  private func change(_ folder: TemporaryFolder, _ old: String, _ new: String) throws {
    let file = folder.path + "border.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new).write(toFile: file, atomically: false, encoding: .utf8)
  }

  @Test("Without the text, what was verified is known with its day, and nothing is missed")
  func known() throws {
    let folder = try folder()
    #expect(try seal(folder, on: "2026-11-27").citations.verified == 4)
    try takeTextsAway(from: folder)
    let loaded = folder.load("border.yaml")
    #expect(loaded.citations.sealed == 4 && loaded.citations.verified == 0 && loaded.citations.notVerified == 1)
    let said = loaded.diagnostics.map(\.finding.message)
    #expect(said.contains("4 citations verified on 2026-11-27 against a text that is not at hand"), "\(said)")
    #expect(!loaded.diagnostics.contains { $0.severity > .note }, "\(said)")
    #expect(loaded.graph.map { $0.dayVerified($0.relations[0].citations[0]) } == "2026-11-27")
  }

  @Test("What changed since is not verified, and is said where it stands; the rest is")
  func changed() throws {
    let folder = try folder()
    try seal(folder, on: "2026-11-27")
    try takeTextsAway(from: folder)
    try change(folder, "denied it", "denied them")
    let loaded = folder.load("border.yaml")
    #expect(loaded.citations.sealed == 3 && loaded.citations.notVerified == 2)
    let warning = try #require(loaded.diagnostics.first { $0.finding.message.contains("is not as it was verified") })
    #expect(warning.severity == .warning && warning.place?.position.line == 6)
    #expect(loaded.diagnostics.contains { $0.finding.message.contains("'texts/d.txt', is not found") })
  }

  @Test("What has not changed leaves the file byte for byte, with or without the text; what is new has its own day")
  func unchanged() throws {
    let folder = try folder()
    try seal(folder, on: "2026-11-27")
    let first = try sealBytes(folder)
    try seal(folder, on: "2027-01-01")
    #expect(try sealBytes(folder) == first)
    try change(folder, "cite: d#1}}", "cite: d#2}}")
    try seal(folder, on: "2027-01-02")
    let second = String(decoding: try sealBytes(folder), as: UTF8.self)
    #expect(second.split(separator: "2026-11-27").count == 4 && second.split(separator: "2027-01-02").count == 2)
    try takeTextsAway(from: folder)
    try seal(folder, on: "2027-01-03")
    #expect(String(decoding: try sealBytes(folder), as: UTF8.self) == second)
    let said = folder.load("border.yaml").diagnostics.map(\.finding.message)
    #expect(said.contains { $0.contains("verified from 2026-11-27 to 2027-01-02") }, "\(said)")
  }

  @Test("Another text than the sealed one counts anew")
  func anotherText() throws {
    let folder = try folder()
    try seal(folder, on: "2026-11-27")
    try (Self.text + "\nMore.\n").write(toFile: folder.path + "texts/d.txt", atomically: false, encoding: .utf8)
    let loaded = folder.load("border.yaml")
    #expect(loaded.citations.verified == 4 && loaded.citations.sealed == 0)
    #expect(loaded.graph?.seal.documents.isEmpty == true)
    #expect(loaded.diagnostics.contains { $0.finding.message == "the text of 'd' is not the one that was sealed" })
    try seal(folder, on: "2027-01-01")
    let text = String(decoding: try sealBytes(folder), as: UTF8.self)
    #expect(!text.contains("2026-11-27") && text.contains("2027-01-01"))
  }

  @Test(
    "What is no seal is a warning with its place, and the graph is as without",
    arguments: [
      "", "[]", "{\"documents\": 7}", "{\"documents\": {\"d\": {}}}", "{\"documents\": {\"d\": {\"sha256\": \"12\"}}",
      "{\"documents\": {\"d\": {\"sha256\": \"DIGEST\", \"citations\": {\"x\": \"2026-11-27\"}}}}",
      "{\"documents\": {\"d\": {\"sha256\": \"DIGEST\", \"citations\": {\"DIGEST\": \"yesterday\"}}}}",
      "{\"documents\": {\"d\": {\"sha256\": \"DIGEST\", \"citations\": {\"DIGEST\": \"2026-13-27\"}}}}",
    ])
  func broken(text: String) throws {
    let folder = try folder()
    let digest = String(repeating: "0a", count: 32)
    try text.replacing("DIGEST", with: digest)
      .write(toFile: folder.path + "border.seal.json", atomically: false, encoding: .utf8)
    let loaded = folder.load("border.yaml")
    #expect(loaded.graph != nil && loaded.citations.verified == 4)
    let warnings = loaded.diagnostics.filter { $0.severity == .warning }
    #expect(warnings.count == 1 && warnings[0].finding.message.contains("border.seal.json is not read"), "\(warnings)")
    #expect(warnings.first?.place?.file.hasSuffix("border.seal.json") == true)
  }

  @Test("Merged files have a seal each; JSON has it within, and gives it back the same")
  func several() throws {
    let other = "documents: {d: {text: texts/d.txt}}\nrelations: [{a holds b: {cite: 'd#2 \"denied\"'}}]\n"
    let folder = try TemporaryFolder(["border.yaml": Self.graph, "more.yaml": other, "texts/d.txt": Self.text])
    var options = ImportOptions()
    options.preparesSeals = true
    let loaded = LoadedGraph(
      contentsOf: [folder.path + "border.yaml", folder.path + "more.yaml"], options: options)
    let seals = loaded.seals(on: "2026-11-27")
    #expect(seals.map(\.citations) == [4, 1])
    for seal in seals { try ByteWriter.file(at: seal.path) { try $0.write(seal.bytes) } }
    let graph = try #require(folder.load("border.yaml", "more.yaml").graph)
    #expect(graph.seal.documents["d"]?.citations.count == 5)
    let bytes = try ByteWriter.memory { try NodeLink().write(graph.everything, options: .init(), to: &$0) }
    let again = LoadedGraph([.bytes(bytes, name: "graph.json")], format: "json")
    #expect(again.graph?.seal == graph.seal && again.citations.sealed == 5)
    let written = try ByteWriter.memory {
      try NodeLink().write(try #require(again.graph).everything, options: .init(), to: &$0)
    }
    #expect(written == bytes)
    let edited = try graph.editing { $0.entity("new", kind: "state") }
    #expect(edited.seal == graph.seal)
  }

  @Test("A digest is what the documentation says it is")
  func digest() {
    // printf '3:tas,1:5,0:,11:laid claims,0:,0:,' | sha256sum
    let citation = Citation(document: "tas", paragraph: 5, quote: "laid claims")
    #expect(Seal.digest(of: citation) == "6271b687bd1bd5917f3f3b6627aa9aca2b94b258feac94cbe3b9d5e37d87ac5f")
  }

  @Test("What is left out with its errors takes no other citation along")
  func pages() throws {
    let graph = #"""
      documents: {d: {text: texts/d.txt}}
      states: {a: A}
      islands: {b: {name: B, cite: d p. 1}}
      relations: [{a claims b: {cite: ['d p. 1 "laid claims"', 'd "nowhere"']}}]
      """#
    let folder = try folder(graph)
    var options = ImportOptions()
    options.skipsErrors = true
    let kept = try #require(LoadedGraph(contentsOf: [folder.path + "border.yaml"], options: options).graph)
    #expect(kept.relations[0].citations.map(\.pages) == [1...1])
  }
}
