import EntenteFormats

/// An entity's shape and name, or a hub's card.
struct PlacedEntity: Hashable, Sendable {
  /// Its index in the diagram.
  let entity: Int
  let style: KindLook
  var box: Box
  var texts: [TextRun]
  /// What a hub's card holds; empty for an entity.
  var groups: [PlacedCardGroup] = []

  var corners: [Point] { style.shape.corners(in: box) }
  var allTexts: [TextRun] {
    texts + groups.flatMap { $0.heading + $0.rows.flatMap { $0.texts + $0.dates.flatMap { $0 } } }
  }

  func moved(by offset: Point) -> PlacedEntity {
    var copy = self
    copy.box = box.moved(by: offset)
    copy.texts = texts.map { $0.moved(by: offset) }
    copy.groups = groups.map { $0.moved(by: offset) }
    return copy
  }
}

/// Rows of a hub's card that say the same, under what they say.
struct PlacedCardGroup: Hashable, Sendable {
  var heading: [TextRun]
  var rows: [PlacedCardRow] = []

  func moved(by offset: Point) -> PlacedCardGroup {
    PlacedCardGroup(heading: heading.map { $0.moved(by: offset) }, rows: rows.map { $0.moved(by: offset) })
  }
}

/// An entity and its relation as a row of a hub's card.
struct PlacedCardRow: Hashable, Sendable {
  /// Their indices in the diagram.
  let row: Diagram.Card.Row
  let style: KindLook
  /// For each relation, the part of the row that stands for it; a short line in the style of its status; and when it
  /// held, where the heading does not say so.
  var rooms: [Box]
  var samples: [Curve]
  var dates: [[TextRun]]
  /// The room of the small shape that stands for the kind.
  var mark: Box
  var texts: [TextRun]

  func moved(by offset: Point) -> PlacedCardRow {
    var copy = self
    copy.rooms = rooms.map { $0.moved(by: offset) }
    copy.samples = samples.map { $0.moved(by: offset) }
    copy.dates = dates.map { $0.map { $0.moved(by: offset) } }
    copy.mark = mark.moved(by: offset)
    copy.texts = texts.map { $0.moved(by: offset) }
    return copy
  }
}

/// The line between two entities, and what it says.
struct PlacedLink: Hashable, Sendable {
  /// Its index in the diagram.
  let link: Int
  /// From outline to outline, with a gap where the label stands.
  var lines: [Curve]
  var arrows: [ArrowHead]
  var style: StatusLine
  /// The room of the label or the card.
  var labelBox: Box
  var rows: [PlacedRow]
  /// Whether several relations share the line: the label is a card with a frame and a row for each.
  var isCard = false

  func moved(by offset: Point) -> PlacedLink {
    var copy = self
    copy.lines = lines.map { $0.moved(by: offset) }
    copy.arrows = arrows.map { $0.moved(by: offset) }
    copy.labelBox = labelBox.moved(by: offset)
    copy.rows = rows.map { $0.moved(by: offset) }
    return copy
  }
}

extension PlacedLink {
  /// The room that its label and its lines take.
  var box: Box { lines.compactMap { Box(around: $0.flattened()) }.reduce(labelBox) { $0.union($1) } }

  /// The link with those of its rows that are `kept`: their frame stands round them, in the middle of where it stood, and the
  /// line goes on to it.
  func keeping(_ kept: (PlacedRow) -> Bool) -> PlacedLink {
    var link = self
    link.rows = rows.filter(kept)
    guard isCard, link.rows.count < rows.count, !link.rows.isEmpty else { return link }
    let removed = rows.filter { !kept($0) }.reduce(0) { $0 + $1.room.height }
    link.labelBox.top += removed / 2
    link.labelBox.bottom -= removed / 2
    var shift = removed / 2
    link.rows = []
    for row in rows {
      if kept(row) { link.rows.append(row.moved(by: Point(0, shift))) } else { shift -= row.room.height }
    }
    link.lines = lines.enumerated().map { $1.going(to: link.labelBox, atEnd: $0 == 0) }
    return link
  }
}

extension Curve {
  /// The line with a straight piece from one of its ends to the box: on as it runs where that leads there, else to the nearest
  /// place.
  fileprivate func going(to box: Box, atEnd: Bool) -> Curve {
    let line = atEnd ? self : reversed
    let last = line.end
    let goal = line.direction.flatMap { box.entry(from: last, along: $0) } ?? box.nearest(to: last)
    guard last.distance(to: goal) > 0.1 else { return self }
    let longer = Curve(line.pieces + [Cubic(line: last, goal)])
    return atEnd ? longer : longer.reversed
  }

  /// Where it runs at its end.
  private var direction: Point? {
    guard let piece = pieces.last else { return nil }
    let before = [piece.control2, piece.control1, piece.start].first { $0.distance(to: piece.end) > 0.1 }
    return before.map { piece.end - $0 }
  }
}

extension Box {
  fileprivate func nearest(to point: Point) -> Point {
    Point(min(right, max(left, point.x)), min(bottom, max(top, point.y)))
  }

  /// Where a straight line from outside enters.
  fileprivate func entry(from point: Point, along direction: Point) -> Point? {
    var (first, last) = (0.0, Double.infinity)
    for (place, step, low, high) in [(point.x, direction.x, left, right), (point.y, direction.y, top, bottom)] {
      if abs(step) < 1e-9 {
        if place < low || place > high { return nil }
        continue
      }
      let (a, b) = ((low - place) / step, (high - place) / step)
      first = max(first, min(a, b))
      last = min(last, max(a, b))
    }
    return first > 0 && first <= last ? point + direction * first : nil
  }
}

/// What one relation says, as the label of its line or as a row of a card.
struct PlacedRow: Hashable, Sendable {
  /// Its index in the diagram.
  let relation: Int
  var texts: [TextRun]
  /// In a card, the room between the rows above and below it.
  var room = Box(centre: .zero, size: .zero)
  /// In a card, a short line in the style of the relation's status.
  var sample: Curve?
  /// In a card whose relations run both ways, where this one's object is.
  var arrow: ArrowHead?

  func moved(by offset: Point) -> PlacedRow {
    var copy = self
    copy.texts = texts.map { $0.moved(by: offset) }
    copy.room = room.moved(by: offset)
    copy.sample = sample?.moved(by: offset)
    copy.arrow = arrow?.moved(by: offset)
    return copy
  }
}
