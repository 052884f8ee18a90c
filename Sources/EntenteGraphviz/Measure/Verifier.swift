/// Measures the finished geometry of a picture.
///
/// It knows nothing of how the picture came about: it takes the places of shapes, lines and texts as they will be
/// painted and counts what lies over what.
struct Verifier {
  let bodies: [Body]
  private(set) var wires: [Wire]
  private let page: Box?
  private let loose: [Box]
  private let lettersMissing: Int
  private(set) var grid: SegmentGrid
  private let outlines: [Int: Outline]

  /// What lines may not run through: an entity's shape, or a hub's card.
  struct Body {
    /// The number by which wires know it.
    let number: Int
    let box: Box
    let outline: [Point]
    let texts: [Box]
  }

  /// A polygon, and the room that it takes.
  struct Outline {
    let corners: [Point]
    let box: Box

    fileprivate init?(_ corners: [Point]) {
      guard let box = Box(around: corners) else { return nil }
      (self.corners, self.box) = (corners, box)
    }
  }

  /// A line between two bodies, and what it says.
  struct Wire {
    let first: Int
    let second: Int
    var lines: [Curve]
    /// All of it that is painted over what lies there, as chains of points: lines, heads, and the strokes across them.
    var chains: [[Point]]
    /// Of its stroke, in points.
    var width: Double
    /// The room of what it says.
    var label: Box
    /// Whether that has a frame.
    var isCard: Bool
    var texts: [Box]
  }

  /// Measures what is not on a page yet.
  init(_ bodies: [Body], _ wires: [Wire]) { self.init(bodies, wires, page: nil, loose: []) }

  /// Measures a whole page.
  init(_ list: DisplayList) {
    let found = Measured(list)
    let page = Box(left: 0, top: 0, right: list.size.width, bottom: list.size.height)
    self.init(found.bodies, found.wires, page: page, loose: found.loose, lettersMissing: found.lettersMissing)
  }

