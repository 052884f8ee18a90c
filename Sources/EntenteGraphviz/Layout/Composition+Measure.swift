import EntenteFormats

extension Verifier {
  /// Measures a composition that is not on a page yet.
  init(_ composition: Composition, _ links: [Diagram.Link]) {
    self.init(composition.entities.map(\.body), composition.links.map { $0.wire(links[$0.link]) })
  }
}

extension PlacedEntity {
  /// What of it is measured.
  var body: Verifier.Body {
    Verifier.Body(number: entity, box: box, outline: corners, texts: allTexts.map(\.box))
  }
}

extension PlacedLink {
  /// What of it is measured.
  func wire(_ link: Diagram.Link) -> Verifier.Wire {
    let strikes = style == .struck ? lines.flatMap { StatusLine.strikes(across: $0) } : []
    return Verifier.Wire(
      first: link.first, second: link.second, lines: lines,
      chains: lines.map { $0.flattened() } + arrows.map(\.corners) + strikes.map { [$0.0, $0.1] }, width: style.width,
      label: labelBox, isCard: isCard, texts: rows.flatMap { $0.texts.map(\.box) })
  }
}
