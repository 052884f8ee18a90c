/// The leaves of a hub in columns: rows that say the same under one heading.
struct HubCard {
  /// A heading, or a row of an entity.
  private enum Item {
    case heading(Wording)
    case row(Diagram.Card.Row, KindStyle, Wording)

    var height: Double {
      switch self {
      case .heading(let wording): wording.size.height + 4
      case .row(_, _, let wording): wording.size.height + 2
      }
    }

    var width: Double {
      switch self {
      case .heading(let wording): wording.width
      case .row(_, _, let wording): HubCard.sampleWidth + HubCard.markSize.width + 5 + wording.width
      }
    }
  }

  private let columns: [[Item]]
  let size: Size

  private static let markSize = Size(15, 8)
  /// A short line before each row shows its status, and is what stands for the relation.
  private static let sampleWidth = 18.0
  private static let padding = Size(8, 6)
  private static let columnGap = 14.0
  /// A name longer than this is broken into lines.
  private static let nameWidth = 130.0

  init(_ card: Diagram.Card, _ composer: Composer) {
    let (diagram, measurer) = (composer.diagram, composer.measurer)
    var groups: [(heading: Wording, rows: [Item])] = []
    var known: [String: Int] = [:]
    for row in card.rows {
      let relation = diagram.relations[row.relation]
      let key = [relation.words, relation.date, relation.status.rawValue].joined(separator: "\u{0}")
      if known[key] == nil {
        known[key] = groups.count
        groups.append((measurer.heading(of: relation, width: Self.nameWidth + 20), []))
      }
      let name = measurer.plain(diagram.entities[row.entity].name, width: Self.nameWidth)
      groups[known[key] ?? 0].rows.append(.row(row, composer.style(row.entity), name))
    }
    let candidates = (1...4).map { Self.columns(groups, count: $0) }.map { ($0, Self.size(of: $0)) }
    // A card about as wide as high leaves the most room around it.
    let best = candidates.min { max($0.1.width, $0.1.height) < max($1.1.width, $1.1.height) }
    columns = best?.0 ?? []
    size = best?.1 ?? .zero
  }

  /// The groups in columns of about one height; a group that goes on in the next column has its heading there again.
  private static func columns(_ groups: [(heading: Wording, rows: [Item])], count: Int) -> [[Item]] {
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
    var placed = PlacedEntity(entity: entity, style: KindStyle(shape: .rectangle, slot: 0), box: box, texts: [])
    var x = box.left + Self.padding.width
    for column in columns {
      let width = Self.width(of: column)
      var y = box.top + Self.padding.height
      for item in column {
        let room = Box(left: x, top: y, right: x + width, bottom: y + item.height)
        switch item {
        case .heading(let wording):
          placed.groups.append(PlacedCardGroup(heading: wording.placed(in: room, centred: false)))
        case .row(let row, let style, let wording):
          placed.groups[placed.groups.count - 1].rows.append(self.row(row, style, wording, in: room))
        }
        y += item.height
      }
      x += width + Self.columnGap
    }
    return placed
  }
  private func row(_ row: Diagram.Card.Row, _ style: KindStyle, _ wording: Wording, in room: Box) -> PlacedCardRow {
    let middle = room.top + 1 + wording.leading / 2
    let mark = Point(room.left + Self.sampleWidth + Self.markSize.width / 2, middle)
    var text = room
    text.left += Self.sampleWidth + Self.markSize.width + 5
    return PlacedCardRow(
      row: row, style: style, room: room,
      sample: Curve(through: [Point(room.left, middle), Point(room.left + Self.sampleWidth - 4, middle)]),
      mark: Box(centre: mark, size: Self.markSize), texts: wording.placed(in: text, centred: false))
  }
}
