/// Straight pieces of lines, sorted into the squares of a grid so that neighbours are found without looking at all.
struct SegmentGrid {
  struct Segment {
    let line: Int
    let start: Point
    let end: Point

    var box: Box {
      Box(
        left: min(start.x, end.x), top: min(start.y, end.y), right: max(start.x, end.x), bottom: max(start.y, end.y))
    }
  }

  let segments: [Segment]
  /// The numbers of the segments in each square, square after square; `starts` says where each begins.
  private let members: [Int32]
  private let starts: [Int32]
  private let frame: Frame

  /// Takes all segments of all `lines`; a line may be in several chains.
  init(covering box: Box, _ lines: [[[Point]]]) { self.init(Frame(covering: box), lines) }

  /// The same squares with other lines: what lies outside counts to the squares at the edge.
  func with(_ lines: [[[Point]]]) -> SegmentGrid { SegmentGrid(frame, lines) }

  private init(_ frame: Frame, _ lines: [[[Point]]]) {
    var segments: [Segment] = []
    for (line, chains) in lines.enumerated() {
      for chain in chains {
        for (start, end) in zip(chain, chain.dropFirst()) {
          segments.append(Segment(line: line, start: start, end: end))
        }
      }
    }
    var counts = Array(repeating: Int32(0), count: frame.count + 1)
    for segment in segments { frame.forEachCell(of: segment.box) { counts[$0 + 1] += 1 } }
    for cell in 0..<frame.count { counts[cell + 1] += counts[cell] }
    var next = counts
    var members = Array(repeating: Int32(0), count: Int(counts[frame.count]))
    for (index, segment) in segments.enumerated() {
      frame.forEachCell(of: segment.box) { cell in
        members[Int(next[cell])] = Int32(index)
        next[cell] += 1
      }
    }
    self.segments = segments
    self.members = members
    self.frame = frame
    starts = counts
  }

  /// Calls `body` with the number of each segment that may lie within the box; with some more than once.
  func near(_ box: Box, _ body: (Int) -> Void) {
    frame.forEachCell(of: box) { cell in
      for place in Int(starts[cell])..<Int(starts[cell + 1]) { body(Int(members[place])) }
    }
  }

  /// The squares.
  private struct Frame {
    let origin: Point
    let columns: Int
    let rows: Int
    static let side = 16.0

    init(covering box: Box) {
      origin = Point(box.left - 1, box.top - 1)
      columns = max(1, Int((box.width + 2) / Self.side) + 1)
      rows = max(1, Int((box.height + 2) / Self.side) + 1)
    }

    var count: Int { columns * rows }

    func forEachCell(of box: Box, _ body: (Int) -> Void) {
      for row in row(box.top)...row(box.bottom) {
        for column in column(box.left)...column(box.right) { body(row * columns + column) }
      }
    }

    private func column(_ x: Double) -> Int { min(columns - 1, max(0, Int((x - origin.x) / Self.side))) }
    private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int((y - origin.y) / Self.side))) }
  }
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
