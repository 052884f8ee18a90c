import EntenteFormats

/// The leaves of a hub in columns: rows that say the same under one heading, which says when, too, where that is the same.
struct HubCard {
  /// A heading, or a row of an entity.
  private enum Item {
    case heading(Wording)
    case row(Row)

    var height: Double {
      switch self {
      case .heading(let wording): wording.size.height + 4
      case .row(let row): row.name.size.height + 2
      }
    }

    var width: Double {
      switch self {
      case .heading(let wording): wording.width
      case .row(let row): row.width
      }
    }
  }

  private struct Row {
    let row: Diagram.Card.Row
    let style: KindLook
    let name: Wording
    /// When each of its relations held, where the heading does not say so.
    let dates: [Wording?]

    var samplesWidth: Double { Double(row.relations.count) * HubCard.sampleWidth }
    var width: Double {
      samplesWidth + HubCard.markSize.width + 5 + name.width
        + dates.reduce(0) { $0 + ($1.map { $0.width + HubCard.dateGap } ?? 0) }
    }
  }

  private typealias Group = (heading: Wording, rows: [Item])

  private let columns: [[Item]]
  let size: Size

  private static let markSize = Size(15, 8)
  /// A short line before each row shows its status, and is what stands for the relation.
  private static let sampleWidth = 18.0
  private static let dateGap = 6.0
  static let padding = Size(8, 6)
  private static let columnGap = 14.0
  /// A name longer than this is broken into lines, as a part of the width at which names outside are: a row has more room.
  private static let nameWidth = 1.24
  /// From how many rows on a date stands in a heading of its own.
  private static let rowsOfADate = 3

  init(_ card: Diagram.Card, _ composer: Composer, width: Double) {
    let groups = Self.groups(card, composer, width: Self.nameWidth * width)
    let candidates = (1...4).map { Self.columns(groups, count: $0) }.map { ($0, Self.size(of: $0)) }
    // A card about as wide as high leaves the most room around it.
    let best = candidates.min { max($0.1.width, $0.1.height) < max($1.1.width, $1.1.height) }
    columns = best?.0 ?? []
    size = best?.1 ?? .zero
  }

  /// The rows by what they say, in the order of their first ones: those of a date that several share first, then the others.
  private static func groups(_ card: Diagram.Card, _ composer: Composer, width: Double) -> [Group] {
    let diagram = composer.diagram
    func dates(_ row: Diagram.Card.Row) -> [String] { row.relations.map { diagram.relations[$0].date } }
    var groups: [Group] = []
    for rows in inGroups(card.rows, by: diagram.signature) {
      let byDate = inGroups(rows, by: dates)
      let shared = byDate.count == 1 ? byDate : byDate.filter { $0.count >= rowsOfADate }
      let rest = rows.filter { row in !shared.contains { $0.contains(row) } }
      groups += shared.map { group($0, saysDates: true, composer, width: width) }
      if !rest.isEmpty { groups.append(group(rest, saysDates: false, composer, width: width)) }
    }
    return groups
  }

  private static func inGroups<Key: Hashable>(
    _ rows: [Diagram.Card.Row], by key: (Diagram.Card.Row) -> Key
  ) -> [[Diagram.Card.Row]] {
    var groups: [[Diagram.Card.Row]] = []
    var known: [Key: Int] = [:]
    for row in rows {
      let key = key(row)
      if known[key] == nil {
        known[key] = groups.count
        groups.append([])
      }
      groups[known[key] ?? 0].append(row)
    }
    return groups
  }

  private static func group(
    _ rows: [Diagram.Card.Row], saysDates: Bool, _ composer: Composer, width: Double
  ) -> Group {
    let (diagram, measurer) = (composer.diagram, composer.measurer)
    let relations = (rows.first?.relations ?? []).map { index in
      var relation = diagram.relations[index]
      if !saysDates { relation.date = "" }
      return relation
    }
    // Where no row has two dates, one for all its relations will do.
    let areAlike = rows.allSatisfy { Set($0.relations.map { diagram.relations[$0].date }).count == 1 }
    let items = rows.map { row in
      Item.row(
        Row(
          row: row, style: composer.style(row.entity),
          name: measurer.plain(diagram.entities[row.entity].name, width: width),
          dates: row.relations.enumerated().map { place, index in
            let isSaid = saysDates || place > 0 && areAlike
            return measurer.date(isSaid ? "" : diagram.relations[index].date, diagram.relations[index].references)
          }))
    }
    let hubs = rows.first.map { Self.hubs(of: $0, diagram) } ?? []
    return (heading(relations, with: hubs, measurer, width: width + 20), items)
  }

