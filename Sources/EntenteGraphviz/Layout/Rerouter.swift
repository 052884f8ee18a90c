/// Repairs a composition: finds another way for lines that run through something or along each other, or that take a
/// long way round, and keeps it where the measure says that the picture is better.
struct Rerouter {
  private let composer: Composer
  private let links: [Diagram.Link]
  private let labelWidth: Double
  private var composition: Composition
  private var grid: RoutingGrid
  private var search: WaySearch
  private var verifier: Verifier
  private let allowed: Box

  private static let clearance = 3.0

  init(_ composition: Composition, _ composer: Composer, labelWidth: Double) {
    self.composer = composer
    self.composition = composition
    self.labelWidth = labelWidth
    links = composer.links
    let box = composition.box.grown(by: 24)
    grid = RoutingGrid(covering: box, pitch: Effort.pitch(box.width * box.height))
    search = WaySearch(grid)
    verifier = Verifier(composition, links, margin: Verifier.lettersRoom)
    allowed = composer.target.room(around: composition.box, upTo: 24)
    for (index, entity) in composition.entities.enumerated() {
      grid.close(entity.box.grown(by: Self.clearance), thing: entityThing(index))
    }
    for (index, link) in composition.links.enumerated() {
      grid.close(link.labelBox.grown(by: Self.clearance), thing: labelThing(index))
      link.lines.forEach { grid.count($0.flattened(), by: 1) }
    }
  }

  /// The composition with other ways for its lines, where those are better: for all, or only some.
  static func improved(
    _ composition: Composition, _ composer: Composer, labelWidth: Double, only places: [Int]? = nil
  ) -> Composition {
    var rerouter = Rerouter(composition, composer, labelWidth: labelWidth)
    if let places { rerouter.reroute(places) } else { rerouter.leadAllAnew() }
    return rerouter.composition
  }

  /// Other ways for one line, clear of others as far as each price for them makes it, and whatever others are there, without
  /// asking whether they are better.
  static func ways(
    for place: Int, in composition: Composition, _ composer: Composer, labelWidth: Double
  ) -> [PlacedLink] {
    var rerouter = Rerouter(composition, composer, labelWidth: labelWidth)
    composition.links[place].lines.forEach { rerouter.grid.count($0.flattened(), by: -1) }
    var ways: [PlacedLink] = []
    for aversion in [0] + Effort.aversions {
      rerouter.grid.aversion = aversion
      for kind in Way.allCases {
        ways += rerouter.candidates(kind, for: place).filter { rerouter.isWithinPaper($0) && !ways.contains($0) }
      }
    }
    return ways
  }

  /// Finds other ways for all lines, then for those at fault.
  private mutating func leadAllAnew() {
    // What one line gives way to may be better for another: faults are looked at again and again, the rest once more.
    for _ in 0..<effort.rounds { reroute(Array(composition.links.indices)) }
    if verifier.faultyLinks().count > effort.mostFaulty { return }
    for aversion in Effort.aversions {
      grid.aversion = aversion
      for _ in 0..<2 {
        let faulty = verifier.faultyLinks().sorted()
        if faulty.isEmpty { return }
        // At the same price, the same would be found again.
        if !reroute(faulty) { break }
      }
    }
  }

  /// Notes the line that a link has from now on.
  private mutating func take(_ link: PlacedLink, insteadOf old: PlacedLink, at place: Int) {
    link.lines.forEach { grid.count($0.flattened(), by: 1) }
    guard link != old else { return }
    composition.links[place] = link
    grid.open(old.labelBox.grown(by: Self.clearance), thing: labelThing(place))
    grid.close(link.labelBox.grown(by: Self.clearance), thing: labelThing(place))
    verifier.replace(place, by: wire(of: link))
  }

  private var effort: Effort { Effort(entities: composition.entities.count, links: composition.links.count) }

  private func entityThing(_ index: Int) -> Int { index + 1 }
  private func labelThing(_ index: Int) -> Int { composition.entities.count + index + 1 }

  /// Tries other ways for these links, one after the other; whether any was better.
  @discardableResult
  private mutating func reroute(_ places: [Int]) -> Bool {
    var isBetter = false
    // What was found when nobody waits any more is not looked at.
    for place in places where !composer.patience.isOver {
      let old = composition.links[place]
      var best = (standing: standing(of: old, at: place), link: old)
      if isGoodEnough(best.standing, old) { continue }
      old.lines.forEach { grid.count($0.flattened(), by: -1) }
      // In a small picture all are compared; in a large one a good one will do.
      for way in Way.allCases where effort.comparesAllWays || !isGoodEnough(best.standing, best.link) {
        for candidate in candidates(way, for: place) where isWithinPaper(candidate) {
          let standing = standing(of: candidate, at: place)
          if standing < best.standing { best = (standing, candidate) }
        }
      }
      if best.link != old { isBetter = true }
      take(best.link, insteadOf: old, at: place)
    }
    return isBetter
  }

  private func standing(of link: PlacedLink, at place: Int) -> Verifier.Standing {
    verifier.standing(of: wire(of: link), at: place)
  }

