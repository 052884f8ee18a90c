/// Puts the title above a composition, the legend and the caption below it.
struct PageComposer {
  let diagram: Diagram
  let measurer: TextMeasurer
  let styles: [String: KindStyle]
  var showsLegend = true

  static let margin = 8.0
  private static let titleFace = Face(size: 15, bold: true)
  private static let noteFace = Face(size: 9)

  func page(_ composition: Composer.Composition) -> Scene {
    let drawing = composition.box
    let width = max(drawing.width, 260)
    let title = measurer.block(diagram.title, Self.titleFace, width: width)
    let left = Self.margin
    var heading: [TextRun] = []
    var y = Self.margin
    for line in title.lines where !line.text.isEmpty {
      heading.append(run(line, Self.titleFace, .plain, Point(left, y + 12)))
      y += title.leading
    }
    y += heading.isEmpty ? 0 : 8
    let total = max(width, title.width)
    let placed = composition.moved(
      by: Point(left + (total - drawing.width) / 2 - drawing.left, y - drawing.top))
    y += drawing.height + 14
    var legend: [LegendItem] = []
    if showsLegend {
      legend = self.legend(left: left, top: &y, width: total)
      y += 4
    }
    var caption: [TextRun] = []
    for note in diagram.caption {
      let block = measurer.block(note, Self.noteFace, width: total)
      for line in block.lines {
        caption.append(run(line, Self.noteFace, .muted, Point(left, y + 8)))
        y += block.leading
      }
    }
    return Scene(
      size: Size(total + 2 * Self.margin, y + Self.margin - 3), entities: placed.entities, links: placed.links,
      heading: heading, legend: legend, caption: caption)
  }

  private func run(_ line: TextLine, _ face: Face, _ tone: Tone, _ origin: Point) -> TextRun {
    TextRun(
      text: line.text, face: face, tone: tone, origin: origin, width: line.width, rightToLeft: line.rightToLeft)
  }

  /// Samples in rows from `top` on, which is moved below them.
  private func legend(left: Double, top: inout Double, width: Double) -> [LegendItem] {
    var items: [LegendItem] = []
    var x = left
    let height = 16.0
    func place(_ name: String, _ sampleWidth: Double, _ sample: (Box) -> LegendItem.Sample) {
      let line = measurer.block(name, Self.noteFace).lines[0]
      let needed = sampleWidth + 5 + line.width
      if x > left, x + needed > left + width {
        x = left
        top += height
      }
      let box = Box(left: x, top: top + 2, right: x + sampleWidth, bottom: top + 13)
      let text = run(line, Self.noteFace, .plain, Point(x + sampleWidth + 5, top + 10.7))
      items.append(LegendItem(sample: sample(box), text: text))
      x += needed + 14
    }
    var seen: Set<String> = []
    for entity in diagram.entities where seen.insert(entity.kind).inserted {
      if let style = styles[entity.kind] { place(entity.kindName, 26) { .kind(style, $0) } }
    }
    if !items.isEmpty {
      x = left
      top += height
    }
    let used = Set(diagram.relations.map(\.status))
    for status in LineStyle.allCases where used.contains(status) {
      place(status.rawValue, 30) { box in
        .status(status, Curve(through: [Point(box.left, box.centre.y), Point(box.right, box.centre.y)]))
      }
    }
    if !used.isEmpty { top += height }
    return items
  }
}
