import Entente
import EntenteFormats
import Testing

/// Files that are made to do harm: each ends with an error at a place, in little time and memory.
@Suite("Hostile GraphML and JSON")
struct HostileFileTests {
  /// The errors of a file, with the column of each.
  private func errors(_ text: String, _ format: String = "graphml") -> [String] {
    let loaded = LoadedGraph([.bytes(Array(text.utf8), name: "graph")], format: format)
    return loaded.diagnostics.filter { $0.severity == .error }.map { "\($0.place?.column ?? 0) \($0.finding.message)" }
  }

  private let body = "<graphml><graph><node id=\"n\"><data key=\"k\">&x;</data></node></graph></graphml>"

  @Test(
    "entities are refused where they are declared: of files, of addresses, of parameters, and those that grow",
    arguments: [
      "<!DOCTYPE g [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE g [<!ENTITY x SYSTEM \"http://127.0.0.1/\">]>",
      "<!DOCTYPE g [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]>",
      "<!DOCTYPE g [<!ENTITY a \"lol\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
    ])
  func entities(declaration: String) {
    #expect(errors(declaration + body) == ["14 the file declares an entity, which Entente does not read"])
  }

  @Test("an entity that only a document type elsewhere could declare is an error, and nothing is fetched")
  func undeclared() {
    #expect(
      errors("<!DOCTYPE g SYSTEM \"file:///etc/passwd\">" + body).first?.contains("an entity is not declared") == true)
  }

  @Test("what is too long, too deep or too much is said with its limit")
  func limits() {
    let long = String(repeating: "x", count: 20_000_000)
    #expect(
      errors("<graphml><graph><node id=\"\(long)\"/></graph></graphml>").first?.contains("longer than 16 MB") == true)
    #expect(errors("<graphml>\(long)</graphml>").first?.contains("longer than 16 MB") == true)
    #expect(
      errors("{\"nodes\":[{\"id\":\"\(long)\"}],\"edges\":[]}", "json").first?.contains("longer than 16 MB") == true)
    let attributes = (0..<2_000).map { " a\($0)=''" }.joined()
    #expect(errors("<graphml\(attributes)/>") == ["1 a tag has more than 1000 attributes"])
    #expect(
      errors(String(repeating: "[", count: 100_000), "json") == [
        "513 lists and objects stand more than 512 deep in each other"
      ])
    #expect(
      errors("<graphml>" + String(repeating: "<a>", count: 100_000)).first?.contains("tags are still open") == true)
  }

  @Test("thousands of keys take no time that grows by the square")
  func manyKeys() {
    let keys = (0..<20_000).map { "<key id=\"k\($0)\" for=\"node\" attr.name=\"n\($0)\"/>" }.joined()
    let start = ContinuousClock.now
    #expect(errors("<graphml>\(keys)<graph><node id=\"a\"/></graph></graphml>").isEmpty)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
