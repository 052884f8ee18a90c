import EntenteFormats

extension Verifier {
  /// How far from what is said a line is led, and looked for: letters are not everywhere as wide as they are here.
  static let lettersRoom = 0.6

  /// Measures a composition that is not on a page yet, with labels taken for so much larger on each side.
  init(_ composition: Composition, _ links: [Diagram.Link], margin: Double = 0) {
    self.init(composition.entities.map(\.body), composition.links.map { $0.wire(links[$0.link], margin: margin) })
  }
}

extension PlacedEntity {
  /// What of it is measured.
  var body: Verifier.Body {
    Verifier.Body(number: entity, box: box, outline: corners, texts: allTexts.map(\.box))
  }
}

extension PlacedLink {
  /// What of it is measured, with its label taken for so much larger on each side.
  func wire(_ link: Diagram.Link, margin: Double = 0) -> Verifier.Wire {
    let texts = rows.flatMap { $0.texts.map { isCard ? $0.box : $0.box.grown(by: margin) } }
    let strikes = style == .struck ? lines.flatMap { StatusLine.strikes(across: $0) } : []
    return Verifier.Wire(
      first: link.first, second: link.second, lines: lines,
      chains: lines.map { $0.flattened() } + arrows.map(\.corners) + strikes.map { [$0.0, $0.1] }, width: style.width,
      label: labelBox, isCard: isCard, texts: texts)
  }
}
