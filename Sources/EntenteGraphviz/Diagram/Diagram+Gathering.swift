extension Diagram {
  /// From how many leaves on a hub's leaves may be gathered.
  static let leavesOfAHub = 8

  /// The diagram with the leaves of every hub gathered in cards beside it; `nil` when no entity has so many.
  ///
  /// A leaf has one relation. Leaves that the hub relates to and leaves that relate to the hub go to different cards,
  /// since the card's one line shows the direction; fewer than three of them stay by themselves.
  var gathered: Diagram? {
    var degrees = Array(repeating: 0, count: entities.count)
    for relation in relations {
      degrees[relation.subject] += 1
      degrees[relation.object] += 1
    }
    var leaves: [Int: [Side: [Card.Row]]] = [:]
    for (index, relation) in relations.enumerated() where relation.subject != relation.object {
      let (subject, object) = (relation.subject, relation.object)
      if degrees[subject] == 1, degrees[object] > 1 {
        leaves[object, default: [:]][relation.isDirected ? .towards : .neither, default: []]
          .append(Card.Row(entity: subject, relation: index))
      } else if degrees[object] == 1, degrees[subject] > 1 {
        leaves[subject, default: [:]][relation.isDirected ? .away : .neither, default: []]
          .append(Card.Row(entity: object, relation: index))
      }
    }
    var diagram = self
    for (hub, sides) in leaves.sorted(by: { $0.key < $1.key })
    where sides.values.reduce(0, { $0 + $1.count }) >= Self.leavesOfAHub {
      for side in Side.allCases {
        if let rows = sides[side], rows.count >= 3 { diagram.addCard(rows, to: hub, side) }
      }
    }
    return diagram.entities.count > entities.count ? diagram : nil
  }

  /// Where the relations of a card's rows point, seen from the card.
  private enum Side: CaseIterable {
    case towards, away, neither
  }

  private mutating func addCard(_ rows: [Card.Row], to hub: Int, _ side: Side) {
    for row in rows {
      entities[row.entity].isGathered = true
      relations[row.relation].isGathered = true
    }
    let card = entities.count
    entities.append(Entity(id: "", kind: "", kindName: "", name: "", card: Card(rows: rows)))
    let statuses = Set(rows.map { relations[$0.relation].status })
    relations.append(
      Relation(
        id: "", subject: side == .towards ? card : hub, object: side == .towards ? hub : card, type: "", words: "",
        status: statuses.count == 1 ? relations[rows[0].relation].status : .asserted, isDirected: side != .neither,
        isConnector: true))
  }
}
