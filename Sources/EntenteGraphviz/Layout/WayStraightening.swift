extension RoutingGrid {
  /// A smooth line along a way: as few straight stretches as what is around allows, joined by round bends.
  func smooth(_ way: [Point], own: Own) -> Curve {
    .rounded(along: straightened(way, own: own), radius: 44)
  }

  /// The corners of the cheapest chain of straight stretches between points of the way (dynamic programming).
  private func straightened(_ way: [Point], own: Own) -> [Point] {
    let points = thinned(way, to: 72)
    var best = Array(repeating: Double.infinity, count: points.count)
    var from = Array(repeating: 0, count: points.count)
    best[0] = 0
    for end in 1..<points.count {
      for start in (0..<end).reversed() {
        let before = best[start] + Self.cornerCost
        // A stretch costs its length at least.
        guard before + points[start].distance(to: points[end]) < best[end] else { continue }
        let total = before + cost(points[start], points[end], own: own, notAbove: best[end] - before)
        if total < best[end] {
          best[end] = total
          from[end] = start
        }
      }
      if best[end] == .infinity {
        // Corners of the way itself may touch what its stretches do not.
        best[end] = best[end - 1] + Self.cornerCost + 1000
        from[end] = end - 1
      }
    }
    var corners = [points[points.count - 1]]
    var place = points.count - 1
    while place > 0 {
      place = from[place]
      corners.append(points[place])
    }
    return corners.reversed()
  }

  /// What a bend costs, as points of length.
  private static var cornerCost: Double { 14 }

  private func thinned(_ way: [Point], to count: Int) -> [Point] {
    guard way.count > count else { return way }
    return (0..<count).map { way[$0 * (way.count - 1) / (count - 1)] }
  }
}

extension Curve {
  /// Straight stretches from corner to corner, with every bend rounded as widely as its stretches allow.
  static func rounded(along corners: [Point], radius: Double) -> Curve {
    guard corners.count > 2 else { return Curve(through: corners) }
    var pieces: [Cubic] = []
    var start = corners[0]
    for index in 1..<(corners.count - 1) {
      let (before, corner, after) = (corners[index - 1], corners[index], corners[index + 1])
      // A stretch between two bends is shared by both; one at an end belongs to its bend, but for a little.
      let room = min(
        before.distance(to: corner) * (index == 1 ? 0.85 : 0.5),
        corner.distance(to: after) * (index == corners.count - 2 ? 0.85 : 0.5), radius)
      let entry = corner + (before - corner).unit * room
      let exit = corner + (after - corner).unit * room
      pieces.append(Cubic(line: start, entry))
      pieces.append(Cubic(entry, .between(entry, corner, 0.62), .between(exit, corner, 0.62), exit))
      start = exit
    }
    pieces.append(Cubic(line: start, corners[corners.count - 1]))
    return Curve(pieces.filter { $0.start.distance(to: $0.end) > 0.01 })
  }

  /// How much it bends: 0 for a straight line, 1 for each right angle.
  var bending: Double {
    let points = flattened()
    var sum = 0.0
    for index in points.indices.dropFirst().dropLast() {
      let cosine = (points[index] - points[index - 1]).unit.dot((points[index + 1] - points[index]).unit)
      // The square root makes many small turns as dear as the one turn that they add up to.
      sum += max(0, (1 - cosine) / 2).squareRoot() * 1.41
    }
    return sum
  }
}
