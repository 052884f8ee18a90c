import EntenteFormats
@testable import EntenteGraphviz

/// A picture without a fault, placed by hand, into which tests put one: two links side by side, 60 points apart.
///
///     e0 ──── L0 ──── e1
///
///     e2 ──── L1 ──── e3
enum SideBySide {
  static func scene(_ change: (inout Scene) -> Void = { _ in }) -> Scene {
    var scene = Scene(size: Size(400, 200), entities: [], links: [])
    scene.frames = [Scene.Frame(diagram: diagram)]
    for index in 0..<4 {
      let centre = Point(index % 2 == 0 ? 40 : 360, index < 2 ? 40 : 100)
      let box = Box(centre: centre, size: Size(44, 22))
      scene.entities.append(
        PlacedEntity(
          entity: index, style: KindLook(.rectangle, .orange), box: box, texts: [text("E\(index)", centre)]))
    }
    for link in 0..<2 {
      let y = link == 0 ? 40.0 : 100.0
      let row = PlacedRow(relation: link, texts: [text("L\(link)", Point(200, y))])
      scene.links.append(
        PlacedLink(
          link: link, lines: [line(62, y, 180, y), line(220, y, 338, y)], arrows: [], style: .plain,
          labelBox: Box(centre: Point(200, y), size: Size(30, 10)), rows: [row]))
    }
    change(&scene)
    return scene
  }

  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Curve {
    Curve(through: [Point(x1, y1), Point(x2, y2)])
  }

  private static let diagram: Diagram = {
    var diagram = Diagram(title: "")
    for index in 0..<4 {
      diagram.entities.append(Diagram.Entity(id: "e\(index)", kind: "state", kindName: "state", name: "E\(index)"))
    }
    diagram.relations = [
      Diagram.Relation(id: "r0", subject: 0, object: 1, type: "claims", words: "claims"),
      Diagram.Relation(id: "r1", subject: 2, object: 3, type: "claims", words: "claims"),
    ]
    return diagram
  }()

  private static func text(_ text: String, _ centre: Point) -> TextRun {
    TextRun(text: text, face: Face(size: 9), tone: .plain, origin: Point(centre.x - 10, centre.y + 3), width: 20)
  }
}
