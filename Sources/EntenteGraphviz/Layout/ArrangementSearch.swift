/// Tries arrangements of one connected part of a diagram and keeps the best.
///
/// What is tried is ``Effort``'s to say.
struct ArrangementSearch: Sendable {
  private var composer: Composer
  private let care: Effort.Care
  /// `nil` chooses by what comes of them.
  private let engine: Graphviz.Engine?
  private let direction: Arrangement.Direction?
  /// Whether equal relations of an entity may share a trunk.
  private let mayFork: Bool

  init(
    composer: Composer, care: Effort.Care, engine: Graphviz.Engine?, direction: Arrangement.Direction?, mayFork: Bool
  ) {
    self.composer = composer
    self.care = care
    self.engine = engine
    self.direction = direction
    self.mayFork = mayFork
  }

  /// What it lays out.
  var diagram: Diagram { composer.diagram }

  /// The best composition of `part`, and the search for the next one: of a diagram with the trunks that were found. Where a
  /// line comes out too short to show its status, its label says it, and the same arrangement is made with that.
  func best(_ part: Composer.Part) throws -> (composition: Composition, next: ArrangementSearch) {
    var search = self
    var best = try found(part)
    for _ in 0..<Effort.statusRounds(care) {
      let unread = search.unread(in: best.composition)
      guard !unread.isEmpty else { break }
      search.composer = search.composer.sayingStatus(of: unread)
      guard let again = try search.attempt(part, best.arrangement)?.improved(by: search.composer) else { break }
      if again.score.values[0] > best.score.values[0] {
        best = try search.found(part)
      } else {
        best = again
      }
    }
    if care == .rough { return (best.composition, self) }
    let labelWidth = best.arrangement.labelWidth
    guard mayFork else {
      return (LineFinish.finished(best.composition, search.composer, labelWidth: labelWidth, care), self)
    }
    let forking = try Forking.forked(best.composition, search.composer, labelWidth: labelWidth)
    var next = self
    next.composer = forking.composer
    return (LineFinish.finished(forking.composition, forking.composer, labelWidth: labelWidth, care), next)
  }

  /// The relations that have a line of their own on which their status cannot be told.
  private func unread(in composition: Composition) -> [Int] {
    composition.links.compactMap { link in
      guard !link.isCard, let relation = link.rows.first?.relation,
        !composer.diagram.relations[relation].saysStatus, !composer.diagram.relations[relation].isConnector
      else { return nil }
      // Of a loop, two stubs are seen, which look the same in every style.
      let isLoop = composer.diagram.relations[relation].isLoop && link.style != .plain
      return isLoop || !link.style.isRead(on: link.lines.map(\.length)) ? relation : nil
    }
  }

  private func found(_ part: Composer.Part) throws -> Try {
    let (leaders, others) = try care == .thorough ? likeliestOfMany(part) : (likeliestOfFew(part), [])
    guard care != .rough else { return try leaders.first ?? plain(part) }
    return try best(of: leaders, and: others, part)
  }

  /// The likeliest of a few arrangements: of a dense part, of the roomiest in layers and of few without, for which lines must
  /// find their way at once.
  private func likeliestOfFew(_ part: Composer.Part) throws -> [Try] {
    let effort = effort(for: part)
    var leaders: [Try] = []
    let layered = spacings(for: part).prefix(effort.fewLayouts)
    guard care == .quick, engine == nil else {
      try keep(layered, of: part, in: &leaders, Effort.mostLeaders)
      return leaders
    }
    // Where a room is given, narrow ones may fit it.
    let isRoomGiven = !composer.target.isAny
    if isRoomGiven || !effort.isSurelyDense {
      try keep(layered.prefix(directions.count), of: part, in: &leaders, Effort.mostLeaders)
    }
    if isRoomGiven || !isDense(leaders.first, part) {
      try keep(layered.dropFirst(directions.count), of: part, in: &leaders, Effort.mostLeaders)
    }
    guard isDense(leaders.first, part) else { return leaders }
    let others = effort.fewOthers.map { Arrangement(engine: $0) }
    try keep(
      (isRoomGiven ? others : []) + others.map { $0.roomier(by: Effort.roomOfFew) }, of: part, in: &leaders,
      Effort.mostLeaders)
    return leaders
  }

