/// Where lines end at an outline, so that their heads do not touch: those that are too near are moved along it, all sides
/// included, no farther than they must.
struct EndSpread {
  private let corners: [Point]
  /// How far it is along the outline to each corner, and all round.
  private let reaches: [Double]
  private var round: Double { reaches.last ?? 0 }

  /// How far apart two heads end at least.
  private static let gap = 9.0
  private static let rounds = 60

  init(_ corners: [Point]) {
    self.corners = corners
    var (reaches, sum) = ([0.0], 0.0)
    for (a, b) in corners.sides {
      sum += a.distance(to: b)
      reaches.append(sum)
    }
    self.reaches = reaches
  }

  /// For each end where it had better be.
  func apart(_ ends: [Point]) -> [Point] {
    guard ends.count > 1, round > 0 else { return ends }
    let gap = min(Self.gap, 0.9 * round / Double(ends.count))
    let known = ends.map(place)
    let order = ends.indices.sorted { (known[$0], $0) < (known[$1], $1) }
    var places = order.map { known[$0] }
    for _ in 0..<Self.rounds {
      var isApart = true
      for index in places.indices {
        let next = (index + 1) % places.count
        let beyond = next == 0 ? round : 0
        let missing = gap - (places[next] + beyond - places[index])
        guard missing > 0.01 else { continue }
        isApart = false
        places[index] -= missing / 2
        places[next] += missing / 2
      }
      if isApart { break }
    }
    var spread = ends
    for (place, index) in zip(places, order) where abs(place - known[index]) > 0.5 { spread[index] = point(place) }
    return spread
  }

  /// How far along the outline the place nearest to a point is.
  private func place(_ point: Point) -> Double {
    var best = (distance: Double.infinity, place: 0.0)
    for (index, (a, b)) in corners.sides.enumerated() {
      let distance = point.distance(toSegment: a, b)
      guard distance < best.distance else { continue }
      let share = point.share(alongSegment: a, b) ?? (point.distance(to: a) < point.distance(to: b) ? 0 : 1)
      best = (distance, reaches[index] + share * a.distance(to: b))
    }
    return best.place
  }

  private func point(_ place: Double) -> Point {
    let place = place - (place / round).rounded(.down) * round
    let index = min(corners.count - 1, max(0, (reaches.firstIndex { $0 > place } ?? 1) - 1))
    let (a, b) = (corners[index], corners[(index + 1) % corners.count])
    let length = reaches[index + 1] - reaches[index]
    return .between(a, b, length > 0 ? (place - reaches[index]) / length : 0)
  }
}
