/// What a drawing is to fit: sheets, a column, a proportion. Lengths are points of the drawing, whose smallest text has 9.
struct Target: Hashable, Sendable {
  /// The rooms of the sheets, of which any will do; none where no sheet was asked for.
  var rooms: [Size] = []
  /// How wide the page is, exactly.
  var width: Double?
  /// Its width for each unit of its height.
  var aspect: Double?
  /// What stands around a drawing on its page: title, legend, margins.
  var surroundings = Paper.surroundings

  /// No more than the smallest sheet that will do.
  static let any = Target()

  var isAny: Bool { rooms.isEmpty && width == nil && aspect == nil }

  /// The page on which something of this size is: as wide as asked for, and in the proportion.
  func page(for size: Size) -> Size {
    var page = size
    if let width { page.width = max(width, page.width) }
    guard let aspect else { return page }
    return page.width > page.height * aspect
      ? Size(page.width, page.width / aspect) : Size(page.height * aspect, page.height)
  }

  /// By how much a page is too large, as a part of what there is; 0 where it fits.
  func excess(of size: Size) -> Double {
    let page = page(for: size)
    var excess = 0.0
    if let width { excess = page.width / width - 1 }
    if !rooms.isEmpty {
      let sheet = rooms.map { max(page.width / $0.width, page.height / $0.height) }.min() ?? 1
      excess = max(excess, sheet - 1)
    }
    // What is as large as it should be, but for the last digit, fits.
    return excess > 1e-9 ? excess : 0
  }

  /// Which sheet a page of this size needs, as ``Paper/step(for:)`` counts; where one was asked for, 0 if it fits, and the
  /// more the larger it is.
  func step(for size: Size) -> Double {
    if rooms.isEmpty, width == nil { return Paper.step(for: page(for: size)) }
    let excess = excess(of: size)
    return excess > 0 ? 1 + excess : 0
  }

  /// The same for a drawing with what surrounds it.
  func step(around drawing: Size) -> Double { step(for: surrounded(drawing)) }

  /// How much of a page a drawing takes: the page around it where its width or its proportion is given.
  func area(of drawing: Size) -> Double {
    if width == nil, aspect == nil { return drawing.width * drawing.height }
    let page = page(for: surrounded(drawing))
    return page.width * page.height
  }

  /// Whether the drawing has a shape that no page has a place for; what fits what was asked for has none.
  func isStrip(_ drawing: Size) -> Bool { isAny && Paper.isStrip(drawing) }

  /// What a shape costs, the dearest first: the sheet, whether it is a strip, and the room.
  func cost(of drawing: Size) -> [Double] {
    [step(around: drawing), isStrip(drawing) ? 1 : 0, area(of: drawing)]
  }

  /// How far a drawing may grow, at most by `margin` to each side, without fitting less.
  func room(around box: Box, upTo margin: Double) -> Box {
    let grown = box.grown(by: margin)
    return step(around: grown.size) == step(around: box.size) ? grown : box
  }

  /// The widths into which the parts of a drawing may be packed, for parts of so much area together.
  func packingWidths(area: Double) -> [Double] {
    if let width { return [width - Paper.surroundings.width] }
    let factors = [0.9, 1.0, 1.1, 1.25, 1.45]
    if rooms.isEmpty, let aspect { return factors.map { (area * aspect).squareRoot() * $0 } }
    return (rooms.isEmpty ? Paper.all.map(\.room) : rooms).flatMap { room in
      let side = (area * (aspect ?? room.width / room.height)).squareRoot()
      return factors.map { min(room.width - 24, side * $0) }
    }
  }

  private func surrounded(_ drawing: Size) -> Size {
    Size(drawing.width + surroundings.width, drawing.height + surroundings.height)
  }
}
