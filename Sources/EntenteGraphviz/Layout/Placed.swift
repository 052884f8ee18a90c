/// An entity's shape and name, or a hub's card.
struct PlacedEntity: Hashable, Sendable {
  /// Its index in the diagram.
  let entity: Int
  let style: KindStyle
  var box: Box
  var texts: [TextRun]
  /// What a hub's card holds; empty for an entity.
  var groups: [PlacedCardGroup] = []

  var corners: [Point] { style.shape.corners(in: box) }
  var allTexts: [TextRun] { texts + groups.flatMap { $0.heading + $0.rows.flatMap(\.texts) } }

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
  let style: KindStyle
  /// The whole row, which stands for the relation.
  var room: Box
  /// A short line in the style of the relation's status.
  var sample: Curve
  /// The room of the small shape that stands for the kind.
  var mark: Box
  var texts: [TextRun]

  func moved(by offset: Point) -> PlacedCardRow {
    var copy = self
    copy.room = room.moved(by: offset)
    copy.sample = sample.moved(by: offset)
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
  var style: LineStyle
  /// The room of the label or the card.
  var labelBox: Box
  var rows: [PlacedRow]
  /// Whether several relations share the line: the label is a card with a frame and a row for each.
  var isCard: Bool { rows.count > 1 }

  func moved(by offset: Point) -> PlacedLink {
    var copy = self
    copy.lines = lines.map { $0.moved(by: offset) }
    copy.arrows = arrows.map { $0.moved(by: offset) }
    copy.labelBox = labelBox.moved(by: offset)
    copy.rows = rows.map { $0.moved(by: offset) }
    return copy
  }
}

/// What one relation says, as the label of its line or as a row of a card.
struct PlacedRow: Hashable, Sendable {
  /// Its index in the diagram.
  let relation: Int
  var texts: [TextRun]
  /// In a card, a short line in the style of the relation's status.
  var sample: Curve?
  /// In a card whose relations run both ways, where this one's object is.
  var arrow: ArrowHead?

  func moved(by offset: Point) -> PlacedRow {
    var copy = self
    copy.texts = texts.map { $0.moved(by: offset) }
    copy.sample = sample?.moved(by: offset)
    copy.arrow = arrow?.moved(by: offset)
    return copy
  }
}
