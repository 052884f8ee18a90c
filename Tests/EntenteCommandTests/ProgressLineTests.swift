import EntenteFormats
import Foundation
import Testing

@testable import EntenteCommand

@Suite("Progress")
struct ProgressLineTests {
  @Test("tells relations, megabytes and the time that is left")
  func text() {
    let progress = ExportProgress(relations: 250_000, total: 1_000_000, bytes: 210_400_000)
    #expect(
      ProgressLine.text(progress, after: .seconds(3)) == "250000 of 1000000 relations, 210 MB, 10 s left")
    let nothing = ExportProgress(relations: 0, total: 5, bytes: 0)
    #expect(ProgressLine.text(nothing, after: .seconds(3)) == "0 of 5 relations, 0 MB")
  }

  /// What `entente check` shows at a terminal of a graph that needs so long to arrive.
  private func shown(after seconds: Double, _ options: String...) throws -> String {
    let process = Process()
    let output = try Scratch.file(named: "out")
    let graph = try Scratch.file(named: "in", text: "states: {a: A, b: B}\nrelations: [a recognizes b]\n")
    process.executableURL = Entente.root.appending(path: ".venv/bin/python")
    process.arguments =
      [Entente.root.appending(path: "Tests/Clients/at_terminal.py").path, "\(seconds)", Entente.executable.path]
      + ["check", "-", "--input-format", "yaml"] + options
    process.standardInput = try FileHandle(forReadingFrom: graph)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }

  @Test("of reading shows on a terminal after two seconds, is gone when it is done, and never shows else")
  func reading() throws {
    let quick = try shown(after: 0)
    #expect(!quick.contains("reading") && quick.contains("0 errors"))
    let said = try shown(after: 3.5)
    #expect(said.contains("\rreading standard input, 2 s\u{1B}[K"), "\(said.debugDescription)")
    let last = try #require(said.range(of: "\r\u{1B}[K", options: .backwards))
    #expect(!said[last.upperBound...].contains("reading") && said[last.upperBound...].contains("0 errors"))
    #expect(try !shown(after: 2.5, "--quiet").contains("reading"))
  }
}