  /// The likeliest of two rounds: which order to tell Graphviz of things in decides what crosses what, so many are tried,
  /// and the likeliest few with other widths and gaps. Of a dense part other engines, which know no layers, may make more:
  /// those of them that are likely to have the fewest crossings in the end are there, too. So they may where layers need too
  /// large a sheet.
  private func likeliestOfMany(_ part: Composer.Part) throws -> (leaders: [Try], others: [Try]) {
    let effort = effort(for: part)
    let count = effort.layouts(knowsLayers: (engine ?? .dot) == .dot)
    let respaced = effort.respaced(of: count)
    var leaders: [Try] = []
    let most = max(Effort.mostLeaders, respaced)
    try keep((0..<max(1, count * 4 / 5)).map { order($0, for: part) }, of: part, in: &leaders, most)
    var others: [Try] = []
    func tryOthers(_ limit: Int) throws {
      try keep(self.others(effort.others, roomier: effort.roomOfOthers), of: part, in: &others, .max)
      for other in others { keep(other, in: &leaders, limit) }
    }
    // Of few lines, narrower layers are likely to fit.
    if engine == nil, isDense(leaders.first, part) || diagram.hasManyLines && isTooLarge(leaders.first, part) {
      try tryOthers(most)
    }
    let narrower = leaders.prefix(respaced).flatMap { leader in
      narrowBases.map { fitted($0, like: leader.arrangement, part) }
    }
    try keep(narrower, of: part, in: &leaders, Effort.mostLeaders)
    if engine == nil, others.isEmpty, isTooLarge(leaders.first, part) { try tryOthers(Effort.mostLeaders) }
    let known = leaders.prefix(effort.finalists(care)).map(\.arrangement)
    others = others.filter { !$0.score.isTooTight && !known.contains($0.arrangement) }
    others = others.enumerated().sorted { ($0.element.score.hope, $0.offset) < ($1.element.score.hope, $1.offset) }
      .map(\.element)
    return (leaders, Array(others.prefix(effort.otherFinalists)))
  }

  /// Whether layers make no good picture of the part: many crossings, a strip, or more than there is room for.
  private func isDense(_ leader: Try?, _ part: Composer.Part) -> Bool {
    guard let leader else { return true }
    return leader.score.crossings > Double(part.links.count) / 3 || leader.score.isStrip || leader.score.isTooLarge
      || leader.score.isOffCentre
  }

  /// Whether it needs a larger sheet than what was asked for, or than so many should need.
  private func isTooLarge(_ attempt: Try?, _ part: Composer.Part) -> Bool {
    guard let score = attempt?.score else { return true }
    return composer.target.isAny ? score.values[1] > effort(for: part).usualSheet : score.isTooLarge
  }

  /// Arrangements without layers and with more room, in which lines are led anew, where others need too large a sheet.
  private func roomyOthers(_ part: Composer.Part) throws -> [Try] {
    try ledAnew(effort(for: part).rooms.flatMap { others(1, roomier: $0) }.filter { $0.engine != .dot }, part)
  }

  /// Arrangements laid out, with their lines led anew.
  private func ledAnew(_ arrangements: [Arrangement], _ part: Composer.Part) throws -> [Try] {
    try InParallel.map(arrangements, if: composer.service.takesSeveral) { arrangement in
      try attempt(part, arrangement)?.improved(by: composer)
    }.compactMap(\.self)
  }

  /// Arrangements without layers, or with those at one end of all their relations on two sides.
  private func others(_ count: Int, roomier room: Double) -> [Arrangement] {
    (0..<count).flatMap { place in Self.otherWays.map { $0.turn(place).roomier(by: $0.engine == .dot ? 0 : room) } }
  }

  private static let otherWays = [
    Arrangement(direction: .down, isSplit: true), Arrangement(engine: .sfdp), Arrangement(engine: .neato),
    Arrangement(direction: .across, isSplit: true), Arrangement(engine: .fdp),
  ]

