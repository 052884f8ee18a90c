import Foundation
import Testing

/// The page of promises names tests, and all of them are there.
@Suite("What Entente promises")
struct PromisesTests {
  private static let page = "Sources/EntenteFormats/EntenteFormats.docc/Promises.md"

  /// Every test file's text, by its name without the ending.
  private static func testFiles() throws -> [String: String] {
    let folder = Entente.root.appending(path: "Tests")
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix("Tests.swift") {
      let file = folder.appending(path: path)
      let name = file.deletingPathExtension().lastPathComponent
      files[name, default: ""] += try String(contentsOf: file, encoding: .utf8)
    }
    return files
  }

  @Test("Every promise names tests that exist")
  func everyTestExists() throws {
    let page = try String(contentsOf: Entente.root.appending(path: Self.page), encoding: .utf8)
    let files = try Self.testFiles()
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("Tests") }
    #expect(rows.count > 25)
    for row in rows {
      let tests = row.matches(of: /`(\w+Tests)(?:\.(\w+))?`/)
      #expect(!tests.isEmpty, "\(row)")
      for test in tests {
        let suite = String(test.1)
        let text = try #require(files[suite], "there is no \(suite)")
        if let name = test.2 { #expect(text.contains("func \(name)("), "\(suite) has no \(name)") }
      }
    }
  }
}
