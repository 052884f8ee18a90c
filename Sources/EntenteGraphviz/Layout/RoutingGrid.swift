/// The picture's room as small squares, in which the cheapest way for a line is searched.
///
/// A way costs its length, its turns, and dearly the squares where another line is: so that it crosses others squarely and
/// seldom, and runs along none. Squares of an entity or a label are closed but to its own lines.
struct RoutingGrid {
  private let origin: Point
  private let columns: Int
  private let rows: Int
  let pitch: Double
  /// A square's number is its row times the stride, a power of two, and its column. Around all lies a closed border, so
  /// that no step has to ask whether it leaves the grid.
  private let shift: Int
  private var stride: Int { 1 << shift }
  var count: Int { owner.count }

  /// What each square belongs to: 0 nothing, -1 several things or the border, else a thing's number.
  private(set) var owner: [Int32]
  /// How many lines pass through each square.
  private var lines: [Int16]
  /// What each square costs at the usual price for the lines that pass through it, and through its neighbours.
  private var prices: [Int32]
  /// In which count a square was passed, or (one less) was beside what is passed, last.
  private var marks: [Int32]
  private var seen: Int32 = 0

  // Costs are whole halves of a point.
  private static let unit = 2.0
  let straight: Int32
  let diagonal: Int32
  private static let lineCost: Int32 = 32
  private static let besideCost: Int32 = 12
  /// How far a search leans forward, farther in a large grid, where it would take long: 8 would be not at all.
  private let lean: Int32
  /// How many times the usual price a square with lines, or beside some, costs.
  var aversion: Int32 = 1
  /// The eight directions, each beside the next.
  private static let moves: [(x: Int, y: Int)] = [
    (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1),
  ]
  /// What a step in each direction adds to a square's number.
  let steps: [Int]

  init(covering box: Box, pitch: Double) {
    self.pitch = pitch
    straight = Int32((pitch * Self.unit).rounded())
    diagonal = Int32((pitch * Self.unit * 1.4142).rounded())
    columns = Int(box.width / pitch) + 1
    rows = Int(box.height / pitch) + 1
    // Column and row 0 are the border's.
    origin = Point(box.left - pitch, box.top - pitch)
    shift = Int.bitWidth - (columns + 1).leadingZeroBitCount
    let stride = 1 << shift
    steps = Self.moves.map { $0.y * stride + $0.x }
    let count = stride * (rows + 2)
    owner = Array(repeating: -1, count: count)
    for row in 1...rows { for column in 1...columns { owner[row * stride + column] = 0 } }
    lean = count > 300_000 ? 12 : 9
    lines = Array(repeating: 0, count: count)
    prices = Array(repeating: 0, count: count)
    marks = Array(repeating: 0, count: count)
  }

  // MARK: What is there

  /// Closes the squares that `box` touches to all but lines of `thing`.
  mutating func close(_ box: Box, thing: Int) {
    for cell in cells(of: box) { owner[cell] = owner[cell] == 0 || owner[cell] == Int32(thing) ? Int32(thing) : -1 }
  }

  /// Opens what `close` closed. Squares that several things share stay closed.
  mutating func open(_ box: Box, thing: Int) {
    for cell in cells(of: box) where owner[cell] == Int32(thing) { owner[cell] = 0 }
  }

  /// Whether no thing and no line is in `box`.
  func isFree(_ box: Box) -> Bool {
    guard box.left >= origin.x + pitch, box.top >= origin.y + pitch, box.right <= origin.x + Double(columns) * pitch,
      box.bottom <= origin.y + Double(rows) * pitch
    else { return false }
    return cells(of: box).allSatisfy { owner[$0] == 0 && lines[$0] == 0 }
  }

  /// Notes (or with -1, strikes out) a line's squares.
  mutating func count(_ chain: [Point], by change: Int16) {
    seen += 2
    var passed: [Int] = []
    for (a, b) in zip(chain, chain.dropFirst()) {
      let steps = max(1, Int(a.distance(to: b) / pitch * 2))
      for step in 0...steps {
        let cell = cell(.between(a, b, Double(step) / Double(steps)))
        guard marks[cell] < seen else { continue }
        marks[cell] = seen
        passed.append(cell)
        lines[cell] += change
        prices[cell] += Int32(change) * Self.lineCost
      }
    }
    for cell in passed {
      for step in steps where marks[cell + step] < seen - 1 {
        marks[cell + step] = seen - 1
        prices[cell + step] += Int32(change) * Self.besideCost
      }
    }
  }

  private func cells(of box: Box) -> [Int] {
    let first = (column(box.left), row(box.top))
    let last = (column(box.right), row(box.bottom))
    return (first.1...last.1).flatMap { row in (first.0...last.0).map { row << shift + $0 } }
  }

  private func column(_ x: Double) -> Int { min(columns, max(1, Int((x - origin.x) / pitch + 0.5))) }
  private func row(_ y: Double) -> Int { min(rows, max(1, Int((y - origin.y) / pitch + 0.5))) }
  func cell(_ point: Point) -> Int { row(point.y) << shift + column(point.x) }

  func centre(_ cell: Int) -> Point {
    Point(origin.x + Double(cell & (stride - 1)) * pitch, origin.y + Double(cell >> shift) * pitch)
  }

  // MARK: What ways cost

  /// What passing through a square costs beside its length, for the lines that are there.
  func dearness(_ cell: Int) -> Int32 { prices[cell] * aversion }

  /// The length of the shortest way between two squares, and a little more: a search that leans forward is much faster and
  /// hardly worse.
  func estimate(_ cell: Int, _ last: Int) -> Int32 {
    let mask = stride - 1
    let x = Int32(truncatingIfNeeded: abs(cell & mask - last & mask))
    let y = Int32(truncatingIfNeeded: abs(cell >> shift - last >> shift))
    return ((max(x, y) * straight + min(x, y) * (diagonal - straight)) * lean) >> 3
  }

  /// The things whose squares a way may use: at most three.
  struct Own {
    private let things: SIMD4<Int32>

    init(_ things: [Int]) {
      var all = SIMD4<Int32>(repeating: .min)
      for (index, thing) in things.prefix(4).enumerated() { all[index] = Int32(thing) }
      self.things = all
    }

    func contains(_ thing: Int32) -> Bool { any(things .== thing) }
  }

  /// What a straight stretch costs, in points, by the same measure as a way; infinite where it meets a foreign thing, or costs
  /// more than the limit.
  func cost(_ start: Point, _ end: Point, own: Own, notAbove limit: Double) -> Double {
    let length = start.distance(to: end)
    let steps = max(1, Int((length / pitch).rounded(.up)))
    let mostDear = (limit - length) * Self.unit + 1
    var dear: Int32 = 0
    var last = -1
    for step in 0...steps {
      let cell = cell(.between(start, end, Double(step) / Double(steps)))
      guard cell != last else { continue }
      last = cell
      let thing = owner[cell]
      if thing != 0 {
        if !own.contains(thing) { return .infinity }
        continue
      }
      dear += dearness(cell)
      if Double(dear) > mostDear { return .infinity }
    }
    return length + Double(dear) / Self.unit
  }
}
