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
    styles = KindStyle.styles(for: Set(diagram.entities.lazy.filter { $0.card == nil }.map(\.kind)))
  }

  /// Some entities and links with their places, before they are put on a page.
  struct Composition: Sendable {
    var entities: [PlacedEntity]
    var links: [PlacedLink]

    /// The room that all of it takes.
    var box: Box {
      let boxes =
        entities.map(\.box)
        + links.flatMap { link in
          [link.labelBox] + link.lines.compactMap { Box(around: $0.flattened()) }
        }
      return boxes.dropFirst().reduce(boxes.first ?? Box(centre: .zero, size: .zero)) { $0.union($1) }
    }

    func moved(by offset: Point) -> Composition {
      Composition(entities: entities.map { $0.moved(by: offset) }, links: links.map { $0.moved(by: offset) })
    }
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
    var edge = 0
    for (position, index) in part.links.enumerated() {
      let link = links[index]
      guard let first = place[link.first], let second = place[link.second] else { continue }
      let box = Box(centre: placement.centres[part.entities.count + position], size: labels[position].size)
      let halves = Array(placement.routes[edge..<edge + (link.isLoop ? 1 : 2)])
      edge += halves.count
      result.links.append(
        draw(
          index, from: result.entities[first], to: result.entities[second], halves: halves, label: box,
          labelWidth: arrangement.labelWidth))
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
      // How long Graphviz may straighten lines, in rounds for each node: of a large graph the last are long and gain little.
      ("nslimit", part.entities.count + part.links.count > 200 ? "6" : "20"),
      ("overlap", "prism"),
      ("sep", "+6"),
    ]
  }
}

extension Size {
  func grown(by margin: Size) -> Size { Size(width + 2 * margin.width, height + 2 * margin.height) }
}

/// A graph told to Graphviz in another order.
struct Shuffled {
  private let graph: LayoutGraph
  private let nodes: [Int]
  private let edges: [Int]

  init(_ graph: LayoutGraph, seed: UInt64) {
    var nodes = Array(graph.nodes.indices)
    var edges = Array(graph.edges.indices)
    if seed > 0 {
      var generator = SeededGenerator(seed: seed)
      nodes.shuffle(using: &generator)
      edges.shuffle(using: &generator)
    }
    self.graph = graph
    self.nodes = nodes
    self.edges = edges
  }

  func layout(engine: Graphviz.Engine) throws(Graphviz.Failure) -> Placement {
    var place = Array(repeating: 0, count: nodes.count)
    for (new, old) in nodes.enumerated() { place[old] = new }
    var shuffled = LayoutGraph()
    shuffled.attributes = graph.attributes
    shuffled.nodes = nodes.map { graph.nodes[$0] }
    shuffled.edges = edges.map {
      let edge = graph.edges[$0]
      return LayoutGraph.Edge(tail: place[edge.tail], head: place[edge.head], weight: edge.weight)
    }
    let found = try Graphviz.layout(shuffled, engine: engine)
    var placement = found
    for (new, old) in nodes.enumerated() { placement.centres[old] = found.centres[new] }
    for (new, old) in edges.enumerated() { placement.routes[old] = found.routes[new] }
    return placement
  }
}
