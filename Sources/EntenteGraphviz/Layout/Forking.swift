/// Lets equal relations of an entity share a trunk, which says it once and parts where their ways do, as far as that loses
/// nothing: no line is at fault, none crosses more, and all is as near as it was.
struct Forking {
  private(set) var composition: Composition
  private(set) var composer: Composer
  private let labelWidth: Double

  /// How far from the way to the first of those the way to each may be to whom a trunk leads: the cosine of that angle.
  private static let leastCosine = 0.77
  /// How much longer the way to one of them may become.
  private static let longerWay = 1.15
  /// Where on the way to the middle of those the trunk may part, beside where they say it now.
  private static let places = [0.5, 0.4, 0.6]

  static func forked(_ composition: Composition, _ composer: Composer, labelWidth: Double) throws -> Forking {
    var forking = Forking(composition: composition, composer: composer, labelWidth: labelWidth)
    let effort = Effort(entities: composition.entities.count, links: composition.links.count)
    guard effort.leadsLinesAnew else { return forking }
    for likes in forking.candidates() {
      try composer.patience.check()
      forking.fork(likes)
    }
    return forking
  }

  // MARK: What may share a trunk

  /// Equal relations that say something on a line of their own, and lead the same way.
  private func candidates() -> [Diagram.Likes] {
    let diagram = composer.diagram
    let own = composition.links.filter { !$0.isCard && $0.labelBox.width > 0 }.flatMap { $0.rows.map(\.relation) }
    var taken: Set<Int> = []
    return diagram.likes(among: own.filter { !diagram.relations[$0].saysStatus }.sorted()).flatMap { likes in
      let free = likes.relations.filter { !taken.contains($0) }
      let ways = sameWay(free, from: likes.shared)
      ways.forEach { taken.formUnion($0) }
      return ways.map { Diagram.Likes(shared: likes.shared, relations: $0) }
    }
  }

  /// The relations in groups of those that lead much the same way, each of two at least.
  private func sameWay(_ relations: [Int], from entity: Int) -> [[Int]] {
    guard let start = box(of: entity)?.centre else { return [] }
    var groups: [(way: Point, relations: [Int])] = []
    for relation in relations {
      guard let end = box(of: other(than: entity, relation))?.centre else { continue }
      let way = (end - start).unit
      if let place = groups.firstIndex(where: { $0.way.dot(way) > Self.leastCosine }) {
        groups[place].relations.append(relation)
      } else {
        groups.append((way, [relation]))
      }
    }
    return groups.map(\.relations).filter { $0.count > 1 }
  }

  private func other(than entity: Int, _ relation: Int) -> Int {
    composer.diagram.relations[relation].other(than: entity)
  }

  private func box(of entity: Int) -> Box? { composition.entities.first { $0.entity == entity }?.box }

  // MARK: Sharing it

  /// Gives these a trunk, if there is a place for it to part where nothing is lost.
  private mutating func fork(_ likes: Diagram.Likes) {
    let known = Standing(of: composition, composer, ways: ways(of: likes, composition, composer))
    let forked = composer.composing(composer.diagram.forked(likes))
    var best: (standing: Standing, composition: Composition)?
    let own = composition.links.indices.filter { composition.links[$0].isOf(likes) }
    for place in places(for: likes) {
      let drawn = drawn(likes, own, by: forked, partingAt: place)
      let led = Rerouter.improved(drawn, forked, labelWidth: labelWidth, only: own + [drawn.links.count - 1])
      let standing = Standing(of: led, forked, ways: ways(of: likes, led, forked))
      if standing.losesNothing(of: known), best.map({ standing < $0.standing }) ?? true { best = (standing, led) }
    }
    guard let best else { return }
    composition = best.composition
    composer = forked
  }

  /// Where the trunk may part: where one of them says now what it will, or on the way to the middle of all.
  private func places(for likes: Diagram.Likes) -> [Point] {
    guard let start = box(of: likes.shared)?.centre else { return [] }
    let ends = likes.relations.compactMap { box(of: other(than: likes.shared, $0))?.centre }
    let middle = ends.reduce(.zero) { $0 + $1 } * (1 / Double(max(1, ends.count)))
    let labels = composition.links.filter { $0.isOf(likes) }.map(\.labelBox.centre)
    return labels + Self.places.map { .between(start, middle, $0) }
  }

  /// The composition with straight lines from a place to all whom it concerns, in place of theirs.
  private func drawn(
    _ likes: Diagram.Likes, _ places: [Int], by forked: Composer, partingAt place: Point
  ) -> Composition {
    var drawn = composition
    let fork = forked.diagram.entities.count - 1
    let face = EntityFace(fork, forked, width: labelWidth)
    drawn.entities.append(face.placed(fork, in: Box(centre: place, size: face.size)))
    let links = forked.links
    for (place, link) in places.map({ ($0, composition.links[$0].link) }) + [(drawn.links.count, links.count - 1)] {
      guard let from = drawn.entities.first(where: { $0.entity == links[link].first }),
        let to = drawn.entities.first(where: { $0.entity == links[link].second })
      else { continue }
      let (before, after) = Curve(through: [from.box.centre, to.box.centre]).halves
      let line = forked.draw(
        link, from: from, to: to, halves: [before, after], label: Box(centre: before.end, size: .zero),
        labelWidth: labelWidth)
      if place < drawn.links.count { drawn.links[place] = line } else { drawn.links.append(line) }
    }
    return drawn
  }

  /// How long the way of each of them is from end to end.
  private func ways(of likes: Diagram.Likes, _ composition: Composition, _ composer: Composer) -> [Double] {
    func length(_ relation: Int) -> Double {
      composition.links.first { $0.rows.first?.relation == relation }.map { link in
        link.lines.reduce(0) { $0 + $1.length } + link.arrows.reduce(0) { $0 + $1.tip.distance(to: $1.base) }
      } ?? 0
    }
    let fork = composer.diagram.relations[likes.relations[0]].fork
    // The trunk is the last, and what is said stands in the gap between it and each branch.
    let trunk = fork == nil ? 0 : length(composer.diagram.relations.count - 1)
    return likes.relations.map { trunk + length($0) }
  }

  /// What is lost or gained.
  private struct Standing {
    let quality: Quality
    let detours: Int
    let kinks: Int
    /// How many lines are too short to show their status.
    let unread: Int
    let ink: Double
    let ways: [Double]

    init(of composition: Composition, _ composer: Composer, ways: [Double]) {
      let links = composer.links
      quality = Verifier(composition, links).quality()
      detours = composition.detours(links)
      kinks = composition.links.reduce(0) { $0 + RunningMeasure.kinks(of: $1.lines) }
      unread = composition.links.count { !$0.isCard && !$0.style.isRead(on: $0.lines.map(\.length)) }
      ink = composition.links.flatMap(\.lines).reduce(0) { $0 + $1.length }
      self.ways = ways
    }

    static func < (a: Standing, b: Standing) -> Bool {
      (a.quality.crossings, a.kinks, a.ink) < (b.quality.crossings, b.kinks, b.ink)
    }

    func losesNothing(of known: Standing) -> Bool {
      quality.faults.total <= known.quality.faults.total && quality.crossings <= known.quality.crossings
        && detours <= known.detours && kinks <= known.kinks && unread <= known.unread && ink < known.ink
        && zip(ways, known.ways).allSatisfy { $0 <= Forking.longerWay * $1 }
    }
  }
}

extension PlacedLink {
  /// Whether it is the line of one of these.
  fileprivate func isOf(_ likes: Diagram.Likes) -> Bool {
    rows.first.map { likes.relations.contains($0.relation) } ?? false
  }
}
