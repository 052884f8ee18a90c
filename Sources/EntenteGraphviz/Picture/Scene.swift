/// A finished picture as geometry: every shape, line and text with its place, in points, y down the page.
///
/// It is what `Verifier` measures and what `SVGWriter` paints; neither places anything.
struct Scene: Hashable, Sendable {
  /// The whole of it, margins included; its top left corner is the origin.
  var size: Size
  var entities: [PlacedEntity]
  var links: [PlacedLink]
  /// What is painted of them, and where: once, or once for each year of a filmstrip.
  var frames: [Frame] = []
  var heading: [TextRun] = []
  var legend: [LegendItem] = []
  var caption: [TextRun] = []

  /// The diagram, as its first frame paints it.
  var diagram: Diagram { frames.first?.diagram ?? Diagram(title: "") }

  /// The diagram as it is painted once.
  struct Frame: Hashable, Sendable {
    let diagram: Diagram
    /// Before every id, which would else be there once for each frame.
    var prefix = ""
    /// How far from the places of `entities` and `links`.
    var offset = Point.zero
    /// Texts of the frame: its year, or that there is nothing.
    var notes: [TextRun] = []
  }
}

/// A piece of text on one line.
struct TextRun: Hashable, Sendable {
  var text: String
  var face: Face
  var tone: Tone
  /// The left end of its base line, also where it reads from right to left.
  var origin: Point
  var width: Double
  var rightToLeft = false
  /// Whether it stands in the middle of something, and stays there where a font has other widths.
  var isCentred = false

  /// The room that its letters take.
  var box: Box {
    Box(
      left: origin.x, top: origin.y - face.size * 0.76, right: origin.x + width, bottom: origin.y + face.size * 0.22)
  }

  func moved(by offset: Point) -> TextRun {
    var run = self
    run.origin = origin + offset
    return run
  }
}

/// An entity's shape and name.
struct PlacedEntity: Hashable, Sendable {
  /// Its index in the diagram.
  let entity: Int
  let style: KindStyle
  var box: Box
  var texts: [TextRun]
  /// What a hub's card holds; empty for an entity.
  var rows: [PlacedCardRow] = []

  var corners: [Point] { style.shape.corners(in: box) }
  var allTexts: [TextRun] { texts + rows.flatMap(\.texts) }

  func moved(by offset: Point) -> PlacedEntity {
    var copy = self
    copy.box = box.moved(by: offset)
    copy.texts = texts.map { $0.moved(by: offset) }
    copy.rows = rows.map { $0.moved(by: offset) }
    return copy
  }
}

/// An entity and its relation as a row of a hub's card.
struct PlacedCardRow: Hashable, Sendable {
  /// Their indices in the diagram.
  let row: Diagram.Card.Row
  let style: KindStyle
  /// The room of the small shape that stands for the kind.
  var mark: Box
  var texts: [TextRun]

  func moved(by offset: Point) -> PlacedCardRow {
    var copy = self
    copy.mark = mark.moved(by: offset)
    copy.texts = texts.map { $0.moved(by: offset) }
    return copy
  }
}

/// The head of an arrow: a triangle with a hollow base.
struct ArrowHead: Hashable, Sendable {
  let tip: Point
  /// Where its line arrives.
  let base: Point
  /// The entity that it points at, as an index in the diagram; `nil` for one that only shows a direction.
  var target: Int?

  static let length = 7.0

  var corners: [Point] {
    let along = (tip - base).unit
    let across = along.turned * 2.8
    let back = tip - along * Self.length
    return [tip, back + across, back + along * 1.6, back - across]
  }

  func moved(by offset: Point) -> ArrowHead { ArrowHead(tip: tip + offset, base: base + offset, target: target) }
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
  /// All of it that is painted over what lies there, as chains of points: lines, heads, and the strokes across them.
  var chains: [[Point]] {
    let strikes = style == .withdrawn ? lines.flatMap { LineStyle.strikes(across: $0) } : []
    return lines.map { $0.flattened() } + arrows.map(\.corners) + strikes.map { [$0.0, $0.1] }
  }

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

/// A sample in the legend and its explanation.
struct LegendItem: Hashable, Sendable {
  enum Sample: Hashable, Sendable {
    case kind(KindStyle, Box)
    case status(LineStyle, Curve)
    /// A line as this relation would have it, for what is no status.
    case like(Diagram.Relation, Curve, ArrowHead)
  }
  var sample: Sample
  var text: TextRun
}
