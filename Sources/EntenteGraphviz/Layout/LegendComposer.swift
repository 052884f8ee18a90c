/// Places the legend: kinds in the first rows, then statuses and what was asked about time.
struct LegendComposer {
  let diagram: Diagram
  let measurer: TextMeasurer
  let styles: [String: KindStyle]
  let face: Face
  /// Whether certain and possible are told apart.
  let asksForYears: Bool

  private static let rowHeight = 16.0
  private static let lineWidth = 24.0
  private static let arrowWidth = 18.0
  private static let shapeWidth = 26.0

  /// A sample and its explanation before they have a place; one that is not shown keeps its room, so that pictures with
  /// and without a year are equally large.
  private struct Entry {
    let name: String
    let width: Double
    var isShown = true
    let sample: (Box) -> [Ink]
  }

  /// The items in rows from `top` on, which is moved below them.
  func items(left: Double, top: inout Double, width: Double) -> [LegendItem] {
    var items: [LegendItem] = []
    for entries in [kinds, statuses + times] where !entries.isEmpty {
      var x = left
      for entry in entries {
        let line = measurer.block(entry.name, face).lines[0]
        let needed = entry.width + 5 + line.width
        if x > left, x + needed > left + width {
          x = left
          top += Self.rowHeight
        }
        let box = Box(left: x, top: top + 2, right: x + entry.width, bottom: top + 13)
        let text = TextRun(
          text: line.text, face: face, tone: .plain, origin: Point(x + entry.width + 5, top + 10.7),
          width: line.width, rightToLeft: line.rightToLeft)
        if entry.isShown { items.append(LegendItem(sample: entry.sample(box), text: text)) }
        x += needed + 10
      }
      top += Self.rowHeight
    }
    if !items.isEmpty { top += 4 }
    return items
  }

  private var kinds: [Entry] {
    var seen: Set<String> = []
    return diagram.entities.filter { $0.card == nil && seen.insert($0.kind).inserted }.compactMap { entity in
      styles[entity.kind].map { style in
        Entry(name: entity.kindName, width: Self.shapeWidth) { [.shape(style, $0, .plain)] }
      }
    }
  }

  private var statuses: [Entry] {
    let used = Set(diagram.relations.lazy.filter { !$0.isConnector }.map(\.status))
    return LineStyle.allCases.filter { used.contains($0) }.map { status in
      Entry(name: status.rawValue, width: Self.lineWidth) {
        [.line(Curve(through: [Point($0.left, $0.centre.y), Point($0.right, $0.centre.y)]), status, Stroke())]
      }
    }
  }

  /// What is certain and what is possible, or what came and what went.
  private var times: [Entry] {
    guard !diagram.relations.isEmpty else { return [] }
    if let compared = diagram.compared {
      return [
        like("+ only in \(compared.after)", isShown: true) { $0.change = .came },
        like("− only in \(compared.before)", isShown: true) { $0.change = .went },
        like("in both", isShown: true) { $0.change = .stayed },
      ]
    }
    return [
      like("certain", isShown: asksForYears) { $0.certainty = .certain },
      like("possible", isShown: asksForYears) { $0.certainty = .possible },
    ]
  }

  private func like(_ name: String, isShown: Bool, _ change: (inout Diagram.Relation) -> Void) -> Entry {
    var relation = Diagram.Relation(id: "", subject: 0, object: 0, type: "", words: "")
    change(&relation)
    let stroke = relation.stroke
    return Entry(name: name, width: Self.arrowWidth, isShown: isShown) { box in
      let (start, tip) = (Point(box.left, box.centre.y), Point(box.right, box.centre.y))
      let base = Point(tip.x - ArrowHead.length, tip.y)
      return [
        .line(Curve(through: [start, Point(base.x + 1, tip.y)]), .asserted, stroke),
        .arrow(ArrowHead(tip: tip, base: base), stroke),
      ]
    }
  }
}
