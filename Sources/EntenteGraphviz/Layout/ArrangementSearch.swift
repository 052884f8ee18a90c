/// Tries arrangements of one connected part of a diagram and keeps the best.
///
/// What is tried depends on the size of the part alone and never on the clock, so that the same graph gives the same
/// picture on every machine.
struct ArrangementSearch {
  let composer: Composer
  let isQuick: Bool
  let direction: Arrangement.Direction?

  /// The best composition of `part`.
  func best(_ part: Composer.Part) throws(Graphviz.Failure) -> Composer.Composition {
    var best: (score: Score, composition: Composer.Composition, labelWidth: Double)?
    let links = composer.diagram.links
    for arrangement in arrangements(for: part) {
      let composition = try composer.compose(part, arrangement)
      let score = Score(Verifier(composition, links).quality(), composition)
      if let known = best, !(score < known.score) { continue }
      best = (score, composition, arrangement.labelWidth)
    }
    guard let best else { return Composer.Composition(entities: [], links: []) }
    return Rerouter.repaired(best.composition, composer, labelWidth: best.labelWidth, rounds: 3)
  }

  /// What is tried, the likeliest first.
  func arrangements(for part: Composer.Part) -> [Arrangement] {
    let things = part.entities.count + part.links.count
    if part.links.isEmpty { return [Arrangement()] }
    let directions: [Arrangement.Direction] = direction.map { [$0] } ?? [.down, .across]
    if isQuick { return directions.prefix(1).map { Arrangement(direction: $0) } }
    let count = max(24, min(96, 6000 / max(1, things)))
    let widths: [(Double, Double)] = [(105, 78), (86, 66), (130, 100), (105, 120)]
    var all: [Arrangement] = []
    var shuffle: UInt64 = 0
    while all.count < count {
      for (names, labels) in widths {
        for direction in directions {
          all.append(
            Arrangement(direction: direction, nameWidth: names, labelWidth: labels, shuffle: shuffle))
        }
      }
      shuffle += 1
    }
    return Array(all.prefix(count))
  }

  /// Fewer faults, then a smaller sheet, then fewer crossings, then less room and shorter lines.
  struct Score: Comparable {
    let values: [Double]

    init(_ quality: Quality, _ composition: Composer.Composition) {
      let box = composition.box
      let sheet = Paper.smallest(for: Size(box.width + 24, box.height + 110))
      let length = composition.links.flatMap(\.lines).reduce(0) { $0 + $1.length }
      values = [
        Double(quality.faults.total), sheet.map { 4 - Double($0.format.rawValue) } ?? 4, Double(quality.crossings),
        box.width * box.height / 1000 + length / 10,
      ]
    }

    static func < (a: Score, b: Score) -> Bool { a.values.lexicographicallyPrecedes(b.values) }
  }
}
