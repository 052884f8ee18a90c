import Entente
import EntenteFormats
import Testing

@testable import EntenteGraphviz

/// Lines are drawn as a hand would draw them, and what measures that.
@Suite struct LineFinishTests {
  // MARK: Chains

  @Test func aSmoothedChainKeepsItsEndsAndItsMiddleAndTurnsNowhereSharply() {
    let corner = Curve(through: [Point(0, 0), Point(0, 60)])
    let along = Curve(through: [Point(0, 60), Point(80, 100)])
    #expect(RunningMeasure.kinks(of: [Curve(corner.pieces + along.pieces)]) == 1)
    var chain = Chain(corner, Point(0, 60), along)
    chain.smooth(400)
    let curves = chain.curves
    #expect(curves.count == 2)
    #expect(curves[0].start == Point(0, 0) && curves[1].end == Point(80, 100))
    #expect(curves[0].end == Point(0, 60) && curves[1].start == Point(0, 60))
    #expect(RunningMeasure.kinks(of: curves) == 0)
  }

  @Test func anEndThatIsMovedIsWhereItWasMovedTo() {
    var chain = Chain(Curve(through: [Point(0, 0), Point(50, 0)]), nil, Curve(through: [Point(50, 0), Point(100, 0)]))
    chain.move(first: false, to: Point(100, 20), leavingOut: 14)
    chain.smooth(60)
    #expect(chain.curves.last?.end == Point(100, 20))
    #expect(chain.curves.first?.start == Point(0, 0))
  }

  /// What is smooth stays; random walks become no sharper, and nothing of them is lost.
  @Test(arguments: 1...50)
  func smoothingNeverMakesALineSharper(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func point() -> Point { Point(.random(in: 0...200, using: &random), .random(in: 0...200, using: &random)) }
    let corners = (0..<Int.random(in: 2...6, using: &random)).map { _ in point() }
    let whole = Curve(through: corners + [point()])
    let (before, after) = whole.halves
    var chain = Chain(before, Bool.random(using: &random) ? before.end : nil, after)
    chain.smooth(400)
    let curves = chain.curves
    #expect(RunningMeasure.kinks(of: curves) <= max(1, RunningMeasure.kinks(of: [before, after])))
    #expect(curves.first?.start == whole.start)
    #expect((curves.last?.end.distance(to: whole.end) ?? .infinity) < 0.01)
  }

  // MARK: Ends

  /// Every two ends are as far apart as there is room for, on the outline, in the order in which they were.
  @Test(arguments: 1...50)
  func endsComeApartOnTheOutline(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let box = Box(centre: Point(50, 50), size: Size(.random(in: 40...120, using: &random), 24))
    let count = Int.random(in: 2...12, using: &random)
    let ends = (0..<count).map { _ in Point(.random(in: box.left...box.right, using: &random), box.top) }
    let apart = EndSpread(box.corners).apart(ends)
    #expect(apart.count == count)
    for end in apart {
      let sides = zip(box.corners, box.corners.dropFirst() + box.corners.prefix(1))
      let away = sides.map { end.distance(toSegment: $0, $1) }
      #expect((away.min() ?? 1) < 0.01)
    }
    let round = 2 * (box.width + box.height)
    let gap = min(9, 0.9 * round / Double(count))
    for (index, end) in apart.enumerated() {
      for other in apart[(index + 1)...] {
        // Around a corner it is shorter from one to the other than along the outline.
        #expect(end.distance(to: other) > 0.6 * gap)
      }
    }
  }

  @Test func endsThatAreApartStay() {
    let box = Box(centre: .zero, size: Size(60, 20))
    let ends = [Point(-20, -10), Point(0, -10), Point(25, -10), Point(30, 4)]
    #expect(EndSpread(box.corners).apart(ends) == ends)
  }

  // MARK: The measure

  @Test func headsTouchWhereTheyAreNearerThanTwoPoints() {
    func head(_ x: Double) -> ArrowHead { ArrowHead(tip: Point(x, 0), base: Point(x, -7)) }
    #expect(RunningMeasure.touch(head(0), head(6)))
    #expect(!RunningMeasure.touch(head(0), head(8)))
  }

  @Test func aLongWayRoundIsOneOfSixTenthsMore() {
    let straight = [Curve(through: [Point(0, 0), Point(50, 0)]), Curve(through: [Point(50, 0), Point(100, 0)])]
    #expect(!RunningMeasure.isDetour(straight, between: Point(0, 0), Point(100, 0)))
    let round = [Curve(through: [Point(0, 0), Point(50, 70)]), Curve(through: [Point(50, 70), Point(100, 0)])]
    #expect(RunningMeasure.isDetour(round, between: Point(0, 0), Point(100, 0)))
  }

  // MARK: Pictures

  /// A hub's box has room for the ends of its lines.
  @Test func aHubGrowsWithItsLines() throws {
    func width(_ lines: Int) throws -> Double {
      var diagram = Diagram(title: "")
      diagram.looks = Looks.byKind(of: .builtIn)
      for index in 0...2 * lines {
        diagram.entities.append(
          Diagram.Entity(id: "e\(index)", kind: "state", kindName: "state", name: index == 0 ? "Hub" : "E\(index)"))
      }
      // Each has a neighbour of its own, so that none is a leaf.
      for index in 1...lines {
        diagram.relations.append(
          Diagram.Relation(id: "a\(index)", subject: index, object: 0, type: "met", words: "met"))
        diagram.relations.append(
          Diagram.Relation(id: "b\(index)", subject: index, object: lines + index, type: "met", words: "met"))
      }
      let laidOut = try Specimens.laidOut(diagram, .quick)
      return laidOut.composition.entities.first { $0.entity == 0 }?.box.width ?? 0
    }
    #expect(try width(40) > width(8) + 20)
  }
}
