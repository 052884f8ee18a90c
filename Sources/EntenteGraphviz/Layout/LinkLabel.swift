/// What stands on a link's line: the words of its one relation, or a card with a row for each of several.
struct LinkLabel {
  let rows: [(relation: Int, wording: Wording)]
  /// Whether relations of the card run both ways, so that each row needs its own arrow.
  let runsBothWays: Bool
  /// Whether rows show their status, because it is not that of the line.
  let hasSamples: Bool
  let size: Size
  /// Whether it says nothing: the line to a hub's card.
  var isEmpty: Bool { rows.allSatisfy { $0.wording.lines.isEmpty } }

  private static let padding = Size(5, 3.5)
  private static let sampleWidth = 22.0
  private static let arrowWidth = 11.0

  init(_ link: Diagram.Link, _ diagram: Diagram, _ measurer: TextMeasurer, width: Double) {
    let isCard = link.relations.count > 1
    rows = link.relations.map { ($0, measurer.wording(of: diagram.relations[$0], width: isCard ? 2 * width : width)) }
    let relations = link.relations.map { diagram.relations[$0] }
    let forward = relations.contains { $0.isDirected && $0.subject == link.first }
    let backward = relations.contains { $0.isDirected && $0.subject != link.first }
    runsBothWays = isCard && (forward && backward || relations.contains { !$0.isDirected } && (forward || backward))
    hasSamples = isCard && Set(relations.map(\.status)) != [.asserted]
    let words = rows.reduce(0) { max($0, $1.wording.width) }
    let height = rows.reduce(0) { $0 + $1.wording.size.height }
    guard isCard else {
      size = Size(words, height)
      return
    }
    size = Size(
      words + 2 * Self.padding.width + (hasSamples ? Self.sampleWidth : 0) + (runsBothWays ? Self.arrowWidth : 0),
      height + 2 * Self.padding.height)
  }

  /// The rows within `box`. `direction` is where the link's second entity lies.
  func placed(in box: Box, _ diagram: Diagram, first: Int, direction: Point) -> [PlacedRow] {
    guard rows.count > 1 else {
      return rows.map { PlacedRow(relation: $0.relation, texts: $0.wording.placed(in: box, centred: true)) }
    }
    var top = box.top + Self.padding.height
    return rows.map { row in
      let relation = diagram.relations[row.relation]
      let room = Box(
        left: box.left + Self.padding.width, top: top, right: box.right - Self.padding.width,
        bottom: top + row.wording.size.height)
      top = room.bottom
      var placed = PlacedRow(relation: row.relation, texts: [], room: room)
      var x = room.left
      let middle = room.top + row.wording.leading / 2
      if hasSamples {
        placed.sample = Curve(through: [Point(x, middle), Point(x + Self.sampleWidth - 6, middle)])
        x += Self.sampleWidth
      }
      if runsBothWays {
        if relation.isDirected {
          let towards = direction * (relation.subject == first ? 1 : -1)
          let centre = Point(x + 3.5, middle)
          placed.arrow = ArrowHead(tip: centre + towards * 3.5, base: centre - towards * 3.5)
        }
        x += Self.arrowWidth
      }
      var rest = room
      rest.left = x
      placed.texts = row.wording.placed(in: rest, centred: false)
      return placed
    }
  }
}
