import Entente
import Foundation
import Testing

@testable import EntenteGraphviz

@Suite struct YearTests {
  private func selection(_ file: Graphs, _ year: Int64) throws -> Selection {
    var filter = Filter()
    filter.years = YearRange(year)
    return try file.graph().selecting(filter)
  }

  /// Nothing moves and nothing changes its size, in any year of four graphs: each is laid out by itself here.
  @Test(
    arguments: zip([Graphs.seed, .league, .parallels, .scripts], [1940...2022, 1915...1945, 1868...1950, 1900...1995]))
  func everythingStaysWhereItIsInTheWholePicture(_ file: Graphs, _ years: ClosedRange<Int64>) async throws {
    let whole = try await Self.scene(file.graph().everything)
    let selections = try years.map { try selection(file, $0) }
    for selection in selections { try await expect(selection, standsAs: whole) }
  }

  /// What a quick picture of the selection paints.
  private static func scene(_ selection: Selection) async throws -> Scene {
    try await selection.picture(.quick).scene
  }

  private func expect(_ selection: Selection, standsAs whole: Scene) async throws {
    let scene = try await Self.scene(selection)
    #expect(scene.size == whole.size, "\(selection.filter)")
    #expect(scene.entities == whole.entities, "\(selection.filter)")
    #expect(scene.links == whole.links, "\(selection.filter)")
  }

  /// The whole search for an arrangement finds the same with and without a year, also where leaves are gathered in a card,
  /// where some have no relation, and where the years leave no room beside the title.
  @Test(arguments: [1956, 1990], [false, true])
  func everythingStaysWhereTheBestPictureHasIt(_ year: Int64, isCertain: Bool) async throws {
    let graph = try RelationGraph("The members of a league of states whose name is long, and its quarrels") {
      let league = Organization("league", "League")
      for number in 0..<9 {
        State("member-\(number)", "Member \(number)").memberOf(league, when: number < 5 ? "1950/1960" : "1950/..")
      }
      State("rival", "Rival").recognizes(State("friend", "Friend"), when: "1945/1958")
      State("alone", "Alone", when: "1900/1970")
    }
    let whole = try await graph.everything.picture().scene
    var filter = Filter()
    filter.years = YearRange(year)
    filter.certainOnly = isCertain
    let scene = try await graph.selecting(filter).picture().scene
    #expect(scene.size == whole.size)
    #expect(scene.entities == whole.entities)
    #expect(scene.links == whole.links)
    #expect(!scene.heading[0].box.overlaps(scene.heading[scene.heading.count - 1].box))
  }

  @Test func thePictureOfAllYearsPaintsOneLikeThatYearsOwn() async throws {
    let whole = try await Graphs.seed.graph().everything.picture(.quick)
    for year: Int64 in [1945, 1956, 1960, 2018] {
      let selection = try selection(.seed, year)
      #expect(try await whole.painting(selection).svg() == selection.picture(.quick).svg(), "\(year)")
    }
  }

  @Test func onlyWhatIsInTheYearIsPainted() async throws {
    let selection = try selection(.seed, 1956)
    let svg = try await selection.picture(.quick).svg()
    for relation in selection.graph.relations {
      #expect(svg.contains("<g id=\"\(relation.id)\"") == selection.contains(relation), "\(relation.id)")
    }
    #expect(svg.contains("class=\"relation offered conditional certain\""))
    #expect(svg.contains("class=\"relation seeks planned possible\""))
    #expect(svg.contains(">1956</text>"))
  }

  @Test func compactIsLaidOutAnew() async throws {
    var options = PictureOptions.quick
    options.layout = .compact
    let compact = try await selection(.seed, 1945).picture(options).scene
    let steady = try await selection(.seed, 1945).picture(.quick).scene
    #expect(compact.entities.count < steady.entities.count)
    #expect(compact.size.height < steady.size.height)
  }

