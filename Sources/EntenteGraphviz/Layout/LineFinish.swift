/// Draws the lines of a finished composition once more as a hand would: without sharp turns, through the middle of what they say
/// as one curve, with heads that do not touch, and without long ways round. A line is only changed where that makes no fault.
struct LineFinish {
  private let composer: Composer
  private let links: [Diagram.Link]
  private let labelWidth: Double
  private let positions: [Int: Int]
  private var composition: Composition
  private var verifier: Verifier
  /// The same with labels taken for larger than they are.
  private var wide: Verifier
  private let allowed: Box
  private let care: Effort.Care

  /// How often all lines are gone through: what one gives way to may be better for another.
  private var rounds: Int { care == .thorough ? 2 : 1 }
  /// How far from what others say a line stays: their letters are not everywhere as wide as here.
  private static let clearance = 1.0
  /// How much a line is smoothed, the most first.
  private var smoothings: [Int] { care == .thorough ? [400, 60, 12, 3] : [60, 3] }
  /// Where along the straight way what a line says may stand.
  private static let middles = [0.5, 0.42, 0.58, 0.34, 0.66]

  private init(_ composition: Composition, _ composer: Composer, labelWidth: Double, _ care: Effort.Care) {
    self.care = care
    self.composer = composer
    self.composition = composition
    self.labelWidth = labelWidth
    links = composer.links
    positions = Dictionary(uniqueKeysWithValues: composition.entities.enumerated().map { ($1.entity, $0) })
    verifier = Verifier(composition, links)
    wide = Verifier(composition, links, margin: Self.clearance)
    allowed = composer.target.room(around: composition.box, upTo: 12)
  }

  static func finished(
    _ composition: Composition, _ composer: Composer, labelWidth: Double, _ care: Effort.Care
  ) -> Composition {
    let effort = Effort(entities: composition.entities.count, links: composition.links.count)
    guard effort.leadsLinesAnew else { return composition }
    var finish = LineFinish(composition, composer, labelWidth: labelWidth, care)
    for _ in 0..<finish.rounds {
      let ends = finish.ends()
      var isBetter = false
      for place in finish.composition.links.indices where !composer.patience.isOver {
        if finish.redraw(place, endingAt: ends[place]) { isBetter = true }
      }
      if !isBetter { break }
    }
    return finish.composition
  }

  // MARK: What is better

  /// What is wrong with a link's line: faults first, then crossings and what is hard to read together, then its length.
  private struct Burden: Comparable {
    var faults: Int
    var trouble: Int
    var length: Double

    static func < (a: Burden, b: Burden) -> Bool {
      (a.faults, a.trouble) < (b.faults, b.trouble)
        || (a.faults, a.trouble) == (b.faults, b.trouble) && a.length < b.length
    }
  }

  private func burden(of link: PlacedLink, at place: Int) -> Burden {
    let standing = verifier.standing(of: link.wire(links[link.link]), at: place)
    var trouble = standing.crossings + RunningMeasure.kinks(of: link.lines) + touches(of: link, at: place)
    if isDetour(link) { trouble += RunningMeasure.crossingsOfADetour }
    return Burden(faults: standing.faults, trouble: trouble, length: standing.detour)
  }

  /// What is at fault, or nearly.
  private func nearFaults(of link: PlacedLink, at place: Int) -> Int {
    wide.standing(of: link.wire(links[link.link], margin: Self.clearance), at: place).faults
  }

  /// How many heads of other lines its heads touch.
  private func touches(of link: PlacedLink, at place: Int) -> Int {
    link.arrows.reduce(0) { sum, arrow in
      sum
        + composition.links.enumerated().count { other, known in
          other != place && known.arrows.contains { RunningMeasure.touch(arrow, $0) }
        }
    }
  }

  private func isDetour(_ link: PlacedLink) -> Bool {
    guard let from = entity(links[link.link].first), let to = entity(links[link.link].second) else { return false }
    return RunningMeasure.isDetour(link.lines, between: from.box.centre, to.box.centre)
  }

  /// Whether it could be easier to follow, whatever it crosses.
  private func isRough(_ link: PlacedLink, at place: Int) -> Bool {
    RunningMeasure.kinks(of: link.lines) > 0 || isDetour(link) || touches(of: link, at: place) > 0
  }

  private func entity(_ index: Int) -> PlacedEntity? { positions[index].map { composition.entities[$0] } }

  // MARK: What is tried

