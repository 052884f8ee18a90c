/// The picture's room as small squares, in which the cheapest way for a line is searched.
///
/// A way costs its length, its turns, and dearly the squares where another line is: so that it crosses others squarely and
/// seldom, and runs along none. Squares of an entity or a label are closed but to its own lines.
struct RoutingGrid {
  private let origin: Point
  private let columns: Int
  private let rows: Int
  let pitch: Double

  /// What each square belongs to: 0 nothing, -1 several things, else a thing's number.
  private var owner: [Int32]
  /// How many lines pass through each square, and how many through a neighbour.
  private var lines: [Int16]
  private var beside: [Int16]

  // Working store of the search, kept so that it need not be cleared.
  private var cost: [Int32]
  private var previous: [Int32]
  private var stamp: [Int32]
  private var run: Int32 = 0
  private var queue = BucketQueue()

  // Costs are whole halves of a point.
  private static let unit = 2.0
  private let straight: Int32
  private let diagonal: Int32
  private static let lineCost: Int32 = 32
  private static let besideCost: Int32 = 12
  private static let turnCost: [Int32] = [0, 6, 28]
  private static let moves: [(x: Int, y: Int)] = [
    (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1),
  ]

  init(covering box: Box, pitch: Double) {
    self.pitch = pitch
    straight = Int32((pitch * Self.unit).rounded())
    diagonal = Int32((pitch * Self.unit * 1.4142).rounded())
    origin = Point(box.left, box.top)
    columns = Int(box.width / pitch) + 1
    rows = Int(box.height / pitch) + 1
    let count = columns * rows
    owner = Array(repeating: 0, count: count)
    lines = Array(repeating: 0, count: count)
    beside = Array(repeating: 0, count: count)
    cost = Array(repeating: 0, count: count * 8)
    previous = Array(repeating: -1, count: count * 8)
    stamp = Array(repeating: 0, count: count * 8)
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

  /// Whether no thing but those named and no line is in `box`.
  func isFree(_ box: Box) -> Bool {
    guard box.left >= origin.x, box.top >= origin.y, box.right <= origin.x + Double(columns - 1) * pitch,
      box.bottom <= origin.y + Double(rows - 1) * pitch
    else { return false }
    return cells(of: box).allSatisfy { owner[$0] == 0 && lines[$0] == 0 }
  }

  /// Notes (or with -1, strikes out) a line's squares.
  mutating func count(_ chain: [Point], by change: Int16) {
    var passed: Set<Int> = []
    for (a, b) in zip(chain, chain.dropFirst()) {
      let steps = max(1, Int(a.distance(to: b) / pitch * 2))
      for step in 0...steps { passed.insert(cell(.between(a, b, Double(step) / Double(steps)))) }
    }
    var near: Set<Int> = []
    for cell in passed {
      lines[cell] += change
      for move in Self.moves {
        if let other = neighbour(of: cell, move), !passed.contains(other) { near.insert(other) }
      }
    }
    for cell in near { beside[cell] += change }
  }

  private func cells(of box: Box) -> [Int] {
    let first = (column(box.left), row(box.top))
    let last = (column(box.right), row(box.bottom))
    return (first.1...last.1).flatMap { row in (first.0...last.0).map { row * columns + $0 } }
  }

  private func column(_ x: Double) -> Int { min(columns - 1, max(0, Int(((x - origin.x) / pitch).rounded()))) }
  private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int(((y - origin.y) / pitch).rounded()))) }
  private func cell(_ point: Point) -> Int { row(point.y) * columns + column(point.x) }

  private func centre(_ cell: Int) -> Point {
    Point(origin.x + Double(cell % columns) * pitch, origin.y + Double(cell / columns) * pitch)
  }

  private func neighbour(of cell: Int, _ move: (x: Int, y: Int)) -> Int? {
    let (x, y) = (cell % columns + move.x, cell / columns + move.y)
    return x >= 0 && x < columns && y >= 0 && y < rows ? y * columns + x : nil
  }

  // MARK: The search

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

  /// The cheapest way from `start` to `end` (A*), through squares of no thing or of its own; `nil` when there is none.
  ///
  /// Within its own squares a step costs its length alone: that part is not drawn.
  mutating func way(from start: Point, to end: Point, own: Own) -> [Point]? {
    run += 1
    let (first, last) = (cell(start), cell(end))
    guard first != last else { return [start, end] }
    queue.clear()
    for direction in 0..<8 {
      reach(first * 8 + direction, 0, from: -1)
      queue.push(estimate(first, last), Int32(first * 8 + direction))
    }
    while let (known, state) = queue.pop() {
      let (cell, direction) = (Int(state) >> 3, Int(state) & 7)
      if cell == last { return points(Int(state), start, end) }
      let spent = cost[Int(state)]
      if known > spent + estimate(cell, last) { continue }
      let thing = owner[cell]
      for turn in -2...2 {
        let next = (direction + turn) & 7
        guard let other = neighbour(of: cell, Self.moves[next]) else { continue }
        let target = owner[other]
        let isOwn = target != 0 && own.contains(target)
        guard target == 0 || isOwn else { continue }
        var step = (next & 1 == 0 ? straight : diagonal) + Self.turnCost[abs(turn)] / (isOwn ? 4 : 1)
        if !isOwn || target != thing {
          step += Int32(lines[other]) * Self.lineCost + Int32(beside[other]) * Self.besideCost
        }
        if reach(other * 8 + next, spent + step, from: state) {
          queue.push(spent + step + estimate(other, last), Int32(other * 8 + next))
        }
      }
    }
    return nil
  }

  @discardableResult
  private mutating func reach(_ state: Int, _ total: Int32, from: Int32) -> Bool {
    guard stamp[state] != run || total < cost[state] else { return false }
    stamp[state] = run
    cost[state] = total
    previous[state] = from
    return true
  }

  /// The length of the shortest way, and a little more: a search that leans forward is much faster and hardly worse.
  private func estimate(_ cell: Int, _ last: Int) -> Int32 {
    let x = Int32(abs(cell % columns - last % columns))
    let y = Int32(abs(cell / columns - last / columns))
    return (max(x, y) * straight + min(x, y) * (diagonal - straight)) * 9 / 8
  }

  private func points(_ state: Int, _ start: Point, _ end: Point) -> [Point] {
    var points: [Point] = []
    var state = Int32(state)
    while state >= 0 {
      points.append(centre(Int(state) / 8))
      state = previous[Int(state)]
    }
    points.reverse()
    points[0] = start
    points[points.count - 1] = end
    return points
  }

  /// What a straight stretch costs, in points, by the same measure as a way; infinite where it meets a foreign thing.
  func cost(_ start: Point, _ end: Point, own: Own) -> Double {
    let length = start.distance(to: end)
    let steps = max(1, Int((length / pitch).rounded(.up)))
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
      dear += Int32(lines[cell]) * Self.lineCost + Int32(beside[cell]) * Self.besideCost
    }
    return length + Double(dear) / Self.unit
  }
}

/// States by their cost, which is a small whole number: those of one cost lie in one bucket, the last put in first out, so
/// that a search always goes the same way.
private struct BucketQueue {
  private var buckets: [[Int32]] = []
  private var lowest = 0
  private var highest = -1

  mutating func clear() {
    if highest >= 0 { for cost in 0...highest { buckets[cost].removeAll(keepingCapacity: true) } }
    lowest = 0
    highest = -1
  }

  mutating func push(_ cost: Int32, _ state: Int32) {
    let cost = Int(cost)
    while buckets.count <= cost { buckets.append([]) }
    buckets[cost].append(state)
    highest = max(highest, cost)
    lowest = min(lowest, cost)
  }

  mutating func pop() -> (cost: Int32, state: Int32)? {
    while lowest <= highest {
      if let state = buckets[lowest].popLast() { return (Int32(lowest), state) }
      lowest += 1
    }
    return nil
  }
}
