import EntenteFormats

// What the lines of statuses are on paper.
extension StatusLine {
  /// The lengths of dashes and gaps in points; empty for an unbroken line.
  var dashes: [Double] {
    switch self {
    case .plain, .double, .struck: []
    case .dashDotted: [8, 3, 1.2, 3]
    case .dotted: [0.01, 3.4]
    case .dashed: [5, 3.2]
    }
  }

  /// The width of the stroke in points.
  var width: Double {
    switch self {
    case .dotted: 1.8
    case .double: 3.4
    default: 1.2
    }
  }

  /// Whether the line can be told on lines of these lengths, in points: two periods of it are seen, and one of them whole.
  func isRead(on lengths: [Double]) -> Bool {
    let period: Double =
      switch self {
      case .plain: 0
      case .double, .struck: 8
      case .dashDotted, .dotted, .dashed: dashes.reduce(0, +)
      }
    let isLong = lengths.contains { $0 >= period }
    return isLong && (self == .double || self == .struck || lengths.reduce(0, +) >= 2 * period)
  }

  /// The short strokes across a line that is struck through.
  static func strikes(across curve: Curve) -> [(Point, Point)] {
    let points = curve.flattened()
    let length = zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    let count = max(1, Int(length / 11))
    // Not too near the ends: what the line arrives at askew would be struck, too.
    let margin = min(6, length / 4)
    let pitch = (length - 2 * margin) / Double(count)
    var strikes: [(Point, Point)] = []
    var next = margin + pitch / 2
    var walked = 0.0
    for (a, b) in zip(points, points.dropFirst()) {
      let step = a.distance(to: b)
      while step > 0, next <= walked + step, strikes.count < count {
        let place = Point.between(a, b, (next - walked) / step)
        let along = (b - a).unit
        let across = (along + along.turned * 1.5).unit * 3.2
        strikes.append((place - across, place + across))
        next += pitch
      }
      walked += step
    }
    return strikes
  }
}
