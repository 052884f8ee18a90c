/// Makes a link's finished line from the way that Graphviz found for it.
struct LinkDrawing {
  let link: Diagram.Link
  let from: PlacedEntity
  let to: PlacedEntity
  /// From the first entity's centre to the label's, and on to the second entity's.
  let halves: [Curve]
  let label: Box

  /// Room between a line's end and its label.
  static let gap = Size(2.5, 1.5)

  func placed(_ index: Int, _ label: LinkLabel, _ diagram: Diagram) -> PlacedLink {
    let relations = link.relations.map { diagram.relations[$0] }
    let styles = Set(relations.map(\.status))
    let across = to.box.centre - from.box.centre
    let direction =
      abs(across.x) > abs(across.y) ? Point(across.x < 0 ? -1 : 1, 0) : Point(0, across.y < 0 ? -1 : 1)
    var placed = PlacedLink(
      link: index, lines: [], arrows: [], style: styles.count == 1 ? relations[0].status.line : .plain,
      labelBox: self.label, rows: label.placed(in: self.label, diagram, first: link.first, direction: direction))
    let arrowAtFirst = relations.contains { $0.target == link.first }
    let arrowAtSecond = relations.contains { $0.target == link.second }
    let isCard = link.relations.count > 1
    placed.isCard = isCard
    let ways = link.isLoop ? loop() : self.label.width > 0 ? halves : seenHalves
    guard ways.count == 2 else { return placed }
    if self.label.width == 0, !link.isLoop { placed.labelBox = Box(centre: ways[0].end, size: .zero) }
    if let line = visible(ways[0], at: from, isCard: isCard, hasArrow: arrowAtFirst && !link.isLoop) {
      placed.lines.append(line.curve)
      if let arrow = line.arrow { placed.arrows.append(arrow) }
    }
    if let line = visible(ways[1].reversed, at: to, isCard: isCard, hasArrow: arrowAtSecond) {
      placed.lines.append(line.curve.reversed)
      if let arrow = line.arrow { placed.arrows.append(arrow) }
    }
    return placed
  }

  /// The part of `way`, which leads from the entity to the label, between the outlines of the two.
  private func visible(
    _ way: Curve, at entity: PlacedEntity, isCard: Bool, hasArrow: Bool
  ) -> (curve: Curve, arrow: ArrowHead?)? {
    let (corners, reach) = (entity.corners, entity.box.grown(by: 0.01))
    let room = isCard || label.width == 0 ? label : label.grown(by: Self.gap)
    guard
      let outside = way.leaving({ reach.contains($0) && isInside($0, corners) }),
      let between = outside.arriving({ room.contains($0) })
    else { return nil }
    guard hasArrow else { return (between, nil) }
    let tip = between.start
    // A line that is shorter than its head comes from where it ends.
    let base = between.leaving { $0.distance(to: tip) < ArrowHead.length }?.start ?? between.end
    let arrow = ArrowHead(tip: tip, base: base, target: entity.entity)
    let line = between.leaving { $0.distance(to: tip) < ArrowHead.length - 1.6 } ?? between
    return (line, arrow)
  }

  /// The halves of what is seen of a line without a label: its middle is not that of the way, of which large cards cover
  /// the most.
  private var seenHalves: [Curve] {
    let whole = Curve(halves.flatMap(\.pieces))
    let (first, second) = (from.corners, to.corners)
    guard let outside = whole.leaving({ isInside($0, first) }), let seen = outside.arriving({ isInside($0, second) })
    else { return [] }
    let (before, after) = seen.halves
    return [before, after]
  }

  /// Out to the label and back, on either side of the straight way.
  private func loop() -> [Curve] {
    let start = from.box.centre
    let end = label.centre
    let aside = (end - start).unit.turned * 16
    let out = Cubic(start, .between(start, end, 0.3) + aside, .between(start, end, 0.8) + aside, end)
    let back = Cubic(end, .between(end, start, 0.2) - aside, .between(end, start, 0.7) - aside, start)
    return [Curve([out]), Curve([back])]
  }
}
