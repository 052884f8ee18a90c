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
  var isQuick = false
  var showsLegend = true
  /// Whether every line says its type and its date, also where most say the same.
  var saysAll = false
  /// Whether names with many relations are larger.
  var emphasizes = true
  /// Whether a hub's leaves may be gathered in a card.
  var gathers = true
  /// What lays out in processes of its own; `nil` is this one.
  var helper: LayoutHelper?
  var patience = Patience()
}

/// Lays out each connected part of a diagram by Graphviz, and packs the parts.
struct GraphvizLayouter: Layouter {
  var options: LayoutOptions

  /// The diagram with all leaves by themselves, or with those of hubs in cards where that needs a smaller sheet.
  func laidOut(_ diagram: Diagram) throws -> LaidOut {
    let service: any LayoutService = options.helper.map { LayoutHelpers($0, options.patience) } ?? Graphviz.InProcess()
    guard options.gathers, let gathered = diagram.gathered else { return try placed(diagram, by: service) }
    let carded = try placed(gathered, by: service)
    let step = Paper.step(for: carded.page().size)
    // The first arrangement is never on a smaller sheet than the best: often it need not be searched for.
    var quick = self
    quick.options.isQuick = true
    if Paper.step(for: try quick.placed(diagram, by: service).page().size) > step + 1 { return carded }
    let plain = try placed(diagram, by: service)
    return step < Paper.step(for: plain.page().size) ? carded : plain
  }

  private func placed(_ diagram: Diagram, by service: any LayoutService) throws -> LaidOut {
    var diagram = options.saysAll ? diagram : diagram.sayingOnce
    if options.emphasizes { diagram = diagram.emphasized }
    let composer = Composer(diagram, measurer: TextMeasurer(), service: service, patience: options.patience)
    let search = ArrangementSearch(
      composer: composer, isQuick: options.isQuick, engine: options.engine, direction: options.direction)
    let parts = try diagram.parts.map(search.best)
    return LaidOut(
      diagram: diagram, composition: Packer.pack(parts, composer.measurer), showsLegend: options.showsLegend)
  }
}
