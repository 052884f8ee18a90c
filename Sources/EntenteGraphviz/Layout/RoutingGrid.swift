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
  private var cost: [Float]
  private var previous: [Int32]
  private var stamp: [Int32]
  private var run: Int32 = 0

  private static let lineCost: Float = 16
  private static let besideCost: Float = 6
  private static let turnCost: [Float] = [0, 3, 14, 60, 200]
  private static let moves: [(x: Int, y: Int)] = [
    (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1),
  ]

  init(covering box: Box, pitch: Double) {
    self.pitch = pitch
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

  /// The cheapest way from `start` to `end` (A*), through squares of no thing or of `things`; `nil` when there is none.
  ///
  /// Within the start's or the end's own squares a step costs its length alone: that part is not drawn.
  mutating func way(from start: Point, to end: Point, things: Set<Int>) -> [Point]? {
    run += 1
    let (first, last) = (cell(start), cell(end))
    guard first != last else { return [start, end] }
    let own = Set(things.map { Int32($0) })
    var queue = Heap()
    for direction in 0..<8 { reach(first * 8 + direction, 0, from: -1) }
    for direction in 0..<8 { queue.push(estimate(first, last), Int32(first * 8 + direction)) }
    while let (known, state) = queue.pop() {
      let (cell, direction) = (Int(state) / 8, Int(state) % 8)
      if cell == last { return points(Int(state), start, end) }
      let spent = cost[Int(state)]
      if known > spent + estimate(cell, last) + 0.01 { continue }
      for turn in -2...2 {
        let next = (direction + turn + 8) % 8
        guard let other = neighbour(of: cell, Self.moves[next]) else { continue }
        let thing = owner[other]
        let isOwn = own.contains(thing)
        guard thing == 0 || isOwn else { continue }
        var step = Float(pitch) * (next % 2 == 0 ? 1 : 1.4142)
        if !isOwn || owner[cell] != thing {
          step += Float(lines[other]) * Self.lineCost + Float(beside[other]) * Self.besideCost
        }
        let total = spent + step + (isOwn ? 0.3 : 1) * Self.turnCost[abs(turn)]
        if reach(other * 8 + next, total, from: state) {
          queue.push(total + estimate(other, last), Int32(other * 8 + next))
        }
      }
    }
    return nil
  }

  @discardableResult
  private mutating func reach(_ state: Int, _ total: Float, from: Int32) -> Bool {
    guard stamp[state] != run || total < cost[state] else { return false }
    stamp[state] = run
    cost[state] = total
    previous[state] = from
    return true
  }

  private func estimate(_ cell: Int, _ last: Int) -> Float {
    let x = abs(cell % columns - last % columns)
    let y = abs(cell / columns - last / columns)
    return Float(pitch) * (Float(max(x, y)) + 0.4142 * Float(min(x, y)))
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

  /// What a straight stretch costs, by the same measure as a way; infinite where it meets a foreign thing.
  func cost(_ start: Point, _ end: Point, own: Set<Int32>) -> Float {
    let length = start.distance(to: end)
    let steps = max(1, Int((length / pitch).rounded(.up)))
    var total = Float(length)
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
      total += Float(lines[cell]) * Self.lineCost + Float(beside[cell]) * Self.besideCost
    }
    return total
  }
}

/// A binary heap of states by their cost; equal costs by state, so that a search always goes the same way.
private struct Heap {
  private var items: [(cost: Float, state: Int32)] = []

  mutating func push(_ cost: Float, _ state: Int32) {
    items.append((cost, state))
    var child = items.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (cost: Float, state: Int32)? {
    guard let top = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return top }
    items[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < items.count && precedes(child, least) {
        least = child
      }
      if least == parent { return top }
      items.swapAt(parent, least)
      parent = least
    }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    (items[a].cost, items[a].state) < (items[b].cost, items[b].state)
  }
}
