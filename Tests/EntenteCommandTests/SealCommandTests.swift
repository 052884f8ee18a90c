import Foundation
import Testing

/// `entente check --seal`, and what others read of it.
@Suite("entente check --seal")
struct SealCommandTests {
  @Test("The seed's citations are known to be verified where its text is not at hand")
  func seed() throws {
    let outcome = try Entente.run("check", "--strict", Entente.seed)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("36 citations, all verified by seal"), "\(outcome.output)")
    #expect(outcome.errors.contains("note: 36 citations verified on 2026-"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("not verified") && !outcome.errors.contains("is not found"))
  }

  private static let graph = "documents: {d: {text: d.txt}}\nstates: {a: {name: A, cite: 'd#1 \"words\"'}}\n"

  private func folder(_ graph: String = Self.graph) throws -> URL {
    let folder = try Scratch.folder()
    try graph.write(to: folder.appending(path: "g.yaml"), atomically: false, encoding: .utf8)
    try "Some words.\n".write(to: folder.appending(path: "d.txt"), atomically: false, encoding: .utf8)
    return folder
  }

  @Test("It is written once, and stays; what it says goes into RDF, JSON and the page")
  func written() throws {
    let folder = try folder()
    let first = try Entente.run("check", "g.yaml", "--seal", in: folder)
    #expect(first.status == 0 && first.errors.contains("g.seal.json written: 1 citation"), "\(first.errors)")
    let second = try Entente.run("check", "g.yaml", "--seal", in: folder)
    #expect(second.errors.contains("g.seal.json stays as it is"), "\(second.errors)")
    try FileManager.default.removeItem(at: folder.appending(path: "d.txt"))
    let turtle = try Entente.run("export", "g.yaml", "--format", "ttl", in: folder).output
    #expect(turtle.contains("dcterms:dateAccepted \"20") && turtle.contains("schema:sha256 \""))
    #expect(try Entente.run("export", "g.yaml", "--format", "json", in: folder).output.contains("\"verified\":\"20"))
    let page = try Entente.run("export", "g.yaml", "-o", "g.html", in: folder)
    #expect(page.status == 0, "\(page.errors)")
    #expect(
      try String(contentsOf: folder.appending(path: "g.html"), encoding: .utf8).contains("\"words\",\"\",\"\",\"20"))
  }

  @Test("Nothing is written for a graph with errors, nor over what is no seal")
  func refused() throws {
    let wrong = try folder(Self.graph.replacing("words", with: "other words"))
    #expect(try Entente.run("check", "g.yaml", "--seal", in: wrong).status == 1)
    #expect(!FileManager.default.fileExists(atPath: wrong.appending(path: "g.seal.json").path))
    let other = try folder()
    let file = other.appending(path: "g.seal.json")
    try "my notes".write(to: file, atomically: false, encoding: .utf8)
    let outcome = try Entente.run("check", "g.yaml", "--seal", in: other)
    #expect(outcome.status == 1 && outcome.errors.contains("nothing is sealed"), "\(outcome.errors)")
    #expect(try String(contentsOf: file, encoding: .utf8) == "my notes")
  }

  @Test(
    "A bibliography, too, is read from beneath the graph file's folder alone",
    arguments: ["../other.json", "link.json"])
  func bibliography(path: String) throws {
    let folder = try Scratch.folder()
    let inner = folder.appending(path: "inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    let other = folder.appending(path: "other.json")
    try "[{\"id\": \"x\"}]".write(to: other, atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(at: inner.appending(path: "link.json"), withDestinationURL: other)
    try "bibliography: \(path)\nstates: {a: {name: A, cite: x}}\n"
      .write(to: inner.appending(path: "g.yaml"), atomically: false, encoding: .utf8)
    let outcome = try Entente.run("check", "g.yaml", in: inner)
    #expect(outcome.status == 1 && outcome.errors.contains("leads out of the graph file's folder"), "\(outcome.errors)")
    #expect(try Entente.run("check", "--trust", "g.yaml", in: inner).status == 0)
  }

  @Test("Without pdftotext, an error says so and how to get it")
  func noPDFReader() throws {
    let folder = try folder()
    try "%PDF-1.4\n".write(to: folder.appending(path: "d.txt"), atomically: false, encoding: .utf8)
    let outcome = try Entente.run("check", "g.yaml", in: folder, environment: ["PATH": folder.path])
    #expect(
      outcome.status == 1 && outcome.errors.contains("'pdftotext', and that is not installed"), "\(outcome.errors)")
    #expect(outcome.errors.contains("apt install poppler-utils"))
  }
}
