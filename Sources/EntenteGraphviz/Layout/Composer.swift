import EntenteFormats

/// Lays out a diagram in one arrangement and gives everything its place.
struct Composer: Sendable {
  let diagram: Diagram
  let measurer: TextMeasurer
  /// What lays out.
  let service: any LayoutService
  let patience: Patience
  /// What the picture is to fit.
  let target: Target
  /// The diagram's links, which it works out anew whenever it is asked.
  let links: [Diagram.Link]
  private let lineCounts: [Int]

  init(
    _ diagram: Diagram, measurer: TextMeasurer, service: any LayoutService, patience: Patience, target: Target = .any
  ) {
    self.diagram = diagram
    self.measurer = measurer
    self.service = service
    self.patience = patience
    self.target = target
    links = diagram.links
    var counts = Array(repeating: 0, count: diagram.entities.count)
    for link in links where !link.isLoop {
      counts[link.first] += 1
      counts[link.second] += 1
    }
    lineCounts = counts
  }

  /// How many lines end at an entity.
  func lineCount(at entity: Int) -> Int { lineCounts[entity] }

  /// The same for another diagram.
  func composing(_ diagram: Diagram) -> Composer {
    Composer(diagram, measurer: measurer, service: service, patience: patience, target: target)
  }

  /// The same with labels that say the status of these relations.
  func sayingStatus(of relations: [Int]) -> Composer {
    var diagram = diagram
    for relation in relations { diagram.relations[relation].saysStatus = true }
    return composing(diagram)
  }

  /// Some of the diagram's entities and links, by their indices.
  struct Part: Sendable {
    var entities: [Int]
    var links: [Int]
  }

  func compose(_ part: Part, _ arrangement: Arrangement) throws -> Composition {
    let draft = Draft(
      part: part, faces: part.entities.map { EntityFace($0, self, width: arrangement.nameWidth) },
      labels: part.links.map { LinkLabel(links[$0], diagram, measurer, width: arrangement.labelWidth) },
      turned: arrangement.isSplit ? turned(part, seed: arrangement.shuffle) : [])
    var graph = layoutGraph(of: draft)
    graph.attributes = attributes(part, arrangement)
    var placement = try Shuffled(graph, seed: arrangement.shuffle).layout(engine: arrangement.engine, by: service)
    if arrangement.engine != .dot {
      placement = Spreading.apart(placement, graph, gap: arrangement.nodeGap, for: target)
    }
    return composition(of: draft, placement, sizes: graph.nodes, labelWidth: arrangement.labelWidth)
  }

  /// A part with what is known of it before it has places.
  private struct Draft {
    let part: Part
    let faces: [EntityFace]
    let labels: [LinkLabel]
    /// The links that are told the other way round.
    let turned: Set<Int>
    /// Where entities stand in the part, by their indices.
    private let positions: [Int: Int]

    init(part: Part, faces: [EntityFace], labels: [LinkLabel], turned: Set<Int>) {
      self.part = part
      self.faces = faces
      self.labels = labels
      self.turned = turned
      positions = Dictionary(uniqueKeysWithValues: part.entities.enumerated().map { ($1, $0) })
    }

    /// Calls with each link that has both its ends in the part: its index, it, its label, and where its ends stand.
    func forEachLink(
      of links: [Diagram.Link],
      _ body: (_ index: Int, _ link: Diagram.Link, _ label: LinkLabel, _ first: Int, _ second: Int) -> Void
    ) {
      for (position, index) in part.links.enumerated() {
        let link = links[index]
        guard let first = positions[link.first], let second = positions[link.second] else { continue }
        body(index, link, labels[position], first, second)
      }
    }
  }