  /// One arrangement laid out; `nil` where Graphviz fails at it, which it may do at one and not at the next.
  private func attempt(_ part: Composer.Part, _ arrangement: Arrangement) throws -> Try? {
    try composer.patience.check()
    do {
      return Try(try composer.compose(part, arrangement), arrangement, composer)
    } catch let failure as Graphviz.Failure where !failure.isFinal {
      return nil
    }
  }

  /// The diagram's own order, where nothing else was found: what Graphviz says against that is said.
  private func plain(_ part: Composer.Part) throws -> Try {
    Try(try composer.compose(part, order(0, for: part)), order(0, for: part), composer)
  }

  /// Tries arrangements on all cores, and puts them among the likeliest in the order given.
  private func keep(
    _ arrangements: some Sequence<Arrangement>, of part: Composer.Part, in leaders: inout [Try], _ limit: Int
  ) throws {
    var rest = Array(arrangements)[...]
    while !rest.isEmpty {
      // So many at a time that no core waits long, and that few compositions are held at once.
      let some = Array(rest.prefix(8 * InParallel.width))
      rest = rest.dropFirst(some.count)
      let isWorthIt = composer.service.takesSeveral && effort(for: part).isWorthTwoProcesses(some.count)
      composer.service.beReady(for: isWorthIt ? some.count { $0.engine == .dot } : 1)
      for attempt in try InParallel.map(some, if: isWorthIt, { try attempt(part, $0) }) {
        keep(attempt, in: &leaders, limit)
      }
    }
  }

  /// Puts a try among the likeliest, of which no more than `limit` are kept.
  private func keep(_ attempt: Try?, in leaders: inout [Try], _ limit: Int) {
    guard let attempt, !leaders.contains(where: { $0.arrangement == attempt.arrangement }) else { return }
    let place = leaders.firstIndex { attempt.score.isLikelier(than: $0.score) } ?? leaders.count
    guard place < limit else { return }
    leaders.insert(attempt, at: place)
    if leaders.count > limit { leaders.removeLast(leaders.count - limit) }
  }

  /// Leads the lines anew in the likeliest arrangements. Where a fault is left, in more of them: in those that were less
  /// likely, then in further orders, with more room each time.
  private func best(of leaders: [Try], and others: [Try], _ part: Composer.Part) throws -> Try {
    let effort = effort(for: part)
    let leaders = leaders.prefix(Effort.mostLeaders)
    let finalists = min(effort.finalists(care), effort.tries)
    @Sendable func improved(_ place: Int) throws -> Try? {
      try composer.patience.check()
      let next = try place < leaders.count ? leaders[place] : attempt(part, roomy(place - leaders.count, leaders, part))
      return next?.improved(by: composer)
    }
    let finished = try InParallel.map(Array(0..<finalists + others.count), if: composer.service.takesSeveral) { place in
      if place < finalists { return try improved(place) }
      try composer.patience.check()
      return others[place - finalists].improved(by: composer)
    }.compactMap(\.self)
    var tried = finished
    var last = finished
    for _ in 0..<Effort.roundsOfRoom {
      last = try withMoreRoom(last, part)
      tried += last
      if last.isEmpty || tried.best?.score.hasNoFaults ?? false && !isTooLarge(tried.best, part) { break }
    }
    if care == .thorough, engine == nil, isTooLarge(tried.best, part) { tried += try roomyOthers(part) }
    var best = tried.best
    for place in finalists..<max(finalists, effort.tries) where !(best?.score.hasNoFaults ?? false) {
      best = try ([best, improved(place)].compactMap(\.self)).best
    }
    return try best ?? plain(part)
  }

