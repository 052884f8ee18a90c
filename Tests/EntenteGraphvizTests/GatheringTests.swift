import Entente
import Testing

@testable import EntenteGraphviz

@Suite struct GatheringTests {
  @Test func aLeagueIsGatheredBecauseItThenFitsASmallerSheet() async throws {
    let graph = try Graphs.league.graph()
    let picture = try await graph.everything.picture(.quick)
    let svg = picture.svg()
    #expect(svg.contains("<g class=\"card\">"))
    #expect(svg.occurrences(of: "class=\"entity ") == graph.entities.count)
    #expect(svg.occurrences(of: "class=\"relation ") == graph.relations.count)
    #expect(picture.notes == [.drawnFor("A4, upright")])
  }

  @Test func itIsNotWhereThatIsForbidden() async throws {
    var options = PictureOptions.quick
    options.gathersHubs = false
    let picture = try await Graphs.league.graph().everything.picture(options)
    #expect(!picture.svg().contains("<g class=\"card\">"))
    #expect(picture.scene.size.width > 600)
  }

  @Test func sevenLeavesStayByThemselves() {
    var diagram = Diagram(title: "")
    diagram.entities = (0..<9).map { Diagram.Entity(id: "e\($0)", kind: "state", kindName: "state", name: "E\($0)") }
    func relation(_ from: Int, _ to: Int) -> Diagram.Relation {
      Diagram.Relation(id: "r\(from)", subject: from, object: to, type: "member-of", words: "member of")
    }
    diagram.relations = (1...7).map { relation($0, 0) }
    #expect(diagram.gathered == nil)
    diagram.relations.append(relation(8, 0))
    #expect(diagram.gathered?.entities.last?.card?.rows.count == 8)
  }
}
