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
  /// The sheet that it is drawn for; `nil` for the screen.
  let paper: Paper?
  /// What to tell the person who asked for it: the sheet that it is drawn for, and what is left to be desired.
  public let notes: [PictureNote]
  private let laidOut: LaidOut

  private init(_ scene: Scene, _ laidOut: LaidOut, theme: Theme, paper: Paper?, notes: [PictureNote]) {
    self.scene = scene
    displayList = scene.displayList
    self.laidOut = laidOut
    self.theme = theme
    self.paper = paper
    self.notes = notes
  }

  /// The picture as an SVG file, cropped to the drawing, with its size in millimetres.
  public func svg() -> String {
    // Memory takes all that is written to it.
    let bytes = try? ByteWriter.memory { try SVGPainter(theme: theme).writeFile(displayList, to: &$0) }
    return String(decoding: bytes ?? [], as: UTF8.self)
  }

  /// The picture as a PNG file, cropped to the drawing. 192 dots an inch are 200 % of a screen.
  ///
  /// - Parameter dotsPerInch: From 18 to 2400.
  /// - Throws: ``PictureError`` when it cannot be so fine, or the image is too large to be made.
  public func png(dotsPerInch: Double = 192) throws(PictureError) -> [UInt8] {
    guard Self.finenesses.contains(dotsPerInch) else { throw .fineness(dotsPerInch) }
    do throws(Raster.Failure) {
      return try Raster.png(svg(), size: scene.size, dotsPerInch: dotsPerInch)
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
      return try Raster.webp(svg(), size: scene.size, dotsPerInch: dotsPerInch)
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
    let size = scene.size
    guard let paper else { return (size, Box(left: 0, top: 0, right: size.width, bottom: size.height)) }
    let scale = min(paper.room.width / size.width, paper.room.height / size.height, Self.largestScale)
    let centre = Point(paper.size.width / 2, paper.size.height / 2)
    return (paper.size, Box(centre: centre, size: Size(size.width * scale, size.height * scale)))
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
      var frames = years.map { Diagram(self.inYears(YearRange($0)), options.diagram) }
      var whole = Diagram(self.withoutYears, options.diagram)
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
      let diagram = Diagram(comparing: self.inYears(before), self.inYears(after), options.diagram)
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
    return try await drawing.patience.during { try draw(begun) }
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
    let diagram = Diagram(selection, DiagramOptions())
    guard laidOut.hasPlaces(for: diagram) else { throw .otherSelection }
    return Picture(laidOut.page(painting: diagram), laidOut, theme: theme, paper: paper, notes: notes)
  }

  /// Lays out by the options, measures, and finds the sheet.
  fileprivate init(
    of diagram: @autoclosure () -> Diagram, _ selection: Selection, _ options: PictureOptions,
    _ compose: (LaidOut) -> Scene = { $0.page() }
  ) throws {
    if let problem = DrawingLibrary.pango.problem { throw PictureError.drawing(problem) }
    let smaller = SmallerSelection(selection: selection, options: options)
    let isSteady = options.layout == .steady && selection.filter.years != nil
    let drawn = isSteady ? selection.withoutYears : selection
    let count = drawn.entities.count + drawn.relations.count
    guard count <= Effort.largestPicture else {
      throw PictureError.tooLarge(count, instead: try smaller.fitting { Paper.smallest(for: $0) != nil })
    }
    let laidOut = try options.layouter.placing(diagram())
    let scene = compose(laidOut)
    let paper = try options.sheet(for: scene.size, smaller)
    let notes = try Self.notes(on: scene, paper, options, smaller)
    self.init(scene, laidOut, theme: options.theme, paper: paper, notes: notes)
  }

  private static func notes(
    on scene: Scene, _ paper: Paper?, _ options: PictureOptions, _ smaller: SmallerSelection
  ) throws -> [PictureNote] {
    var notes: [PictureNote] = []
    if let paper {
      notes.append(.drawnFor(paper.name))
    } else if options.page != .screen {
      let (width, height) = (scene.size.width / Paper.millimetre, scene.size.height / Paper.millimetre)
      let instead = try smaller.fitting { Paper.smallest(for: $0) != nil }
      notes.append(.onlyForScreen(width: width, height: height, instead: instead))
    }
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
  /// The sheet for a picture of this size; `nil` for the screen.
  fileprivate func sheet(for size: Size, _ smaller: SmallerSelection) throws -> Paper? {
    let smallest = Paper.smallest(for: size)
    let format: Paper.Format
    switch page {
    case nil: return smallest
    case .screen: return nil
    case .a4: format = .a4
    case .a3: format = .a3
    case .a2: format = .a2
    case .a1: format = .a1
    }
    let sheets = [false, true].map { Paper(format: format, isAcross: $0) }
    guard let sheet = sheets.first(where: { $0.holds(size) }) else {
      let instead = try smaller.fitting { size in sheets.contains { $0.holds(size) } }
      throw PictureError.doesNotFit(sheet: "A\(format.rawValue)", needed: smallest?.name, instead: instead)
    }
    return sheet
  }

  /// What the diagram needs of the options.
  var diagram: DiagramOptions {
    DiagramOptions(
      isSteady: layout == .steady, title: title, subtitle: subtitle,
      dates: dates == .full ? .full : dates == .years ? .years : .none, numbersSources: sources.map { $0 == .numbered },
      showsNotes: showsNotes, credit: credit)
  }

  /// What the layout needs of them.
  var layouting: LayoutOptions {
    LayoutOptions(
      engine: engine.flatMap { Graphviz.Engine(rawValue: $0.rawValue) },
      direction: direction.map { $0 == .down ? .down : .across },
      care: isQuick ? .quick : .thorough, showsLegend: showsLegend, saysAll: saysAll, emphasizes: emphasizesHubs,
      gathers: gathersHubs, fonts: theme.fonts, drawing: drawing ?? Drawing(helper))
  }

  /// What lays out.
  var layouter: any Layouter { GraphvizLayouter(options: layouting) }
}
