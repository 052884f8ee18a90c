import Foundation
import Testing

/// The Swift that README, the documentation's pages and doc comments show.
@Suite("Swift in the documentation")
struct SnippetTests {
  @Test("compiles, every piece of it")
  func compiles() throws {
    let snippets = try Snippet.all().filter { !$0.lines.contains("import PackageDescription") }
    #expect(snippets.count >= 18, "pages and comments are found")
    let folder = try Scratch.folder()
    // A file for each: what one declares, the others do not see.
    let files = try snippets.enumerated().map { number, snippet in
      let file = folder.appending(path: "snippet\(number).swift")
      try snippet.source(number: number).write(to: file, atomically: true, encoding: .utf8)
      return file.path
    }
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments =
      try ["swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-suppress-warnings"] + moduleArguments()
      + files
    let output = try Scratch.file(named: "errors")
    compiler.standardError = try FileHandle(forWritingTo: output)
    try compiler.run()
    compiler.waitUntilExit()
    let errors = try String(contentsOf: output, encoding: .utf8)
    #expect(compiler.terminationStatus == 0, "\(errors)")
  }

  /// Where the modules are that this test is built with, and the C headers that they stand on.
  private func moduleArguments() throws -> [String] {
    let products = Entente.executable.deletingLastPathComponent()
    let sources = Entente.root.appending(path: "Sources")
    let system = try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .map { sources.appending(path: "\($0)/module.modulemap") }
    let built = try FileManager.default.contentsOfDirectory(atPath: products.path).filter { $0.hasSuffix(".build") }
      .map { products.appending(path: "\($0)/module.modulemap") }
    let maps = (system + built).map(\.path).filter { FileManager.default.fileExists(atPath: $0) && $0.contains("/C") }
    let headers = try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .map { sources.appending(path: "\($0)/include").path }.filter { FileManager.default.fileExists(atPath: $0) }
    return ["-I", products.appending(path: "Modules").path]
      + headers.flatMap { ["-Xcc", "-I\($0)"] } + (try systemHeaders().flatMap { ["-Xcc", $0] })
      + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
  }

  /// Where the system's libraries have their headers, by the names that the manifest knows them by.
  private func systemHeaders() throws -> [String] {
    let manifest = try String(contentsOf: Entente.root.appending(path: "Package.swift"), encoding: .utf8)
    let packages = manifest.components(separatedBy: "pkgConfig: \"").dropFirst().compactMap {
      $0.split(separator: "\"").first
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pkg-config", "--cflags-only-I"] + packages.map(String.init)
    let output = try Scratch.file(named: "flags")
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: output, encoding: .utf8).split { $0.isWhitespace }.map(String.init)
  }
}

/// A piece of Swift between fences.
private struct Snippet {
  /// Where it stands, from the repository's root.
  let file: String
  /// The line of its first one.
  let line: Int
  let lines: [String]

  /// Those of README, pages and doc comments.
  static func all() throws -> [Snippet] {
    let sources = FileManager.default.enumerator(atPath: Entente.root.appending(path: "Sources").path)
    let files = (sources?.compactMap { $0 as? String } ?? []).sorted().map { "Sources/\($0)" }
    return try (["README.md"] + files.filter { $0.hasSuffix(".md") || $0.hasSuffix(".swift") }).flatMap(snippets)
  }

  private static func snippets(in file: String) throws -> [Snippet] {
    let text = try String(contentsOf: Entente.root.appending(path: file), encoding: .utf8)
    var lines = text.components(separatedBy: "\n")
    // In code, a snippet is what doc comments say; other lines hold no fences.
    if file.hasSuffix(".swift") { lines = lines.map(commentText) }
    var snippets: [Snippet] = []
    var start: Int?
    for (number, line) in lines.enumerated() where line.trimmingCharacters(in: .whitespaces).hasPrefix("```") {
      if let first = start {
        snippets.append(Snippet(file: file, line: first + 2, lines: Array(lines[(first + 1)..<number])))
        start = nil
      } else if line.trimmingCharacters(in: .whitespaces) == "```swift" {
        start = number
      } else if let end = lines[(number + 1)...].firstIndex(where: { $0.trimmingCharacters(in: .whitespaces) == "```" })
      {
        // A block of another language: its end is no beginning.
        lines[end] = ""
      }
    }
    return snippets
  }

  private static func commentText(_ line: String) -> String {
    let trimmed = line.drop { $0 == " " }
    return trimmed.hasPrefix("///") ? String(trimmed.dropFirst(trimmed.hasPrefix("/// ") ? 4 : 3)) : ""
  }

  /// The snippet as a file: what it declares, and a function that does the rest with a graph, a filter and so on at hand.
  func source(number: Int) -> String {
    var declarations: [String] = []
    var statements: [String] = []
    var isDeclaring = false
    for (offset, text) in lines.enumerated() where !text.hasPrefix("import ") {
      let place = "#sourceLocation(file: \"\(file)\", line: \(line + offset))"
      let begins = Self.declarations.contains { text.hasPrefix($0) }
      if isDeclaring || begins {
        declarations.append("\(place)\n\(begins ? "private " : "")\(text)")
        isDeclaring = begins ? text.count { $0 == "{" } > text.count { $0 == "}" } : text != "}"
      } else {
        statements.append("\(place)\n\(text)")
      }
    }
    return """
      import Entente
      import EntenteFormats
      import EntenteGraphviz
      import EntentePage
      \((declarations + ["#sourceLocation(file: \"frame\", line: 1)"]).joined(separator: "\n"))
      private func snippet\(number)(
        graph: RelationGraph, selection: Selection, loaded: LoadedGraph, writer: inout ByteWriter
      ) \(lines.contains { $0.contains("await ") } ? "async " : "")throws {
        var filter = Filter()
        var options = PictureOptions()
        var counts: [Panel.Counts] = []
        do {
      \(statements.joined(separator: "\n"))
        }
      }
      """
  }

  private static let declarations = ["struct ", "enum ", "extension ", "final class "]
}
