// How lines run: none of it is a fault, and all of it makes a picture harder to read.
extension Verifier {
  /// What each is worth, in crossings.
  static let kinkBurden = 0.5
  /// A long way round is worth three crossings.
  static let detourBurden = 3.0
  static let touchBurden = 0.5

  /// A turn of more than 30 degrees within 10 pt.
  private static let kink = (turn: Double.pi / 6, within: 10.0)
  private static let longestDetour = 1.6
  /// How far apart the ends of two lines are at least: a head is 5.6 pt wide, and 2 pt from the next.
  private static let headRoom = 7.6

  /// Whether one of its lines has a kink.
  static func hasKink(_ wire: Wire) -> Bool { wire.chains.prefix(wire.lines.count).contains(where: hasKink) }

  private static func hasKink(_ chain: [Point]) -> Bool {
    guard chain.count > 2 else { return false }
    // Where the chain turns, and by how much; the sum of those within reach of each other.
    var turns: [(place: Double, turn: Double)] = []
    var (first, sum, place) = (0, 0.0, 0.0)
    for index in 1..<(chain.count - 1) {
      let (before, after) = (chain[index] - chain[index - 1], chain[index + 1] - chain[index])
      place += before.length
      let turn = angle(before, after)
      turns.append((place, turn))
      sum += turn
      while place - turns[first].place > kink.within {
        sum -= turns[first].turn
        first += 1
      }
      if abs(sum) > kink.turn { return true }
    }
    return false
  }

  /// The turn from one direction to another, in radians, about: one of a right angle or more is a right angle.
  private static func angle(_ a: Point, _ b: Point) -> Double {
    let product = a.length * b.length
    guard product > 1e-12 else { return 0 }
    let sine = a.cross(b) / product
    if a.dot(b) <= 0 { return sine < 0 ? -Double.pi / 2 : Double.pi / 2 }
    // The sine's inverse, as a series: lines are flattened so finely that nearly all turns are small.
    return sine * (1 + sine * sine * (1.0 / 6 + sine * sine * 3 / 40))
  }

  /// Whether it is more than 1.6 times as long as the straight line between the middles of what it joins.
  func isDetour(_ wire: Wire) -> Bool {
    guard wire.lines.count == 2, wire.first != wire.second, let first = centres[wire.first],
      let second = centres[wire.second]
    else { return false }
    let (before, after) = (wire.lines[0], wire.lines[1])
    let way =
      first.distance(to: before.start) + length(wire.chains[0]) + before.end.distance(to: after.start)
      + length(wire.chains[1]) + after.end.distance(to: second)
    return way > Self.longestDetour * first.distance(to: second)
  }

  private func length(_ chain: [Point]) -> Double {
    zip(chain, chain.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// How many ends of other lines at the same body are closer to one of the ends of `wire` than heads may be.
  func touchingEnds(of wire: Wire, at place: Int) -> Int {
    var count = 0
    for (end, body) in wire.ends {
      count += (ends[body] ?? []).count { $0.wire != place && $0.end.distance(to: end) < Self.headRoom }
    }
    return count
  }

  /// Such pairs among all.
  func touchingEnds() -> Int {
    var count = 0
    for known in ends.values {
      let sorted = known.sorted { $0.end.x < $1.end.x }
      for (index, end) in sorted.enumerated() {
        for other in sorted[(index + 1)...] {
          if other.end.x - end.end.x >= Self.headRoom { break }
          if other.end.distance(to: end.end) < Self.headRoom { count += 1 }
        }
      }
    }
    return count
  }
}

extension Verifier.Wire {
  /// Where it ends, and at which bodies; a loop and a line that is missing end nowhere.
  var ends: [(end: Point, body: Int)] {
    guard lines.count == 2, first != second else { return [] }
    return [(lines[0].start, first), (lines[1].end, second)]
  }
}
