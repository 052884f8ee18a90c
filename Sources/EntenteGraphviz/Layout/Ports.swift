/// Where lines end: spread along the outlines of entities at which many do, in the order in which they come, so that no head
/// touches another.
///
/// Where only a few end, and far from each other, lines lead to the middle, which is what an eye expects.
struct Ports {
  /// Of each link, by its place in the composition: at its first entity and at its second.
  private var places: [(first: Point?, second: Point?)]

  /// From one end to the next, in points: a head's width and 2 more, and a little for those that come askew.
  private static let pitch = 11.0
  /// How far within the outline a line is led.
  private static let depth = 1.5

  init(_ composition: Composition, _ links: [Diagram.Link]) {
    places = Array(repeating: (nil, nil), count: composition.links.count)
    var ends: [Int: [(link: Int, isFirst: Bool, from: Point)]] = [:]
    let boxes = Dictionary(
      composition.entities.map { ($0.entity, $0.box) }, uniquingKeysWith: { first, _ in first })
    for (place, placed) in composition.links.enumerated() {
      let link = links[placed.link]
      guard !link.isLoop, let first = boxes[link.first], let second = boxes[link.second] else { continue }
      let isWordless = placed.labelBox.width == 0
      ends[link.first, default: []].append((place, true, isWordless ? second.centre : placed.labelBox.centre))
      ends[link.second, default: []].append((place, false, isWordless ? first.centre : placed.labelBox.centre))
    }
    for entity in composition.entities {
      guard let own = ends[entity.entity], own.count > 1 else { continue }
      let outline = Outline(entity.corners, centre: entity.box.centre)
      for (end, place) in zip(own, outline.spread(towards: own.map(\.from), pitch: Self.pitch, depth: Self.depth)) {
        if end.isFirst { places[end.link].first = place } else { places[end.link].second = place }
      }
    }
  }

  /// Where the link leaves its first entity, or arrives at its second one; `nil` is the middle.
  func first(_ link: Int) -> Point? { places[link].first }
  func second(_ link: Int) -> Point? { places[link].second }
}

/// A shape's outline as a way around it.
private struct Outline {
  private let corners: [Point]
  private let centre: Point
  /// How far along the way each corner is.
  private let starts: [Double]
  private let length: Double

  init(_ corners: [Point], centre: Point) {
    (self.corners, self.centre) = (corners, centre)
    var (starts, length) = ([Double](), 0.0)
    for (corner, next) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      starts.append(length)
      length += corner.distance(to: next)
    }
    (self.starts, self.length) = (starts, length)
  }

  /// A place for each end, as near as can be to where a straight line from its point would arrive, and `pitch` from the next;
  /// `nil` for all where those straight lines have that room already.
  func spread(towards points: [Point], pitch: Double, depth: Double) -> [Point?] {
    let wishes = points.map(place)
    let order = points.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    let sorted = order.map { wishes[$0] }
    let pitch = min(pitch, length / Double(points.count))
    let gaps = sorted.indices.map { index in
      index + 1 < sorted.count ? sorted[index + 1] - sorted[index] : sorted[0] + length - sorted[index]
    }
    guard let widest = gaps.indices.max(by: { gaps[$0] < gaps[$1] }), gaps.contains(where: { $0 < pitch - 0.01 })
    else { return points.map { _ in nil } }
    // The way is cut open where it is emptiest.
    let cut = (widest + 1) % sorted.count
    let turned = order[cut...] + order[..<cut]
    let from = wishes[order[cut]]
    let places = Self.apart(turned.map { (wishes[$0] - from + length).truncatingRemainder(dividingBy: length) }, pitch)
    var found: [Point?] = points.map { _ in nil }
    for (end, place) in zip(turned, places) {
      let point = self.point(at: (place + from + 2 * length).truncatingRemainder(dividingBy: length))
      found[end] = point + (centre - point).unit * depth
    }
    return found
  }

  /// The nearest numbers to rising ones that are `pitch` apart (isotonic regression, by pooling those that are not).
  private static func apart(_ wishes: [Double], _ pitch: Double) -> [Double] {
    var pools: [(mean: Double, count: Int)] = []
    for (index, wish) in wishes.enumerated() {
      pools.append((wish - Double(index) * pitch, 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        let before = pools.removeLast()
        let count = before.count + last.count
        let sum = before.mean * Double(before.count) + last.mean * Double(last.count)
        pools.append((sum / Double(count), count))
      }
    }
    let levels = pools.flatMap { Array(repeating: $0.mean, count: $0.count) }
    return levels.enumerated().map { $1 + Double($0) * pitch }
  }

  /// How far along the way the straight line from the centre to `target` leaves the shape.
  private func place(towards target: Point) -> Double {
    let far = centre + (target - centre).unit * (length + 1)
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      if let point = crossing(centre, far, corner, next) { return starts[index] + corner.distance(to: point) }
    }
    return 0
  }

  private func point(at place: Double) -> Point {
    let index = (starts.lastIndex { $0 <= place }) ?? 0
    let (corner, next) = (corners[index], corners[(index + 1) % corners.count])
    return corner + (next - corner).unit * min(place - starts[index], corner.distance(to: next))
  }
}