  private init(_ bodies: [Body], _ wires: [Wire], page: Box?, loose: [Box], lettersMissing: Int = 0) {
    self.lettersMissing = lettersMissing
    self.bodies = bodies
    self.wires = wires
    self.page = page
    self.loose = loose
    let chains = wires.map(\.chains)
    let boxes = chains.joined().compactMap { Box(around: $0) } + bodies.map(\.box) + wires.map(\.label)
    let all = boxes.dropFirst().reduce(boxes.first ?? Box(centre: .zero, size: .zero)) { $0.union($1) }
    grid = SegmentGrid(covering: all, chains)
    outlines = Dictionary(
      bodies.compactMap { body in Outline(body.outline).map { (body.number, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Measures another line in the place of one.
  mutating func replace(_ place: Int, by wire: Wire) {
    wires[place] = wire
    grid = grid.with(wires.map(\.chains))
  }

  func quality() -> Quality {
    var faults = Faults()
    faults.textOnText = textOnText()
    faults.lineThroughText = lineThroughText()
    faults.lineThroughShape = lineThroughShape()
    faults.linesAlong = along.pairs().count
    faults.shapeOnShape = shapeOnShape()
    faults.textOutside = textOutside()
    faults.letterMissing = lettersMissing
    faults.lineMissing = wires.count { $0.lines.count < 2 }
    return Quality(faults: faults, crossings: crossings())
  }

  /// The numbers of links whose line is at fault.
  func faultyLinks() -> Set<Int> {
    var faulty: Set<Int> = []
    for (index, wire) in wires.enumerated() where wire.lines.count < 2 { faulty.insert(index) }
    forEachLineThroughText { line, _ in faulty.insert(line) }
    forEachLineThroughShape { faulty.insert($0) }
    for pair in along.pairs() {
      faulty.insert(pair.0)
      faulty.insert(pair.1)
    }
    return faulty
  }

  var along: AlongMeasure { AlongMeasure(wires: wires, outlines: outlines, grid: grid) }

  // MARK: Texts

  /// Every text's box.
  private var texts: [Box] {
    bodies.flatMap(\.texts) + wires.flatMap(\.texts) + loose
  }

  private func textOnText() -> Int { Self.overlaps(texts) }

  /// Pairs of boxes that overlap, found by going through them from left to right.
  private static func overlaps(_ boxes: [Box]) -> Int {
    let sorted = boxes.sorted { ($0.left, $0.top, $0.right) < ($1.left, $1.top, $1.right) }
    var count = 0
    for (index, box) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.left >= box.right { break }
        if box.overlaps(other) { count += 1 }
      }
    }
    return count
  }

  private func lineThroughText() -> Int {
    var count = 0
    forEachLineThroughText { _, _ in count += 1 }
    return count
  }

  private func forEachLineThroughText(_ body: (Int, Int) -> Void) {
    for (index, box) in texts.enumerated() {
      for line in lines(through: box) { body(line, index) }
    }
  }

  /// The numbers of links with a line through the inside of `box`.
  func lines(through box: Box) -> Set<Int> {
    var found: Set<Int> = []
    grid.near(box) { index in
      let segment = grid.segments[index]
      if !found.contains(segment.line), box.isCrossed(by: segment.start, segment.end) { found.insert(segment.line) }
    }
    return found
  }

  private func textOutside() -> Int {
    var count = 0
    for body in bodies {
      count += body.texts.count { text in !text.corners.allSatisfy { isInside($0, body.outline) } }
    }
    for wire in wires where wire.isCard { count += wire.texts.count { !wire.label.contains($0) } }
    guard let page else { return count }
    count += texts.count { !page.contains($0) } + bodies.count { !page.contains($0.box) }
    count += wires.joined(\.chains).count { !$0.allSatisfy { page.grown(by: 0.01).contains($0) } }
    return count
  }

  // MARK: Shapes

  private func shapeOnShape() -> Int {
    let cards = wires.filter(\.isCard).map(\.label)
    let labels = wires.filter { !$0.isCard }.flatMap(\.texts) + loose
    let shapes = bodies.map(\.box) + cards
    return Self.overlaps(shapes + labels) - Self.overlaps(labels)
  }

  private func lineThroughShape() -> Int {
    var count = 0
    forEachLineThroughShape { _ in count += 1 }
    return count
  }

  private func forEachLineThroughShape(_ body: (Int) -> Void) {
    for thing in bodies {
      for line in lines(through: thing.box) where isFault(wires[line], in: thing) { body(line) }
    }
    for wire in wires where wire.isCard {
      // Its own line, too, ends at its frame.
      for line in lines(through: wire.label.grown(by: -0.5)) { body(line) }
    }
  }

  /// Whether a line is where it should not be: within another thing, or through one of its own, at whose edge it ends.
  func isFault(_ wire: Wire, in thing: Body) -> Bool {
    wire.joins(thing.number)
      ? stretch(of: wire, deepIn: thing) > Self.ownStretch : passes(wire.chains, thing.outline)
  }

  /// How deep within its own thing a line must not be, and for how long.
  private static let ownEdge = 3.0
  private static let ownStretch = 8.0

  /// How long a line is within its own thing, but for the edge.
  private func stretch(of wire: Wire, deepIn thing: Body) -> Double {
    let inside = thing.box.grown(by: -Self.ownEdge)
    var length = 0.0
    for chain in wire.lines.map({ $0.flattened() }) {
      for (start, end) in zip(chain, chain.dropFirst()) where inside.isCrossed(by: start, end) {
        let steps = max(1, Int(start.distance(to: end).rounded(.up)))
        let deep = (0..<steps).count { step in
          let point = Point.between(start, end, (Double(step) + 0.5) / Double(steps))
          return isInside(point, thing.outline)
            && thing.outline.sides.allSatisfy { point.distance(toSegment: $0, $1) > Self.ownEdge }
        }
        length += start.distance(to: end) * Double(deep) / Double(steps)
      }
    }
    return length
  }

  /// In how many places a line is so long within its own thing: tests ask where a few points decide.
  func ownStretches(longerThan limit: Double) -> Int {
    bodies.reduce(0) { sum, thing in
      sum + wires.count { $0.joins(thing.number) && stretch(of: $0, deepIn: thing) > limit }
    }
  }

  /// Whether one of the chains enters the polygon.
  func passes(_ chains: [[Point]], _ outline: [Point]) -> Bool {
    chains.contains { chain in
      chain.contains { isInside($0, outline) }
        || zip(chain, chain.dropFirst()).contains { a, b in
          outline.sides.contains { crossing(a, b, $0, $1) != nil }
        }
    }
  }

  // MARK: Lines

  private func crossings() -> Int {
    var pairs: Set<SIMD4<Int32>> = []
    for (index, segment) in grid.segments.enumerated() {
      grid.near(segment.box) { other in
        guard other > index else { return }
        let second = grid.segments[other]
        guard second.line != segment.line,
          let place = crossing(segment.start, segment.end, second.start, second.end)
        else { return }
        let (a, b) = (min(segment.line, second.line), max(segment.line, second.line))
        pairs.insert(SIMD4(Int32(a), Int32(b), Int32(place.x / 6), Int32(place.y / 6)))
      }
    }
    return pairs.count
  }
}

extension Verifier.Wire {
  func joins(_ number: Int) -> Bool { first == number || second == number }
}

extension Array {
  fileprivate func joined<T>(_ part: (Element) -> [T]) -> [T] { flatMap(part) }
}
