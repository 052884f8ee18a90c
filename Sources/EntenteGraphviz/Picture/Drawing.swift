/// Draws a diagram: lays out each of its connected parts, packs them, and puts title, legend and caption around them.
struct Drawing {
  let diagram: Diagram
  var engine = Graphviz.Engine.dot
  var direction: Arrangement.Direction?
  var isQuick = false
  var showsLegend = true

  func scene() throws(Graphviz.Failure) -> Scene {
    let measurer = TextMeasurer()
    let composer = Composer(diagram, measurer: measurer, engine: engine)
    let search = ArrangementSearch(composer: composer, isQuick: isQuick, direction: direction)
    var parts: [Composer.Composition] = []
    for part in diagram.parts { parts.append(try search.best(part)) }
    return PageComposer(diagram: diagram, measurer: measurer, styles: composer.styles, showsLegend: showsLegend)
      .page(Packer.pack(parts))
  }
}
