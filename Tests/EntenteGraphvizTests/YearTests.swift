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
    let whole = try await file.graph().everything.picture(.quick).scene
    for year in years {
      let scene = try await selection(file, year).picture(.quick).scene
      #expect(scene.size == whole.size, "\(year)")
      #expect(scene.entities == whole.entities, "\(year)")
      #expect(scene.links == whole.links, "\(year)")
    }
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

  @Test func aYearInWhichNothingHeldSaysSo() async throws {
    #expect(try await selection(.parallels, 1700).picture(.quick).svg().contains(">Nothing of it held in 1700.</text>"))
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
