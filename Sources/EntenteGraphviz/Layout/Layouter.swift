/// Gives a diagram its places.
///
/// It is a seam: what lays out may be another engine, or another process. Nothing goes in but the diagram and the
/// options, and nothing comes out but values.
protocol Layouter: Sendable {
  /// The diagram with a place for everything.
  ///
  /// - Throws: `CancellationError` where the task was cancelled, ``Patience/Over`` where the time is over,
  ///   ``Graphviz/Failure`` where there are no places.
  func laidOut(_ diagram: Diagram) throws -> LaidOut
}

/// What a layout is asked for.
struct LayoutOptions: Hashable, Sendable {
  /// `nil` chooses by what comes of them.
  var engine: Graphviz.Engine?
  /// `nil` takes the better one.
  var direction: Arrangement.Direction?
  var care = Effort.Care.thorough
  var showsLegend = true
  /// Whether every line says its type and its date, also where most say the same.
  var saysAll = false
  /// Whether names with many relations are larger.
  var emphasizes = true
  /// Whether a hub's leaves, and what has the same relations with the same others, may be gathered in cards.
  var gathers = true
  /// The families in which texts are measured.
  var fonts: [String]
  /// How large the logo is that stands at the end of the caption.
  var logo: Size?
  /// What the picture is to fit.
  var target = Target.any
  var drawing = Drawing()
}

/// Lays out each connected part of a diagram by Graphviz, and packs the parts.
struct GraphvizLayouter: Layouter {
  var options: LayoutOptions

  /// The diagram with all leaves by themselves, or with those of hubs in cards where that needs a smaller sheet; what has the
  /// same relations with the same others is in cards where there are many lines.
  func laidOut(_ diagram: Diagram) throws -> LaidOut {
    // Finding the fonts takes longer than measuring all texts of a small graph: one looks for all that is tried.
    let measurer = TextMeasurer(fonts: options.fonts)
    let diagram = options.gathers ? diagram.gatheredBySet : diagram
    guard options.gathers, let gathered = diagram.gathered else { return try placed(diagram, measurer) }
    let carded = try placed(gathered, measurer)
    let step = options.target.step(for: carded.page().size)
    // A rough one is hardly ever on a larger sheet than the best: often that need not be searched for.
    var rough = self
    rough.options.care = .rough
    if options.target.step(for: try rough.placed(diagram, measurer).page().size) > step + 1 { return carded }
    let plain = try placed(diagram, measurer)
    return step < options.target.step(for: plain.page().size) ? carded : plain
  }

  private func placed(_ diagram: Diagram, _ measurer: TextMeasurer) throws -> LaidOut {
    var diagram = options.saysAll ? diagram : diagram.sayingOnce
    if options.emphasizes { diagram = diagram.emphasized }
    var target = options.target
    target.surroundings.height += Packer.roomOfIsolated(diagram) + LegendComposer.roomOfShared(diagram)
    let composer = Composer(
      diagram, measurer: measurer, service: options.drawing.service, patience: options.drawing.patience,
      target: target)
    var search = ArrangementSearch(
      composer: composer, care: options.care, engine: options.engine, direction: options.direction,
      mayFork: options.gathers && diagram.hasManyLines)
    var parts: [Composition] = []
    for part in diagram.parts {
      let (composition, next) = try search.best(part)
      parts.append(composition)
      search = next
    }
    let page = PageComposer(
      diagram: search.diagram, measurer: measurer, target: options.target, logo: options.logo,
      showsLegend: options.showsLegend)
    return LaidOut(page, composition: Packer.pack(parts, by: page))
  }
}