  /// Draws one line in other ways, and takes the best; whether that is another.
  private mutating func redraw(_ place: Int, endingAt ends: (first: Point, second: Point)?) -> Bool {
    let old = composition.links[place]
    guard let ends, let from = entity(links[old.link].first), let to = entity(links[old.link].second) else {
      return false
    }
    var best = (burden: burden(of: old, at: place), link: old)
    if best.burden.trouble == 0, ends.first == tip(of: old, at: 0), ends.second == tip(of: old, at: 1) {
      return false
    }
    let oldNearFaults = nearFaults(of: old, at: place)
    let isRead = old.style.isRead(on: old.lines.map(\.length))
    func tries(_ candidate: PlacedLink) {
      guard candidate.lines.count == 2, candidate.arrows.count == old.arrows.count,
        allowed.contains(candidate.box),
        !isRead || candidate.style.isRead(on: candidate.lines.map(\.length))
      else { return }
      let burden = burden(of: candidate, at: place)
      guard (burden.faults, burden.trouble) < (best.burden.faults, best.burden.trouble),
        nearFaults(of: candidate, at: place) <= oldNearFaults
      else { return }
      best = (burden, candidate)
    }
    for candidate in smoothed(old, from, to, ends) where best.burden.trouble > 0 { tries(candidate) }
    if isDetour(best.link) { for candidate in straight(old, from, to) { tries(candidate) } }
    if care == .thorough, isRough(best.link, at: place) {
      for way in Rerouter.ways(for: place, in: composition, composer, labelWidth: labelWidth) {
        guard let first = tip(of: way, at: 0), let second = tip(of: way, at: 1) else { continue }
        for candidate in [way] + smoothed(way, from, to, (first, second)) { tries(candidate) }
      }
    }
    guard best.link != old else { return false }
    composition.links[place] = best.link
    let link = links[best.link.link]
    verifier.replace(place, by: best.link.wire(link))
    wide.replace(place, by: best.link.wire(link, margin: Self.clearance))
    return true
  }

  /// The line with other ends, or its own, and smoothed more or less.
  private func smoothed(
    _ link: PlacedLink, _ from: PlacedEntity, _ to: PlacedEntity, _ ends: (first: Point, second: Point)
  ) -> [PlacedLink] {
    guard let start = tip(of: link, at: 0), let end = tip(of: link, at: 1) else { return [] }
    let middle = link.labelBox.width > 0 ? link.labelBox.centre : nil
    let chain = Chain(
      Curve([Cubic(line: start, link.lines[0].start)] + link.lines[0].pieces), middle,
      Curve(link.lines[1].pieces + [Cubic(line: link.lines[1].end, end)]))
    var moved = chain
    if ends.first != start { moved.move(first: true, to: ends.first, leavingOut: 14) }
    if ends.second != end { moved.move(first: false, to: ends.second, leavingOut: 14) }
    let chains = moved == chain ? [chain] : [moved, chain]
    return chains.flatMap { chain in
      smoothings.map { rounds in
        var chain = chain
        chain.smooth(rounds)
        return composer.draw(
          link.link, from: from, to: to, halves: chain.curves, label: link.labelBox, labelWidth: labelWidth)
      }
    }
  }

  /// The straight line between the two, with what it says somewhere on it.
  private func straight(_ link: PlacedLink, _ from: PlacedEntity, _ to: PlacedEntity) -> [PlacedLink] {
    let (one, other) = (from.box.centre, to.box.centre)
    return Self.middles.map { share in
      let middle = Point.between(one, other, share)
      return composer.draw(
        link.link, from: from, to: to, halves: [Curve(through: [one, middle]), Curve(through: [middle, other])],
        label: Box(centre: middle, size: link.labelBox.size), labelWidth: labelWidth)
    }
  }

  // MARK: Ends

  /// Where a link's line ends at its first or second entity: at the tip of its head, if it has one there.
  private func tip(of link: PlacedLink, at end: Int) -> Point? {
    guard link.lines.count == 2 else { return nil }
    let entity = end == 0 ? links[link.link].first : links[link.link].second
    return link.arrows.first { $0.target == entity }?.tip ?? (end == 0 ? link.lines[0].start : link.lines[1].end)
  }

  /// For each link where its ends had better be; `nil` for what has no two lines, and for loops.
  private func ends() -> [(first: Point, second: Point)?] {
    var ends = composition.links.map { link -> [Point]? in
      guard !links[link.link].isLoop else { return nil }
      return tip(of: link, at: 0).flatMap { first in tip(of: link, at: 1).map { [first, $0] } }
    }
    var byEntity: [Int: [(link: Int, end: Int)]] = [:]
    for (place, link) in composition.links.enumerated() where ends[place] != nil {
      byEntity[links[link.link].first, default: []].append((place, 0))
      byEntity[links[link.link].second, default: []].append((place, 1))
    }
    for (entity, meeting) in byEntity {
      guard let outline = self.entity(entity)?.corners else { continue }
      let apart = EndSpread(outline).apart(meeting.compactMap { ends[$0.link]?[$0.end] })
      for (meet, place) in zip(meeting, apart) { ends[meet.link]?[meet.end] = place }
    }
    return ends.map { $0.map { (first: $0[0], second: $0[1]) } }
  }
}
