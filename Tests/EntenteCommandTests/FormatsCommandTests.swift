import Foundation
import Testing

@Suite("Formats in the command")
struct FormatsCommandTests {
  private static let graph = """
    title: Places
    states: {japan: {name: Japan, cite: 'tass#1 "a"'}}
    islands: {habomai: Habomai}
    documents: {tass: A title}
    relations: [japan claims habomai]
    """

  @Test(
    "Every text format is written by its ending, the same on every run",
    arguments: [
      "gexf", "json", "cyjs", "cypher", "ttl", "jsonld", "ftm.json",
    ])
  func exports(ending: String) throws {
    let (graph, folder) = (try Scratch.file(named: "graph.yaml", text: Self.graph), try Scratch.folder())
    let files = ["a", "b"].map { folder.appending(path: "\($0).\(ending)") }
    for file in files {
      let outcome = try Entente.run("export", graph.path, "-o", file.path)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
  }

  /// What a shell's command line prints, with `entente` in it.
  private func shell(_ line: String, in folder: URL) throws -> (status: Int32, output: Data) {
    let process = Process()
    let output = try Scratch.file(named: "out")
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line.replacing("entente ", with: Entente.executable.path + " ")]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: output))
  }

  @Test(
    "Pipes are read, in every format: standard input and what a shell gives a name",
    arguments: ["yaml", "graphml", "json", "gexf"])
  func pipes(ending: String) throws {
    let folder = try Scratch.folder()
    try Self.graph.write(to: folder.appending(path: "graph.yaml"), atomically: true, encoding: .utf8)
    let name = "piped.\(ending)"
    #expect(try Entente.run("export", "graph.yaml", "-o", name, in: folder).status == 0)
    let list = try Entente.run("list", name, in: folder).output.replacing(name, with: "")
    for input in ["cat \(name) | entente list -", "gzip -c \(name) | entente list -", "entente list <(cat \(name))"] {
      let (status, output) = try shell("\(input) --input-format \(ending)", in: folder)
      #expect(status == 0, "\(input)")
      let words = String(decoding: output, as: UTF8.self).split(separator: "\t").prefix(3)
      #expect(words == list.split(separator: "\t").prefix(3), "\(input)")
    }
  }

  @Test(
    "A text without an end is an error with its place, and is not held in memory",
    arguments: [
      ("graphml", #"<graphml><graph><node id="a"><data key="k">"#, "1", "a text or a tag is longer than 16 MB"),
      ("gexf", #"<gexf><graph><nodes><node id=""#, "1", "a text or a tag is longer than 16 MB"),
      ("json", #"{"nodes":[{"id":""#, "1", "a text is longer than 16 MB"),
      ("csv", "source,target\na,\"", "2", "the row that begins here is longer than 64 MB"),
    ])
  func endless(ending: String, beginning: String, line: String, message: String) throws {
    let folder = try Scratch.folder()
    let file = folder.appending(path: "big.\(ending)")
    try beginning.write(to: file, atomically: true, encoding: .utf8)
    #expect(try shell("head -c 300000000 /dev/zero | tr '\\0' x >> big.\(ending)", in: folder).status == 0)
    let measured =
      "import resource, subprocess, sys; said = subprocess.run(sys.argv[1:], capture_output=True, text=True).stderr; "
      + "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, said)"
    let python = Entente.root.appending(path: ".venv/bin/python").path
    let (status, output) = try shell("\(python) -c '\(measured)' entente check big.\(ending)", in: folder)
    let said = String(decoding: output, as: UTF8.self)
    #expect(status == 0 && said.contains("big.\(ending):\(line):") && said.contains(message), "\(said.prefix(400))")
    #if os(Linux)
      let kilobytes = try #require(said.split(separator: " ").first.flatMap { Int($0) })
      #expect(kilobytes < 200_000, "\(kilobytes) KB")
    #endif
  }

  @Test("What is written can be packed: by a .gz behind its ending, or its format's")
  func packed() throws {
    let folder = try Scratch.folder()
    try Self.graph.write(to: folder.appending(path: "graph.yaml"), atomically: true, encoding: .utf8)
    for ending in ["dot", "graphml", "json", "ttl", "yaml"] {
      let plain = try Entente.run("export", "graph.yaml", "--format", ending, in: folder).output
      #expect(try Entente.run("export", "graph.yaml", "-o", "a.\(ending).gz", in: folder).status == 0)
      let (_, named) = try shell("gzip -dc a.\(ending).gz", in: folder)
      let (_, piped) = try shell("entente export graph.yaml --format \(ending).gz | gzip -dc", in: folder)
      #expect(String(decoding: named, as: UTF8.self) == plain && piped == named, "\(ending)")
    }
    #expect(try Entente.run("export", "graph.yaml", "--format", "csv.gz", "-o", "tables/", in: folder).status == 0)
    #expect(try Entente.run("check", "tables", in: folder).output.hasPrefix("2 entities, 1 relation"))
    #expect(try Entente.run("export", "graph.yaml", "-o", "a.doc.gz", in: folder).status == 64)
  }

  @Test("A picture's places reach the formats that keep places")
  func places() throws {
    let graph = try Scratch.file(named: "graph.yaml", text: Self.graph)
    let gexf = try Entente.run("export", graph.path, "--format", "gexf").output
    #expect(gexf.matches(of: /<viz:position x="[^"]+" y="[^"]+"\/>/).count == 2)
    let yEd = try Entente.run("export", graph.path, "--format", "graphml", "--for", "yed").output
    #expect(yEd.matches(of: /<y:Geometry height="30.0" width="[^"]+" x="[^"]+" y="[^"]+"\/>/).count == 2)
    #expect(try !Entente.run("export", graph.path, "--format", "graphml").output.contains("y:Geometry"))
  }

  @Test("What a format loses is told, and is an error with --strict that leaves the old file")
  func losses() throws {
    let (graph, folder) = (try Scratch.file(named: "graph.yaml", text: Self.graph), try Scratch.folder())
    let file = folder.appending(path: "a.cypher")
    let outcome = try Entente.run("export", graph.path, "-o", file.path)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("warning: Cypher: no place for the graph's title\n"))
    try "old".write(to: file, atomically: true, encoding: .utf8)
    #expect(try Entente.run("export", graph.path, "-o", file.path, "--strict").status == 1)
    #expect(try String(contentsOf: file, encoding: .utf8) == "old")
  }

  @Test("What a format cannot hold is an error at the entity's place, and leaves no file")
  func cannotHold() throws {
    let graph = try Scratch.file(named: "graph.yaml", text: "states:\n  japan: {name: \"Ja\\apan\"}\n")
    let file = try Scratch.folder().appending(path: "a.graphml")
    let outcome = try Entente.run("export", graph.path, "-o", file.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "graph.yaml:2:3: error: the name of entity 'japan' holds the character U+0007, which GraphML cannot hold"))
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }
}
