/// Finds the cheapest way for a line through a grid (A*).
struct WaySearch {
  // Kept from search to search, so that nothing need be cleared.
  private var states: [State]
  private var queue = BucketQueue()
  private var run: Int32 = 0

  /// How a square was reached at the lowest cost. To keep the cheapest way in each of the eight directions would find a way
  /// with a turn less now and then, and take many times as long.
  private struct State {
    /// The search that reached it.
    var run: Int32 = 0
    var cost: Int32 = 0
    var previous: Int32 = -1
    /// -1 where the way begins.
    var direction: Int32 = -1
  }

  /// What it costs to go straight on, to turn by half a right angle, and by a whole one.
  private static let turnCost: [Int32] = [0, 6, 28]

  init(_ grid: RoutingGrid) { states = Array(repeating: State(), count: grid.count) }

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
    guard arrives(first, last, grid, own) else { return nil }
    var points: [Point] = []
    var cell = last
    while cell >= 0 {
      points.append(grid.centre(cell))
      cell = Int(states[cell].previous)
    }
    points.reverse()
    points[0] = start
    points[points.count - 1] = end
    return points
  }

  /// Whether the search arrives at the square `last`.
  private mutating func arrives(_ first: Int, _ last: Int, _ grid: RoutingGrid, _ own: RoutingGrid.Own) -> Bool {
    states[first] = State(run: run, cost: 0, previous: -1, direction: -1)
    queue.push(grid.estimate(first, last), Int32(first))
    while let (known, place) = queue.pop() {
      let cell = Int(place)
      if cell == last { return true }
      let state = states[cell]
      if known > state.cost + grid.estimate(cell, last) { continue }
      let thing = grid.owner[cell]
      // The first step may go anywhere, the others no more than a right angle aside.
      let turns = state.direction < 0 ? -4...3 : -2...2
      for turn in turns {
        let next = (Int(max(0, state.direction)) + turn) & 7
        let other = cell + grid.steps[next]
        let target = grid.owner[other]
        let isOwn = target != 0 && own.contains(target)
        guard target == 0 || isOwn else { continue }
        var total = state.cost + (next & 1 == 0 ? grid.straight : grid.diagonal)
        if state.direction >= 0 { total += Self.turnCost[abs(turn)] / (isOwn ? 4 : 1) }
        if !isOwn || target != thing { total += grid.dearness(other) }
        guard states[other].run != run || total < states[other].cost else { continue }
        states[other] = State(run: run, cost: total, previous: place, direction: Int32(next))
        queue.push(total + grid.estimate(other, last), Int32(other))
      }
    }
    return false
  }
}

/// Squares by their cost, which is a small whole number: those of one cost lie in one bucket, the last put in first out, so
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
