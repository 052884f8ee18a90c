import Entente

extension Diagram {
  /// From how many leaves on a hub's leaves may be gathered.
  static let leavesOfAHub = 8

  /// The diagram with the leaves of every hub gathered in cards beside it; `nil` when no entity has so many.
  ///
  /// A leaf has one neighbour, and any number of relations with it. Leaves that the hub relates to and leaves that relate to
  /// the hub go to different cards, since the card's one line shows the direction; those of both ways stay by themselves,
  /// and so do fewer than three. Only what is shared is gathered: a card of headings with one row each would say nothing
  /// that its lines do not.
  var gathered: Diagram? {
    var diagram = self
    for (hub, sides) in leaves.sorted(by: { $0.key < $1.key })
    where sides.values.reduce(0, { $0 + $1.count }) >= Self.leavesOfAHub {
      for side in Side.allCases {
        guard let rows = sides[side], rows.count >= Self.fewestRows else { continue }
        let headings = Set(rows.map { signature(of: $0) }).count
        if 2 * headings <= rows.count { diagram.addCard(rows, to: [hub: side]) }
      }
    }
    return diagram.entities.count > entities.count ? diagram : nil
  }

  /// The picture of so few lines is clear as it is.
  private static let linesToGather = 30
  /// Whether it is clearer for what can be gathered, or share a line.
  var hasManyLines: Bool { links.count > Self.linesToGather }
  /// How many rows make a card: two are seen as well by themselves.
  private static let fewestRows = 3

  /// The diagram with those gathered that have the same relations with the same others, two or more: a card for each set, with
  /// a line to each of the others. It is the diagram itself where it has few lines, or nothing to gather.
  var gatheredBySet: Diagram {
    guard hasManyLines else { return self }
    var diagram = self
    var (rows, hubs): (Set<Int>, Set<Int>) = ([], [])
    for set in sets where hubs.isDisjoint(with: set.rows.map(\.entity)) && rows.isDisjoint(with: set.hubs.keys) {
      rows.formUnion(set.rows.map(\.entity))
      hubs.formUnion(set.hubs.keys)
      diagram.addCard(set.rows, to: set.hubs)
    }
    return diagram
  }

  /// Rows that have the same relations with the same others, and where those point, seen from the rows.
  private struct RowSet {
    var rows: [Card.Row] = []
    let hubs: [Int: Side]
  }

  /// What those of one set have in common: with whom, which way, and what is said.
  private struct Tie: Hashable {
    let hub: Int
    let side: Side
    let type: String
    let words: String
    let status: Status
    let change: Change
  }

  /// What may be gathered by sets, those first that save the most lines.
  private var sets: [RowSet] {
    var known: [[Tie]: Int] = [:]
    var sets: [RowSet] = []
    for (entity, own) in relationsByEntity.enumerated() where !entities[entity].isFocus {
      let ties = own.map { tie(of: entity, by: relations[$0]) }
      let hubs = Dictionary(grouping: ties, by: \.hub).mapValues { Set($0.map(\.side)) }
      // Between two of which each relates to the other there is no one direction.
      guard hubs.count > 1, hubs[entity] == nil, hubs.values.allSatisfy({ $0.count == 1 }) else { continue }
      let order = own.indices.sorted { (ties[$0].hub, ties[$0].words, $0) < (ties[$1].hub, ties[$1].words, $1) }
      let place = known[order.map { ties[$0] }, default: sets.count]
      if place == sets.count {
        known[order.map { ties[$0] }] = place
        sets.append(RowSet(hubs: hubs.compactMapValues(\.first)))
      }
      sets[place].rows.append(Card.Row(entity: entity, relations: order.map { own[$0] }))
    }
    func saved(_ set: RowSet) -> Int { (set.rows.count - 1) * set.hubs.count }
    return sets.enumerated().filter { $0.element.rows.count >= Self.fewestRows }
      .sorted { (-saved($0.element), $0.offset) < (-saved($1.element), $1.offset) }.map(\.element)
  }

