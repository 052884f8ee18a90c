import Foundation
import Testing

@Suite("The article \"Dates\"")
struct DatesArticleTests {
  @Test("Its examples are what the command prints")
  func examples() throws {
    let article = try String(
      contentsOf: Entente.root.appending(path: "Sources/Entente/Entente.docc/Dates.md"), encoding: .utf8)
    let blocks = article.split(separator: "```\n").filter { $0.hasPrefix("$ entente ") }
    #expect(blocks.count == 10)
    for example in blocks.flatMap({ $0.split(separator: "$ entente ") }) {
      let lines = example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let outcome = try Entente.run(all: Self.words(lines[0]))
      let expected = lines.dropFirst().joined(separator: "\n").trimmingCharacters(in: .newlines)
      #expect(outcome.output == expected + "\n", "entente \(lines[0])")
    }
  }

  /// The words of a command line; double quotes hold one together.
  private static func words(_ line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }
}
