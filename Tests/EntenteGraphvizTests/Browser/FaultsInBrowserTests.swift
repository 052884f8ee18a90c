import Entente
import Testing

@testable import EntenteGraphviz

/// Nothing is drawn over anything else, by the geometry that a browser has of the finished SVG: it knows nothing of
/// `Verifier`, nor of the widths that Pango measures.
@Suite struct FaultsInBrowserTests {
  private struct Specimen {
    let name: String
    let scene: Scene
  }

  @Test func nothingLiesOverAnythingInAnyPicture() async throws {
    let pictures = try await graphFiles() + years() + generated(1...10)
    let measures = try Browser.measure(try pictures.map { try $0.scene.svg })
    for (picture, seen) in zip(pictures, measures) {
      #expect(seen.faults == [], "\(picture.name)")
      #expect(seen.lines >= picture.scene.links.count, "\(picture.name): what it overlooks, it finds no fault with")
      #expect(seen.shapes >= picture.scene.entities.count, "\(picture.name)")
    }
  }

  private func graphFiles() throws -> [Specimen] {
    try Graphs.allCases.map { Specimen(name: $0.rawValue, scene: try $0.graph().everything.drawn(.quick).scene) }
  }

  private func years() async throws -> [Specimen] {
    let seed = try Graphs.seed.graph().everything
    return [
      Specimen(name: "filmstrip", scene: try await seed.filmstrip(years: [1945, 1956, 1960, 2018], .quick).scene),
      Specimen(
        name: "comparison",
        scene: try await seed.comparison(of: YearRange(1956), with: YearRange(1960), .quick).scene),
    ]
  }

  private func generated(_ seeds: ClosedRange<UInt64>) throws -> [Specimen] {
    try seeds.map { seed in
      Specimen(name: "generated \(seed)", scene: try Specimens.laidOut(Specimens.generated(seed), .quick).page())
    }
  }

  /// What is done to a picture, and the faults that the browser shall find then, each as its description.
  private let faults: [(put: (inout Scene) -> Void, found: [String])] = [
    ({ _ in }, []),
    (
      { $0.links[0].rows[0].texts[0].origin = $0.links[1].rows[0].texts[0].origin + Point(3, 0) },
      ["text on text: \"L0\" of r0 on \"L1\" of r1"]
    ),
    ({ $0.links[0].lines[0] = SideBySide.line(62, 40, 195, 40) }, ["line through a text: r0 through \"L0\" of r0"]),
    (
      { $0.links[0].lines[0] = SideBySide.line(195, 20, 195, 120) },
      ["line through a text: r0 through \"L0\" of r0", "line through a text: r0 through \"L1\" of r1"]
    ),
    ({ $0.links[0].lines[0] = SideBySide.line(120, 95, 214, 95) }, []),
    (
      {
        $0.links[0].lines[0] = SideBySide.line(120, 95, 214, 95)
        var diagram = $0.diagram
        diagram.relations[0].status = .withdrawn
        $0.frames = [Scene.Frame(diagram: diagram)]
      }, ["line through a text: r0 through \"L1\" of r1"]
    ),
    (
      { $0.links[0].lines[1] = SideBySide.line(240, 40, 340, 108) },
      ["line through an entity or a card: r0 through e3"]
    ),
    (
      {
        $0.links[1].rows.append(PlacedRow(relation: 1, texts: []))
        $0.links[1].isCard = true
        $0.links[0].lines[1] = SideBySide.line(213, 60, 213, 100)
      }, ["line through an entity or a card: r0 through the card with r1"]
    ),
    ({ $0.links[0].lines[0] = SideBySide.line(70, 98.5, 100, 98.5) }, ["two lines along each other: r0 and r1"]),
    ({ $0.links[0].lines[0] = SideBySide.line(70, 98.5, 80, 98.5) }, []),
    ({ $0.links[0].lines[0] = SideBySide.line(70, 95, 100, 95) }, []),
    ({ $0.entities[0].texts[0].origin.y -= 10 }, ["text out of its shape or off the page: \"E0\" of e0"]),
    ({ $0.links[0].rows[0].texts[0].origin = Point(-4, 160) }, ["text out of its shape or off the page: \"L0\" of r0"]),
    ({ $0.size.width = 375 }, [1, 3].map { "text out of its shape or off the page: e\($0)" }),
    ({ $0.links[0].rows[0].texts[0].origin = Point(375, 33) }, ["shape on a shape: \"L0\" of r0 on e1"]),
    (
      {
        $0.size.height = 400
        $0.frames.append(Scene.Frame(diagram: $0.diagram, prefix: "y1956-", offset: Point(0, 200)))
        $0.links[0].lines[1] = SideBySide.line(240, 40, 340, 108)
      },
      [
        "line through an entity or a card: r0 through e3",
        "line through an entity or a card: y1956-r0 through y1956-e3",
      ]
    ),
  ]

  @Test func aFaultThatIsPutInIsFound() throws {
    let svgs = try faults.map { try SideBySide.scene($0.put).svg }
    for (fault, seen) in zip(faults, try Browser.measure(svgs)) {
      #expect(seen.faults.map(\.description) == fault.found)
    }
  }

  /// As they are drawn, and with things moved out of their places, so that there is something to judge. A browser's letters
  /// are a little wider or narrower than Pango's: where half a point decides, either may be right; so it is where a few points
  /// decide whether a line is within its own thing.
  @Test func theMeasureAndTheBrowserCountTheSameInRandomShapes() throws {
    let drawn = try (1...40).map { try RandomShapes.graph($0).everything.drawn(.quick).scene }
    let jostled = try (1...40).map { try RandomShapes.jostled($0) }
    let measures = try Browser.measure(try (drawn + jostled).map { try $0.svg })
    var (judged, decided) = (0, 0)
    for (index, (scene, seen)) in zip(drawn + jostled, measures).enumerated() {
      let faults = [0, -0.5, 0.5].map { Verifier(scene.with(textsGrownBy: $0).displayList).quality().faults.named }
      let verifier = Verifier(scene.displayList)
      let ownStretches = verifier.ownStretches(longerThan: 5) - verifier.ownStretches(longerThan: 12)
      for (kind, counts) in zip(faults[0], zip(faults[1], faults[2]))
      where kind.name != "text with letters that no font has" {
        let found = seen.faults.count { $0.kind == kind.name }
        let most = max(kind.count, counts.0.count, counts.1.count)
        let least = min(kind.count, counts.0.count, counts.1.count)
        let unsure = kind.name == "line through an entity or a card" ? ownStretches : 0
        let name = "\(kind.name) in \(index < 40 ? "seed \(index + 1)" : "seed \(index - 39), jostled")"
        #expect((least - unsure...most + unsure).contains(found), "\(name): \(seen.faults)")
        judged += found
        decided += least == most ? max(0, found - unsure) : 0
      }
    }
    #expect(decided > 100 && decided * 10 > judged * 7, "\(decided) of \(judged): there is enough to judge")
  }
}
