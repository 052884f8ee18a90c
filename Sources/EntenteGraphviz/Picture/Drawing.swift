/// Draws a diagram: lays out each of its connected parts, packs them, and puts title, legend and caption around them.
struct Drawing {
  var diagram: Diagram
  var engine = Graphviz.Engine.dot
  var direction: Arrangement.Direction?
  var isQuick = false
  var showsLegend = true
  /// Whether a hub's leaves may be gathered in a card.
  var gathers = true

  init(_ diagram: Diagram, _ options: PictureOptions = PictureOptions()) {
    self.diagram = diagram
    engine = Graphviz.Engine(rawValue: options.engine.rawValue) ?? .dot
    direction = options.direction.map { $0 == .down ? .down : .across }
    isQuick = options.isQuick
    showsLegend = options.showsLegend
    gathers = options.gathersHubs
  }

  /// One picture of the diagram.
  func scene() throws(Graphviz.Failure) -> Scene {
    try scene { page, composition in page.page(composition) }
  }

  /// A frame for each of `diagrams`, which are the same as the diagram but for what is painted.
  func filmstrip(_ diagrams: [Diagram]) throws(Graphviz.Failure) -> Scene {
    try scene { page, composition in
      page.filmstrip(composition, diagrams.map { page.diagram.painted(as: $0) })
    }
  }

  /// The page with all leaves by themselves, or with those of hubs in cards where that needs a smaller sheet.
  private func scene(
    _ make: (PageComposer, Composer.Composition) -> Scene
  ) throws(Graphviz.Failure) -> Scene {
    guard gathers, let gathered = diagram.gathered else { return try page(diagram, make) }
    let carded = try page(gathered, make)
    // The first arrangement is never on a smaller sheet than the best: often it need not be searched for.
    var quick = self
    quick.isQuick = true
    if Paper.step(for: try quick.page(diagram, make).size) > Paper.step(for: carded.size) + 1 { return carded }
    let plain = try page(diagram, make)
    return Paper.step(for: carded.size) < Paper.step(for: plain.size) ? carded : plain
  }

  private func page(
    _ diagram: Diagram, _ make: (PageComposer, Composer.Composition) -> Scene
  ) throws(Graphviz.Failure) -> Scene {
    let measurer = TextMeasurer()
    let composer = Composer(diagram, measurer: measurer, engine: engine)
    let search = ArrangementSearch(composer: composer, isQuick: isQuick, direction: direction)
    var parts: [Composer.Composition] = []
    for part in diagram.parts { parts.append(try search.best(part)) }
    let page = PageComposer(diagram: diagram, measurer: measurer, styles: composer.styles, showsLegend: showsLegend)
    return make(page, Packer.pack(parts))
  }
}

extension Diagram {
  /// This diagram, cards and all, painted as `other` is, which was made of the same entities and relations.
  func painted(as other: Diagram) -> Diagram {
    var diagram = self
    diagram.period = other.period
    for (index, entity) in other.entities.enumerated() { diagram.entities[index].isShown = entity.isShown }
    for (index, relation) in other.relations.enumerated() {
      diagram.relations[index].isShown = relation.isShown
      diagram.relations[index].certainty = relation.certainty
    }
    return diagram
  }
}