  private func tie(of entity: Int, by relation: Relation) -> Tie {
    Tie(
      hub: relation.other(than: entity), side: side(of: relation, from: entity), type: relation.type,
      words: relation.words, status: relation.status, change: relation.change)
  }

  /// By hubs, the rows of their leaves.
  private var leaves: [Int: [Side: [Card.Row]]] {
    let relationsOf = relationsByEntity
    let neighbours = relationsOf.enumerated().map { entity, own in
      Set(own.map { relations[$0].other(than: entity) })
    }
    var leaves: [Int: [Side: [Card.Row]]] = [:]
    for entity in entities.indices where entities[entity].card == nil {
      guard neighbours[entity].count == 1, let hub = neighbours[entity].first, hub != entity, neighbours[hub].count > 1,
        let side = side(relationsOf[entity], of: entity)
      else { continue }
      leaves[hub, default: [:]][side, default: []].append(Card.Row(entity: entity, relations: relationsOf[entity]))
    }
    return leaves
  }

  /// The relations of each entity that stand by themselves, as indices.
  private var relationsByEntity: [[Int]] {
    var relationsOf = Array(repeating: [Int](), count: entities.count)
    for (index, relation) in relations.enumerated() where !relation.isGathered {
      relationsOf[relation.subject].append(index)
      if !relation.isLoop { relationsOf[relation.object].append(index) }
    }
    return relationsOf
  }

  /// What rows under one heading have in common: what they say, but for when, and what became of it between two times.
  func signature(of row: Card.Row) -> [String] {
    row.relations.flatMap { [relations[$0].words, relations[$0].status.name, relations[$0].change.rawValue] }
  }

  /// Where the relations of a card's rows point, seen from the card.
  private enum Side: CaseIterable {
    case towards, away, neither
  }

  /// `nil` where they point both ways.
  private func side(_ relations: [Int], of leaf: Int) -> Side? {
    let sides = Set(relations.map { side(of: self.relations[$0], from: leaf) })
    return sides.count == 1 ? sides.first : nil
  }

  private func side(of relation: Relation, from entity: Int) -> Side {
    relation.isDirected ? (relation.subject == entity ? .towards : .away) : .neither
  }

  /// Gathers rows in a card, with a line to each of its hubs.
  private mutating func addCard(_ rows: [Card.Row], to hubs: [Int: Side]) {
    let gathered = rows.flatMap(\.relations)
    for row in rows { entities[row.entity].isGathered = true }
    for relation in gathered { relations[relation].isGathered = true }
    let card = entities.count
    entities.append(Entity(id: "", kind: "", kindName: "", name: "", card: Card(rows: rows)))
    for (hub, side) in hubs.sorted(by: { $0.key < $1.key }) {
      let own = gathered.filter { relations[$0].joins(hub) }
      let statuses = Set(own.map { relations[$0].status })
      relations.append(
        Relation(
          id: "", subject: side == .towards ? card : hub, object: side == .towards ? hub : card, type: "", words: "",
          status: statuses.count == 1 ? relations[own[0]].status : .asserted, isDirected: side != .neither,
          isConnector: true))
    }
  }
}

extension Diagram {
  /// The relations for which a line stands that is none of the graph: of a card's rows those with the hub at its other end,
  /// of a fork all.
  func gathered(by connector: Relation) -> [Int] {
    for (end, hub) in [(connector.subject, connector.object), (connector.object, connector.subject)] {
      if let card = entities[end].card { return card.rows.flatMap(\.relations).filter { relations[$0].joins(hub) } }
      if !entities[end].isOwn { return entities[end].fork }
    }
    return []
  }
}

extension Diagram.Relation {
  func joins(_ entity: Int) -> Bool { subject == entity || object == entity }

  /// Its other end; the same one for a relation of an entity to itself.
  func other(than entity: Int) -> Int { subject == entity ? object : subject }
}
