import Foundation
import Testing

@Suite("A panel in one run")
struct PanelCommandTests {
  private func graph() throws -> URL {
    try Scratch.file(
      named: "graph.yaml",
      text: """
        title: Two claims
        states: {japan: Japan}
        places: {a: A, b: B}
        relations:
          - japan claims a: {when: 1945/1946}
          - japan claims b: {when: 1946~/..}
        """)
  }

  @Test("A file for each year, each as --year makes it, and a table of counts", arguments: ["graphml", "svg", "ttl"])
  func files(ending: String) throws {
    let (graph, folder) = (try graph(), try Scratch.folder())
    let outcome = try Entente.run(
      "export", graph.path, "--years", "1944..1947", "-o", folder.appending(path: "{year}.\(ending)").path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("wrote 4 files; \(folder.appending(path: "counts.csv").path) says what is in them"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["1944.\(ending)", "1945.\(ending)", "1946.\(ending)", "1947.\(ending)", "counts.csv"])
    let single = folder.appending(path: "single.\(ending)")
    _ = try Entente.run("export", graph.path, "--year", "1946", "-o", single.path)
    #expect(try Data(contentsOf: single) == Data(contentsOf: folder.appending(path: "1946.\(ending)")))
    let counts = try String(contentsOf: folder.appending(path: "counts.csv"), encoding: .utf8)
    #expect(
      counts.split(separator: "\r\n") == [
        "year,entities,relations,certain,possible,left_out,undated", "1944,0,0,0,0,2,0", "1945,2,1,1,0,1,0",
        "1946,3,2,1,1,0,0", "1947,2,1,1,0,1,0",
      ])
  }

  @Test("With --certain only what certainly holds; a folder of tables for each year")
  func folders() throws {
    let (graph, folder) = (try graph(), try Scratch.folder())
    let outcome = try Entente.run(
      "export", graph.path, "--years", "1946,1947", "--certain", "-o", folder.path + "/{year}/")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let edges = try String(contentsOf: folder.appending(path: "1946/edges.csv"), encoding: .utf8)
    #expect(edges.split(separator: "\r\n").count == 2)
    let other = try Entente.run("export", graph.path, "--years", "1946,1947", "-o", folder.path + "/{year}.cypher")
    #expect(other.errors.components(separatedBy: "Cypher: no place for the graph's title").count == 2, "told once")
  }

  @Test("What it needs is said")
  func usage() throws {
    func message(_ arguments: String...) throws -> String {
      let outcome = try Entente.run(all: ["export", try graph().path] + arguments)
      #expect(outcome.status == 64)
      return outcome.errors
    }
    #expect(try message("--years", "1945..1946", "-o", "a.dot").contains("-o needs {year} in the name"))
    #expect(
      try message("--years", "1945..1946", "--year", "1945", "-o", "{year}.dot").contains("stand in place of --year"))
    #expect(try message("--years", "soon", "-o", "{year}.dot").contains("'soon' is no year"))
    #expect(try message("--certain").contains("--certain needs years"))
  }
}
