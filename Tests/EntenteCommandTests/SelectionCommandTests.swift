import Foundation
import Testing

@Suite("Selecting by the command's options")
struct SelectionCommandTests {
  private let graph: String

  init() throws {
    graph = try Scratch.file(
      named: "graph.yaml",
      text: """
        documents: {gazette: {title: Border Gazette}}
        states: {uk: {name: United Kingdom, aliases: [Great Britain]}, argentina: Argentina, chile: Chile}
        islands: {falklands: Falkland Islands, georgia: South Georgia}
        relations:
          - argentina claims falklands: {when: 1833/.., cite: gazette, id: claim}
          - uk holds falklands: {when: 1833/.., id: hold}
          - uk negotiates-with argentina: {when: 1965/1982, id: talks}
          - uk holds georgia: {when: 1775/.., cite: gazette, id: south}
          - chile recognizes argentina: {when: 1818/.., id: recognition}

        """
    ).path
  }

  private func ids(_ arguments: String...) throws -> [String] {
    let outcome = try Entente.run(all: ["list", "--ids", graph] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").compactMap { $0.split(separator: "\t").last.map(String.init) }
      .sorted()
  }

  @Test("Names and plurals are understood")
  func names() throws {
    #expect(try ids("--around", "Falkland Islands") == ["claim", "hold"])
    #expect(try ids("--around", "great britain") == ["hold", "south", "talks"])
    #expect(try ids("--kind", "states") == ["recognition", "talks"])
    #expect(try ids("--document", "Border Gazette") == ["claim", "south"])
    let outcome = try Entente.run("list", graph, "--around", "Falkland Island")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("did you mean 'Falkland Islands'?"))
  }

  @Test("Among keeps what joins those found around somebody")
  func among() throws {
    #expect(try ids("--around", "falklands") == ["claim", "hold"])
    #expect(try ids("--around", "falklands", "--among") == ["claim", "hold", "talks"])
    #expect(try Entente.run("list", graph, "--among").status == 64)
  }

  @Test("Relations without a citation are listed, counted, and errors where citations are required")
  func uncited() throws {
    #expect(try ids("--uncited") == ["hold", "recognition", "talks"])
    let check = try Entente.run("check", graph)
    #expect(check.output.hasPrefix("5 entities, 5 relations, 3 without a citation, 1 document, 2 citations, "))
    #expect(check.status == 0)
    let required = try Entente.run("check", graph, "--require-citations")
    #expect(required.status == 1)
    #expect(required.errors.contains("graph.yaml:6:5: error: 'uk holds falklands' cites no document"))
    #expect(required.errors.hasSuffix("entente: 3 errors, 0 warnings, 1 note\n"))
    #expect(try Entente.run("list", graph, "--require-citations").status == 1)
  }

  @Test("A file is sliced without being held: the same file, the same messages")
  func stream() throws {
    let folder = try Scratch.folder()
    func path(_ name: String) -> String { folder.appending(path: name).path }
    _ = try Entente.run("export", graph, "-o", path("all.graphml"))
    let export = ["export", path("all.graphml"), "--year", "1970", "-o"]
    let whole = try Entente.run(all: export + [path("whole.graphml")])
    let slice = try Entente.run(all: export + [path("slice.graphml"), "--stream"])
    #expect(slice.status == 0)
    #expect(slice.errors == whole.errors)
    #expect(
      try Data(contentsOf: folder.appending(path: "slice.graphml"))
        == Data(contentsOf: folder.appending(path: "whole.graphml")))
    // What comes by standard input goes into a temporary file.
    let text = try String(contentsOfFile: path("all.graphml"), encoding: .utf8)
    for name in ["slice.graphml", "slice.dot"] {
      _ = try Entente.run(all: ["export", path("all.graphml"), "--year", "1970", "-o", path(name)])
      let piped = try Entente.run(
        "export", "-", "--input-format", "graphml", "--year", "1970", "-o", path("piped" + name), "--stream",
        input: text)
      #expect(piped.status == 0)
      #expect(piped.errors.contains("the graph is read whole") == (name == "slice.dot"))
      #expect(
        try Data(contentsOf: folder.appending(path: name)) == Data(contentsOf: folder.appending(path: "piped" + name)))
    }
    let other = try Entente.run(all: export + [path("slice.dot"), "--stream"])
    #expect(other.status == 0)
    #expect(other.errors.contains("the graph is read whole: DOT is not written in pieces"))
    let hops = try Entente.run(all: export + [path("slice.graphml"), "--stream", "--around", "uk"])
    #expect(hops.status == 64)
    #expect(hops.errors.contains("--stream never holds the whole graph, which --around asks for"))
  }
}
