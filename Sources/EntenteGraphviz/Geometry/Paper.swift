/// A sheet of paper (ISO 216), upright or across.
struct Paper: Hashable, Sendable {
  enum Format: Int, Hashable, Sendable, CaseIterable, Comparable {
    case a4 = 4
    case a3 = 3
    case a2 = 2
    case a1 = 1

    /// The smaller sheet is less.
    static func < (a: Format, b: Format) -> Bool { a.rawValue > b.rawValue }

    /// Upright, in points.
    var size: Size {
      let millimetres =
        switch self {
        case .a4: Size(210, 297)
        case .a3: Size(297, 420)
        case .a2: Size(420, 594)
        case .a1: Size(594, 841)
        }
      return Size(millimetres.width * Paper.millimetre, millimetres.height * Paper.millimetre)
    }
  }

  let format: Format
  let isAcross: Bool

  static let millimetre = 72 / 25.4
  /// What printers leave white at each edge, in points.
  static let margin = 10 * millimetre

  var size: Size { isAcross ? Size(format.size.height, format.size.width) : format.size }

  /// The room within the margins.
  var room: Size { Size(size.width - 2 * Self.margin, size.height - 2 * Self.margin) }

  /// For a message: `A3, across`.
  var name: String { "A\(format.rawValue), \(isAcross ? "across" : "upright")" }

  func holds(_ size: Size) -> Bool { size.width <= room.width && size.height <= room.height }

  /// All sheets, the smallest first.
  static let all = Format.allCases.flatMap { [Paper(format: $0, isAcross: false), Paper(format: $0, isAcross: true)] }

  /// What title, legend and margins add to a drawing, about.
  static let surroundings = Size(16, 100)

  /// Which sheet a picture of this size needs, as a number: 0 for A4, 3 for A1, and on in steps of the same proportion for
  /// what is on no sheet.
  static func step(for size: Size) -> Double {
    if let sheet = smallest(for: size) { return 4 - Double(sheet.format.rawValue) }
    let rooms = [false, true].map { Paper(format: .a1, isAcross: $0).room }
    let scale = rooms.map { max(size.width / $0.width, size.height / $0.height) }.min() ?? 1
    var step = 4.0
    var reach = 2.0.squareRoot()
    while scale > reach {
      step += 1
      reach *= 2.0.squareRoot()
    }
    return step
  }

  /// Whether it is longer than 2.2 times its width: no sheet is, and no page has a place for it.
  static func isStrip(_ drawing: Size) -> Bool {
    max(drawing.width, drawing.height) > 2.2
      * min(drawing.width + surroundings.width, drawing.height + surroundings.height)
  }

  /// The same for a drawing with what surrounds it.
  static func step(around drawing: Size) -> Double {
    step(for: Size(drawing.width + surroundings.width, drawing.height + surroundings.height))
  }

  /// How far a drawing may grow, at most by `margin` to each side, without needing a larger sheet.
  static func room(around box: Box, upTo margin: Double) -> Box {
    let grown = box.grown(by: margin)
    return step(around: grown.size) == step(around: box.size) ? grown : box
  }

  /// The smallest sheet that holds a picture of this size; `nil` when none up to A1 does.
  static func smallest(for size: Size) -> Paper? { all.first { $0.holds(size) } }
}
