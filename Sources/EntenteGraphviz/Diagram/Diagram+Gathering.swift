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
        guard let rows = sides[side], rows.count >= 3 else { continue }
        let headings = Set(rows.map { signature(of: $0) }).count
        if 2 * headings <= rows.count { diagram.addCard(rows, to: hub, side) }
      }
    }
    return diagram.entities.count > entities.count ? diagram : nil
  }

  /// By hubs, the rows of their leaves.
  private var leaves: [Int: [Side: [Card.Row]]] {
    var relationsOf: [Int: [Int]] = [:]
    var neighbours: [Int: Set<Int>] = [:]
    for (index, relation) in relations.enumerated() {
      for (one, other) in [(relation.subject, relation.object), (relation.object, relation.subject)] {
        if one == relation.subject || relation.subject != relation.object {
          relationsOf[one, default: []].append(index)
        }
        neighbours[one, default: []].insert(other)
      }
    }
    var leaves: [Int: [Side: [Card.Row]]] = [:]
    for entity in entities.indices {
      guard let own = neighbours[entity], own.count == 1, let hub = own.first, hub != entity,
        (neighbours[hub]?.count ?? 0) > 1, let relations = relationsOf[entity], let side = side(relations, of: entity)
      else { continue }
      leaves[hub, default: [:]][side, default: []].append(Card.Row(entity: entity, relations: relations))
    }
    return leaves
  }

  /// What rows under one heading have in common: what they say, but for when.
  func signature(of row: Card.Row) -> [String] {
    row.relations.flatMap { [relations[$0].words, relations[$0].status.name] }
  }

  /// Where the relations of a card's rows point, seen from the card.
  private enum Side: CaseIterable {
    case towards, away, neither
  }

  /// `nil` where they point both ways.
  private func side(_ relations: [Int], of leaf: Int) -> Side? {
    let sides = Set(
      relations.map { index -> Side in
        let relation = self.relations[index]
        return relation.isDirected ? (relation.subject == leaf ? .towards : .away) : .neither
      })
    return sides.count == 1 ? sides.first : nil
  }

  private mutating func addCard(_ rows: [Card.Row], to hub: Int, _ side: Side) {
    let gathered = rows.flatMap(\.relations)
    for row in rows { entities[row.entity].isGathered = true }
    for relation in gathered { relations[relation].isGathered = true }
    let card = entities.count
    entities.append(Entity(id: "", kind: "", kindName: "", name: "", card: Card(rows: rows)))
    let statuses = Set(gathered.map { relations[$0].status })
    relations.append(
      Relation(
        id: "", subject: side == .towards ? card : hub, object: side == .towards ? hub : card, type: "", words: "",
        status: statuses.count == 1 ? relations[gathered[0]].status : .asserted, isDirected: side != .neither,
        isConnector: true))
  }
}
