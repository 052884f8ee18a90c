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
    let headings = cards.flatMap(\.marks).filter { !$0.standsFor.isEmpty }
    #expect(!headings.isEmpty && headings.allSatisfy { !$0.texts.isEmpty })
    var fewest = headings.count
    for year: Int64 in [1920, 1921, 1925, 1926, 1935, 1940, 1945] {
      let selection = try Graphs.league.graph().selecting(Filter(years: YearRange(year)))
      let shown = try whole.painting(selection).displayList.marks.flatMap(\.marks).filter { $0.role == .gathering }
      for card in shown { #expect(!card.marks.isEmpty, "\(year)") }
      let left = shown.flatMap(\.marks).filter { !$0.standsFor.isEmpty }
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

/// What has the same relations with the same others is a card between them.
@Suite struct SetTests {
  /// Members of two bodies, and as many relations beside them that there is something to gather.
  private func diagram(members: Int, of bodies: Int = 2, others: Int = 31) -> Diagram {
    var diagram = Diagram(title: "")
    func entity(_ id: String) -> Int {
      diagram.entities.append(Diagram.Entity(id: id, kind: "state", kindName: "state", name: id.capitalized))
      return diagram.entities.count - 1
    }
    func relation(_ from: Int, _ to: Int, _ words: String, _ date: String = "") {
      diagram.relations.append(
        Diagram.Relation(
          id: "r\(diagram.relations.count)", subject: from, object: to, type: words, words: words, date: date))
    }
    let hubs = (0..<bodies).map { entity("body-\($0)") }
    for member in 0..<members {
      let member = entity("member-\(member)")
      for (place, hub) in hubs.enumerated() { relation(member, hub, "member of", "19\(50 + place)") }
    }
    var last = hubs[0]
    for other in 0..<others {
      let next = entity("other-\(other)")
      relation(last, next, "met")
      last = next
    }
    return diagram
  }

  @Test func membersOfTheSameBodiesAreOneCardWithALineToEach() throws {
    let gathered = diagram(members: 4).gatheredBySet
    let cards = gathered.entities.compactMap(\.card)
    #expect(cards.map(\.rows.count) == [4])
    #expect(cards.first?.rows.map(\.relations.count) == [2, 2, 2, 2])
    let connectors = gathered.relations.filter(\.isConnector)
    #expect(connectors.map(\.object) == [0, 1])
    #expect(connectors.map { gathered.gathered(by: $0).count } == [4, 4])
    #expect(gathered.links.count == diagram(members: 4).links.count - 6)
  }

  @Test(arguments: [(2, 2, 31), (4, 1, 31), (4, 2, 8)])
  func twoRowsOrOneBodyOrAFewLinesStayAsTheyAre(_ members: Int, _ bodies: Int, _ others: Int) {
    let diagram = diagram(members: members, of: bodies, others: others)
    #expect(diagram.gatheredBySet == diagram)
  }

  @Test func whoSaysSomethingElseIsNotOfTheSet() {
    var diagram = diagram(members: 4)
    diagram.relations[0].status = .claimed
    #expect(diagram.gatheredBySet.entities.compactMap(\.card).map(\.rows.count) == [3])
    diagram.relations[2].words = "leads"
    #expect(diagram.gatheredBySet == diagram)
  }

  /// Of those that a year shows, a line to the card is there for its own relations alone.
  @Test func theLineToABodyIsThereWhereOneOfItsRelationsIs() throws {
    let whole = diagram(members: 4)
    let laidOut = try Specimens.laidOut(whole, .quick)
    var year = whole
    for index in year.relations.indices where year.relations[index].joins(1) { year.relations[index].isShown = false }
    func connectors(_ scene: Scene) -> [Mark] {
      scene.displayList.marks.flatMap(\.marks).filter { $0.role == .connector }
    }
    #expect(connectors(laidOut.page()).map(\.facts.first?.value) == ["body-0", "body-1"])
    #expect(connectors(laidOut.page(painting: year)).map(\.facts.first?.value) == ["body-0"])
    #expect(Verifier(laidOut.page(painting: year).displayList).quality().faults == Faults())
  }

  /// The frame of a card closes round the rows that a year shows, no farther than its lines allow.
  @Test(arguments: 2...4) func theFrameStaysWhereEveryLineEnds(_ bodies: Int) throws {
    let whole = diagram(members: 9, of: bodies)
    let laidOut = try Specimens.laidOut(whole, .quick)
    let members = whole.entities.indices.filter { whole.entities[$0].id.hasPrefix("member") }
    for kept in 1...8 {
      var year = whole
      for index in year.relations.indices where year.relations[index].words == "member of" {
        year.relations[index].isShown = members.prefix(kept).contains(year.relations[index].subject)
      }
      let marks = laidOut.page(painting: year).displayList.marks.flatMap(\.marks)
      let card = try #require(marks.first { $0.role == .gathering })
      let frame = try #require(card.ink.lazy.compactMap { if case .frame(let box) = $0 { box } else { nil } }.first)
      let lines = marks.filter { $0.role == .connector }
      #expect(lines.count == bodies)
      for line in lines {
        let ends = line.ink.flatMap { ink -> [Point] in
          switch ink {
          case .line(let curve, _, _): [curve.start, curve.end]
          case .arrow(let arrow, _): [arrow.tip]
          default: []
          }
        }
        let off = ends.map { end in
          let across = max(frame.left - end.x, end.x - frame.right, 0)
          let down = max(frame.top - end.y, end.y - frame.bottom, 0)
          return (across * across + down * down).squareRoot()
        }
        #expect((off.min() ?? 99) < 1.5, "\(kept) rows, \(line.title)")
      }
    }
  }
}