  private func wire(of link: PlacedLink) -> Verifier.Wire {
    link.wire(links[link.link], margin: Verifier.lettersRoom)
  }

  /// Whether there is nothing to gain: the line is clear of all others and hardly longer than a straight one.
  private func isGoodEnough(_ standing: Verifier.Standing, _ link: PlacedLink) -> Bool {
    guard standing.faults == 0, standing.crossings == 0 else { return false }
    guard let start = link.lines.first?.start, let end = link.lines.last?.end else { return false }
    return standing.detour < 1.25 * start.distance(to: end) + 12
  }

  /// Whether the link leaves the picture on the sheet that it is on.
  private func isWithinPaper(_ link: PlacedLink) -> Bool {
    allowed.contains(link.box)
  }

  /// How another way for a link is looked for.
  private enum Way: CaseIterable {
    /// Past its label where it stands.
    case pastLabel
    /// From end to end, and the label put on the way.
    case free
  }

  private mutating func candidates(_ kind: Way, for place: Int) -> [PlacedLink] {
    let old = composition.links[place]
    let link = links[old.link]
    guard
      let first = composition.entities.firstIndex(where: { $0.entity == link.first }),
      let second = composition.entities.firstIndex(where: { $0.entity == link.second })
    else { return [] }
    let (from, to) = (composition.entities[first], composition.entities[second])
    if link.isLoop { return kind == .free ? loops(at: place, of: from) : [] }
    let label = labelThing(place)
    switch kind {
    case .pastLabel:
      // What says nothing need not pass anywhere.
      guard old.labelBox.width > 0 else { return [] }
      guard
        let before = way(from.box.centre, old.labelBox.centre, [entityThing(first), label]),
        let after = way(old.labelBox.centre, to.box.centre, [entityThing(second), label])
      else { return [] }
      return [
        composer.draw(
          old.link, from: from, to: to, halves: [before, after], label: old.labelBox, labelWidth: labelWidth)
      ]
    case .free:
      grid.open(old.labelBox.grown(by: Self.clearance), thing: label)
      defer { grid.close(old.labelBox.grown(by: Self.clearance), thing: label) }
      guard
        let whole = way(from.box.centre, to.box.centre, [entityThing(first), entityThing(second)]),
        let (halves, box) = placeLabel(of: old.labelBox.size, on: whole, from: from, to: to)
      else { return [] }
      return [composer.draw(old.link, from: from, to: to, halves: halves, label: box, labelWidth: labelWidth)]
    }
  }

  /// A loop's label at other places around its entity.
  private mutating func loops(at place: Int, of entity: PlacedEntity) -> [PlacedLink] {
    let old = composition.links[place]
    let (box, size) = (entity.box, old.labelBox.size)
    let away = Size(box.width / 2 + size.width / 2 + 13, box.height / 2 + size.height / 2 + 13)
    var centres: [Point] = []
    for share in [0, -0.5, 0.5, -1, 1] {
      centres += [-1, 1].map { Point(box.centre.x + share * box.width / 2, box.centre.y + $0 * away.height) }
      centres += [-1, 1].map { Point(box.centre.x + $0 * away.width, box.centre.y + share * box.height / 2) }
    }
    grid.open(old.labelBox.grown(by: Self.clearance), thing: labelThing(place))
    defer { grid.close(old.labelBox.grown(by: Self.clearance), thing: labelThing(place)) }
    return centres.map { Box(centre: $0, size: size) }.filter { grid.isFree($0.grown(by: 1)) }.map {
      composer.draw(old.link, from: entity, to: entity, halves: [], label: $0, labelWidth: labelWidth)
    }
  }

  private mutating func way(_ start: Point, _ end: Point, _ things: [Int]) -> Curve? {
    let own = RoutingGrid.Own(things)
    return search.way(on: grid, from: start, to: end, own: own).map { grid.smooth($0, own: own) }
  }

  /// The free place nearest to the middle of what is seen of the way, and the two halves of the way from there.
  private func placeLabel(
    of size: Size, on way: Curve, from: PlacedEntity, to: PlacedEntity
  ) -> (halves: [Curve], box: Box)? {
    let places = way.pieces.indices.flatMap { piece in [0.25, 0.75].map { (piece: piece, t: $0) } }
    let seen = places.filter {
      let point = way.pieces[$0.piece].point(at: $0.t)
      return !from.box.contains(point) && !to.box.contains(point)
    }
    let middle = seen.count / 2
    for offset in seen.indices.map({ $0 % 2 == 0 ? middle + $0 / 2 : middle - ($0 + 1) / 2 })
    where seen.indices.contains(offset) {
      let (piece, t) = seen[offset]
      let box = Box(centre: way.pieces[piece].point(at: t), size: size)
      guard grid.isFree(box.grown(by: Self.clearance)) else { continue }
      let (before, after) = way.pieces[piece].split(at: t)
      return (
        [Curve(way.pieces[..<piece] + [before]), Curve([after] + way.pieces[(piece + 1)...])], box
      )
    }
    return nil
  }
}
