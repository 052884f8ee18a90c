/// Gives a diagram its places: lays out each of its connected parts, and packs them.
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

  /// The diagram with all leaves by themselves, or with those of hubs in cards where that needs a smaller sheet.
  func laidOut() throws(Graphviz.Failure) -> LaidOut {
    guard gathers, let gathered = diagram.gathered else { return try laidOut(diagram) }
    let carded = try laidOut(gathered)
    let step = Paper.step(for: carded.page().size)
    // The first arrangement is never on a smaller sheet than the best: often it need not be searched for.
    var quick = self
    quick.isQuick = true
    if Paper.step(for: try quick.laidOut(diagram).page().size) > step + 1 { return carded }
    let plain = try laidOut(diagram)
    return step < Paper.step(for: plain.page().size) ? carded : plain
  }

  private func laidOut(_ diagram: Diagram) throws(Graphviz.Failure) -> LaidOut {
    let composer = Composer(diagram, measurer: TextMeasurer(), engine: engine)
    let search = ArrangementSearch(composer: composer, isQuick: isQuick, direction: direction)
    var parts: [Composer.Composition] = []
    for part in diagram.parts { parts.append(try search.best(part)) }
    return LaidOut(
      diagram: diagram, composition: Packer.pack(parts), styles: composer.styles, showsLegend: showsLegend)
  }
}

/// A diagram with a place for everything. Its pages differ in what they paint; what they paint stands where it stands.
struct LaidOut: Sendable {
  let diagram: Diagram
  let composition: Composer.Composition
  let styles: [String: KindStyle]
  let showsLegend: Bool

  /// One page, which paints what `other` does, or all.
  func page(painting other: Diagram? = nil) -> Scene {
    composer(other.map(diagram.painted) ?? diagram).page(composition)
  }

  /// A page with a frame for each of `diagrams`, which are the same as the diagram but for what is painted.
  func filmstrip(_ diagrams: [Diagram]) -> Scene {
    composer(diagram).filmstrip(composition, diagrams.map(diagram.painted))
  }

  private func composer(_ diagram: Diagram) -> PageComposer {
    PageComposer(diagram: diagram, measurer: TextMeasurer(), styles: styles, showsLegend: showsLegend)
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