  /// Once more, with more room, what has few faults left, and a smaller sheet than the best that has none or far fewer crossings.
  private func withMoreRoom(_ finished: [Try], _ part: Composer.Part) throws -> [Try] {
    let best = finished.best.flatMap { $0.score.hasNoFaults ? $0.score : nil }
    let near = finished.filter { attempt in
      guard (1...Effort.fewFaults).contains(attempt.score.values[0]) else { return false }
      guard let best else { return true }
      let (sheet, bestSheet) = (attempt.score.values[1], best.values[1])
      return sheet < bestSheet || sheet == bestSheet && attempt.score.crossings < Effort.farFewer * best.crossings
    }
    // More room takes away a few faults; of more, the fewer there are the better.
    func promise(_ score: Score) -> (faults: Double, crossings: Double) {
      (max(0, score.values[0] - Effort.veryFewFaults), score.crossings)
    }
    let likeliest = near.enumerated().sorted { a, b in
      let (one, other) = (promise(a.element.score), promise(b.element.score))
      return (one.faults, one.crossings, a.offset) < (other.faults, other.crossings, b.offset)
    }
    let again = likeliest.prefix(Effort.secondTries).flatMap { _, near in
      [1.0, 2].map { near.arrangement.roomier(by: $0 * Effort.roomOfTries) }
    }
    return try ledAnew(again, part)
  }

