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

  private static let graph = #"{"nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"source": "a", "target": "b"}]}"#

  @Test(
    "what stands twice in an object of JSON is an error, and not the first or the last of the two",
    arguments: [
      (#""edges""#, #""nodes": [{"id": "c"}], "edges""#, "nodes"),
      (#"{"id": "b"}"#, #"{"id": "b", "id": "c"}"#, "id"),
      (#""target": "b""#, #""target": "b", "target": "a""#, "target"),
      (#"{"id": "a"}"#, #"{"id": "a", "x": 1, "x": 2}"#, "x"),
    ])
  func twice(part: String, doubled: String, name: String) {
    #expect(errors(Self.graph, "json").isEmpty)
    let found = errors(Self.graph.replacing(part, with: doubled), "json")
    #expect(found.count == 1 && found[0].contains("'\(name)' stands in this object a second time"), "\(found)")
  }

  @Test("a direction that is none is an error, and a type that nobody knows is told")
  func keys() {
    #expect(
      errors("<graphml><graph edgedefault=\"sideways\"><node id=\"a\"/></graph></graphml>") == [
        "30 edges are directed or undirected, and not 'sideways'"
      ])
    #expect(
      errors("<gexf><graph defaultedgetype=\"sideways\"><nodes><node id=\"a\"/></nodes></graph></gexf>", "gexf") == [
        "31 edges are directed, undirected or mutual, and not 'sideways'"
      ])
    let key = "<key id=\"k\" for=\"node\" attr.name=\"k\" attr.type=\"quaternion\"/>"
    let text = "<graphml>\(key)<graph><node id=\"a\"><data key=\"k\">x</data></node></graph></graphml>"
    let loaded = LoadedGraph([.bytes(Array(text.utf8), name: "graph")], format: "graphml")
    #expect(loaded.diagnostics.contains { $0.finding.message.contains("'quaternion' is no type that is known") })
    #expect(loaded.graph?.entities.first?.attributes["k"] == .text("x"))
  }

  @Test("a graph file's text without an end is given up, with its limit, before it fills the memory")
  func textWithoutEnd() {
    let text = String(repeating: "x", count: 20_000_000)
    for start in ["title: ", "title: \"", "title: |\n  ", "states: {a: ", "# ", "title: x\nnote"] {
      let found = errors(start + text, "yaml")
      #expect(found.count == 1 && found[0].contains("is longer than 16 MB"), "\(start): \(found)")
    }
    #expect(errors("states: {a: \"\(text.prefix(15_000_000))\"}", "yaml").isEmpty)
  }

  @Test("a table that is wrong in every row ends early, in the memory of one that is right")
  func errorsWithoutEnd() {
    let text = "source,target,note\na,b,\"" + String(repeating: "x\n", count: 300_000)
    let found = errors(text, "csv")
    #expect(found.count == 100_001)
    #expect(found[0].contains("no quotation mark closes"))
    #expect(found.last?.contains("more than 100000 things are wrong") == true)
  }

  @Test("thousands of keys take no time that grows by the square")
  func manyKeys() {
    let keys = (0..<20_000).map { "<key id=\"k\($0)\" for=\"node\" attr.name=\"n\($0)\"/>" }.joined()
    let start = ContinuousClock.now
    #expect(errors("<graphml>\(keys)<graph><node id=\"a\"/></graph></graphml>").isEmpty)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
