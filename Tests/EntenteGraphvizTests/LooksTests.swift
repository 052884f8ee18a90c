import Entente
import EntenteFormats
import EntenteGraphviz
import Foundation
import Testing

@Suite("Looks in pictures, and pictures as exporters")
struct LooksTests {
  private func graph() throws -> RelationGraph {
    try GraphDraft.reading(
      """
      title: Looks change with the selection
      people: {p: P}
      plans: {pl: Plan A}
      ships: {s: Ship A}
      relations:
        - p owns s: {when: 1956/1960}
        - p owns pl: {when: 1970/1980}
      schema:
        kinds: {plan: {plural: plans}, ship: {plural: ships, colour: violet}}
        relations: {owns: {from: person, to: [ship, plan]}}
      """)
  }

  /// The shape of an entity, as it is painted, moved to the origin.
  private func shape(of id: String, _ selection: Selection) async throws -> String {
    var options = PictureOptions()
    options.isQuick = true
    options.layout = .compact
    let svg = String(decoding: try await selection.bytes(PictureExporter(.svg, options)), as: UTF8.self)
    let entity = try #require(svg.firstRange(of: "<g id=\"\(id)\""))
    let rest = svg[entity.lowerBound...]
    let fill = try #require(rest.firstMatch(of: /fill="(#[0-9a-f]{6})"/))
    let path = try #require(rest.firstMatch(of: /\sd="([^"]*)"/))
    return "\(fill.1) \(path.1.filter(\.isLetter))"
  }

  @Test("a kind looks the same in the whole graph, under a selection of kinds, and in a year")
  func same() async throws {
    let graph = try graph()
    let whole = try await shape(of: "s", graph.everything)
    #expect(whole.hasPrefix("#bbafdf "), "the colour that its kind asks for")
    #expect(try await shape(of: "s", graph.selecting(Filter(kinds: ["person", "ship"]))) == whole)
    #expect(try await shape(of: "s", graph.selecting(Filter(years: YearRange(1958)))) == whole)
  }

  @Test("a theme has fonts, in which texts are measured, and whose names are CSS whatever they hold")
  func fonts() async throws {
    var options = PictureOptions()
    options.isQuick = true
    let usual = try await graph().everything.picture(options).svg()
    options.theme.fonts = ["DejaVu Sans", "Font 'of' mine, \\ \""] + options.theme.fonts
    let picture = try await graph().everything.picture(options)
    #expect(
      picture.svg().contains("font-family=\"'DejaVu Sans','Font \\'of\\' mine, \\\\ &quot;','Liberation Sans',Arimo,"))
    #expect(picture.notes.filter(\.isWarning) == [])
    // Its letters are wider than those of Liberation Sans, and so is the room for a name.
    func width(_ svg: String) throws -> Double {
      let plan = try #require(svg.firstRange(of: "<g id=\"pl\""))
      let path = try #require(svg[plan.lowerBound...].firstMatch(of: /d="M([\d.]+),[\d.]+L([\d.]+),/))
      return try #require(Double(path.2)) - #require(Double(path.1))
    }
    #expect(try width(picture.svg()) > width(usual) + 2)
    #expect(try picture.png(dotsPerInch: 96).count > 1000)
  }

  @Test("pictures are in one list with texts, and what they write is what a picture writes")
  func exporters() async throws {
    let list = Exporters.all + Pictures.all
    #expect(list.exporter(forPath: "a.SVG")?.format.name == "SVG")
    #expect(list.exporter(forPath: "a.dot")?.format.name == "DOT")
    let graph = try graph()
    var options = PictureOptions()
    options.isQuick = true
    let drawn = try await graph.everything.picture(options)
    #expect(try await graph.everything.bytes(PictureExporter(.svg, options)) == Array(drawn.svg().utf8))
    let png = try await graph.everything.bytes(PictureExporter(.png, options, dotsPerInch: 48))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let losses = PictureExporter(.png).losses(of: graph.everything, options: ExportOptions())
    #expect(losses.contains { $0.message == "PNG: 2 relations without a place for the id" })
    let fewer = PictureExporter(.svg).losses(of: graph.everything, options: ExportOptions())
    #expect(!fewer.contains { $0.message.contains("for the id") })
  }

  @Test("steady pictures of years share one layout, and are what each is by itself")
  func shared() async throws {
    let graph = try graph()
    var options = PictureOptions()
    options.isQuick = true
    let exporter = PictureExporter(.svg, options)
    let export = ExportOptions()
    for year in [Int64(1958), 1975] {
      let selection = try graph.selecting(Filter(years: YearRange(year)))
      let alone = try await selection.picture(options).svg()
      #expect(try await selection.bytes(exporter, options: export) == Array(alone.utf8))
    }
  }
}

extension GraphDraft {
  fileprivate static func reading(_ yaml: String) throws -> RelationGraph {
    var draft = GraphDraft()
    try GraphFile().read(.bytes(Array(yaml.utf8), name: "looks.yaml"), into: &draft)
    return try draft.graph()
  }
}
