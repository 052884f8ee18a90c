extension PlacedEntity {
  /// A hub's card with those of its rows that are `kept`, and its frame round them; where its lines end, the frame still is.
  func keeping(_ kept: (PlacedCardRow) -> Bool, lineEnds: [Point]) -> PlacedEntity {
    var card = self
    card.groups = []
    let first = box.top + HubCard.padding.height
    // By columns, where what stood there before ends, and where what is kept does.
    var (before, now): ([Double: Double], [Double: Double]) = ([:], [:])
    for group in groups {
      guard let top = group.rows.first?.rooms.first, let bottom = group.rows.last?.rooms.first?.bottom else { continue }
      let start = before[top.left] ?? first
      before[top.left] = bottom
      let rows = group.rows.filter(kept)
      if rows.isEmpty { continue }
      var place = now[top.left] ?? first
      var shown = PlacedCardGroup(heading: group.heading.map { $0.moved(by: Point(0, place - start)) })
      place += top.top - start
      for row in rows {
        guard let room = row.rooms.first else { continue }
        shown.rows.append(row.moved(by: Point(0, place - room.top)))
        place += room.height
      }
      now[top.left] = place
      card.groups.append(shown)
    }
    let ends = lineEnds.map { min(max($0.y, box.top), box.bottom) }
    let (highest, lowest) = (ends.min() ?? box.top, ends.max() ?? box.top)
    let height = max((now.values.max() ?? first) + HubCard.padding.height - box.top, lowest - highest)
    guard height < box.height - 0.1 else { return self }
    card.box.bottom = box.top + height
    // What is left over above and below the ends shrinks on both sides alike.
    let between = lowest - highest
    let share = (highest - box.top) / (box.height - between)
    return card.moved(by: Point(0, highest - box.top - share * (height - between)))
  }
}
