import Entente
import EntenteFormats

/// Places the legend: kinds in the first rows, then statuses and what was asked about time.
struct LegendComposer {
  let diagram: Diagram
  /// The diagram as each frame of the page paints it: only what one of them shows is explained.
  let painted: [Diagram]
  let measurer: TextMeasurer
  let face: Face

  private static let rowHeight = 16.0
  private static let lineWidth = 24.0
  private static let arrowWidth = 18.0
  private static let shapeWidth = 26.0
  private static let swatchWidth = 11.0

  /// A sample and its explanation before they have a place.
  private struct Entry {
    let name: String
    let width: Double
    let isShown: Bool
    let sample: (Box) -> [Ink]
  }

  /// How much higher a legend is for what lines have in common.
  static func roomOfShared(_ diagram: Diagram) -> Double { diagram.shared == Diagram.Shared() ? 0 : rowHeight }

  /// The items in rows from `top` on, which is moved below the room of all of them: pictures with and without a year are
  /// equally large.
  func items(left: Double, top: inout Double, width: Double) -> [LegendItem] {
    var items: [LegendItem] = []
    let groups = [sides, kinds, statuses + times, shared].filter { !$0.isEmpty }
    for entries in groups {
      items += place(entries.filter(\.isShown), left: left, top: top, width: width).items
      top = place(entries, left: left, top: top, width: width).bottom
    }
    if !groups.isEmpty { top += 4 }
    return items
  }

  private func place(
    _ entries: [Entry], left: Double, top: Double, width: Double
  ) -> (items: [LegendItem], bottom: Double) {
    var items: [LegendItem] = []
    var (x, y) = (left, top)
    for entry in entries {
      let block = measurer.block(entry.name, face, width: width - entry.width - 5, breaksWords: true)
      let needed = entry.width + 5 + block.width
      if x > left, x + needed > left + width {
        x = left
        y += Self.rowHeight
      }
      let box = Box(left: x, top: y + 2, right: x + entry.width, bottom: y + 13)
      let texts = block.lines.enumerated().map { row, line in
        TextRun(
          text: line.text, face: face, tone: .plain,
          origin: Point(x + entry.width + 5, y + 10.7 + Double(row) * block.leading), width: line.width,
          rightToLeft: line.rightToLeft, lacking: line.lacking)
      }
      items.append(LegendItem(sample: entry.sample(box), texts: texts))
      x += needed + 10
      // What has several lines has its rows for itself: its width is the legend's.
      y += Double(block.lines.count - 1) * block.leading
    }
    return (items, y + Self.rowHeight)
  }

  private var kinds: [Entry] {
    let shown = Set(painted.flatMap { $0.entities.lazy.filter { $0.isShown && $0.isOwn }.map(\.kind) })
    var seen: Set<String> = []
    return diagram.entities.filter { $0.isOwn && seen.insert($0.kind).inserted }.map { entity in
      let look = diagram.looks[entity.kind] ?? KindLook(.rectangle, .orange)
      return Entry(name: entity.kindName, width: Self.shapeWidth, isShown: shown.contains(entity.kind)) {
        [.shape(look, $0, .plain, diagram.sides.isEmpty ? .kind : .neutral)]
      }
    }
  }

  /// What colours mean, where they do not mean kinds.
  private var sides: [Entry] {
    if diagram.sides.isEmpty { return [] }
    let shown = painted.flatMap { $0.entities.filter { $0.isShown && $0.isOwn } }
    let entries = diagram.sides.enumerated().map { place, name in
      Entry(name: name, width: Self.swatchWidth, isShown: shown.contains { $0.side == place }) {
        [.shape(Self.swatch, $0, .plain, .side(place))]
      }
    }
    guard diagram.entities.contains(where: { $0.side == nil && $0.isOwn }) else { return entries }
    let neutral = Entry(
      name: diagram.neutralName, width: Self.swatchWidth, isShown: shown.contains { $0.side == nil }
    ) { [.shape(Self.swatch, $0, .plain, .neutral)] }
    return entries + [neutral]
  }

  /// A small square, which stands for a colour alone.
  private static let swatch = KindLook(.rectangle, .orange)

  private var statuses: [Entry] {
    let used = Set(diagram.relations.lazy.filter { !$0.isConnector }.map(\.status))
    let shown = Set(shownRelations.map(\.status))
    return Status.allCases.filter { used.contains($0) }.map { status in
      Entry(name: status.name, width: Self.lineWidth, isShown: shown.contains(status)) {
        [.line(Curve(through: [Point($0.left, $0.centre.y), Point($0.right, $0.centre.y)]), status.line, Stroke())]
      }
    }
  }

  private var shownRelations: [Diagram.Relation] {
    painted.flatMap { $0.relations.filter { $0.isShown && !$0.isConnector } }
  }

  /// What is certain and what is possible, or what came and what went.
  private var times: [Entry] {
    guard !diagram.relations.isEmpty else { return [] }
    if let compared = diagram.compared {
      let changes = Set(shownRelations.map(\.change)).union(painted.flatMap { $0.entities.map(\.change) })
      return [
        like("+ only in \(compared.after)", isShown: changes.contains(.came)) { $0.change = .came },
        like("− only in \(compared.before)", isShown: changes.contains(.went)) { $0.change = .went },
        like("in both", isShown: changes.contains(.stayed)) { $0.change = .stayed },
      ]
    }
    let certainties = Set(shownRelations.map(\.certainty))
    return [
      like("certain", isShown: certainties.contains(.certain)) { $0.certainty = .certain },
      like("possible", isShown: certainties.contains(.possible)) { $0.certainty = .possible },
    ]
  }

  /// What lines that do not say it themselves have in common.
  private var shared: [Entry] {
    var entries: [Entry] = []
    if let words = diagram.shared.words {
      let isDirected = hasDirection { $0.words == words }
      entries.append(like("without a word: \(words)", isShown: true, isDirected: isDirected) { _ in })
    }
    if let date = diagram.shared.date { entries.append(like("without a date: \(date)", isShown: true) { _ in }) }
    return entries
  }

  /// Whether some of the relations have a direction: where none has, a sample with a head would show what there is not.
  private func hasDirection(_ isMeant: (Diagram.Relation) -> Bool = { _ in true }) -> Bool {
    diagram.relations.contains { $0.isDirected && !$0.isConnector && isMeant($0) }
  }

  private func like(
    _ name: String, isShown: Bool, isDirected: Bool? = nil, _ change: (inout Diagram.Relation) -> Void
  ) -> Entry {
    var relation = Diagram.Relation(id: "", subject: 0, object: 0, type: "", words: "")
    change(&relation)
    let stroke = relation.stroke
    let hasHead = isDirected ?? hasDirection()
    return Entry(name: name, width: Self.arrowWidth, isShown: isShown) { box in
      let (start, tip) = (Point(box.left, box.centre.y), Point(box.right, box.centre.y))
      guard hasHead else { return [.line(Curve(through: [start, tip]), .plain, stroke)] }
      let base = Point(tip.x - ArrowHead.length, tip.y)
      return [
        .line(Curve(through: [start, Point(base.x + 1, tip.y)]), .plain, stroke),
        .arrow(ArrowHead(tip: tip, base: base), stroke),
      ]
    }
  }
}