  /// What the relations of each row say, and with whom they are, in their order, where those are several: with when, where
  /// that is not the same for all.
  private static func heading(
    _ relations: [Diagram.Relation], with hubs: [String], _ measurer: TextMeasurer, width: Double
  ) -> Wording {
    if Set(hubs).count < 2 { return measurer.heading(of: relations, width: width) }
    if Set(relations.map(\.date)).count < 2 {
      var heading = measurer.heading(of: relations, width: width)
      heading.lines += measurer.plain(hubs.joined(separator: ", "), width: width).lines
      return heading
    }
    var undated = relations
    for index in undated.indices { undated[index].date = "" }
    var heading = measurer.heading(of: undated, width: width)
    for (hub, relation) in zip(hubs, relations) {
      var lines = measurer.plain(hub, width: width).lines
      if let date = measurer.date(relation.date, []), let last = lines.indices.last {
        lines[last] += date.lines.first ?? []
        lines += date.lines.dropFirst()
      }
      heading.lines += lines
    }
    return heading
  }

  /// The names of those with whom each of a row's relations is, in their order.
  private static func hubs(of row: Diagram.Card.Row, _ diagram: Diagram) -> [String] {
    row.relations.map { diagram.entities[diagram.relations[$0].other(than: row.entity)].name }
  }

  /// The groups in columns of about one height; a group that goes on in the next column has its heading there again.
  private static func columns(_ groups: [Group], count: Int) -> [[Item]] {
    let total = groups.reduce(0) { $0 + Item.heading($1.heading).height + $1.rows.reduce(0) { $0 + $1.height } }
    let limit = total / Double(count) + 1
    var columns: [[Item]] = [[]]
    var height = 0.0
    for group in groups {
      var needsHeading = true
      for row in group.rows {
        let needed = row.height + (needsHeading ? Item.heading(group.heading).height : 0)
        if height + needed > limit, columns.count < count, !(columns.last?.isEmpty ?? true) {
          columns.append([])
          height = 0
          needsHeading = true
        }
        if needsHeading {
          columns[columns.count - 1].append(.heading(group.heading))
          height += Item.heading(group.heading).height
          needsHeading = false
        }
        columns[columns.count - 1].append(row)
        height += row.height
      }
    }
    return columns
  }

  private static func width(of column: [Item]) -> Double { column.reduce(0) { max($0, $1.width) } }

  private static func size(of columns: [[Item]]) -> Size {
    let widths = columns.reduce(0) { $0 + width(of: $1) } + Double(columns.count - 1) * columnGap
    let height = columns.reduce(0) { max($0, $1.reduce(0) { $0 + $1.height }) }
    return Size(widths + 2 * padding.width, height + 2 * padding.height)
  }

  func placed(_ entity: Int, in box: Box) -> PlacedEntity {
    var placed = PlacedEntity(entity: entity, style: KindLook(.rectangle, .orange), box: box, texts: [])
    var x = box.left + Self.padding.width
    for column in columns {
      let width = Self.width(of: column)
      var y = box.top + Self.padding.height
      for item in column {
        let room = Box(left: x, top: y, right: x + width, bottom: y + item.height)
        switch item {
        case .heading(let wording):
          placed.groups.append(PlacedCardGroup(heading: wording.placed(in: room, centred: false)))
        case .row(let row): placed.groups[placed.groups.count - 1].rows.append(self.row(row, in: room))
        }
        y += item.height
      }
      x += width + Self.columnGap
    }
    return placed
  }

  private func row(_ row: Row, in room: Box) -> PlacedCardRow {
    let middle = room.top + 1 + row.name.leading / 2
    var x = room.left
    let samples = row.row.relations.map { _ in
      defer { x += Self.sampleWidth }
      return Curve(through: [Point(x, middle), Point(x + Self.sampleWidth - 4, middle)])
    }
    let mark = Point(x + Self.markSize.width / 2, middle)
    var text = room
    text.left = x + Self.markSize.width + 5
    let name = row.name.placed(in: text, centred: false)
    text.left += row.name.width
    var dates: [[TextRun]] = []
    // The first relation has the row from its left end to its own date, each next one its date.
    var rooms = samples.map { Box(left: $0.start.x, top: room.top, right: $0.end.x + 4, bottom: room.bottom) }
    rooms[rooms.count - 1].right = room.right
    for date in row.dates {
      guard let date else {
        dates.append([])
        continue
      }
      text.left += Self.dateGap
      dates.append(date.placed(in: text, centred: false))
      text.left += date.width
    }
    return PlacedCardRow(
      row: row.row, style: row.style, rooms: rooms, samples: samples, dates: dates,
      mark: Box(centre: mark, size: Self.markSize), texts: name)
  }
}
