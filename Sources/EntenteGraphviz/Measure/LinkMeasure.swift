extension Verifier {
  /// What the measure finds about one link, were it drawn otherwise than it is.
  struct Standing: Comparable {
    var faults = 0
    var crossings = 0
    /// How far it is from a short straight line with its label in the middle, in points.
    var detour = 0.0

    static func < (a: Standing, b: Standing) -> Bool {
      (a.faults, a.crossings, a.detour) < (b.faults, b.crossings, b.detour)
    }
  }

  /// How `link`, drawn in the place of link number `place`, would stand among all others.
  func standing(of link: Wire, at place: Int) -> Standing {
    let chains = link.lines.map { $0.flattened() }
    var standing = Standing()
    standing.faults =
      (link.lines.count < 2 ? 1 : 0) + faultsOfLabel(link, at: place)
      + faultsOfLines(link.chains, of: link, at: place)
    standing.crossings = crossings(of: chains, at: place)
    let lengths = link.lines.map(\.length)
    let total = lengths.reduce(0, +)
    standing.detour = total + 40 * bending(of: link)
    if let shortest = lengths.min() { standing.detour += 0.35 * max(0, total / 2 - shortest) }
    return standing
  }

  /// The bends of its lines, and that behind the label.
  private func bending(of link: Wire) -> Double {
    let bends = link.lines.reduce(0) { $0 + $1.bending }
    guard let cosine = RunningMeasure.cosineBehindLabel(link.lines) else { return bends }
    return bends + max(0, (1 - cosine) / 2).squareRoot() * 1.41
  }

  /// Texts and shapes on its label, and others' lines through it.
  private func faultsOfLabel(_ link: Wire, at place: Int) -> Int {
    let boxes = link.isCard ? [link.label] : link.texts
    var faults = 0
    for box in boxes {
      faults += bodies.count { $0.box.overlaps(box) }
      for (other, known) in wires.enumerated() where other != place && known.label.overlaps(box) {
        faults += known.isCard ? 1 : known.texts.count { $0.overlaps(box) }
      }
      faults += lines(through: box).count { $0 != place }
    }
    return faults
  }

  /// Texts and shapes under its lines, and lines along them.
  private func faultsOfLines(_ chains: [[Point]], of link: Wire, at place: Int) -> Int {
    let own = link.isCard ? [link.label.grown(by: -0.5)] : link.texts
    let grid = SegmentGrid(covering: Box(around: chains.joined()) ?? link.label, [chains])
    let reach = Box(around: chains.joined()) ?? link.label
    func isHit(_ box: Box) -> Bool {
      guard box.overlaps(reach) else { return false }
      var hit = false
      grid.near(box) { hit = hit || box.isCrossed(by: grid.segments[$0].start, grid.segments[$0].end) }
      return hit
    }
    var faults = own.count(where: isHit)
    for (other, known) in wires.enumerated() where other != place && known.label.overlaps(reach) {
      let boxes = known.isCard ? [known.label.grown(by: -0.5)] : known.texts
      faults += boxes.count(where: isHit)
    }
    for body in bodies where isHit(body.box) && isFault(link, in: body) { faults += 1 }
    return faults + along.pairs(of: chains, at: place).count
  }

  private func crossings(of chains: [[Point]], at place: Int) -> Int {
    var places: Set<SIMD4<Int32>> = []
    for chain in chains {
      for (start, end) in zip(chain, chain.dropFirst()) {
        let box = SegmentGrid.Segment(line: place, start: start, end: end).box
        grid.near(box) { index in
          let other = grid.segments[index]
          guard other.line != place, let point = crossing(start, end, other.start, other.end) else { return }
          places.insert(SIMD4(Int32(other.line), Int32(point.x / 6), Int32(point.y / 6), 0))
        }
      }
    }
    return places.count
  }
}
