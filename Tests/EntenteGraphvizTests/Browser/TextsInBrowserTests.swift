import Testing

@testable import EntenteGraphviz

/// A browser draws texts as wide as they were measured, and so that assistive technology can read them.
@Suite struct TextsInBrowserTests {
  @Test(arguments: [Graphs.seed, .league, .scripts])
  func textsAreWhereTheyWereMeasuredAndAxeFindsNothing(_ file: Graphs) async throws {
    let picture = try await file.graph().everything.picture(.quick)
    let seen = try #require(try Browser.read([picture.svg()]).first)
    #expect(seen.violations == [])

    let scene = picture.scene
    let measured =
      scene.heading + scene.entities.flatMap(\.allTexts) + scene.links.flatMap { $0.rows.flatMap(\.texts) }
      + scene.legend.flatMap(\.texts) + scene.caption
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
}
