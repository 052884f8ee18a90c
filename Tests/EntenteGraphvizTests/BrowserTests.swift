import Foundation
import Testing

@testable import EntenteGraphviz

/// A browser draws what was measured: with the same widths, and so that assistive technology can read it.
@Suite struct BrowserTests {
  private struct Seen: Decodable {
    struct Text: Decodable {
      let text: String
      let left: Double
      let right: Double
    }
    let texts: [Text]
    let violations: [String]
  }

  @Test(arguments: [Graphs.seed, .league, .scripts])
  func textsAreWhereTheyWereMeasuredAndAxeFindsNothing(_ file: Graphs) throws {
    var options = PictureOptions()
    options.isQuick = true
    let picture = try file.graph().everything.picture(options)
    let seen = try inBrowser(picture.svg())
    #expect(seen.violations == [])

    let scene = picture.scene
    let measured =
      scene.heading + scene.entities.flatMap(\.allTexts) + scene.links.flatMap { $0.rows.flatMap(\.texts) }
      + scene.legend.map(\.text) + scene.caption
    #expect(seen.texts.count == measured.count)
    var unseen = measured
    for text in seen.texts {
      let place = try #require(
        unseen.firstIndex { $0.text == text.text && abs($0.origin.x - text.left) < 2.5 }, "\(text)")
      let run = unseen.remove(at: place)
      // Slanted letters lean out of their advance, by less than the room that every shape and line leaves.
      #expect(text.right < run.origin.x + run.width + 2.5, "\(text)")
    }
  }

  private func inBrowser(_ svg: String) throws -> Seen {
    let file = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString).svg")
    try Data(svg.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let python = Graphs.repository.appending(path: ".venv/bin/python")
    try #require(
      FileManager.default.isExecutableFile(atPath: python.path), "Scripts/setup --tests makes .venv, which is missing")
    let process = Process()
    process.executableURL = python
    process.arguments = [Graphs.repository.appending(path: "Tests/Clients/picture_in_browser.py").path, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the browser client failed; its message is above")
    return try JSONDecoder().decode(Seen.self, from: data)
  }
}