  fileprivate struct Try: Sendable {
    let composition: Composition
    let arrangement: Arrangement
    let score: Score

    init(_ composition: Composition, _ arrangement: Arrangement, _ composer: Composer) {
      self.composition = composition
      self.arrangement = arrangement
      // In layers lines go straight but for what they cross; without them they go round what lies in their way.
      let detours = arrangement.engine == .dot ? 0 : composition.detours(composer.links)
      let quality = Verifier(composition, composer.links, margin: Verifier.lettersRoom).quality()
      score = Score(
        quality, composition, for: composer.target, detours: detours,
        spread: composer.diagram.spread(in: composition), focus: composer.diagram.focus)
    }

    func improved(by composer: Composer) -> Try {
      let effort = Effort(entities: composition.entities.count, links: composition.links.count)
      if !effort.leadsLinesAnew { return self }
      return Try(
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

  /// Those narrower than the first; where a room is given, the narrowest of all among them.
  private var narrowBases: [Arrangement] {
    let narrowest = Arrangement(nameWidth: 62, labelWidth: 48, layerGap: 9, nodeGap: 5)
    return Self.bases.dropFirst() + (composer.target.isAny ? [] : [narrowest])
  }

  private func effort(for part: Composer.Part) -> Effort {
    Effort(entities: part.entities.count, links: part.links.count)
  }

  private var directions: [Arrangement.Direction] {
    (engine ?? .dot) != .dot ? [.down] : direction.map { [$0] } ?? [.down, .across]
  }

  /// Every width and gap in every direction.
  private func spacings(for part: Composer.Part) -> [Arrangement] {
    ([Self.bases[0]] + narrowBases).flatMap { base in directions.map { fitted(base, like: arrangement($0, 0), part) } }
  }

  /// The roomiest spacing with things told in another order.
  private func order(_ place: Int, for part: Composer.Part) -> Arrangement {
    let direction = directions[place % directions.count]
    return fitted(Self.bases[0], like: arrangement(direction, UInt64(place / directions.count)), part)
  }

  /// Those that were likeliest once more, and further orders between them, with more room the higher their place is.
  private func roomy(_ place: Int, _ leaders: some Collection<Try>, _ part: Composer.Part) -> Arrangement {
    let leader = leaders.isEmpty || place % 2 == 1 ? nil : leaders.dropFirst(place / 2 % leaders.count).first
    let arrangement = leader?.arrangement ?? order(place, for: part)
    return arrangement.roomier(by: Double(place / 2 + 1) * Effort.roomOfTries)
  }

  private func arrangement(_ direction: Arrangement.Direction, _ shuffle: UInt64) -> Arrangement {
    Arrangement(engine: engine ?? .dot, direction: direction, shuffle: shuffle)
  }

  /// The widths and gaps of `base` with all else as `known` has it.
  private func fitted(_ base: Arrangement, like known: Arrangement, _ part: Composer.Part) -> Arrangement {
    var arrangement = base
    arrangement.engine = known.engine
    arrangement.direction = known.direction
    arrangement.isSplit = known.isSplit
    arrangement.shuffle = known.shuffle
    // Beside a label that is read across, a line needs room to show its style.
    if known.direction == .across { arrangement.layerGap += 6 }
    if part.links.count > 150 {
      arrangement.layerGap *= 1.6
      arrangement.nodeGap *= 1.6
    }
    return arrangement
  }

  /// Fewer faults, then a smaller sheet, then fewer crossings and long ways round, then less room and shorter lines.
  struct Score: Comparable {
    let values: [Double]

    var hasNoFaults: Bool { values[0] == 0 }
    let crossings: Double
    let isStrip: Bool
    /// Whether so many lines lie over things that there is no room to lead them anew.
    let isTooTight: Bool
    /// Whether it is larger than what was asked for.
    let isTooLarge: Bool
    /// Whether the one asked about stands outside the middle of its part.
    let isOffCentre: Bool

    init(
      _ quality: Quality, _ composition: Composition, for target: Target = .any, detours: Int = 0, spread: Double = 0,
      focus: Int? = nil
    ) {
      let box = composition.box
      let length = composition.links.flatMap(\.lines).reduce(0) { $0 + $1.length }
      let step = target.step(around: box.size)
      isStrip = step > 0 && target.isStrip(box.size)
      let effort = Effort(entities: composition.entities.count, links: composition.links.count)
      isTooTight = Double(quality.faults.total) > effort.mostFaultsOfALine * Double(composition.links.count)
      isOffCentre = focus.map { !composition.hasInTheMiddle($0) } ?? false
      isTooLarge = step > 0 && !target.isAny
      crossings = Double(quality.crossings)
      values = [
        Double(quality.faults.total), step + (isStrip ? 1 : 0) + (isOffCentre ? 0.5 : 0),
        crossings + Double(RunningMeasure.crossingsOfADetour * detours),
        target.area(of: box.size) / 1000 + (length + spread) / 10,
      ]
    }

    static func < (a: Score, b: Score) -> Bool { a.values.lexicographicallyPrecedes(b.values) }

    /// The crossings that are to be expected when lines are led around things; of what needs a larger sheet more.
    var hope: Double { values[1] * 1e6 + crossings + Effort.crossingsOfAFault * values[0] }

    /// Whether leading lines anew is likelier to make a good picture of it than of `other`: that takes away nearly every
    /// fault and some crossings, but makes no sheet smaller.
    func isLikelier(than other: Score) -> Bool {
      func promise(_ score: Score) -> [Double] {
        [score.isTooTight ? 1 : 0, score.values[1], score.values[2] + 3 * score.values[0], score.values[3]]
      }
      return promise(self).lexicographicallyPrecedes(promise(other))
    }
  }
}

extension Arrangement {
  /// The same with more room between things, by that share of it.
  fileprivate func roomier(by share: Double) -> Arrangement {
    var arrangement = self
    arrangement.layerGap *= 1 + share
    arrangement.nodeGap *= 1 + share
    return arrangement
  }

  /// The same from another start, and every second time with narrower texts.
  fileprivate func turn(_ place: Int) -> Arrangement {
    var arrangement = self
    arrangement.shuffle = UInt64(place)
    if place % 2 == 1 { (arrangement.nameWidth, arrangement.labelWidth, arrangement.nodeGap) = (86, 66, 7) }
    return arrangement
  }
}

extension [ArrangementSearch.Try] {
  /// The first of those that are as good as any.
  fileprivate var best: ArrangementSearch.Try? { self.min { $0.score < $1.score } }
}

extension Composition {
  /// How many lines take a long way round.
  func detours(_ links: [Diagram.Link]) -> Int {
    let centres = Dictionary(entities.map { ($0.entity, $0.box.centre) }, uniquingKeysWith: { first, _ in first })
    return self.links.count { placed in
      let link = links[placed.link]
      guard let from = centres[link.first], let to = centres[link.second] else { return false }
      return RunningMeasure.isDetour(placed.lines, between: from, to)
    }
  }
}