  @Test func aRangeOfYearsIsLaidOutByItself() async throws {
    var filter = Filter()
    filter.years = YearRange(1945, 1950)
    let selection = try Graphs.seed.graph().selecting(filter)
    var options = PictureOptions.quick
    let range = try await selection.picture(options).scene
    options.layout = .steady
    let steady = try await selection.picture(options).scene
    #expect(range.entities.count == selection.entities.count)
    #expect(steady.entities.count > range.entities.count)
  }

  @Test func everyYearsPageHasRoomForWhatSomeYearShows() async throws {
    let graph = try RelationGraph("Certain in no year") {
      let (a, b, c) = (State("a", "A"), State("b", "B"), State("c", "C"))
      a.alliedWith(b, when: "1914/1918")
      b.alliedWith(c, when: "190X")
    }
    func size(_ year: Int64, isCertain: Bool) async throws -> Size {
      var filter = Filter()
      filter.years = YearRange(year)
      filter.certainOnly = isCertain
      return try await graph.selecting(filter).picture(.quick).scene.size
    }
    let whole = try await graph.everything.picture(.quick).scene.size
    #expect(try await size(1915, isCertain: false) == whole)
    let certain = try await size(1915, isCertain: true)
    #expect(certain.height < whole.height || certain.width < whole.width)
    #expect(try await size(1905, isCertain: true) == certain)
  }

  @Test func aFilmstripStandsInAGridAndHasRoomForWhatItShows() async throws {
    let whole = try await Graphs.seed.graph().everything.filmstrip(years: [1945, 1956, 1960, 2018], .quick).scene
    let places = whole.frames.map(\.offset)
    #expect(Set(places.map(\.x)).count == 2 && Set(places.map(\.y)).count == 2)
    let early = try await Graphs.seed.graph().everything.filmstrip(years: [1945, 1946], .quick).scene
    #expect(early.entities.count == whole.entities.count, "everybody has a place")
    #expect(places[1].x > early.frames[1].offset.x + early.frames[1].offset.y, "but no room")
  }

  @Test func aHubsCardHasNoBlankRows() async throws {
    let graph = try RelationGraph("League") {
      let league = Organization("league", "League")
      for number in 0..<12 {
        State("m\(number)", "Member \(number)").memberOf(league, when: number < 3 ? "1920/1940" : "1930/1940")
      }
      State("x", "X").recognizes(State("y", "Y"), when: "1900/1950")
    }
    func frame(_ year: Int64) async throws -> Box? {
      let picture = try await graph.selecting(Filter(years: YearRange(year))).picture()
      func frames(_ mark: Mark) -> [Box] {
        var own: [Box] = []
        for case .frame(let box) in mark.ink where mark.role == .gathering { own.append(box) }
        return own + mark.marks.flatMap(frames)
      }
      return picture.displayList.marks.flatMap(frames).first
    }
    guard let full = try await frame(1935), let few = try await frame(1922) else { return }
    #expect(few.height < full.height / 2)
    #expect(few.top >= full.top - 0.1 && few.bottom <= full.bottom + 0.1)
  }

  @Test func whoWasAskedAboutStandsInTheMiddleAndIsLarger() async throws {
    let scene = try await Graphs.seed.graph().selecting(Filter(around: ["japan"])).picture().scene
    let japan = try #require(scene.entities.first { scene.diagram.entities[$0.entity].id == "japan" })
    #expect(Composition(entities: scene.entities, links: scene.links).hasInTheMiddle(japan.entity))
    #expect(japan.texts[0].face.size == 14)
  }

  @Test func aYearInWhichNothingHeldSaysSo() async throws {
    #expect(try await selection(.parallels, 1700).picture(.quick).svg().contains(">Nothing of it held in 1700.</text>"))
  }

  @Test func whatSaysThatNothingHeldStandsOnNothing() async throws {
    let graph = try RelationGraph("T") { State("a", "A").alliedWith(State("b", "B"), when: "1914/1918") }
    var filter = Filter()
    filter.years = YearRange(1800)
    #expect(try await graph.selecting(filter).picture(.quick).notes.filter(\.isWarning) == [])
  }

