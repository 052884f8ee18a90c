public import Entente
import EntenteFormats

/// A picture of a selection, laid out and measured: fit to print where ``notes`` do not say otherwise.
///
/// ```swift
/// let picture = try await graph.everything.picture()
/// let bytes = try picture.png()
/// ```
public struct Picture: Sendable {
  let scene: Scene
  /// What is painted: a second target, such as a page, paints the same.
  package let displayList: DisplayList
  /// What it is painted with.
  package let theme: Theme
  /// The sheet that it is drawn for; `nil` for the screen, or where it is as wide or of the proportion that was asked for.
  let sheet: Sheet?
  /// By how much it is larger than it is drawn.
  let scale: Double
  /// What to tell the person who asked for it: the sheet that it is drawn for, and what is left to be desired.
  public let notes: [PictureNote]
  private let laidOut: LaidOut

  private init(
    _ scene: Scene, _ laidOut: LaidOut, theme: Theme, sheet: Sheet?, scale: Double, notes: [PictureNote]
  ) {
    self.scene = scene
    displayList = scene.displayList
    self.laidOut = laidOut
    self.theme = theme
    self.sheet = sheet
    self.scale = scale
    self.notes = notes
  }

  /// Whether colours mean sides.
  package var hasSides: Bool { !scene.diagram.sides.isEmpty }

  /// How large it is, in points.
  private var size: Size { Size(scene.size.width * scale, scene.size.height * scale) }

  /// The picture as an SVG file, cropped to the drawing, with its size in millimetres.
  public func svg() -> String {
    // Memory takes all that is written to it.
    let bytes = try? ByteWriter.memory { try SVGPainter(theme: theme, scale: scale).writeFile(displayList, to: &$0) }
    return String(decoding: bytes ?? [], as: UTF8.self)
  }

  /// The picture as a PNG file, cropped to the drawing. 192 dots an inch are 200 % of a screen.
  ///
  /// - Parameter dotsPerInch: From 18 to 2400.
  /// - Throws: ``PictureError`` when it cannot be so fine, or the image is too large to be made.
  public func png(dotsPerInch: Double = 192) throws(PictureError) -> [UInt8] {
    guard Self.finenesses.contains(dotsPerInch) else { throw .fineness(dotsPerInch) }
    do throws(Raster.Failure) {
      return try Raster.png(svg(), size: size, dotsPerInch: dotsPerInch)
    } catch {
      throw .drawing(error.message)
    }
  }

  /// The picture as a lossless WebP file, cropped to the drawing: the same pixels as a PNG's, in fewer bytes.
  ///
  /// - Parameter dotsPerInch: From 18 to 2400.
  /// - Throws: ``PictureError`` when it cannot be so fine, or the image is too large to be made.
  public func webp(dotsPerInch: Double = 192) throws(PictureError) -> [UInt8] {
    guard Self.finenesses.contains(dotsPerInch) else { throw .fineness(dotsPerInch) }
    do throws(Raster.Failure) {
      return try Raster.webp(svg(), size: size, dotsPerInch: dotsPerInch)
    } catch {
      throw .drawing(error.message)
    }
  }

  /// How fine a PNG or a WebP may be, in dots per inch: coarser nothing can be read, finer no printer prints.
  public static let finenesses: ClosedRange<Double> = 18...2400

  /// The picture as a PDF file: a page of the sheet that it is drawn for, with its fonts inside.
  ///
  /// - Throws: ``PictureError`` when the page cannot be made.
  public func pdf() throws(PictureError) -> [UInt8] {
    let (page, area) = pageAndArea
    do throws(Raster.Failure) {
      return try Raster.pdf(svg(), page: page, area: area, title: displayList.title)
    } catch {
      throw .drawing(error.message)
    }
  }

  /// The page, and where on it the drawing is: in the middle, enlarged a little where there is room.
  private var pageAndArea: (Size, Box) {
    guard let sheet else { return (size, Box(left: 0, top: 0, right: size.width, bottom: size.height)) }
    let scale = min(sheet.room.width / size.width, sheet.room.height / size.height, Self.largestScale)
    let centre = Point(sheet.size.width / 2, sheet.size.height / 2)
    return (sheet.size, Box(centre: centre, size: Size(size.width * scale, size.height * scale)))
  }

  private static let largestScale = 1.25
}

extension Selection {
  /// The selection as a picture.
  ///
  /// - Throws: ``PictureError`` when it does not fit the page that the options fix, or cannot be laid out;
  ///   `CancellationError` where the task was cancelled.
  public func picture(_ options: PictureOptions = PictureOptions()) async throws -> Picture {
    try await drawing(options) { try drawn($0) }
  }