  /// What is laid out: a box for each entity and each label, which stands between the ends of its link.
  private func layoutGraph(of draft: Draft) -> LayoutGraph {
    var graph = LayoutGraph()
    graph.nodes = draft.faces.map(\.size)
    draft.forEachLink(of: links) { index, link, label, first, second in
      let ends = draft.turned.contains(index) ? (second, first) : (first, second)
      guard !label.isEmpty || link.isLoop else {
        // What says nothing needs no room on its way.
        graph.edges.append(LayoutGraph.Edge(tail: ends.0, head: ends.1, weight: 2, layers: 2))
        return
      }
      let node = graph.nodes.count
      // A loop's two lines need room between the entity and the label.
      graph.nodes.append(label.size.grown(by: Size(3, link.isLoop ? 9 : 3)))
      graph.edges.append(LayoutGraph.Edge(tail: ends.0, head: node, weight: 2))
      if !link.isLoop { graph.edges.append(LayoutGraph.Edge(tail: node, head: ends.1, weight: 2)) }
    }
    return graph
  }

  /// The part with the places that were found, in the order in which ``layoutGraph(of:)`` has asked for them.
  private func composition(
    of draft: Draft, _ placement: Placement, sizes: [Size], labelWidth: Double
  ) -> Composition {
    var result = Composition(entities: [], links: [])
    for (position, entity) in draft.part.entities.enumerated() {
      let box = Box(centre: placement.centres[position], size: sizes[position])
      result.entities.append(draft.faces[position].placed(entity, in: box))
    }
    var edges = placement.routes[...]
    var centres = placement.centres[draft.part.entities.count...]
    draft.forEachLink(of: links) { index, link, label, first, second in
      var halves: [Curve]
      let centre: Point
      if label.isEmpty, !link.isLoop {
        let (before, after) = (edges.popFirst() ?? Curve([])).halves
        halves = [before, after]
        centre = before.end
      } else {
        halves = (0..<(link.isLoop ? 1 : 2)).compactMap { _ in edges.popFirst() }
        centre = centres.popFirst() ?? .zero
      }
      if draft.turned.contains(index) { halves = halves.reversed().map(\.reversed) }
      result.links.append(
        draw(
          index, from: result.entities[first], to: result.entities[second], halves: halves,
          label: Box(centre: centre, size: label.size), labelWidth: labelWidth))
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

  func style(_ entity: Int) -> KindLook {
    diagram.look(of: entity)
  }

  /// The links that are told the other way round, so that half of those at one end of all their links stand on the other
  /// side.
  private func turned(_ part: Part, seed: UInt64) -> Set<Int> {
    if let focus = diagram.focus, part.entities.contains(focus) { return turned(part, around: focus, seed: seed) }
    let firsts = Set(part.links.map { links[$0].first })
    let seconds = Set(part.links.map { links[$0].second })
    let (sources, sinks) = (firsts.subtracting(seconds), seconds.subtracting(firsts))
    let ends = (sources.count >= sinks.count ? sources : sinks).sorted()
    var generator = SeededGenerator(seed: seed &+ 1)
    let other = Set(ends.shuffled(using: &generator).prefix(ends.count / 2))
    return Set(
      part.links.filter { !links[$0].isLoop && (other.contains(links[$0].first) || other.contains(links[$0].second)) })
  }

  /// The links that are told the other way round, so that half of an entity's neighbours stand on either side of it.
  private func turned(_ part: Part, around focus: Int, seed: UInt64) -> Set<Int> {
    let own = part.links.filter { !links[$0].isLoop && (links[$0].first == focus || links[$0].second == focus) }
    var generator = SeededGenerator(seed: seed &+ 1)
    let before = Set(own.shuffled(using: &generator).prefix(own.count / 2))
    return Set(own.filter { before.contains($0) == (links[$0].first == focus) })
  }

  private func attributes(_ part: Part, _ arrangement: Arrangement) -> [(name: String, value: String)] {
    guard arrangement.engine == .dot else {
      // Lines are led by what is free when all has its place: here a straight one will do.
      return [("overlap", "true"), ("splines", "line"), ("start", "\(arrangement.shuffle + 1)")]
    }
    return [
      ("rankdir", arrangement.direction == .down ? "TB" : "LR"),
      ("ranksep", decimal(arrangement.layerGap / 72, 4)),
      ("nodesep", decimal(arrangement.nodeGap / 72, 4)),
      ("splines", "spline"),
      ("nslimit", "\(Effort(entities: part.entities.count, links: part.links.count).straightening)"),
    ]
  }
}

extension Size {
  func grown(by margin: Size) -> Size { Size(width + 2 * margin.width, height + 2 * margin.height) }
}
