/// Finds lines that run along each other, so close that a reader takes them for one.
///
/// Closer than 1 pt from stroke to stroke, for more than 16 pt; for two lines that share an end, for more than 30 pt and
/// a third of the shorter one, not counting the 12 pt nearest to that end's outline, where they have to meet.
struct AlongMeasure {
  let wires: [Verifier.Wire]
  let outlines: [Int: Verifier.Outline]
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
    let box = segment.box
    var found: [Int] = []
    grid.near(box.grown(by: 5)) { other in
      let second = grid.segments[other]
      guard second.line != segment.line,
        box.overlaps(second.box.grown(by: reach(segment.line, second.line) + 0.01))
      else { return }
      found.append(other)
    }
    guard found.count > 1 else { return found }
    found.sort()
    return found.indices.compactMap { $0 > 0 && found[$0] == found[$0 - 1] ? nil : found[$0] }
  }

  /// How near two lines' middles are where the lines are too close, in points.
  private func reach(_ line: Int, _ other: Int) -> Double {
    Self.clearance + (wires[line].width + wires[other].width) / 2
  }

  /// How much of `segment` is too close to `other`, in points, to about half a point.
  private func closeLength(
    _ segment: SegmentGrid.Segment, _ other: SegmentGrid.Segment, shared: Shared
  ) -> Double {
    let reach = reach(segment.line, other.line)
    let length = segment.start.distance(to: segment.end)
    let steps = max(1, Int((length / 1.5).rounded(.up)))
    var close = 0
    for step in segment.steps(of: steps, within: reach, of: other) {
      let point = Point.between(segment.start, segment.end, (Double(step) + 0.5) / Double(steps))
      guard let share = point.share(alongSegment: other.start, other.end),
        point.distance(to: .between(other.start, other.end, share)) < reach,
        !isNear(point, shared.first), !isNear(point, shared.second)
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
    guard !shared(pair.first, pair.second).isNone else { return close > Self.limit }
    return close > Self.sharedLimit && close > min(firstLength, length(of: pair.second)) / 3
  }

  private func length(of link: Int) -> Double { wires[link].lines.reduce(0) { $0 + $1.length } }

  /// The bodies that two lines both join.
  private struct Shared {
    var first: Int?
    var second: Int?
    var isNone: Bool { first == nil && second == nil }
  }

  private func shared(_ a: Int, _ b: Int) -> Shared {
    let (wire, other) = (wires[a], wires[b])
    return Shared(
      first: other.joins(wire.first) ? wire.first : nil, second: other.joins(wire.second) ? wire.second : nil)
  }

  private func isNear(_ point: Point, _ entity: Int?) -> Bool {
    guard let entity, let outline = outlines[entity], outline.box.grown(by: Self.sharedRoom).contains(point) else {
      return false
    }
    return isInside(point, outline.corners)
      || outline.corners.sides.contains {
        point.distance(toSegment: $0, $1) < Self.sharedRoom
      }
  }
}

extension SegmentGrid.Segment {
  /// Which of so many equal pieces may have their middle within `reach` of another segment, beside it: all others have not.
  fileprivate func steps(of count: Int, within reach: Double, of other: SegmentGrid.Segment) -> Range<Int> {
    let (own, along) = (end - start, other.end - other.start)
    let length = along.length
    guard length > 0 else { return 0..<0 }
    let (offset, unit) = (start - other.start, along * (1 / length))
    var share = (low: 0.0, high: 1.0)
    // What a place of this segment is, along the other one and across it, grows evenly from its start to its end.
    for (begin, growth, low, high) in [
      (offset.dot(unit), own.dot(unit), 0, length), (offset.cross(unit), own.cross(unit), -reach, reach),
    ] {
      guard abs(growth) > 1e-9 else {
        if begin < low - 1e-6 || begin > high + 1e-6 { return 0..<0 }
        continue
      }
      let (one, two) = ((low - begin) / growth, (high - begin) / growth)
      share.low = max(share.low, min(one, two))
      share.high = min(share.high, max(one, two))
    }
    // A piece or two more on either side: whether it is near is decided by itself.
    let slack = 2 / Double(count)
    guard share.low <= min(1, share.high + slack) else { return 0..<0 }
    let first = max(0, Int(share.low * Double(count)) - 2)
    let last = min(count, Int(max(0, share.high) * Double(count)) + 2)
    return min(first, last)..<last
  }
}
