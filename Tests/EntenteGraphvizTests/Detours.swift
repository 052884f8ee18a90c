@testable import EntenteGraphviz

/// Lines that take a long way round, found by trying the straight one.
enum Detours {
  /// Where along the straight way what a line says is tried.
  private static let middles = [0.5, 0.42, 0.58, 0.34, 0.66]
  /// How much farther than its box what is said may reach in a browser.
  private static let clearance = 1.0

  /// The relations whose line is more than 1.6 times as long as the straight way, although that is free and crosses fewer
  /// than three lines more.
  static func needless(in scene: Scene) -> [String] {
    let diagram = scene.diagram
    let links = diagram.links
    let composition = Composition(entities: scene.entities, links: scene.links)
    let verifier = Verifier(composition, links)
    let wide = Verifier(composition, links, margin: clearance)
    let measurer = TextMeasurer(fonts: Theme.light.fonts)
    let entities = Dictionary(scene.entities.map { ($0.entity, $0) }, uniquingKeysWith: { first, _ in first })
    var needless: [String] = []
    for (place, placed) in scene.links.enumerated() {
      let link = links[placed.link]
      guard let from = entities[link.first], let to = entities[link.second] else { continue }
      let (one, other) = (from.box.centre, to.box.centre)
      guard RunningMeasure.isDetour(placed.lines, between: one, other) else { continue }
      let crossings = verifier.standing(of: placed.wire(link), at: place).crossings
      let straight = middles.map { share in
        let middle = Point.between(one, other, share)
        return LinkDrawing(
          link: link, from: from, to: to, halves: [Curve(through: [one, middle]), Curve(through: [middle, other])],
          label: Box(centre: middle, size: placed.labelBox.size)
        ).placed(placed.link, LinkLabel(link, diagram, measurer, width: 78), diagram)
      }
      let isFree = straight.contains { line in
        guard line.lines.count == 2, line.arrows.count == placed.arrows.count else { return false }
        let standing = verifier.standing(of: line.wire(link), at: place)
        return standing.faults == 0 && standing.crossings < crossings + RunningMeasure.crossingsOfADetour
          && wide.standing(of: line.wire(link, margin: clearance), at: place).faults == 0
          && line.style.isRead(on: line.lines.map(\.length))
      }
      if isFree { needless += link.relations.map { diagram.relations[$0].id } }
    }
    return needless
  }
}
