/// What is wrong with a finished picture, counted; a picture fit to print has none of it.
struct Faults: Hashable, Sendable {
  /// Pairs of texts that overlap.
  var textOnText = 0
  /// Pairs of a line and a text that it runs through, its own included.
  var lineThroughText = 0
  /// Pairs of a line and an entity or card that it runs through without ending there.
  var lineThroughShape = 0
  /// Pairs of lines that run along each other.
  var linesAlong = 0
  /// Pairs of entities, cards and foreign texts that overlap.
  var shapeOnShape = 0
  /// Texts that leave their shape, their card or the page, and shapes that leave the page.
  var textOutside = 0
  /// Texts with letters that no installed font has: boxes stand in their place.
  var letterMissing = 0
  /// Links whose line is missing, because its ends overlap.
  var lineMissing = 0

  var total: Int { named.reduce(0) { $0 + $1.count } }

  /// Each count with what it counts, for messages.
  var named: [(count: Int, name: String)] {
    [
      (textOnText, "text on text"), (lineThroughText, "line through a text"),
      (lineThroughShape, "line through an entity or a card"), (linesAlong, "two lines along each other"),
      (shapeOnShape, "shape on a shape"), (textOutside, "text out of its shape or off the page"),
      (letterMissing, "text with letters that no font has"), (lineMissing, "relation without a line"),
    ]
  }
}

/// How good a picture is: fewer faults first, then the rest.
struct Quality: Hashable, Sendable {
  var faults = Faults()
  /// Pairs of places where two lines cross.
  var crossings = 0
}
