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
