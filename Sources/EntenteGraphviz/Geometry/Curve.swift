/// One cubic Bézier curve.
package struct Cubic: Hashable, Sendable {
  var start: Point
  var control1: Point
  var control2: Point
  var end: Point

  /// A straight line, as a curve of even speed.
  init(line start: Point, _ end: Point) {
    self.init(start, .between(start, end, 1 / 3), .between(start, end, 2 / 3), end)
  }

  init(_ start: Point, _ control1: Point, _ control2: Point, _ end: Point) {
    self.start = start
    self.control1 = control1
    self.control2 = control2
    self.end = end
  }

  func point(at t: Double) -> Point {
    let u = 1 - t
    return start * (u * u * u) + control1 * (3 * u * u * t) + control2 * (3 * u * t * t) + end * (t * t * t)
  }

  /// The two curves before and after `t` (de Casteljau).
  func split(at t: Double) -> (Cubic, Cubic) {
    let a = Point.between(start, control1, t)
    let b = Point.between(control1, control2, t)
    let c = Point.between(control2, end, t)
    let d = Point.between(a, b, t)
    let e = Point.between(b, c, t)
    let middle = Point.between(d, e, t)
    return (Cubic(start, a, d, middle), Cubic(middle, e, c, end))
  }

  fileprivate func flatten(into points: inout [Point], tolerance: Double, depth: Int) {
    let isFlat =
      control1.distance(toSegment: start, end) < tolerance && control2.distance(toSegment: start, end) < tolerance
    guard !isFlat, depth < 8 else {
      points.append(end)
      return
    }
    let (first, second) = split(at: 0.5)
    first.flatten(into: &points, tolerance: tolerance, depth: depth + 1)
    second.flatten(into: &points, tolerance: tolerance, depth: depth + 1)
  }

  var reversed: Cubic { Cubic(end, control2, control1, start) }

  func moved(by offset: Point) -> Cubic {
    Cubic(start + offset, control1 + offset, control2 + offset, end + offset)
  }
}

/// A line through the picture: curves that follow each other without a gap.
package struct Curve: Hashable, Sendable {
  var pieces: [Cubic]

  init(_ pieces: [Cubic]) { self.pieces = pieces }

  /// Straight lines from point to point.
  init(through points: [Point]) {
    pieces = zip(points, points.dropFirst()).map { Cubic(line: $0, $1) }
  }

  var start: Point { pieces.first?.start ?? .zero }
  var end: Point { pieces.last?.end ?? .zero }

  var reversed: Curve { Curve(pieces.reversed().map(\.reversed)) }

  func moved(by offset: Point) -> Curve { Curve(pieces.map { $0.moved(by: offset) }) }

  /// The curve as a chain of straight lines that are nowhere further than `tolerance` points from it.
  func flattened(tolerance: Double = 0.15) -> [Point] {
    guard !pieces.isEmpty else { return [] }
    var points = [start]
    for piece in pieces { piece.flatten(into: &points, tolerance: tolerance, depth: 0) }
    return points
  }

  /// The length, to about a hundredth.
  var length: Double {
    let points = flattened()
    return zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// The two parts of about equal length.
  var halves: (Curve, Curve) {
    var rest = length / 2
    for (index, piece) in pieces.enumerated() {
      let length = Curve([piece]).length
      guard rest <= length || index == pieces.count - 1 else {
        rest -= length
        continue
      }
      let (before, after) = piece.split(at: length > 0 ? min(1, max(0, rest / length)) : 0.5)
      return (Curve(pieces[..<index] + [before]), Curve([after] + pieces[(index + 1)...]))
    }
    return (self, Curve([]))
  }

  /// What remains after the last place, seen from the start, that lies inside; all when none does, `nil` when all does.
  ///
  /// Looks no further than the first half of the line, so that one which comes back to where it began is not lost.
  func leaving(_ inside: (Point) -> Bool) -> Curve? {
    var last: (piece: Int, t: Double)?
    let steps = 48
    for (index, piece) in pieces.enumerated() {
      for step in 0...steps where inside(piece.point(at: Double(step) / Double(steps))) {
        last = (index, Double(step) / Double(steps))
      }
    }
    guard let last else { return self }
    var low = last.t
    var high = min(1, last.t + 1 / Double(steps))
    let piece = pieces[last.piece]
    if inside(piece.point(at: high)) {
      return last.piece + 1 < pieces.count ? Curve(Array(pieces[(last.piece + 1)...])) : nil
    }
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if inside(piece.point(at: middle)) { low = middle } else { high = middle }
    }
    return Curve([piece.split(at: high).1] + pieces[(last.piece + 1)...])
  }

  /// What remains before the first place, seen from the end, that lies inside.
  func arriving(_ inside: (Point) -> Bool) -> Curve? {
    reversed.leaving(inside)?.reversed
  }
}
