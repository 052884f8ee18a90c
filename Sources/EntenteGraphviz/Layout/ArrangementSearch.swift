/// Tries arrangements of one connected part of a diagram and keeps the best.
///
/// What is tried depends on the size of the part alone and never on the clock, so that the same graph gives the same
/// picture on every machine.
struct ArrangementSearch {
  let composer: Composer
  let isQuick: Bool
  let direction: Arrangement.Direction?

  /// The best composition of `part`: lines are led anew in the best few arrangements, and the best of these is taken.
  func best(_ part: Composer.Part) throws(Graphviz.Failure) -> Composer.Composition {
    isQuick ? try first(part) : try bestOfMany(part)
  }

  /// The first arrangement without a fault.
  private func first(_ part: Composer.Part) throws(Graphviz.Failure) -> Composer.Composition {
    var tries: [Try] = []
    for arrangement in spacings(for: part).prefix(affordable(part)) {
      let attempt = try attempt(part, arrangement).improved(by: composer)
      if attempt.score.hasNoFaults { return attempt.composition }
      tries.append(attempt)
    }
    return tries.min { $0.score < $1.score }?.composition ?? Composer.Composition(entities: [], links: [])
  }

  /// The best of two rounds: which order to tell Graphviz of things in decides what crosses what, so many are tried, and
  /// the likeliest few with other widths and gaps.
  private func bestOfMany(_ part: Composer.Part) throws(Graphviz.Failure) -> Composer.Composition {
    let count = affordable(part)
    var leaders: [Try] = []
    for place in 0..<max(1, count * 4 / 5) {
      keep(try attempt(part, order(place, for: part)), in: &leaders, max(Self.reserves, count / 15))
    }
    for leader in leaders.prefix(count / 15) {
      for base in Self.bases.dropFirst() {
        let arrangement = fitted(base, leader.arrangement.direction, leader.arrangement.shuffle, part)
        keep(try attempt(part, arrangement), in: &leaders, Self.reserves)
      }
    }
    return best(of: leaders, part)
  }

  private func attempt(_ part: Composer.Part, _ arrangement: Arrangement) throws(Graphviz.Failure) -> Try {
    Try(try composer.compose(part, arrangement), arrangement, composer)
  }

  /// Puts a try among the likeliest, of which no more than `limit` are kept.
  private func keep(_ attempt: Try, in leaders: inout [Try], _ limit: Int) {
    let place = leaders.firstIndex { attempt.score.isLikelier(than: $0.score) } ?? leaders.count
    guard place < limit else { return }
    leaders.insert(attempt, at: place)
    if leaders.count > limit { leaders.removeLast(leaders.count - limit) }
  }

  /// Leads the lines anew in the likeliest arrangements, and in more of them where a fault is left.
  private func best(of leaders: [Try], _ part: Composer.Part) -> Composer.Composition {
    let finalists = part.links.count < 60 ? 3 : part.links.count < 150 ? 2 : 1
    let reserves = part.links.count < 150 ? Self.reserves : part.links.count < 300 ? 2 : 1
    var best: Try?
    for (index, leader) in leaders.prefix(reserves).enumerated() {
      if index >= finalists, best?.score.hasNoFaults ?? false { break }
      let attempt = leader.improved(by: composer)
      if best.map({ attempt.score < $0.score }) ?? true { best = attempt }
    }
    return best?.composition ?? Composer.Composition(entities: [], links: [])
  }

  /// How many arrangements are kept to fall back on, where lines cannot be led without a fault in the best ones.
  private static let reserves = 8

  private struct Try {
    let composition: Composer.Composition
    let arrangement: Arrangement
    let score: Score

    init(_ composition: Composer.Composition, _ arrangement: Arrangement, _ composer: Composer) {
      self.composition = composition
      self.arrangement = arrangement
      score = Score(Verifier(composition, composer.diagram.links).quality(), composition)
    }

    func improved(by composer: Composer) -> Try {
      Try(
        Rerouter.improved(composition, composer, labelWidth: arrangement.labelWidth), arrangement, composer)
    }
  }

  /// Wrapping and spacing, from roomy to narrow.
  private static let bases = [
    Arrangement(),
    Arrangement(nameWidth: 86, labelWidth: 66, nodeGap: 7),
    Arrangement(nameWidth: 130, labelWidth: 100),
    Arrangement(nameWidth: 78, labelWidth: 56, layerGap: 10, nodeGap: 6),
  ]

  /// How many layouts are tried: one takes the longer the larger the part is, and more than in proportion.
  private func affordable(_ part: Composer.Part) -> Int {
    if part.links.isEmpty { return 1 }
    let things = part.entities.count + part.links.count
    // The other engines know no layers, take their time, and find much the same from every start.
    let most = composer.engine == .dot ? Self.most : 8
    return min(most, max(1, 1500 / things, Self.effort / (things * things * things)))
  }

  private static let most = 600
  private static let effort = 50_000_000

  private var directions: [Arrangement.Direction] {
    composer.engine != .dot ? [.down] : direction.map { [$0] } ?? [.down, .across]
  }

  /// Every width and gap in every direction.
  private func spacings(for part: Composer.Part) -> [Arrangement] {
    Self.bases.flatMap { base in directions.map { fitted(base, $0, 0, part) } }
  }

  /// The roomiest spacing with things told in another order.
  private func order(_ place: Int, for part: Composer.Part) -> Arrangement {
    let direction = directions[place % directions.count]
    return fitted(Self.bases[0], direction, UInt64(place / directions.count), part)
  }

  private func fitted(
    _ base: Arrangement, _ direction: Arrangement.Direction, _ shuffle: UInt64, _ part: Composer.Part
  ) -> Arrangement {
    var arrangement = base
    arrangement.direction = direction
    arrangement.shuffle = shuffle
    // Beside a label that is read across, a line needs room to show its style.
    if direction == .across { arrangement.layerGap += 6 }
    if part.links.count > 150 {
      arrangement.layerGap *= 1.6
      arrangement.nodeGap *= 1.6
    }
    return arrangement
  }

  /// Fewer faults, then a smaller sheet, then fewer crossings, then less room and shorter lines.
  struct Score: Comparable {
    let values: [Double]

    var hasNoFaults: Bool { values[0] == 0 }

    init(_ quality: Quality, _ composition: Composer.Composition) {
      let box = composition.box
      let length = composition.links.flatMap(\.lines).reduce(0) { $0 + $1.length }
      values = [
        Double(quality.faults.total), Paper.step(around: box.size), Double(quality.crossings),
        box.width * box.height / 1000 + length / 10,
      ]
    }

    static func < (a: Score, b: Score) -> Bool { a.values.lexicographicallyPrecedes(b.values) }

    /// Whether leading lines anew is likelier to make a good picture of it than of `other`: that takes away nearly every
    /// fault and some crossings, but makes no sheet smaller.
    func isLikelier(than other: Score) -> Bool {
      func promise(_ score: Score) -> [Double] {
        [score.values[1], score.values[2] + 3 * score.values[0], score.values[3]]
      }
      return promise(self).lexicographicallyPrecedes(promise(other))
    }
  }
}
