import EntenteFormats

/// One thing in a picture: what it is, what it is called, and what is drawn for it, in points, y down the page.
///
/// Marks hold marks: a card those of its rows, a picture's frame those of its entities. What paints or measures them needs
/// nothing else.
package struct Mark: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    /// The title, and what stands beside it.
    case heading
    /// A text on the page that belongs to nothing in particular.
    case note
    /// All entities of a picture, or of one frame of a filmstrip.
    case entities
    case entity
    /// A hub's leaves, with a row for each.
    case gathering
    /// All relations of a picture, or of one frame of a filmstrip.
    case relations
    case relation
    /// Several relations between the same two entities, with a row for each.
    case bundle
    /// The line between a hub and its card, or from an entity to where equal relations part: it is no relation.
    case connector
    /// What equal relations say, where their line parts.
    case fork
    /// What kinds, statuses and lines mean, and the caption.
    case legend
  }

  package var role: Role
  /// Unique in the picture; empty for what nobody asks for by name.
  package var id = ""
  package var classes: [String] = []
  /// All of it in words: what a reader hears, or sees on hovering.
  package var title = ""
  /// What else a page's scripts may want to know, such as `data-when`; names with the prefix.
  package var facts: [Fact] = []
  /// The web address of the document that says so.
  package var link: String?
  /// How far everything in it is from where it says that it is.
  package var offset = Point.zero
  /// What is drawn for it, in this order, under `marks`.
  package var ink: [Ink] = []
  package var marks: [Mark] = []
  /// The row in the graph of the entity or the relation.
  package var row: Int?
  /// What lines join, by numbers; and the number by which lines know an entity or a hub's card. They hold within a frame.
  package var ends: Ends?
  package var number: Int?
  /// The rows in the graph of the entities that a heading stands over: it is there for them.
  package var over: [Int] = []
  /// The rows in the graph of the relations that a card's heading, a fork, or a line to either stands for: it is there for them.
  package var standsFor: [Int] = []

  package init(_ role: Role) { self.role = role }

  package struct Fact: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package struct Ends: Hashable, Sendable {
    package let first: Int
    package let second: Int
  }
}

/// A shape, a line or a text. Colours are roles: the theme has them.
package enum Ink: Hashable, Sendable {
  /// The shape of a kind around its room.
  case shape(KindLook, Box, Outline, Fill)
  /// A frame around rows.
  case frame(Box)
  /// Room that is not seen, but answers to a pointer.
  case room(Box)
  case line(Curve, StatusLine, Stroke)
  case arrow(ArrowHead, Stroke)
  case text(TextRun)
  /// The theme's logo.
  case logo(Box)

  /// The outline of a shape.
  package enum Outline: Hashable, Sendable {
    case plain
    /// Of what came between two times.
    case heavy
    /// Of what went.
    case broken
  }
}

/// What a shape is filled with.
package enum Fill: Hashable, Sendable {
  /// The colour of its look.
  case kind
  /// The colour of a side, by its place.
  case side(Int)
  /// What those on no side have.
  case neutral
}

/// What a line's strokes look like, beside the dashes of its status.
package struct Stroke: Hashable, Sendable {
  /// Whether it is paler, because it only possibly held, or went.
  package var isFaint = false
  /// Whether it stands back: thinner, and grey.
  package var isQuiet = false
  /// By how much it is wider than usual.
  package var factor = 1.0
  /// Whether its arrow head is an outline.
  package var isHollow = false

  package init(isFaint: Bool = false, isQuiet: Bool = false, factor: Double = 1, isHollow: Bool = false) {
    self.isFaint = isFaint
    self.isQuiet = isQuiet
    self.factor = factor
    self.isHollow = isHollow
  }
}

/// A finished picture: marks, in the order in which they are painted.
package struct DisplayList: Hashable, Sendable {
  /// The whole of it, margins included; its top left corner is the origin.
  package var size: Size
  package var title: String
  /// The picture in some sentences.
  package var description: String
  package var marks: [Mark]

  /// All texts, in the order in which they are painted.
  package var texts: [TextRun] { marks.flatMap(\.texts) }
}

extension Mark {
  /// Its texts, and those of the marks that it holds.
  package var texts: [TextRun] {
    let own = ink.compactMap { ink -> TextRun? in if case .text(let run) = ink { run } else { nil } }
    return own + marks.flatMap(\.texts)
  }
}
