/// Lays out a diagram in one arrangement and gives everything its place.
struct Composer {
  let diagram: Diagram
  let measurer: TextMeasurer
  let styles: [String: KindStyle]
  let engine: Graphviz.Engine
  private let links: [Diagram.Link]

  init(_ diagram: Diagram, measurer: TextMeasurer, engine: Graphviz.Engine) {
    self.diagram = diagram
    self.measurer = measurer
    self.engine = engine
    links = diagram.links
    let kinds = diagram.entities.lazy.filter { $0.card == nil }.map(\.kind)
    styles = diagram.styles.isEmpty ? KindStyle.styles(for: Set(kinds)) : diagram.styles
  }

  /// The same with labels that say the status of these relations.
  func sayingStatus(of relations: [Int]) -> Composer {
    var diagram = diagram
    for relation in relations { diagram.relations[relation].saysStatus = true }
    return Composer(diagram, measurer: measurer, engine: engine)
  }

  /// Some of the diagram's entities and links, by their indices.
  struct Part {
    var entities: [Int]
    var links: [Int]
  }

  func compose(_ part: Part, _ arrangement: Arrangement) throws(Graphviz.Failure) -> Composition {
    let faces = part.entities.map { EntityFace($0, self, width: arrangement.nameWidth) }
    let labels = part.links.map { LinkLabel(links[$0], diagram, measurer, width: arrangement.labelWidth) }
    let place = Dictionary(uniqueKeysWithValues: part.entities.enumerated().map { ($1, $0) })

    var graph = LayoutGraph()
    graph.nodes = faces.map(\.size)
    for (position, index) in part.links.enumerated() {
      let link = links[index]
      guard let first = place[link.first], let second = place[link.second] else { continue }
      guard !labels[position].isEmpty else {
        // What says nothing needs no room on its way.
        graph.edges.append(LayoutGraph.Edge(tail: first, head: second, weight: 2))
        continue
      }
      let label = graph.nodes.count
      // A loop's two lines need room between the entity and the label.
      graph.nodes.append(labels[position].size.grown(by: Size(3, link.isLoop ? 9 : 3)))
      graph.edges.append(LayoutGraph.Edge(tail: first, head: label, weight: 2))
      if !link.isLoop { graph.edges.append(LayoutGraph.Edge(tail: label, head: second, weight: 2)) }
    }
    graph.attributes = attributes(part, arrangement)
    let placement = try Shuffled(graph, seed: arrangement.shuffle).layout(engine: engine)

    var result = Composition(entities: [], links: [])
    for (position, entity) in part.entities.enumerated() {
      let box = Box(centre: placement.centres[position], size: graph.nodes[position])
      result.entities.append(faces[position].placed(entity, in: box))
    }
    var edges = placement.routes[...]
    var centres = placement.centres[part.entities.count...]
    for (position, index) in part.links.enumerated() {
      let link = links[index]
      guard let first = place[link.first], let second = place[link.second] else { continue }
      let halves: [Curve]
      let centre: Point
      if labels[position].isEmpty {
        let (before, after) = (edges.popFirst() ?? Curve([])).halves
        halves = [before, after]
        centre = before.end
      } else {
        halves = (0..<(link.isLoop ? 1 : 2)).compactMap { _ in edges.popFirst() }
        centre = centres.popFirst() ?? .zero
      }
      result.links.append(
        draw(
          index, from: result.entities[first], to: result.entities[second], halves: halves,
          label: Box(centre: centre, size: labels[position].size), labelWidth: arrangement.labelWidth))
    }
    return result
  }

  /// A link's finished line, from the way it takes between the entities' centres and the label's.
  func draw(
    _ index: Int, from: PlacedEntity, to: PlacedEntity, halves: [Curve], label: Box, labelWidth: Double
  ) -> PlacedLink {
    let link = links[index]
    let drawing = LinkDrawing(link: link, from: from, to: to, halves: halves, label: label)
    return drawing.placed(index, LinkLabel(link, diagram, measurer, width: labelWidth), diagram)
  }

  func style(_ entity: Int) -> KindStyle {
    styles[diagram.entities[entity].kind] ?? KindStyle(shape: .rectangle, slot: 0)
  }

  private func attributes(_ part: Part, _ arrangement: Arrangement) -> [(name: String, value: String)] {
    [
      ("rankdir", arrangement.direction == .down ? "TB" : "LR"),
      ("ranksep", decimal(arrangement.layerGap / 72, 4)),
      ("nodesep", decimal(arrangement.nodeGap / 72, 4)),
      ("splines", "spline"),
      ("nslimit", "\(Effort(entities: part.entities.count, links: part.links.count).straightening)"),
      ("overlap", "prism"),
      ("sep", "+6"),
    ]
  }
}

extension Size {
  func grown(by margin: Size) -> Size { Size(width + 2 * margin.width, height + 2 * margin.height) }
}
