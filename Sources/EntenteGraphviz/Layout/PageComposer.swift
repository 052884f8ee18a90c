/// Puts the title above a composition, the legend and the caption below it; of several frames, each its own heading above.
struct PageComposer: Sendable {
  var diagram: Diagram
  let measurer: TextMeasurer
  /// What the page is to fit.
  var target = Target.any
  /// How large the logo is, if there is one.
  var logo: Size?
  var showsLegend = true

  static let margin = 8.0
  /// In a column as narrow as a newspaper's, the title is smaller.
  private static let narrow = 300.0
  private var titleFace: Face { Face(size: (target.width ?? .infinity) < Self.narrow ? 12 : 15, bold: true) }
  private static let frameFace = Face(size: 12, bold: true)
  private static let subtitleFace = Face(size: 11)
  private static let noteFace = Face(size: 9)
  /// How high the room is in which nothing is drawn.
  private static let emptyHeight = 30.0
  /// A page is never narrower than this, so that legend and caption have room.
  private static let smallestWidth = 260.0
  /// A title that is not broken into lines makes a page at most this wide.
  private static let widestForTitle = 420.0
  /// At the end of the title's first line, where the years stand that were asked about.
  private var periodRoom: Double { (target.width ?? .infinity) < Self.narrow ? 40 : 90 }
  private static let periodGap = 12.0
  private var periodSizes: [Double] { [titleFace.size, 12, 10.5, 9] }

  /// The same for another diagram.
  func of(_ diagram: Diagram) -> PageComposer {
    var composer = self
    composer.diagram = diagram
    return composer
  }

  /// How large the page is around a drawing of this size.
  func size(around drawing: Size) -> Size {
    let frames = [Scene.Frame(diagram: diagram)]
    let bare = page(Composition(entities: [], links: []), frames, columns: 1, width: drawing.width, slack: 0).size
    return target.page(for: Size(bare.width, bare.height - Self.emptyHeight + drawing.height))
  }

  /// A page with the composition once.
  func page(_ composition: Composition) -> Scene {
    page(composition, [Scene.Frame(diagram: diagram)], columns: 1)
  }

  /// A page with the composition once for each of `diagrams`, which differ in what is painted: small multiples, in the grid
  /// that needs the least paper, has the fewest empty places and is most like a sheet.
  func filmstrip(_ composition: Composition, _ diagrams: [Diagram]) -> Scene {
    let frames = diagrams.map { Scene.Frame(diagram: $0, prefix: "y\($0.periodID)-") }
    let pages = (1...max(1, frames.count)).map { columns in
      let page = page(composition, frames, columns: columns)
      return (page: page, cost: cost(page, emptyPlaces: (columns - frames.count % columns) % columns))
    }
    return pages.min { $0.cost.lexicographicallyPrecedes($1.cost) }?.page ?? page(composition, frames, columns: 1)
  }

  private func cost(_ page: Scene, emptyPlaces: Int) -> [Double] {
    let (width, height) = (page.size.width, page.size.height)
    // Of those on one sheet, the one that is most like a sheet.
    return [target.step(for: page.size), Double(emptyPlaces), max(width, height) / min(width, height)]
  }

  /// The page, with room added to it until it has the proportion that was asked for.
  private func page(_ composition: Composition, _ frames: [Scene.Frame], columns: Int) -> Scene {
    let page = page(composition, frames, columns: columns, width: 0, slack: 0)
    guard target.aspect != nil else { return page }
    let room = target.page(for: page.size)
    // On a wider page legend and caption have fewer lines: what is left of its height goes around the drawing.
    let wide = self.page(composition, frames, columns: columns, width: room.width - 2 * Self.margin, slack: 0)
    let slack = target.page(for: wide.size).height - wide.size.height
    if slack <= 0 { return wide }
    return self.page(composition, frames, columns: columns, width: room.width - 2 * Self.margin, slack: slack)
  }

