import EntenteFormats
import Foundation
import Testing

@Suite("Graph files that include others")
struct IncludeTests {
  @Test("A file is merged with those that it includes, each relative to the one that names it, and read once")
  func includes() throws {
    let folder = try GraphFolder([
      "all.yaml": "title: All\ninclude: [parts/states.yaml, parts/islands.yaml]\nrelations:\n  - japan claims kurils\n",
      "parts/states.yaml": "title: States\nstates: {japan: Japan}\ninclude: islands.yaml\n",
      "parts/islands.yaml": "islands: {kurils: Kurils}\n",
    ])
    let loaded = folder.load(["all.yaml"])
    #expect(folder.printed(loaded) == "")
    let graph = try #require(loaded.graph)
    #expect(graph.title == "All")
    #expect(graph.entities.map(\.id) == ["japan", "kurils"])
    #expect(folder.load(["all.yaml", "parts/../parts/islands.yaml"]).graph == graph)
  }

  @Test("A circle, a file that is not there, and a fault in one that is included")
  func faults() throws {
    try expect(
      [
        "kurils.yaml": "include: [more.yaml, mor.yaml]\n",
        "more.yaml": "include: kurils.yaml\nstates: {japan: Japan}\nrelations: [japan clams japan]\n",
      ],
      prints: #"""
        kurils.yaml:1:22: error: 'mor.yaml' cannot be included: the file cannot be read: there is no such file
          include: [more.yaml, mor.yaml]
                               ^~~~~~~~
          the path is relative to the file that includes it
          did you mean 'more.yaml'?
        more.yaml:1:10: error: 'kurils.yaml' is being read already: it includes itself, by way of the files between
          include: kurils.yaml
                   ^~~~~~~~~~~
          take one of the two 'include:' out
        """#)
  }

  @Test("What is no path")
  func form() throws {
    try expect(
      #"""
      include: {a: b}
      """#,
      prints: #"""
        kurils.yaml:1:10: error: 'include' takes a text or a list of texts; this is a mapping
          include: {a: b}
                   ^~~~~~
          for example: include: treaties.yaml
        """#)
  }
}
