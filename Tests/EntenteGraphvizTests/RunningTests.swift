import Testing

@testable import EntenteGraphviz

/// What makes lines hard to follow is counted, and what does not is not.
@Suite struct RunningTests {
  private func quality(_ change: (inout Scene) -> Void) -> Quality {
    Verifier(SideBySide.scene(change).displayList).quality()
  }

  private func way(_ points: Point...) -> Curve { Curve(through: points) }

  @Test func aPictureWithStraightLinesHasNoBurden() {
    #expect(quality { _ in }.burden == 0)
  }

  @Test func aSharpTurnIsAKinkAndAWideOneIsNot() {
    #expect(quality { $0.links[0].lines[0] = way(Point(62, 40), Point(100, 40), Point(180, 80)) }.kinks == 0)
    #expect(quality { $0.links[0].lines[0] = way(Point(62, 40), Point(100, 40), Point(130, 70)) }.kinks == 1)
    let wide = Curve.rounded(along: [Point(62, 40), Point(120, 40), Point(120, 98)], radius: 44)
    #expect(quality { $0.links[0].lines[0] = wide }.kinks == 0)
  }

  @Test func aLongWayRoundIsADetour() {
    let far = way(Point(62, 40), Point(62, 300), Point(180, 300))
    #expect(quality { $0.links[0].lines[0] = far }.detours == 1)
  }

  @Test func endsCloserThanHeadsMayBeTouch() {
    let hub = Verifier.Body(number: 0, box: Box(centre: .zero, size: Size(60, 30)), outline: [], texts: [])
    func wires(_ pitch: Double) -> [Verifier.Wire] {
      (0..<3).map { index in
        let y = Double(index) * pitch
        let lines = [SideBySide.line(30, y, 90, y), SideBySide.line(110, y, 200, y)]
        return Verifier.Wire(
          first: 0, second: index + 1, lines: lines, chains: lines.map { $0.flattened() }, width: 1.2,
          label: Box(centre: Point(100, y), size: Size(10, 2)), isCard: false, texts: [])
      }
    }
    #expect(Verifier([hub], wires(6)).quality().touchingEnds == 2)
    #expect(Verifier([hub], wires(8)).quality().touchingEnds == 0)
  }

  @Test func linesOfAHubEndApart() throws {
    var diagram = Diagram(title: "")
    diagram.entities = (0..<15).map { Diagram.Entity(id: "e\($0)", kind: "state", kindName: "state", name: "E\($0)") }
    diagram.relations = (1..<15).map {
      Diagram.Relation(id: "r\($0)", subject: $0, object: 0, type: "claims", words: "claims", date: "\(1900 + $0)")
    }
    var options = PictureOptions()
    options.gathersHubs = false
    let scene = try Specimens.laidOut(diagram, options).page()
    #expect(Verifier(scene.displayList).quality().touchingEnds == 0)
    let boxes = scene.entities.map(\.box)
    #expect(boxes[0].width + boxes[0].height > boxes[1].width + boxes[1].height + 20)
  }
}