  /// ``picture(_:)`` for those who cannot wait.
  func drawn(_ options: PictureOptions) throws -> Picture {
    try Picture(of: Diagram(self, options.diagram), self, options)
  }

  /// Small multiples on one page: what may have held in each of the years, everything at the same place in all of them.
  ///
  /// Compact ones have room only for what one of the years shows.
  ///
  /// - Throws: ``PictureError`` when it does not fit the page that the options fix, or cannot be laid out;
  ///   `CancellationError` where the task was cancelled.
  public func filmstrip(years: [Int64], _ options: PictureOptions = PictureOptions()) async throws -> Picture {
    let isCompact = options.layout == .compact
    var options = options
    options.layout = .steady
    return try await drawing(options) { options in
      var frames = try years.map { try Diagram(self.inYears(YearRange($0)), options.diagram) }
      var whole = try Diagram(self.withoutYears, options.diagram)
      if isCompact {
        let all = frames
        whole.keepShown(inAnyOf: all)
        for index in frames.indices { frames[index].keepShown(inAnyOf: all) }
      }
      return try Picture(of: whole, self, options) { $0.filmstrip(frames) }
    }
  }

  /// One picture of two times: what is only in the later one, only in the earlier one, and in both.
  ///
  /// - Throws: ``PictureError`` when it does not fit the page that the options fix, or cannot be laid out;
  ///   `CancellationError` where the task was cancelled.
  public func comparison(
    of before: YearRange, with after: YearRange, _ options: PictureOptions = PictureOptions()
  ) async throws -> Picture {
    try await drawing(options) { options in
      let diagram = try Diagram(comparing: self.inYears(before), self.inYears(after), options.diagram)
      return try Picture(of: diagram, self, options)
    }
  }

  /// Draws until its time is over or its task is cancelled.
  private func drawing(
    _ options: PictureOptions, _ draw: @Sendable (PictureOptions) throws -> Picture
  ) async throws -> Picture {
    let drawing = Drawing(options.helper, options.timeLimit)
    var options = options
    options.drawing = drawing
    let begun = options
    return try await drawing.patience.during {
      do {
        return try draw(begun)
      } catch let error as Diagram.NoAttribute {
        throw PictureError.noAttribute(error.name, known: error.known)
      }
    }
  }

  private func inYears(_ years: YearRange) -> Selection {
    var filter = self.filter
    filter.years = years
    // Names that the graph knew for this selection, it knows for that one.
    return (try? graph.selecting(filter)) ?? self
  }
}

extension Picture {
  /// The same picture, of the same selection in other years: it paints what is in `selection`, and everything stands where
  /// it stands in this one. Nothing is laid out anew, so that a picture for each of many years takes hardly longer than one.
  ///
  /// - Parameter selection: What this picture shows, narrowed by years.
  /// - Throws: ``PictureError/otherSelection`` when the picture has no places for what the selection holds.
  public func painting(_ selection: Selection) throws(PictureError) -> Picture {
    guard let diagram = try? Diagram(selection, DiagramOptions(isSteady: true, colourBy: Diagram.byKind)),
      laidOut.hasPlaces(for: diagram)
    else { throw .otherSelection }
    return Picture(
      laidOut.page(painting: diagram), laidOut, theme: theme, sheet: sheet, scale: scale, notes: notes)
  }

  /// Lays out by the options, measures, and finds the sheet.
  fileprivate init(
    of diagram: @autoclosure () throws -> Diagram, _ selection: Selection, _ options: PictureOptions,
    _ compose: (LaidOut) -> Scene = { $0.page() }
  ) throws {
    try options.checkMeasures()
    if let problem = DrawingLibrary.pango.problem { throw PictureError.drawing(problem) }
    let smaller = SmallerSelection(selection: selection, options: options)
    let isSteady = options.isSteady(for: selection.filter.years)
    let drawn = isSteady ? selection.withoutYears : selection
    let count = drawn.entities.count + drawn.relations.count
    guard count <= Effort.largestPicture else {
      throw PictureError.tooLarge(count, instead: try smaller.fitting { options.holds($0) })
    }
    let laidOut = try options.layouter.placing(try diagram())
    let scene = compose(laidOut)
    let sheet = try options.sheet(for: scene.size, smaller)
    let notes = try Self.notes(on: scene, sheet, options, smaller)
    self.init(scene, laidOut, theme: options.theme, sheet: sheet, scale: options.scale, notes: notes)
  }