  /// The page at least so wide between its margins, and with so much more room above and below the drawing.
  private func page(
    _ composition: Composition, _ frames: [Scene.Frame], columns: Int, width smallestWidth: Double, slack: Double
  ) -> Scene {
    let isFilm = frames.count > 1
    let drawing = drawnRoom(of: composition, frames)
    let step = Size(drawing.width + 28, drawing.height + (isFilm ? 38 : 0))
    let rows = (frames.count + columns - 1) / columns
    let used = Size(
      Double(columns) * step.width - 28, Double(rows) * step.height - (isFilm ? 14 : 0))
    let width = max(used.width, smallestWidth, usualWidth)
    var y = Self.margin
    var scene = Scene(size: .zero, entities: [], links: [])
    scene.heading = heading(width: width, top: &y, period: isFilm ? "" : diagram.period)
    let place = Point(Self.margin + (width - used.width) / 2, y + slack / 2 + (isFilm ? 20 : 0))
    let placed = composition.moved(by: place - Point(drawing.left, drawing.top))
    (scene.entities, scene.links, scene.headings) = (placed.entities, placed.links, placed.headings)
    scene.frames = frames.enumerated().map { index, frame in
      var frame = frame
      frame.offset = Point(Double(index % columns) * step.width, Double(index / columns) * step.height)
      let corner = place + frame.offset
      if isFilm { frame.notes.append(note(frame.diagram.period, Self.frameFace, Point(corner.x, corner.y - 9))) }
      if let notice = frame.diagram.notice {
        let middle = Point(corner.x + drawing.width / 2, corner.y + drawing.height / 2)
        frame.notes.append(notice.centred(at: middle, measurer, Self.noteFace))
      }
      return frame
    }
    y += max(used.height, composition.entities.isEmpty ? Self.emptyHeight : 0) + 14 + slack
    if showsLegend {
      let legend = LegendComposer(
        diagram: diagram, painted: frames.map(\.diagram), measurer: measurer, face: Self.noteFace)
      scene.legend = legend.items(left: Self.margin, top: &y, width: width)
    }
    let captionTop = y
    // At its left, the caption leaves the logo's room free.
    let captionWidth = width - (logo.map { $0.width + 12 } ?? 0)
    for line in diagram.caption {
      let block = measurer.block(line, Self.noteFace, width: captionWidth, breaksWords: true)
      for line in block.lines {
        scene.caption.append(run(line, Self.noteFace, .muted, Point(Self.margin, y + 8)))
        y += block.leading
      }
    }
    if let logo {
      y = max(y, captionTop + logo.height + 3)
      scene.logo = Box(
        left: Self.margin + width - logo.width, top: y - 3 - logo.height, right: Self.margin + width, bottom: y - 3)
    }
    scene.size = Size(width + 2 * Self.margin, y + Self.margin - 3)
    return scene
  }

  /// What of the drawing the page has room for: of several frames, what one of them shows; of a year, what any year shows.
  private func drawnRoom(of composition: Composition, _ frames: [Scene.Frame]) -> Box {
    let diagrams = frames.map(\.diagram)
    let isFilm = frames.count > 1
    let held = Diagram.holds(
      diagrams, { isFilm ? $0.isShown : $0.isEverShown }, { isFilm ? $0.isShown : $0.isEverShown })
    return composition.box(ofEntities: held.entities, relations: held.relations)
  }

  /// The width between the margins that a page has where its drawing needs no more.
  private var usualWidth: Double {
    if let width = target.width { return width - 2 * Self.margin }
    let title = measurer.block(diagram.title, titleFace).width + periodRoom
    return max(Self.smallestWidth, min(title, Self.widestForTitle))
  }

  /// The title, and at its right the years that were asked about, on a line that is there with and without them.
  private func heading(width: Double, top: inout Double, period: String) -> [TextRun] {
    let title = measurer.block(diagram.title, titleFace, width: width - periodRoom, breaksWords: true)
    var heading: [TextRun] = []
    for line in title.lines {
      if !line.text.isEmpty { heading.append(run(line, titleFace, .plain, Point(Self.margin, top + 12))) }
      top += title.leading
    }
    let subtitle = diagram.subtitle.map { measurer.block($0, Self.subtitleFace, width: width, breaksWords: true) }
    for line in subtitle?.lines ?? [] {
      heading.append(run(line, Self.subtitleFace, .muted, Point(Self.margin, top + 9)))
      top += subtitle?.leading ?? 0
    }
    if !period.isEmpty { heading.append(self.period(period, beside: title, width: width, top: &top)) }
    top += 8
    return heading
  }

  /// The years beside the first of the title's lines that leaves room, smaller where none does: a page with years is as
  /// high as without. Only what is longer than the room that every line leaves stands below.
  private func period(_ period: String, beside title: TextBlock, width: Double, top: inout Double) -> TextRun {
    for size in periodSizes {
      let face = Face(size: size, bold: true)
      guard let line = measurer.block(period, face).lines.first else { continue }
      for (row, beside) in title.lines.enumerated() where beside.width + Self.periodGap + line.width <= width {
        let place = Point(Self.margin + width - line.width, Self.margin + 12 + Double(row) * title.leading)
        return run(line, face, .muted, place)
      }
    }
    top += title.leading
    return run(
      measurer.block(period, titleFace).lines[0], titleFace, .muted,
      Point(Self.margin, top - title.leading + 12))
  }

  private func note(_ text: String, _ face: Face, _ origin: Point) -> TextRun {
    run(measurer.block(text, face).lines[0], face, .plain, origin)
  }

  private func run(_ line: TextLine, _ face: Face, _ tone: Tone, _ origin: Point) -> TextRun {
    TextRun(
      text: line.text, face: face, tone: tone, origin: origin, width: line.width, rightToLeft: line.rightToLeft,
      lacking: line.lacking)
  }
}

extension Diagram {
  /// What to say where there is nothing to paint.
  var notice: String? {
    guard !entities.contains(where: { $0.isShown && $0.isOwn }) else { return nil }
    return period.isEmpty ? "Nothing is in this selection." : "Nothing of it held in \(period)."
  }
}

extension String {
  /// The text as a run around a point.
  fileprivate func centred(at middle: Point, _ measurer: TextMeasurer, _ face: Face) -> TextRun {
    let line = measurer.block(self, face).lines[0]
    return TextRun(
      text: line.text, face: face, tone: .muted, origin: Point(middle.x - line.width / 2, middle.y + 3),
      width: line.width, isCentred: true)
  }
}
