/// Measures the finished geometry of a picture.
///
/// It knows nothing of how the picture came about: it takes the places of shapes, lines and texts as they will be
/// painted and counts what lies over what.
struct Verifier {
  let entities: [PlacedEntity]
  let links: [PlacedLink]
  /// The entities at the ends of each link.
  let ends: [(Int, Int)]
  private let page: Box?
  private let loose: [TextRun]

  /// What is painted of every link's line as chains of points; a line's number is its link's place in the picture.
  private let chains: [[[Point]]]
  let grid: SegmentGrid
  let outlines: [[Point]]

  /// Measures a composition that is not on a page yet.
  init(_ composition: Composer.Composition, _ links: [Diagram.Link]) {
    self.init(entities: composition.entities, links: composition.links, diagramLinks: links, page: nil, loose: [])
  }

  /// Measures a whole page.
  init(_ picture: Scene) {
    let page = Box(left: 0, top: 0, right: picture.size.width, bottom: picture.size.height)
    self.init(
      entities: picture.entities, links: picture.links, diagramLinks: picture.diagram.links, page: page,
      loose: picture.frames.flatMap(\.notes) + picture.heading + picture.legend.map(\.text) + picture.caption)
  }

  private init(
    entities: [PlacedEntity], links: [PlacedLink], diagramLinks: [Diagram.Link], page: Box?, loose: [TextRun]
  ) {
    self.entities = entities
    self.links = links
    self.page = page
    self.loose = loose
    ends = links.map { (diagramLinks[$0.link].first, diagramLinks[$0.link].second) }
    outlines = entities.map(\.corners)
    chains = links.map(\.chains)
    let boxes = chains.joined().compactMap { Box(around: $0) } + entities.map(\.box) + links.map(\.labelBox)
    let all = boxes.dropFirst().reduce(boxes.first ?? Box(centre: .zero, size: .zero)) { $0.union($1) }
    grid = SegmentGrid(covering: all, chains)
  }

  func quality() -> Quality {
    var faults = Faults()
    faults.textOnText = textOnText()
    faults.lineThroughText = lineThroughText()
    faults.lineThroughShape = lineThroughShape()
    faults.linesAlong = along.pairs().count
    faults.shapeOnShape = shapeOnShape()
    faults.textOutside = textOutside()
    faults.lineMissing = links.count { $0.lines.count < 2 }
    return Quality(faults: faults, crossings: crossings())
  }

  /// The numbers of links whose line is at fault.
  func faultyLinks() -> Set<Int> {
    var faulty: Set<Int> = []
    for (index, link) in links.enumerated() where link.lines.count < 2 { faulty.insert(index) }
    forEachLineThroughText { line, _ in faulty.insert(line) }
    forEachLineThroughShape { faulty.insert($0) }
    for pair in along.pairs() {
      faulty.insert(pair.0)
      faulty.insert(pair.1)
    }
    return faulty
  }

  var along: AlongMeasure {
    AlongMeasure(
      links: links, ends: ends, outlines: Dictionary(uniqueKeysWithValues: zip(entities.map(\.entity), outlines)),
      grid: grid)
  }

  // MARK: Texts

  /// Every text's box, each with a number for what it belongs to: texts of one thing may stand close together.
  private var texts: [Box] {
    entities.flatMap { $0.allTexts.map(\.box) } + links.flatMap { $0.rows.flatMap { $0.texts.map(\.box) } }
      + loose.map(\.box)
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
    for (entity, outline) in zip(entities, outlines) {
      count += entity.allTexts.count { text in !text.box.corners.allSatisfy { isInside($0, outline) } }
    }
    for link in links where link.isCard {
      count += link.rows.joined(\.texts).count { !link.labelBox.contains($0.box) }
    }
    guard let page else { return count }
    count += texts.count { !page.contains($0) } + entities.count { !page.contains($0.box) }
    count += chains.joined().count { !$0.allSatisfy { page.grown(by: 0.01).contains($0) } }
    return count
  }

  // MARK: Shapes

  private func shapeOnShape() -> Int {
    let cards = links.filter(\.isCard).map(\.labelBox)
    let labels = links.filter { !$0.isCard }.flatMap { $0.rows.flatMap { $0.texts.map(\.box) } }
    let shapes = entities.map(\.box) + cards
    return Self.overlaps(shapes + labels) - Self.overlaps(labels)
  }

  private func lineThroughShape() -> Int {
    var count = 0
    forEachLineThroughShape { _ in count += 1 }
    return count
  }

  private func forEachLineThroughShape(_ body: (Int) -> Void) {
    for (entity, outline) in zip(entities, outlines) {
      for line in lines(through: entity.box)
      where ends[line].0 != entity.entity && ends[line].1 != entity.entity && passes(chains[line], outline) {
        body(line)
      }
    }
    for link in links where link.isCard {
      // Its own line, too, ends at its frame.
      for line in lines(through: link.labelBox.grown(by: -0.5)) { body(line) }
    }
  }

  /// Whether one of the chains enters the polygon.
  func passes(_ chains: [[Point]], _ outline: [Point]) -> Bool {
    chains.contains { chain in
      chain.contains { isInside($0, outline) }
        || zip(chain, chain.dropFirst()).contains { a, b in
          zip(outline, outline.dropFirst() + outline.prefix(1)).contains { crossing(a, b, $0, $1) != nil }
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

extension Array {
  fileprivate func joined<T>(_ part: (Element) -> [T]) -> [T] { flatMap(part) }
}