  @Test func theYearsOfAComparisonStandBesideOrBelowItsTitle() async throws {
    var options = PictureOptions.quick
    options.title = "Claims and offers"
    let picture = try await Graphs.seed.graph().everything.comparison(
      of: YearRange(1956), with: YearRange(1960), options)
    let heading = picture.scene.heading
    #expect(heading.count == 2)
    #expect(!heading[0].box.overlaps(heading[1].box))
    options.title = "The Southern Kuril Islands dispute between Japan and Russia, as four papers told it"
    let long = try await Graphs.seed.graph().everything.comparison(of: YearRange(1956), with: YearRange(1960), options)
    for (index, text) in long.scene.heading.enumerated() {
      #expect(!long.scene.heading[..<index].contains { $0.box.overlaps(text.box) })
    }
  }

  @Test func aCompactFilmstripHasRoomOnlyForWhatItShows() async throws {
    var options = PictureOptions.quick
    let selection = try Graphs.seed.graph().everything
    let steady = try await selection.filmstrip(years: [1945, 1946], options)
    options.layout = .compact
    let compact = try await selection.filmstrip(years: [1945, 1946], options)
    #expect(compact.scene.entities.count < steady.scene.entities.count)
    #expect(compact.scene.size.height < steady.scene.size.height)
  }

  @Test func aFilmstripOfWhatIsCertainPaintsNothingElse() async throws {
    var filter = Filter()
    filter.certainOnly = true
    let selection = try Graphs.seed.graph().selecting(filter)
    let svg = try await selection.filmstrip(years: [1956, 1960], .quick).svg()
    #expect(svg.contains(" certain\"") && !svg.contains(" possible\""))
  }

  @Test func idsOfAFilmstripAreOneWordWhateverTheYear() async throws {
    let graph = try RelationGraph("T") { State("a", "A").alliedWith(State("b", "B"), when: "-0043/0044") }
    let svg = try await graph.everything.filmstrip(years: [-43, 44], .quick).svg()
    let ids = svg.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(ids.contains("y-43-a") && ids.contains("y44-a"))
    #expect(ids.allSatisfy { !$0.contains(" ") })
  }

  @Test func theLegendExplainsWhatThePictureShows() async throws {
    let picture = try await selection(.seed, 1956).picture(.quick)
    let legend = picture.scene.legend.flatMap(\.texts).map(\.text)
    let shown = Set(try selection(.seed, 1956).relations.map(\.status.name))
    for status in Status.allCases { #expect(legend.contains(status.name) == shown.contains(status.name), "\(status)") }
    let whole = try await Graphs.seed.graph().everything.picture(.quick)
    #expect(!whole.scene.legend.contains { $0.texts[0].text == "possible" })
  }

  @Test func anEmptySelectionSaysSo() async throws {
    let empty = try RelationGraph("Nothing") {}
    #expect(try await empty.everything.picture().svg().contains(">Nothing is in this selection.</text>"))
  }

  @Test func aFilmstripHasEveryYearAtTheSamePlaces() async throws {
    let picture = try await Graphs.seed.graph().everything.filmstrip(years: [1945, 1956, 2018], .quick)
    let svg = picture.svg()
    for year in [1945, 1956, 2018] { #expect(svg.contains(">\(year)</text>")) }
    #expect(svg.contains("id=\"y1956-japan\"") && svg.contains("id=\"y2018-japan\""))
    let ids = svg.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(Set(ids).count == ids.count)
    #expect(picture.scene.frames.count == 3)
    let whole = try await Graphs.seed.graph().everything.picture(.quick).displayList.description
    #expect(picture.displayList.description.contains("entities and"))
    #expect(picture.displayList.description != whole, "what none of the years shows is not counted")
  }

  @Test func aComparisonMarksWhatCameAndWhatWent() async throws {
    let svg = try await Graphs.seed.graph().everything.comparison(of: YearRange(1956), with: YearRange(1960), .quick)
      .svg()
    #expect(svg.contains("class=\"relation ended asserted went\""))
    #expect(svg.contains("class=\"relation issued asserted came\""))
    #expect(svg.contains("class=\"relation claims asserted stayed\""))
    #expect(svg.contains(">+ only in 1960</text>") && svg.contains(">− only in 1956</text>"))
  }
}
