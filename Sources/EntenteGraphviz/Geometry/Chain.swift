/// A line as points at about equal distances, which can be made smooth as a bent rod is: with as little bending as there can be.
struct Chain: Hashable, Sendable {
  private(set) var points: [Point]
  /// The place of the one point between the ends that stays where it is, if one does.
  private(set) var fixed: Int?

  private static let step = 6.0

  /// The points of a first curve, of a point between, and of a second curve.
  init(_ first: Curve, _ middle: Point?, _ second: Curve) {
    let (before, after) = (Self.evenly(first.flattened()), Self.evenly(second.flattened()))
    guard let middle else {
      points = before + after.dropFirst()
      return
    }
    // A point as good as there already would have no direction from there.
    func isAway(_ point: Point) -> Bool { point.distance(to: middle) >= Self.step / 2 }
    points = before.prefix(1) + before.dropFirst().filter(isAway)
    fixed = points.count
    points.append(middle)
    points += after.dropLast().filter(isAway) + after.suffix(1)
  }

  private static func evenly(_ chain: [Point]) -> [Point] {
    guard let first = chain.first, let last = chain.last else { return [] }
    var (points, walked) = ([first], 0.0)
    for (a, b) in zip(chain, chain.dropFirst()) {
      let length = a.distance(to: b)
      var next = step - walked
      while next < length {
        points.append(.between(a, b, next / length))
        next += step
      }
      walked = length - (next - step)
    }
    if let end = points.last, points.count > 1, end.distance(to: last) < step / 2 { points.removeLast() }
    return points + [last]
  }

  /// Moves one of its ends, and leaves out what is near where the end was and where it is.
  mutating func move(first: Bool, to place: Point, leavingOut distance: Double) {
    let (old, end) = (first ? points[0] : points[points.count - 1], first ? 0 : points.count - 1)
    points[end] = place
    let keep = points.indices.filter { index in
      index == 0 || index == points.count - 1 || index == fixed
        || points[index].distance(to: old) >= distance && points[index].distance(to: place) >= distance
    }
    if let fixed { self.fixed = keep.firstIndex(of: fixed) }
    points = keep.map { points[$0] }
  }

  /// Moves every point but the ends and the fixed one to where the rod bends the least, so many times over: a few take away
  /// what is sharp, many all bends that nothing holds.
  mutating func smooth(_ rounds: Int) {
    let last = points.count - 1
    guard last > 1 else { return }
    /// Beyond the ends it would go straight on.
    func point(_ index: Int) -> Point {
      if index < 0 { return points[0] * 2 - points[1] }
      return index > last ? points[last] * 2 - points[last - 1] : points[index]
    }
    for _ in 0..<rounds {
      for index in 1..<last where index != fixed {
        let beside = (point(index - 1) + point(index + 1)) * 4
        points[index] = (beside - point(index - 2) - point(index + 2)) * (1 / 6)
      }
    }
  }

  /// As curves through every third point and the fixed one: from the start to that one, and on; without one, its halves.
  var curves: [Curve] {
    var chosen = points.indices.filter { $0 % 3 == 0 && abs($0 - (fixed ?? -9)) > 1 && points.count - 1 - $0 > 1 }
    chosen += [fixed, points.count - 1].compactMap(\.self)
    let order = Array(Set(chosen)).sorted()
    let knots = order.map { points[$0] }
    var pieces: [Cubic] = []
    for index in knots.indices.dropLast() {
      let (start, end) = (knots[index], knots[index + 1])
      let before = index > 0 ? knots[index - 1] : start * 2 - end
      let after = index + 2 < knots.count ? knots[index + 2] : end * 2 - start
      // Tangents by how far each neighbour is: a near one would else bend the curve beyond it (Catmull and Rom, centripetal).
      let length = start.distance(to: end)
      let (into, out) = (Self.tangent(before, start, end), Self.tangent(start, end, after))
      pieces.append(Cubic(start, start + into * (length / 3), end - out * (length / 3), end))
    }
    guard let fixed, let place = order.firstIndex(of: fixed) else {
      let (before, after) = Curve(pieces).halves
      return [before, after]
    }
    return [Curve(Array(pieces[..<place])), Curve(Array(pieces[place...]))]
  }

  /// The direction in which a curve passes the second of three points.
  private static func tangent(_ before: Point, _ point: Point, _ after: Point) -> Point {
    let (near, far) = (max(0.1, before.distance(to: point)), max(0.1, point.distance(to: after)))
    return ((point - before) * (far / near) + (after - point) * (near / far)).unit
  }
}
