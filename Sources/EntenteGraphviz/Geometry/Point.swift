/// A place or a displacement in points (1/72 inch), x to the right and y down the page.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package static let zero = Point(x: 0, y: 0)

  init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  init(_ x: Double, _ y: Double) {
    self.init(x: x, y: y)
  }

  static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }

  /// The same direction with length 1; to the right where there is no direction.
  var unit: Point {
    let length = self.length
    return length > 1e-9 ? self * (1 / length) : Point(1, 0)
  }

  /// The direction a quarter turn further.
  var turned: Point { Point(-y, x) }

  func distance(to other: Point) -> Double { (self - other).length }

  func dot(_ other: Point) -> Double { x * other.x + y * other.y }

  func cross(_ other: Point) -> Double { x * other.y - y * other.x }

  /// The distance to the nearest place of the straight line from `a` to `b`.
  func distance(toSegment a: Point, _ b: Point) -> Double {
    let along = b - a
    let squared = along.dot(along)
    guard squared > 0 else { return distance(to: a) }
    let share = min(1, max(0, (self - a).dot(along) / squared))
    return distance(to: a + along * share)
  }

  /// Where, from 0 to 1, the foot of this point lies on the straight line from `a` to `b`; `nil` beyond its ends.
  func share(alongSegment a: Point, _ b: Point) -> Double? {
    let along = b - a
    let squared = along.dot(along)
    guard squared > 0 else { return nil }
    let share = (self - a).dot(along) / squared
    return share >= 0 && share < 1 ? share : nil
  }

  static func between(_ a: Point, _ b: Point, _ share: Double) -> Point { a + (b - a) * share }
}

/// A width and a height in points.
package struct Size: Hashable, Sendable {
  package var width: Double
  package var height: Double

  init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }

  static let zero = Size(0, 0)
}

/// An upright rectangle in points.
package struct Box: Hashable, Sendable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  init(centre: Point, size: Size) {
    self.init(
      left: centre.x - size.width / 2, top: centre.y - size.height / 2,
      right: centre.x + size.width / 2, bottom: centre.y + size.height / 2)
  }

  /// The smallest box that holds all of `points`; `nil` when there are none.
  init?(around points: some Sequence<Point>) {
    var box: Box?
    for point in points {
      box = box?.union(Box(centre: point, size: .zero)) ?? Box(centre: point, size: .zero)
    }
    guard let box else { return nil }
    self = box
  }

  package var width: Double { right - left }
  package var height: Double { bottom - top }
  package var centre: Point { Point((left + right) / 2, (top + bottom) / 2) }
  var size: Size { Size(width, height) }
  var corners: [Point] { [Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)] }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top),
      right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  /// The box with every side moved outwards.
  func grown(by margin: Double) -> Box { grown(by: Size(margin, margin)) }

  func grown(by margin: Size) -> Box {
    Box(
      left: left - margin.width, top: top - margin.height,
      right: right + margin.width, bottom: bottom + margin.height)
  }

  func moved(by offset: Point) -> Box {
    Box(left: left + offset.x, top: top + offset.y, right: right + offset.x, bottom: bottom + offset.y)
  }

  func contains(_ point: Point) -> Bool {
    point.x > left && point.x < right && point.y > top && point.y < bottom
  }

  func contains(_ box: Box) -> Bool {
    box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom
  }

  /// Whether the two have an area in common; boxes that only touch have none.
  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether the straight line from `a` to `b` passes through the inside.
  func isCrossed(by a: Point, _ b: Point) -> Bool {
    var first = 0.0
    var last = 1.0
    let along = b - a
    for (start, delta, low, high) in [(a.x, along.x, left, right), (a.y, along.y, top, bottom)] {
      if abs(delta) < 1e-12 {
        if start <= low || start >= high { return false }
        continue
      }
      let one = (low - start) / delta
      let other = (high - start) / delta
      first = max(first, min(one, other))
      last = min(last, max(one, other))
    }
    return last - first > 1e-9
  }
}

extension [Point] {
  /// The sides of the polygon with these corners, each by its two ends, the last one back to the first corner.
  var sides: PolygonSides { PolygonSides(corners: self) }
}

/// A polygon's sides, one after the other.
struct PolygonSides: Sequence, IteratorProtocol {
  let corners: [Point]
  private var place = 0

  fileprivate init(corners: [Point]) { self.corners = corners }

  mutating func next() -> (Point, Point)? {
    guard place < corners.count else { return nil }
    place += 1
    return (corners[place - 1], corners[place == corners.count ? 0 : place])
  }
}
