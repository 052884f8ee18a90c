import Entente
import EntenteFormats
import Foundation
import Testing

@testable import EntenteGraphviz

@Suite struct PictureTests {
  private let graph: RelationGraph

  init() throws {
    graph = try RelationGraph("A dispute") {
      let japan = State("japan", "Japan")
      let islands = Island("southern-kurils", "Southern Kuril Islands", aliases: ["Northern <Territories>"])
      let union = State("soviet-union", "Soviet Union")
      japan.claims(islands, when: "1945~/..", status: .disputed)
      islands.handedTo(union, when: "1945~")
    }
  }

  func smallGraph() -> RelationGraph { graph }

  @Test func svgHasAnElementForEveryEntityAndRelation() async throws {
    let svg = try await graph.everything.picture(.quick).svg()
    for entity in graph.entities {
      #expect(svg.contains(#"<g id="\#(entity.id)" class="entity \#(entity.kind.name)""#))
    }
    #expect(svg.components(separatedBy: #"class="relation "#).count - 1 == graph.relations.count)
    #expect(
      svg.contains(
        #"class="relation claims disputed" role="graphics-object" data-subject="japan" data-object="southern-kurils" data-when="1945~/..""#
      ))
  }

  @Test func nothingWrittenByAUserBecomesMarkup() async throws {
    let svg = try await graph.everything.picture(.quick).svg()
    #expect(!svg.contains("<Territories>"))
    #expect(svg.contains("&lt;Territories&gt;)</text>"))
  }

  @Test func onlyDocumentsOnTheWebAreLinked() throws {
    func svg(_ url: String) throws -> String {
      try RelationGraph("Links") {
        let source = Document("source", url: url)
        State("japan", "Japan").claims(Island("island", "Island"), when: "1945/..", cite: source[1])
      }.everything.drawn(.quick).svg()
    }
    #expect(try svg("https://example.org/a?b&c").contains("<a href=\"https://example.org/a?b&amp;c\">"))
    #expect(try !svg("javascript:alert(1)").contains("javascript"))
  }

  @Test func theFileIsTheSameOnEveryRun() async throws {
    for format in PictureFormat.allCases {
      let first = try await graph.everything.picture(.quick).file(format)
      #expect(try await graph.everything.picture(.quick).file(format) == first, "\(format)")
    }
  }

  /// Of layers; the other engines have a process to themselves in the command.
  @Test func aLayoutIsTheSameWhateverWasLaidOutBefore() throws {
    var graph = LayoutGraph()
    graph.nodes = (0..<40).map { Size(40 + Double($0 % 7) * 9, 22) }
    graph.edges = (1..<40).flatMap { node in
      [node / 3, (node * 7) % 40].filter { $0 != node }.map { LayoutGraph.Edge(tail: $0, head: node, weight: 1) }
    }
    graph.attributes = [("overlap", "prism"), ("sep", "+5"), ("splines", "line"), ("start", "1")]
    func centres() throws -> [Point] {
      try Shuffled(graph, seed: 1).layout(engine: .dot, by: Graphviz.InProcess()).centres
    }
    let first = try centres()
    for count in 1...5 {
      for _ in 0..<count { _ = rand() }
      #expect(try centres() == first)
    }
  }

  @Test func aDateBreaksOnlyBetweenItsEnds() {
    let measurer = TextMeasurer(fonts: Theme.light.fonts)
    func lines(_ date: String) -> [String] {
      let relation = Diagram.Relation(id: "", subject: 0, object: 1, type: "", words: "led", date: date)
      return measurer.wording(of: relation, width: 40).lines.dropFirst().map {
        $0.map(\.line.text).joined(separator: " ")
      }
    }
    #expect(lines("15 Jul 1974 to 23 Jul 1974") == ["15 Jul 1974", "to 23 Jul 1974"])
    #expect(lines("from 18 Oct 1950, end unknown") == ["from 18 Oct 1950,", "end unknown"])
    #expect(lines("since about 24 Jun 1956") == ["since about 24 Jun 1956"])
  }

  @Test func aLabelSaysTheStatusWhereItsLineIsTooShortToShowIt() async throws {
    let graph = try RelationGraph("T") {
      let union = State("union", "Union")
      union.alliedWith(union, when: "1956/..", status: .disputed)
    }
    let svg = try await graph.everything.picture(.quick).svg()
    #expect(svg.contains("(disputed)"))
  }

  @Test func shapesInCardsDoNotCrossThemselves() {
    let mark = Box(left: 0, top: 0, right: 15, bottom: 8)
    for shape in Kind.Shape.allCases {
      let corners = shape.corners(in: mark)
      let edges = Array(zip(corners, corners.dropFirst() + corners.prefix(1)))
      for (first, one) in edges.enumerated() {
        for (second, other) in edges.enumerated()
        where second > first + 1 && !(first == 0 && second == edges.count - 1) {
          let place = crossing(one.0, one.1, other.0, other.1)
          let isCorner = place.map { place in corners.contains { $0.distance(to: place) < 0.01 } } ?? true
          #expect(isCorner, "\(shape)")
        }
      }
    }
  }

  @Test func aScriptWithoutAFontIsNamedAndCounted() throws {
    var scene = SideBySide.scene()
    scene.entities[0].texts[0].lacking = Script.unusual(in: "เกาะ").first?.script
    #expect(Verifier(scene.displayList).quality().faults.letterMissing == 1)
    #expect("\(PictureNote.lacksFont(try #require(scene.entities[0].texts[0].lacking)))".contains("Thai"))
    #expect(Script.unusual(in: "国後 द्वीप").map(\.script.package) == ["fonts-noto-cjk", "fonts-noto-core"])
    #expect(Script.unusual(in: "Kunashir, Кунашир").isEmpty)
  }

  @Test func aFinenessThatIsNoneIsAnError() async throws {
    let picture = try await graph.everything.picture(.quick)
    for dots in [Double.nan, .infinity, 0, -96, 1e9] {
      #expect(throws: PictureError.self) { try picture.png(dotsPerInch: dots) }
    }
  }

  @Test func aWebPHasThePixelsOfAPNG() async throws {
    let picture = try await graph.everything.picture(.quick)
    let (png, webp) = (try picture.png(dotsPerInch: 96), try picture.webp(dotsPerInch: 96))
    // RFC 9649: RIFF, size, WEBP, VP8L, size, 0x2F, then the width and the height less one in 14 bits each.
    #expect(Array(webp[..<4]) == Array("RIFF".utf8) && Array(webp[8..<16]) == Array("WEBPVP8L".utf8))
    let bits = webp[21..<25].reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    func number(_ range: Range<Int>) -> UInt32 { png[range].reduce(0) { $0 << 8 | UInt32($1) } }
    #expect(bits & 0x3FFF + 1 == number(16..<20) && bits >> 14 & 0x3FFF + 1 == number(20..<24))
    #expect(webp.count < png.count)
    #expect(try picture.webp(dotsPerInch: 96) == webp)
  }

  @Test func whatThePictureHasNoPlacesForIsNotPainted() async throws {
    let other = try RelationGraph("Another") { State("a", "A").alliedWith(State("b", "B"), when: "1914/1918") }
    let picture = try await graph.everything.picture(.quick)
    #expect(throws: PictureError.otherSelection) { try picture.painting(other.everything) }
    let empty = try RelationGraph("Nothing") {}
    #expect(throws: PictureError.otherSelection) { try picture.painting(empty.everything) }
  }

  @Test func aPlaceThatIsNoPlaceIsNone() {
    for value in [Double.nan, .infinity, 1e9] {
      #expect(!Placement(centres: [Point(0, value)], routes: []).isReal)
      #expect(!Placement(centres: [.zero], routes: [Curve(through: [.zero, Point(value, 0)])]).isReal)
    }
    #expect(Placement(centres: [.zero], routes: [Curve(through: [.zero, Point(9, 9)])]).isReal)
    #expect(decimal(.nan) == "0" && decimal(-.infinity) == "-1000000000000")
  }

  @Test func aPictureThatNobodyWantsAnyMoreIsNotDrawn() async throws {
    let selection = try Graphs.league.graph().everything
    let task = Task { try await selection.picture() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func aSmallGraphIsDrawnForA4() async throws {
    #expect(try await graph.everything.picture(.quick).notes == [.drawnFor("A4, upright")])
  }

  @Test func theFormatsAreFoundByEnding() {
    let formats = PictureFormat.allCases.map(\.format)
    for ending in ["svg", "png", "webp", "pdf"] {
      #expect(formats.format(forPath: "picture.\(ending)").flatMap(PictureFormat.init)?.rawValue == ending)
    }
  }
}
