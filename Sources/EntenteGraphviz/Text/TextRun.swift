/// A piece of text on one line.
package struct TextRun: Hashable, Sendable {
  var text: String
  var face: Face
  var tone: Tone
  /// The left end of its base line, also where it reads from right to left.
  var origin: Point
  var width: Double
  var rightToLeft = false
  /// Whether it stands in the middle of something, and stays there where a font has other widths.
  var isCentred = false
  /// The script of which no installed font has a letter that is in it, if any.
  var lacking: Script?

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

/// What a text is, which decides its colour.
package enum Tone: String, Hashable, Sendable {
  /// Names, and what relations say.
  case plain
  /// Dates, other names, captions.
  case muted
}
