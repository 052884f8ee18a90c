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
    for arrangement in arrangements(for: part).prefix(Self.reserves) {
      let attempt = Try(try composer.compose(part, arrangement), arrangement, composer).improved(by: composer)
      if attempt.score.hasNoFaults { return attempt.composition }
      tries.append(attempt)
    }
    return tries.min { $0.score < $1.score }?.composition ?? Composer.Composition(entities: [], links: [])
  }

  private func bestOfMany(_ part: Composer.Part) throws(Graphviz.Failure) -> Composer.Composition {
    var leaders: [Try] = []
    for arrangement in arrangements(for: part) {
      let attempt = Try(try composer.compose(part, arrangement), arrangement, composer)
      let place = leaders.firstIndex { attempt.score.isLikelier(than: $0.score) } ?? leaders.count
      guard place < Self.reserves else { continue }
      leaders.insert(attempt, at: place)
      leaders = Array(leaders.prefix(Self.reserves))
    }
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

  /// What is tried, the likeliest first.
  func arrangements(for part: Composer.Part) -> [Arrangement] {
    let things = part.entities.count + part.links.count
    if part.links.isEmpty { return [Arrangement()] }
    // The other engines know no layers, take their time, and find much the same from every start.
    let isLayered = composer.engine == .dot
    let directions: [Arrangement.Direction] = !isLayered ? [.down] : direction.map { [$0] } ?? [.down, .across]
    // A layout takes the longer the larger the part is, and more than in proportion.
    let affordable = max(1, 1500 / things, 32_000_000 / (things * things * things))
    let count = min(isLayered ? 400 : 8, affordable)
    var all: [Arrangement] = []
    var shuffle: UInt64 = 0
    while all.count < count {
      for base in Self.bases {
        for direction in directions {
          var arrangement = base
          arrangement.direction = direction
          arrangement.shuffle = shuffle
          // Beside a label that is read across, a line needs room to show its style.
          if direction == .across { arrangement.layerGap += 6 }
          if part.links.count > 150 {
            arrangement.layerGap *= 1.6
            arrangement.nodeGap *= 1.6
          }
          all.append(arrangement)
        }
      }
      shuffle += 1
    }
    return Array(all.prefix(count))
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