  private static func notes(
    on scene: Scene, _ sheet: Sheet?, _ options: PictureOptions, _ smaller: SmallerSelection
  ) throws -> [PictureNote] {
    var notes: [PictureNote] = []
    let size = options.millimetres(scene.size)
    if let sheet {
      notes.append(.drawnFor(sheet.name))
    } else if let width = options.width {
      notes.append(.drawnFor("\(width), \(decimal(size.height, 0)) mm high"))
    } else if let aspect = options.aspect {
      notes.append(.drawnFor("\(aspect), \(decimal(size.width, 0)) x \(decimal(size.height, 0)) mm"))
    } else if options.page != .screen {
      let instead = try smaller.fitting { options.holds($0) }
      notes.append(.onlyForScreen(width: size.width, height: size.height, instead: instead))
    }
    if scene.diagram.sidesWithoutColour > 0 { notes.append(.sidesWithoutColour(scene.diagram.sidesWithoutColour)) }
    let list = scene.displayList
    var seen: Set<Script> = []
    notes += list.texts.compactMap(\.lacking).filter { seen.insert($0).inserted }.map(PictureNote.lacksFont)
    var faults = Verifier(list).quality().faults
    // The scripts have been named.
    faults.letterMissing = 0
    return notes + faults.named.filter { $0.count > 0 }.map { .remains($0.count, $0.name) }
  }
}

extension Layouter {
  /// The diagram with its places, or the error that users see.
  fileprivate func placing(_ diagram: Diagram) throws -> LaidOut {
    do { return try laidOut(diagram) } catch let failure as Graphviz.Failure {
      throw PictureError.layout(failure.message)
    } catch is Patience.Over {
      throw PictureError.tookTooLong
    }
  }
}

extension PictureOptions {
  /// The sheet for a drawing of this size; `nil` where it is drawn for none.
  fileprivate func sheet(for size: Size, _ smaller: SmallerSelection) throws -> Sheet? {
    guard holds(size) || (page ?? .screen) == .screen && width == nil else {
      let needed = width.map { "\($0.with(points: size.width * scale))" } ?? smallestSheet(for: size)?.name
      throw PictureError.doesNotFit(
        sheet: width.map { "\($0)" } ?? page?.name ?? "", needed: needed, instead: try instead(of: size, smaller))
    }
    if width != nil || page == .screen { return nil }
    if let page { return page.sheets.first { $0.holds(enlarged(size)) } }
    return aspect == nil ? smallestSheet(for: size) : nil
  }

  /// Whether a drawing fits what was asked for; where nothing was, whether any sheet holds it.
  fileprivate func holds(_ size: Size) -> Bool {
    target.width == nil && target.rooms.isEmpty ? smallestSheet(for: size) != nil : target.excess(of: size) == 0
  }

  private func smallestSheet(for size: Size) -> Sheet? { Paper.smallest(for: enlarged(size)).map(Sheet.init) }

  private func enlarged(_ size: Size) -> Size { Size(size.width * scale, size.height * scale) }

  fileprivate func millimetres(_ size: Size) -> Size {
    Size(size.width * scale / Paper.millimetre, size.height * scale / Paper.millimetre)
  }

  /// The text below which nobody should go, in points.
  private static let readableText = 6.0

  /// What fits where a drawing of this size does not: a smaller selection, or smaller text.
  private func instead(of size: Size, _ smaller: SmallerSelection) throws -> String? {
    let text = (smallestText / (1 + target.excess(of: size)) * 10).rounded(.down) / 10
    let withText = text >= Self.readableText ? "--min-text \(decimal(text))" : nil
    let ways = [withText, try smaller.fitting { holds($0) }].compactMap(\.self)
    return ways.isEmpty ? nil : ways.joined(separator: ", or ")
  }

  /// Whether everything stands where it stands in the picture without the years.
  func isSteady(for years: YearRange?) -> Bool {
    guard let years else { return false }
    return layout.map { $0 == .steady } ?? (years.first != nil && years.first == years.last)
  }

  /// What the diagram needs of the options.
  var diagram: DiagramOptions {
    DiagramOptions(
      isSteady: layout.map { $0 == .steady }, title: title, subtitle: subtitle,
      dates: dates == .full ? .full : dates == .years ? .years : .none, numbersSources: sources.map { $0 == .numbered },
      showsNotes: showsNotes, credit: credit, colourBy: colourBy)
  }

  /// What the layout needs of them.
  var layouting: LayoutOptions {
    LayoutOptions(
      engine: engine.flatMap { Graphviz.Engine(rawValue: $0.rawValue) },
      direction: direction.map { $0 == .down ? .down : .across },
      care: isQuick ? .quick : .thorough, showsLegend: showsLegend, saysAll: saysAll, emphasizes: emphasizesHubs,
      gathers: gathersHubs, fonts: theme.fonts, logo: theme.logo?.size, target: target,
      drawing: drawing ?? Drawing(helper))
  }

  /// What lays out.
  var layouter: any Layouter { GraphvizLayouter(options: layouting) }
}
