/// Some entities and links with their places, before they are put on a page.
struct Composition: Sendable {
  var entities: [PlacedEntity]
  var links: [PlacedLink]
  /// What stands above those that no line joins.
  var headings: [Heading] = []

  /// A text that is there with one of its entities.
  struct Heading: Hashable, Sendable {
    var text: TextRun
    var entities: [Int]
  }

  /// The room that all of it takes.
  var box: Box {
    let boxes =
      entities.map(\.box)
      + links.flatMap { link in
        [link.labelBox] + link.lines.compactMap { Box(around: $0.flattened()) }
      }
    return (boxes + headings.map(\.text.box)).dropFirst().reduce(boxes.first ?? Box(centre: .zero, size: .zero)) {
      $0.union($1)
    }
  }

  func moved(by offset: Point) -> Composition {
    Composition(
      entities: entities.map { $0.moved(by: offset) }, links: links.map { $0.moved(by: offset) },
      headings: headings.map { Heading(text: $0.text.moved(by: offset), entities: $0.entities) })
  }
}
