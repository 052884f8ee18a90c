/// How lines run: none of it is a fault, all of it is hard to read.
enum RunningMeasure {
  /// A line turns sharply where it turns by more than 30 degrees within 10 points.
  private static let kink = (cosine: 0.866, within: 10)
  /// A way so many times as long as the straight one is long, unless it saves so many crossings.
  private static let detour = 1.6
  static let crossingsOfADetour = 3
  /// Heads are nearer than this to each other, in points, where they seem to touch.
  private static let headRoom = 2.0

  /// The two halves of a line are not seen as one where it turns by more than 45 degrees behind what it says.
  private static let leastCosineBehindALabel = 0.707

  /// How many of the halves of a line turn sharply somewhere, and whether the line does between them.
  static func kinks(of lines: [Curve]) -> Int {
    let within = lines.count(where: turnsSharply)
    return within + (cosineBehindLabel(lines).map { $0 < leastCosineBehindALabel } ?? false ? 1 : 0)
  }

  /// The cosine of the angle by which a line turns between its halves; `nil` where it has no two.
  static func cosineBehindLabel(_ lines: [Curve]) -> Double? {
    guard lines.count == 2, let before = lines[0].pieces.last, let after = lines[1].pieces.first else { return nil }
    return (before.end - before.control2).unit.dot((after.control1 - after.start).unit)
  }

  /// Whether the two halves of a line take a long way from one centre to another.
  static func isDetour(_ lines: [Curve], between one: Point, _ other: Point) -> Bool {
    guard lines.count == 2, one != other else { return false }
    let leads = lines[0].start.distance(to: one) + lines[1].end.distance(to: other)
    let way = leads + lines[0].length + lines[0].end.distance(to: lines[1].start) + lines[1].length
    return way > detour * one.distance(to: other)
  }

  private static func turnsSharply(_ line: Curve) -> Bool {
    let points = line.flattened().everyPoint
    guard points.count > kink.within + 2 else { return false }
    return points.indices.dropLast(kink.within).contains { place in
      let (first, last) = (max(1, place + 1), place + kink.within - 1)
      guard last + 1 < points.count else { return false }
      let before = (points[first + 1] - points[first - 1]).unit
      return before.dot((points[last + 1] - points[last - 1]).unit) < kink.cosine
    }
  }

  /// Whether two heads are nearer to each other than is good.
  static func touch(_ one: ArrowHead, _ other: ArrowHead) -> Bool {
    guard one.tip.distance(to: other.tip) < 2 * ArrowHead.length + headRoom else { return false }
    return isNear(one.corners, other.corners) || isNear(other.corners, one.corners)
  }

  private static func isNear(_ corners: [Point], _ outline: [Point]) -> Bool {
    corners.contains { corner in
      outline.sides.contains { corner.distance(toSegment: $0, $1) < headRoom }
    }
  }
}

extension [Point] {
  /// The same line with a point on it about every point of length.
  fileprivate var everyPoint: [Point] {
    guard let first else { return [] }
    var points = [first]
    for (a, b) in zip(self, dropFirst()) {
      let count = Swift.max(1, Int(a.distance(to: b).rounded()))
      for step in 1...count { points.append(.between(a, b, Double(step) / Double(count))) }
    }
    return points
  }
}
