import Testing

@testable import EntenteGraphviz

/// The measure finds each fault that is put into a picture, and nothing in a picture without one.
@Suite struct VerifierTests {
  private let diagram: Diagram = {
    var diagram = Diagram(title: "")
    for index in 0..<4 {
      diagram.entities.append(Diagram.Entity(id: "e\(index)", kind: "state", kindName: "state", name: "E"))
    }
    diagram.relations = [
      Diagram.Relation(id: "r0", subject: 0, object: 1, type: "claims", words: "claims"),
      Diagram.Relation(id: "r1", subject: 2, object: 3, type: "claims", words: "claims"),
    ]
    return diagram
  }()

  /// Two links that lie side by side, 60 points apart.
  private func scene(_ change: (inout Scene) -> Void = { _ in }) -> Scene {
    var scene = Scene(size: Size(400, 200), entities: [], links: [])
    scene.frames = [Scene.Frame(diagram: diagram)]
    for index in 0..<4 {
      let centre = Point(index % 2 == 0 ? 40 : 360, index < 2 ? 40 : 100)
      let box = Box(centre: centre, size: Size(44, 22))
      scene.entities.append(
        PlacedEntity(
          entity: index, style: KindStyle(shape: .rectangle, slot: 0), box: box, texts: [text(centre)]))
    }
    for link in 0..<2 {
      let y = link == 0 ? 40.0 : 100.0
      let row = PlacedRow(relation: link, texts: [text(Point(200, y))])
      scene.links.append(
        PlacedLink(
          link: link, lines: [line(62, y, 180, y), line(220, y, 338, y)], arrows: [], style: .asserted,
          labelBox: Box(centre: Point(200, y), size: Size(30, 10)), rows: [row]))
    }
    change(&scene)
    return scene
  }

  private func text(_ centre: Point) -> TextRun {
    TextRun(text: "text", face: Face(size: 9), tone: .plain, origin: Point(centre.x - 10, centre.y + 3), width: 20)
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Curve {
    Curve(through: [Point(x1, y1), Point(x2, y2)])
  }

  private func faults(_ change: (inout Scene) -> Void) -> Faults { Verifier(scene(change)).quality().faults }

  @Test func nothingInACleanPicture() { #expect(Verifier(scene()).quality() == Quality()) }

  @Test func textOnText() {
    let faults = faults { $0.links[0].rows[0].texts[0].origin = $0.links[1].rows[0].texts[0].origin + Point(3, 0) }
    #expect(faults.textOnText == 1)
  }

  @Test func lineThroughAText() {
    #expect(faults { $0.links[0].lines[0] = line(62, 40, 210, 40) }.lineThroughText == 1, "its own")
    #expect(faults { $0.links[0].lines[0] = line(200, 20, 200, 120) }.lineThroughText == 2, "both labels")
  }

  @Test func lineThroughAnEntity() {
    let faults = faults { $0.links[0].lines[1] = line(240, 40, 340, 108) }
    #expect(faults.lineThroughShape == 1)
  }

  @Test func linesAlongEachOther() {
    #expect(faults { $0.links[0].lines[0] = line(70, 98.5, 100, 98.5) }.linesAlong == 1)
    #expect(faults { $0.links[0].lines[0] = line(70, 98.5, 80, 98.5) }.linesAlong == 0, "too short to mislead")
    #expect(faults { $0.links[0].lines[0] = line(70, 95, 100, 95) }.linesAlong == 0, "far enough")
  }

  @Test func textOutOfItsShapeAndOffThePage() {
    #expect(faults { $0.entities[0].texts[0].width = 60 }.textOutside == 1)
    #expect(faults { $0.size = Size(400, 90) }.textOutside > 0)
  }

  @Test func shapeOnShape() {
    #expect(faults { $0.entities[0].box = $0.entities[2].box.moved(by: Point(10, 0)) }.shapeOnShape == 1)
  }

  @Test func aRelationWithoutALine() { #expect(faults { $0.links[0].lines = [] }.lineMissing == 1) }

  @Test func crossings() {
    let crossed = scene { $0.links[0].lines[0] = line(100, 60, 120, 120) }
    #expect(Verifier(crossed).quality().crossings == 1)
  }
}
