/// Draws a diagram.
struct Drawing {
  let diagram: Diagram
  let theme: Theme
  let engine: Graphviz.Engine

  func picture(_ arrangement: Arrangement) throws(Graphviz.Failure) -> Picture {
    let measurer = TextMeasurer()
    let composer = Composer(diagram, measurer: measurer, engine: engine)
    let everything = Composer.Part(
      entities: Array(diagram.entities.indices), links: Array(diagram.links.indices))
    let composition = try composer.compose(everything, arrangement)
    return PageComposer(diagram: diagram, measurer: measurer, styles: composer.styles).page(composition)
  }
}
