/// Finds lines that run along each other, so close that a reader takes them for one.
///
/// Closer than 1 pt from stroke to stroke, for more than 16 pt; for two lines that share an end, for more than 30 pt and
/// a third of the shorter one, not counting the 12 pt nearest to that end's outline, where they have to meet.
struct AlongMeasure {
  let wires: [Verifier.Wire]
  let outlines: [Int: [Point]]
  let grid: SegmentGrid

  private static let clearance = 1.0
  private static let limit = 16.0
  private static let sharedLimit = 30.0
  private static let sharedRoom = 12.0

  /// The pairs, each as two places in the list of links.
  func pairs() -> [(Int, Int)] {
    var close: [Pair: (first: Double, second: Double)] = [:]
    for segment in grid.segments {
      for other in neighbours(of: segment) {
        let second = grid.segments[other]
        let shared = self.shared(segment.line, second.line)
        let length = closeLength(segment, second, shared: shared)
        guard length > 0 else { continue }
        let isFirst = segment.line < second.line
        let pair = Pair(first: min(segment.line, second.line), second: max(segment.line, second.line))
        close[pair, default: (0, 0)].first += isFirst ? length : 0
        close[pair, default: (0, 0)].second += isFirst ? 0 : length
      }
    }
    return close.filter { isAlong($0.key, max($0.value.first, $0.value.second), length(of: $0.key.first)) }
      .map { ($0.key.first, $0.key.second) }.sorted { $0 < $1 }
  }

  /// The segments of other lines that may come close to this one, each once.
  private func neighbours(of segment: SegmentGrid.Segment) -> [Int] {
    let box = segment.box.grown(by: 5)
    var found: [Int] = []
    grid.near(box) { other in
      let second = grid.segments[other]
      if second.line != segment.line, box.overlaps(second.box.grown(by: 0.01)) { found.append(other) }
    }
    return found.count > 1 ? Array(Set(found)).sorted() : found
  }

  /// How much of `segment` is too close to `other`, in points, to about half a point.
  private func closeLength(
    _ segment: SegmentGrid.Segment, _ other: SegmentGrid.Segment, shared: [Int]
  ) -> Double {
    let reach = Self.clearance + (wires[segment.line].width + wires[other.line].width) / 2
    let length = segment.start.distance(to: segment.end)
    let steps = max(1, Int((length / 1.5).rounded(.up)))
    var close = 0
    for step in 0..<steps {
      let point = Point.between(segment.start, segment.end, (Double(step) + 0.5) / Double(steps))
      guard let share = point.share(alongSegment: other.start, other.end),
        point.distance(to: .between(other.start, other.end, share)) < reach,
        !shared.contains(where: { isNear(point, $0) })
      else { continue }
      close += 1
    }
    return length * Double(close) / Double(steps)
  }

  /// The other links that `chains` would run along, were they the lines of link number `place`.
  func pairs(of chains: [[Point]], at place: Int) -> [Int] {
    var close: [Int: (own: Double, other: Double)] = [:]
    for chain in chains {
      for (start, end) in zip(chain, chain.dropFirst()) {
        let segment = SegmentGrid.Segment(line: place, start: start, end: end)
        for other in neighbours(of: segment) {
          let second = grid.segments[other]
          let shared = shared(place, second.line)
          close[second.line, default: (0, 0)].own += closeLength(segment, second, shared: shared)
          close[second.line, default: (0, 0)].other += closeLength(second, segment, shared: shared)
        }
      }
    }
    let length = chains.reduce(0) { $0 + zip($1, $1.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) } }
    return close.filter { isAlong(Pair(first: place, second: $0.key), max($0.value.own, $0.value.other), length) }
      .map(\.key).sorted()
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private func isAlong(_ pair: Pair, _ close: Double, _ firstLength: Double) -> Bool {
    guard !shared(pair.first, pair.second).isEmpty else { return close > Self.limit }
    return close > Self.sharedLimit && close > min(firstLength, length(of: pair.second)) / 3
  }

  private func length(of link: Int) -> Double { wires[link].lines.reduce(0) { $0 + $1.length } }

  private func shared(_ a: Int, _ b: Int) -> [Int] {
    [wires[a].first, wires[a].second].filter(wires[b].joins)
  }

  private func isNear(_ point: Point, _ entity: Int) -> Bool {
    guard let outline = outlines[entity] else { return false }
    return isInside(point, outline)
      || outline.sides.contains {
        point.distance(toSegment: $0, $1) < Self.sharedRoom
      }
  }
}
