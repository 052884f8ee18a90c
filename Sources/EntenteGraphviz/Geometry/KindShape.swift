import Entente

/// A step of an outline's path.
enum PathStep: Hashable, Sendable {
  case move(Point)
  case line(Point)
  case curve(Point, Point, Point)
  case close
}

// What the shapes of kinds are on paper. Corners are cut by a fixed measure, so that a long name does not blow a shape up.
extension Kind.Shape {
  /// Room between the text and the outline, in points.
  private var padding: Size {
    switch self {
    case .rectangle: Size(7, 5)
    case .pill: Size(10, 5.5)
    case .note: Size(12, 5.5)
    case .hexagon: Size(13, 5.5)
    case .barred: Size(11, 5)
    case .octagon: Size(9, 6)
    case .signpost: Size(12, 5.5)
    case .leaning, .trapezium, .bowl: Size(13, 5.5)
    case .spool: Size(12, 5.5)
    case .arch: Size(9, 8)
    }
  }

  /// The size of a shape with `text` in it.
  func size(holding text: Size) -> Size {
    Size(max(44, text.width + 2 * padding.width), text.height + 2 * padding.height)
  }

  /// The outline within `box`, clockwise from the top left.
  func outline(in box: Box) -> [PathStep] {
    let (l, t, r, b) = (box.left, box.top, box.right, box.bottom)
    let small = min(8, box.height / 3)
    // In the small marks of cards, two cuts of the full measure would cross.
    let cut = min(9, box.width * 0.35)
    switch self {
    case .pill: return rounded(box, radius: min(box.height / 2, 13))
    case .rectangle, .barred: return polygon([Point(l, t), Point(r, t), Point(r, b), Point(l, b)])
    case .note:
      return polygon([Point(l, t), Point(r - small, t), Point(r, t + small), Point(r, b), Point(l, b)])
    case .hexagon:
      let middle = (t + b) / 2
      return polygon([
        Point(l + cut, t), Point(r - cut, t), Point(r, middle), Point(r - cut, b), Point(l + cut, b), Point(l, middle),
      ])
    case .octagon:
      return polygon([
        Point(l + small, t), Point(r - small, t), Point(r, t + small), Point(r, b - small), Point(r - small, b),
        Point(l + small, b), Point(l, b - small), Point(l, t + small),
      ])
    case .signpost:
      return polygon([Point(l, t), Point(r - cut - 1, t), Point(r, (t + b) / 2), Point(r - cut - 1, b), Point(l, b)])
    case .leaning: return polygon([Point(l + cut, t), Point(r, t), Point(r - cut, b), Point(l, b)])
    case .trapezium: return polygon([Point(l + cut, t), Point(r - cut, t), Point(r, b), Point(l, b)])
    case .bowl: return polygon([Point(l, t), Point(r, t), Point(r - cut, b), Point(l + cut, b)])
    case .spool:
      return [
        .move(Point(l, t)), .line(Point(r, t)),
        .curve(Point(r - cut, t + box.height / 3), Point(r - cut, b - box.height / 3), Point(r, b)), .line(Point(l, b)),
        .curve(Point(l + cut, b - box.height / 3), Point(l + cut, t + box.height / 3), Point(l, t)), .close,
      ]
    case .arch:
      return [
        .move(Point(l, t + 6)),
        .curve(Point(l + box.width / 4, t - 2), Point(r - box.width / 4, t - 2), Point(r, t + 6)),
        .line(Point(r, b)), .line(Point(l, b)), .close,
      ]
    }
  }

  /// Lines inside the outline: the fold of a sheet, the bars of an organization.
  func details(in box: Box) -> [PathStep] {
    let (l, t, r, b) = (box.left, box.top, box.right, box.bottom)
    let small = min(8, box.height / 3)
    switch self {
    case .note: return [.move(Point(r - small, t)), .line(Point(r - small, t + small)), .line(Point(r, t + small))]
    case .barred:
      return [.move(Point(l + 4, t)), .line(Point(l + 4, b)), .move(Point(r - 4, t)), .line(Point(r - 4, b))]
    default: return []
    }
  }

  /// The outline as straight lines, for measuring.
  func corners(in box: Box) -> [Point] {
    var corners: [Point] = []
    for step in outline(in: box) {
      switch step {
      case .move(let point), .line(let point): corners.append(point)
      case .curve(let control1, let control2, let end):
        let curve = Cubic(corners.last ?? end, control1, control2, end)
        corners += (1...12).map { curve.point(at: Double($0) / 12) }
      case .close: break
      }
    }
    return corners
  }

  private func polygon(_ points: [Point]) -> [PathStep] {
    points.enumerated().map { $0 == 0 ? .move($1) : .line($1) } + [.close]
  }

  private func rounded(_ box: Box, radius: Double) -> [PathStep] {
    let (l, t, r, b) = (box.left, box.top, box.right, box.bottom)
    // How far a control point stands from the end of a quarter circle of radius 1.
    let k = radius * (1 - 0.5523)
    return [
      .move(Point(l + radius, t)), .line(Point(r - radius, t)),
      .curve(Point(r - k, t), Point(r, t + k), Point(r, t + radius)), .line(Point(r, b - radius)),
      .curve(Point(r, b - k), Point(r - k, b), Point(r - radius, b)), .line(Point(l + radius, b)),
      .curve(Point(l + k, b), Point(l, b - k), Point(l, b - radius)), .line(Point(l, t + radius)),
      .curve(Point(l, t + k), Point(l + k, t), Point(l + radius, t)), .close,
    ]
  }
}

/// Whether `point` is inside the polygon with these corners.
func isInside(_ point: Point, _ corners: [Point]) -> Bool {
  var inside = false
  var previous = corners.last ?? point
  for corner in corners {
    if (corner.y > point.y) != (previous.y > point.y) {
      let crossing = (previous.x - corner.x) * (point.y - corner.y) / (previous.y - corner.y) + corner.x
      if point.x < crossing { inside.toggle() }
    }
    previous = corner
  }
  return inside
}
