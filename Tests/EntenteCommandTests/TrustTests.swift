import Foundation
import Testing

/// Files that a graph file names are read from beneath its folder, or from where the user says, and nowhere else.
@Suite("Files that a graph file names")
struct TrustTests {
  private static let secret = "a line that nobody should see"

  /// A graph in a folder of its own that cites a text by that path, beside which there is another.
  private func graph(text: String) throws -> URL {
    let folder = try Scratch.folder()
    let inner = folder.appending(path: "inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try Self.secret.write(to: folder.appending(path: "secret.txt"), atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      at: inner.appending(path: "link.txt"), withDestinationURL: folder.appending(path: "secret.txt"))
    let file = inner.appending(path: "graph.yaml")
    try """
    documents: {d: {text: \(text.replacing("FOLDER", with: folder.path))}}
    states: {a: A, b: B}
    relations: [{a allied-with b: {when: 1956/, cite: 'd "nothing of that"'}}]
    """.write(to: file, atomically: false, encoding: .utf8)
    return file
  }

  @Test(
    "Outside the folder, by a link, or no plain file: it is not read, and no line of it is shown",
    arguments: [
      "../secret.txt", "../nothing.txt", "FOLDER/secret.txt", "FOLDER/nothing.txt", "link.txt", "/dev/zero",
      "/etc/passwd",
    ])
  func outside(text: String) throws {
    let file = try graph(text: text)
    let outcome = try Entente.run("check", file.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // Nor is it told whether there is such a file.
    let name = text.replacing("FOLDER", with: file.deletingLastPathComponent().deletingLastPathComponent().path)
    let told = "warning: the text of 'd' is not read: '\(name)' leads out of the graph file's folder"
    #expect(outcome.errors.contains(told), "\(outcome.errors)")
    #expect(!outcome.errors.contains("nobody should see") && !outcome.errors.contains("root:"))
  }

  @Test(
    "Where the user says so, it is read wherever it is", arguments: ["../secret.txt", "FOLDER/secret.txt", "link.txt"])
  func trusted(text: String) throws {
    let outcome = try Entente.run("check", "--trust", graph(text: text).path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error: the quote is not found in 'd'"), "\(outcome.errors)")
  }

  @Test("Another graph file is included from beneath the folder alone")
  func included() throws {
    let folder = try Scratch.folder()
    let inner = folder.appending(path: "inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try "states: {a: A}\n".write(to: folder.appending(path: "other.yaml"), atomically: false, encoding: .utf8)
    let file = inner.appending(path: "graph.yaml")
    try "include: ../other.yaml\n".write(to: file, atomically: false, encoding: .utf8)
    let outcome = try Entente.run("check", file.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("'../other.yaml' leads out of the graph file's folder"), "\(outcome.errors)")
    #expect(try Entente.run("check", "--trust", file.path).status == 0)
  }

  @Test("An id that is no file's name keeps nobody from reading the text where the graph file has it")
  func idWithFolders() throws {
    let folder = try GraphFolder([
      "graph.yaml": """
      documents: {"a/../b": {text: texts/t.txt}}
      states: {a: {name: A, cite: {document: "a/../b", quote: hello}}, b: B}
      relations: [a allied-with b]
      """, "texts/t.txt": "hello", "documents/x.txt": "x",
    ])
    let loaded = folder.load(["graph.yaml"], documents: "documents")
    #expect(loaded.citations.verified == 1, "\(folder.printed(loaded))")
  }
}
