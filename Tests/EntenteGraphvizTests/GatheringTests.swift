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

  @Test func aHeadingIsThereWithItsFirstRow() async throws {
    let whole = try await Graphs.league.graph().everything.picture(.quick)
    let cards = whole.displayList.marks.flatMap(\.marks).filter { $0.role == .gathering }
    let headings = cards.flatMap(\.marks).filter { !$0.over.isEmpty }
    #expect(!headings.isEmpty && headings.allSatisfy { !$0.texts.isEmpty })
    var fewest = headings.count
    for year: Int64 in [1920, 1921, 1925, 1926, 1935, 1940, 1945] {
      let selection = try Graphs.league.graph().selecting(Filter(years: YearRange(year)))
      let shown = try whole.painting(selection).displayList.marks.flatMap(\.marks).filter { $0.role == .gathering }
      for card in shown { #expect(!card.marks.isEmpty, "\(year)") }
      let left = shown.flatMap(\.marks).filter { !$0.over.isEmpty }
      fewest = min(fewest, left.count)
      let rows = shown.flatMap(\.marks).filter { $0.role == .relation }.count
      #expect(left.count <= rows, "\(year)")
    }
    #expect(fewest < headings.count, "some year shows none of the rows of a heading")
  }

  @Test func aHeadingOfTwoTimesSaysWhatBecameOfAllItsRows() async throws {
    let selection = try Graphs.league.graph().everything
    let scene = try await selection.comparison(of: YearRange(1920), with: YearRange(1936), .quick).scene
    let groups = scene.entities.flatMap(\.groups)
    #expect(!groups.isEmpty)
    for group in groups {
      let changes = Set(group.rows.map { $0.row.relations.map { scene.diagram.relations[$0].change } })
      #expect(changes.count == 1)
    }
  }

  @Test func aGatheredRelationHasARowToHoverOver() async throws {
    let picture = try await Graphs.league.graph().everything.picture(.quick)
    let rows = picture.displayList.marks.flatMap(\.marks).filter { $0.role == .gathering }.flatMap(\.marks)
    for relation in rows where relation.role == .relation {
      #expect(relation.ink.contains { if case .room = $0 { true } else { false } })
      #expect(relation.ink.contains { if case .line = $0 { true } else { false } })
      #expect(!relation.title.isEmpty)
    }
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
