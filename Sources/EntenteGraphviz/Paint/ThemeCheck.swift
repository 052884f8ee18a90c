/// What of a theme not everybody can read or tell apart, and what is nearest that everybody can.
struct ThemeCheck {
  /// Below this a CIEDE2000 of two fills cannot be seen in small shapes.
  static let leastDifference = 3.0
  /// WCAG 2.2: 1.4.3 of texts, 1.4.11 of lines that carry meaning.
  static let contrastOfText = 4.5
  static let contrastOfLines = 3.0

  /// The contrast of a colour on a ground, where that is too little; and the nearest that has enough.
  static func contrast(
    of colour: String, on ground: String, wanted: Double
  ) -> (contrast: Double, nearest: String?)? {
    let other = Colour(ground)
    let contrast = Colour(colour).contrast(to: other)
    if contrast >= wanted { return nil }
    return (contrast, nearest(to: colour) { Colour($0).contrast(to: other) >= wanted })
  }

  /// Who cannot tell a colour from one of `others`, the first such, and the nearest colour that all can tell from them
  /// and on which the text is read.
  static func likeness(
    of colour: String, to others: [String], text: String
  ) -> (other: Int, eyes: ColourVision, nearest: String?)? {
    let seen = others.map { other in ColourVision.allCases.map { Lab(Colour(other), seenBy: $0) } }
    func first(_ colour: String) -> (Int, ColourVision)? {
      let own = ColourVision.allCases.map { Lab(Colour(colour), seenBy: $0) }
      for (index, other) in seen.enumerated() {
        for (place, eyes) in ColourVision.allCases.enumerated()
        where own[place].difference(to: other[place]) < leastDifference { return (index, eyes) }
      }
      return nil
    }
    guard let (other, eyes) = first(colour) else { return nil }
    let text = Colour(text)
    let nearest = nearest(to: colour) { first($0) == nil && Colour($0).contrast(to: text) >= contrastOfText }
    return (other, eyes, nearest)
  }

  /// The nearest colour for which `holds` does, looked for in growing steps around `colour`; `nil` where none was found.
  private static func nearest(to colour: String, where holds: (String) -> Bool) -> String? {
    let start = Colour.channels(of: colour)
    let from = Lab(Colour(colour), seenBy: .all)
    for reach in stride(from: 4, through: 252, by: 4) {
      let found = Self.directions.compactMap { direction -> String? in
        let moved = zip(start, direction).map { min(255, max(0, $0 + $1 * reach)) }
        let hex = Colour.hex(moved)
        return holds(hex) ? hex : nil
      }
      let best = found.min {
        from.difference(to: Lab(Colour($0), seenBy: .all)) < from.difference(to: Lab(Colour($1), seenBy: .all))
      }
      if let best { return best }
    }
    return nil
  }

  /// Towards the sides, edges and corners of the cube of colours.
  private static let directions: [[Int]] = [-1, 0, 1].flatMap { red in
    [-1, 0, 1].flatMap { green in [-1, 0, 1].map { [red, green, $0] } }
  }.filter { $0 != [0, 0, 0] }
}

extension Colour {
  /// Red, green and blue from 0 to 255.
  static func channels(of hex: String) -> [Int] {
    [1, 3, 5].map { Int(hex.dropFirst($0).prefix(2), radix: 16) ?? 0 }
  }

  static func hex(_ channels: [Int]) -> String {
    "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
