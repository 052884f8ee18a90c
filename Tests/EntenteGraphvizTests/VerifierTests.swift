import Testing

@testable import EntenteGraphviz

/// The measure finds each fault that is put into a picture, and nothing in a picture without one.
@Suite struct VerifierTests {
  private func scene(_ change: (inout Scene) -> Void = { _ in }) -> Scene { SideBySide.scene(change) }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Curve {
    SideBySide.line(x1, y1, x2, y2)
  }

  private func faults(_ change: (inout Scene) -> Void) -> Faults {
    Verifier(scene(change).displayList).quality().faults
  }

  @Test func nothingInACleanPicture() { #expect(Verifier(scene().displayList).quality() == Quality()) }

  @Test func textOnText() {
    let faults = faults { $0.links[0].rows[0].texts[0].origin = $0.links[1].rows[0].texts[0].origin + Point(3, 0) }
    #expect(faults.textOnText == 1)
  }

  @Test func lineThroughAText() {
    #expect(faults { $0.links[0].lines[0] = line(62, 40, 210, 40) }.lineThroughText == 1, "its own")
    #expect(faults { $0.links[0].lines[0] = line(200, 20, 200, 120) }.lineThroughText == 2, "both labels")
  }

  @Test func aWithdrawnRelationsStrokesThroughAText() {
    #expect(faults { $0.links[0].lines[0] = line(120, 95, 214, 95) } == Faults(), "the line itself is beside it")
    let faults = faults {
      $0.links[0].lines[0] = line(120, 95, 214, 95)
      var diagram = $0.diagram
      diagram.relations[0].status = .withdrawn
      $0.frames = [Scene.Frame(diagram: diagram)]
    }
    #expect(faults.lineThroughText == 1)
  }

  @Test func lineThroughAnEntity() {
    let faults = faults { $0.links[0].lines[1] = line(240, 40, 340, 108) }
    #expect(faults.lineThroughShape == 1)
  }

  @Test func lineThroughItsOwnEntity() {
    let scene = scene()
    let (own, y) = (scene.entities[0].box, scene.entities[0].box.centre.y)
    #expect(faults { $0.links[0].lines[0] = line(own.right + 20, y, own.right - 2, y) }.lineThroughShape == 0)
    #expect(faults { $0.links[0].lines[0] = line(own.right + 20, y, own.left - 20, y) }.lineThroughShape == 1)
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

  @Test func theTitleOnAShape() {
    let title = TextRun(text: "T", face: Face(size: 9), tone: .plain, origin: Point(20, 33), width: 20)
    #expect(faults { $0.heading = [title] }.shapeOnShape == 1)
  }

  @Test func aRelationWithoutALine() { #expect(faults { $0.links[0].lines = [] }.lineMissing == 1) }

  @Test func crossings() {
    let crossed = scene { $0.links[0].lines[0] = line(100, 60, 120, 120) }
    #expect(Verifier(crossed.displayList).quality().crossings == 1)
  }
}
