/// Finds the cheapest way for a line through a grid (A*).
struct WaySearch {
  // Kept from search to search, so that nothing need be cleared.
  private var states: [State]
  private var queue = BucketQueue()
  private var run: Int32 = 0

  /// A square that was reached in one of the eight directions.
  private struct State {
    /// The search that reached it.
    var run: Int32 = 0
    var cost: Int32 = 0
    var previous: Int32 = -1
  }

  /// What it costs to go straight on, to turn by half a right angle, and by a whole one.
  private static let turnCost: [Int32] = [0, 6, 28]

  init(_ grid: RoutingGrid) { states = Array(repeating: State(), count: grid.count * 8) }

  /// The cheapest way from `start` to `end` through squares of no thing or of its own; `nil` when there is none.
  ///
  /// Within its own squares a step costs its length alone: that part is not drawn.
  mutating func way(
    on grid: RoutingGrid, from start: Point, to end: Point, own: RoutingGrid.Own
  ) -> [Point]? {
    let (first, last) = (grid.cell(start), grid.cell(end))
    guard first != last else { return [start, end] }
    run += 1
    queue.clear()
    guard let reached = arrive(first, last, grid, own) else { return nil }
    var points: [Point] = []
    var state = Int32(reached)
    while state >= 0 {
      points.append(grid.centre(Int(state) / 8))
      state = states[Int(state)].previous
    }
    points.reverse()
    points[0] = start
    points[points.count - 1] = end
    return points
  }

  /// The state in which the search arrives at the square `last`.
  private mutating func arrive(_ first: Int, _ last: Int, _ grid: RoutingGrid, _ own: RoutingGrid.Own) -> Int? {
    for direction in 0..<8 {
      states[first * 8 + direction] = State(run: run, cost: 0, previous: -1)
      queue.push(grid.estimate(first, last), Int32(first * 8 + direction))
    }
    while let (known, state) = queue.pop() {
      let (cell, direction) = (Int(state) >> 3, Int(state) & 7)
      if cell == last { return Int(state) }
      let spent = states[Int(state)].cost
      if known > spent + grid.estimate(cell, last) { continue }
      let thing = grid.owner[cell]
      for turn in -2...2 {
        let next = (direction + turn) & 7
        let other = cell + grid.steps[next]
        let target = grid.owner[other]
        let isOwn = target != 0 && own.contains(target)
        guard target == 0 || isOwn else { continue }
        var total =
          spent + (next & 1 == 0 ? grid.straight : grid.diagonal) + Self.turnCost[abs(turn)] / (isOwn ? 4 : 1)
        if !isOwn || target != thing { total += grid.dearness(other) }
        let place = other * 8 + next
        guard states[place].run != run || total < states[place].cost else { continue }
        states[place] = State(run: run, cost: total, previous: state)
        queue.push(total + grid.estimate(other, last), Int32(place))
      }
    }
    return nil
  }
}

/// States by their cost, which is a small whole number: those of one cost lie in one bucket, the last put in first out, so
/// that a search always goes the same way.
private struct BucketQueue {
  /// The newest entry of each cost, -1 where there is none.
  private var newest: [Int32] = []
  private var entries: [Entry] = []
  private var lowest = 0
  private var highest = -1

  private struct Entry {
    let state: Int32
    /// The one of the same cost that was put in before it.
    let older: Int32
  }

  mutating func clear() {
    if highest >= 0 { for cost in 0...highest { newest[cost] = -1 } }
    entries.removeAll(keepingCapacity: true)
    lowest = 0
    highest = -1
  }

  mutating func push(_ cost: Int32, _ state: Int32) {
    let cost = Int(cost)
    if newest.count <= cost { newest.append(contentsOf: repeatElement(-1, count: cost + 1 - newest.count)) }
    entries.append(Entry(state: state, older: newest[cost]))
    newest[cost] = Int32(entries.count - 1)
    highest = max(highest, cost)
    lowest = min(lowest, cost)
  }

  mutating func pop() -> (cost: Int32, state: Int32)? {
    while lowest <= highest {
      if newest[lowest] >= 0 {
        let entry = entries[Int(newest[lowest])]
        newest[lowest] = entry.older
        return (Int32(lowest), entry.state)
      }
      lowest += 1
    }
    return nil
  }
}
