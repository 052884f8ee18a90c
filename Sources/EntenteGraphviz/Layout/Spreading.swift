/// Moves boxes that overlap apart, so that as much as can be stays as it was beside what it was beside.
///
/// The engines without layers place points. Graphviz' own means against overlaps go through tables by addresses, which are
/// others in every process, and what they find is another now and then: this finds the same from the same places.
///
/// It is the idea of proximity stress (Gansner and Hu, 2010): neighbours keep their distance, those that overlap want as much
/// more as they need, and all are moved until the wishes of all are met as well as can be; again and again.
struct Spreading {
  private let sizes: [Size]
  private var centres: [Point]

  private static let rounds = 60
  /// After how many rounds neighbours are looked for again.
  private static let roundsOfNeighbours = 5
  private static let sweeps = 12
  /// Of how many others each is taken for a neighbour at most.
  private static let neighbours = 10
  /// How much farther apart two are moved in one round at most.
  private static let mostGrowth = 1.5

  private init(_ centres: [Point], _ sizes: [Size]) { (self.centres, self.sizes) = (centres, sizes) }

  /// Boxes are wider than high, and so is what is moved apart as it is: another begins narrower.
  private static let squeezes = [1.0, 0.72]

  /// The placement with every box `gap` from every other, and straight lines between them, in the shape that suits what the
  /// picture is to fit.
  static func apart(_ placement: Placement, _ graph: LayoutGraph, gap: Double, for target: Target) -> Placement {
    let sizes = graph.nodes.map { $0.grown(by: Size(gap / 2, gap / 2)) }
    let spread = squeezes.map { squeeze in
      var spreading = Spreading(placement.centres.map { Point($0.x * squeeze, $0.y) }, sizes)
      spreading.draw(graph.edges)
      spreading.spread()
      return spreading
    }
    var placement = placement
    let best = spread.min { $0.need(target).lexicographicallyPrecedes($1.need(target)) }
    placement.centres = best?.centres ?? placement.centres
    placement.routes = graph.edges.map { Curve(through: [placement.centres[$0.tail], placement.centres[$0.head]]) }
    return placement
  }

  /// Makes it as small as it may be: so that lines would be as long as the boxes at their ends need on the average.
  private mutating func draw(_ edges: [LayoutGraph.Edge]) {
    var (needed, length) = (0.0, 0.0)
    for edge in edges {
      let (a, b) = (sizes[edge.tail], sizes[edge.head])
      needed += (a.width + b.width + a.height + b.height) / 4
      length += centres[edge.tail].distance(to: centres[edge.head])
    }
    guard length > 0 else { return }
    for index in centres.indices { centres[index] = centres[index] * (needed / length) }
  }

  /// What its shape costs.
  private func need(_ target: Target) -> [Double] {
    let boxes = centres.indices.map { Box(centre: centres[$0], size: sizes[$0]) }
    let size = boxes.dropFirst().reduce(boxes.first ?? Box(centre: .zero, size: .zero)) { $0.union($1) }.size
    return target.cost(of: size)
  }

  private mutating func spread() {
    var near: [Pair] = []
    for round in 0..<Self.rounds {
      let overlaps = self.overlaps()
      if overlaps.isEmpty { return }
      separate(overlaps)
      if round % Self.roundsOfNeighbours == 0 { near = proximate() }
      move((overlaps + near).sorted())
    }
    // What is left is little, and all of it is apart when all is larger; what is in one place had better not be.
    for _ in 0..<Self.rounds {
      let overlaps = self.overlaps()
      if overlaps.isEmpty { return }
      separate(overlaps)
      for index in centres.indices { centres[index] = centres[index] * 1.05 }
    }
  }

  /// Two in one place have no direction in which to be moved apart.
  private mutating func separate(_ pairs: [Pair]) {
    for pair in pairs where centres[pair.first].distance(to: centres[pair.second]) < 0.5 {
      centres[pair.second] = centres[pair.second] + Point(1, Double(pair.second % 7) - 3)
    }
  }

  private struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int
    init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// Moves all so that pairs, which are told in order, have the distances that they want, a few times over.
  private mutating func move(_ pairs: [Pair]) {
    var wishes: [[(other: Int, distance: Double, weight: Double)]] = Array(repeating: [], count: centres.count)
    for (place, pair) in pairs.enumerated() where place == 0 || pairs[place - 1] != pair {
      let wanted = centres[pair.first].distance(to: centres[pair.second]) * growth(pair)
      guard wanted > 1e-6 else { continue }
      let weight = 1 / (wanted * wanted)
      wishes[pair.first].append((pair.second, wanted, weight))
      wishes[pair.second].append((pair.first, wanted, weight))
    }
    for _ in 0..<Self.sweeps {
      for (index, wishes) in wishes.enumerated() where !wishes.isEmpty {
        var (sum, weights) = (Point.zero, 0.0)
        let here = centres[index]
        for wish in wishes {
          let other = centres[wish.other]
          sum = sum + (other + (here - other).unit * wish.distance) * wish.weight
          weights += wish.weight
        }
        centres[index] = sum * (1 / weights)
      }
    }
  }

  /// By how much the distance of two must grow for them to be apart, above each other or beside; 1 where they are.
  private func growth(_ pair: Pair) -> Double {
    let (a, b) = (sizes[pair.first], sizes[pair.second])
    let across = centres[pair.first] - centres[pair.second]
    let beside = (a.width + b.width) / 2 / max(1e-6, abs(across.x))
    let above = (a.height + b.height) / 2 / max(1e-6, abs(across.y))
    return min(Self.mostGrowth, max(1, min(beside, above)))
  }

  /// All pairs of boxes that overlap, found by going through them from left to right.
  private func overlaps() -> [Pair] {
    let boxes = centres.indices.map { (index: $0, box: Box(centre: centres[$0], size: sizes[$0])) }
      .sorted { ($0.box.left, $0.index) < ($1.box.left, $1.index) }
    var found: [Pair] = []
    for (place, one) in boxes.enumerated() {
      let inside = one.box.grown(by: -0.005)
      for other in boxes[(place + 1)...] {
        if other.box.left > one.box.right - 0.01 { break }
        if inside.overlaps(other.box) { found.append(Pair(one.index, other.index)) }
      }
    }
    return found
  }

  /// Pairs that are near each other, with no third one between them (Gabriel's graph, among the nearest of each).
  private func proximate() -> [Pair] {
    var found: [Pair] = []
    for index in centres.indices {
      let here = centres[index]
      let near = nearest(to: index)
      for (other, distance) in near {
        let middle = Point.between(here, centres[other], 0.5)
        let isFree = near.allSatisfy { third, _ in
          third == other || centres[third].distance(to: middle) >= distance / 2
        }
        if isFree { found.append(Pair(index, other)) }
      }
    }
    return found
  }

  /// The few that are nearest to one, nearest first.
  private func nearest(to index: Int) -> [(Int, Double)] {
    var near: [(Int, Double)] = []
    for (other, centre) in centres.enumerated() where other != index {
      let distance = centres[index].distance(to: centre)
      if near.count == Self.neighbours {
        guard let last = near.last, distance < last.1 else { continue }
        near.removeLast()
      }
      near.insert((other, distance), at: near.firstIndex { distance < $0.1 } ?? near.count)
    }
    return near
  }
}
