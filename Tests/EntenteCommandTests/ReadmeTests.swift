import Foundation
import Testing

/// The front page's first graph, as somebody follows it in a fresh folder.
@Suite("The README")
struct ReadmeTests {
  private let blocks: [Substring]

  init() throws {
    let text = try String(contentsOf: Entente.root.appending(path: "README.md"), encoding: .utf8)
    // What stands between the fences, with the fence's language as the first line.
    blocks = text.split(separator: "```", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map(\.element)
  }

  private func block(_ language: String, _ number: Int = 0) throws -> String {
    let found = blocks.filter { $0.hasPrefix("\(language)\n") }
    return String(try #require(found.dropFirst(number).first).dropFirst(language.count + 1))
  }

  @Test("Its first graph is right, every quote of it, and its year is as it says")
  func firstGraph() throws {
    let folder = try Scratch.folder()
    try block("yaml").write(to: folder.appending(path: "border.yaml"), atomically: true, encoding: .utf8)
    try block("text").write(to: folder.appending(path: "gazette.txt"), atomically: true, encoding: .utf8)
    let commands = try (block("sh", 1) + block("sh", 2)).split(separator: "\n")
    #expect(commands.count == 4)
    for command in commands {
      let outcome = try Entente.run(all: command.split(separator: " ").dropFirst().map(String.init), in: folder)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      if command.contains(" check ") { #expect(outcome.output.contains("all verified")) }
    }
  }

  @Test("The schema that it lets an editor know is one, and the command's help leads to every key")
  func editor() throws {
    let command = try block("sh", 3).split(separator: " ").map(String.init)
    #expect(command.prefix(3) == ["entente", "schema", "--json-schema"])
    let outcome = try Entente.run(all: Array(command[1...2]))
    let schema = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let page = "Sources/EntenteFormats/EntenteFormats.docc/TheGraphFile.md"
    #expect(try Entente.run("help").output.contains(page))
    #expect(FileManager.default.fileExists(atPath: Entente.root.appending(path: page).path))
    #expect(try Entente.run("schema", "--json-schema", "x.yaml").status == 64)
  }

  @Test("The mistake that it shows is reported as it shows it")
  func mistake() throws {
    let folder = try Scratch.folder()
    let wrong = try block("yaml").replacingOccurrences(of: "northland claims", with: "northland claim")
    try wrong.write(to: folder.appending(path: "border.yaml"), atomically: true, encoding: .utf8)
    try block("text").write(to: folder.appending(path: "gazette.txt"), atomically: true, encoding: .utf8)
    let outcome = try Entente.run("check", "border.yaml", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix(try block("text", 1)), "\(outcome.errors)")
  }

  @Test("Its spreadsheet becomes a picture and a list of one year")
  func spreadsheet() throws {
    let folder = try Scratch.folder()
    try block("csv").write(to: folder.appending(path: "alliances.csv"), atomically: true, encoding: .utf8)
    var last = ""
    for command in try block("sh", 4).split(separator: "\n") {
      let parts = command.split(separator: ">").map { $0.split(separator: " ").map(String.init) }
      let outcome = try Entente.run(all: Array(parts[0].dropFirst()), in: folder)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      if parts.count == 2 {
        try outcome.output.write(to: folder.appending(path: parts[1][0]), atomically: true, encoding: .utf8)
      }
      last = outcome.output
    }
    #expect(last.split(separator: "\n").count == 6, "\(last)")
    let picture = try String(contentsOf: folder.appending(path: "alliances.svg"), encoding: .utf8)
    #expect(picture.contains("United Kingdom") && picture.contains("20 May 1882"))
  }
}
