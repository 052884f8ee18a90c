/// Straight pieces of lines, sorted into the squares of a grid so that neighbours are found without looking at all.
struct SegmentGrid {
  struct Segment {
    let line: Int
    let start: Point
    let end: Point
  }

  private(set) var segments: [Segment] = []
  private var cells: [[Int32]] = []
  private let origin: Point
  private let columns: Int
  private let rows: Int
  private static let side = 16.0

  init(covering box: Box) {
    origin = Point(box.left - 1, box.top - 1)
    columns = max(1, Int((box.width + 2) / Self.side) + 1)
    rows = max(1, Int((box.height + 2) / Self.side) + 1)
    cells = Array(repeating: [], count: columns * rows)
  }

  mutating func add(line: Int, _ points: [Point]) {
    for (start, end) in zip(points, points.dropFirst()) {
      let index = Int32(segments.count)
      segments.append(Segment(line: line, start: start, end: end))
      forEachCell(
        left: min(start.x, end.x), top: min(start.y, end.y), right: max(start.x, end.x), bottom: max(start.y, end.y)
      ) { cells[$0].append(index) }
    }
  }

  /// Calls `body` with the number of each segment that may lie within the box; with some more than once.
  func near(_ box: Box, _ body: (Int) -> Void) {
    forEachCell(left: box.left, top: box.top, right: box.right, bottom: box.bottom) { cell in
      for index in cells[cell] { body(Int(index)) }
    }
  }

  private func forEachCell(left: Double, top: Double, right: Double, bottom: Double, _ body: (Int) -> Void) {
    let first = (column: column(left), row: row(top))
    let last = (column: column(right), row: row(bottom))
    for row in first.row...last.row {
      for column in first.column...last.column { body(row * columns + column) }
    }
  }

  private func column(_ x: Double) -> Int { min(columns - 1, max(0, Int((x - origin.x) / Self.side))) }
  private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int((y - origin.y) / Self.side))) }
}

/// Where two straight lines cross, if they do.
func crossing(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Point? {
  let first = b - a
  let second = d - c
  let area = first.cross(second)
  guard abs(area) > 1e-12 else { return nil }
  let t = (c - a).cross(second) / area
  let u = (c - a).cross(first) / area
  guard t >= 0, t <= 1, u >= 0, u <= 1 else { return nil }
  return a + first * t
}
