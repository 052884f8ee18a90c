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
    let boxes = entities.map(\.box) + links.map(\.box)
    return (boxes + headings.map(\.text.box)).dropFirst().reduce(boxes.first ?? Box(centre: .zero, size: .zero)) {
      $0.union($1)
    }
  }

  /// The room that some of it takes: of links those of which a row is wanted, of headings those over an entity that is.
  func box(ofEntities isWanted: [Bool], relations isWantedRelation: [Bool]) -> Box {
    let some = Composition(
      entities: entities.filter { isWanted[$0.entity] },
      links: links.filter { $0.rows.contains { isWantedRelation[$0.relation] } },
      headings: headings.filter { $0.entities.contains { isWanted[$0] } })
    return some.entities.isEmpty ? box : some.box
  }

  /// Whether an entity stands in the middle third, both across and down; what is not there does.
  func hasInTheMiddle(_ entity: Int) -> Bool {
    guard let placed = entities.first(where: { $0.entity == entity }), entities.count > 2 else { return true }
    let (box, centre) = (box, placed.box.centre)
    return abs(centre.x - box.centre.x) <= box.width / 6 && abs(centre.y - box.centre.y) <= box.height / 6
  }

  func moved(by offset: Point) -> Composition {
    Composition(
      entities: entities.map { $0.moved(by: offset) }, links: links.map { $0.moved(by: offset) },
      headings: headings.map { Heading(text: $0.text.moved(by: offset), entities: $0.entities) })
  }
}
