public import Entente

/// A picture of a selection, laid out and measured: fit to print where ``notes`` do not say otherwise.
///
/// ```swift
/// let picture = try graph.everything.picture()
/// let bytes = try picture.png()
/// ```
public struct Picture: Sendable {
  let scene: Scene
  let theme: Theme
  /// The sheet that it is drawn for; `nil` for the screen.
  let paper: Paper?
  /// What to tell the person who asked for it: the sheet that it is drawn for, and what is left to be desired.
  public let notes: [PictureNote]
  private let laidOut: LaidOut

  /// The picture as an SVG file, cropped to the drawing, with its size in millimetres.
  public func svg() -> String { SVGWriter.write(scene, theme: theme) }

  /// The picture as a PNG file, cropped to the drawing. 192 dots an inch are 200 % of a screen.
  ///
  /// - Throws: ``PictureError`` when the image is too large to be made.
  public func png(dotsPerInch: Double = 192) throws(PictureError) -> [UInt8] {
    try Raster.png(svg(), size: scene.size, dotsPerInch: dotsPerInch)
  }

  /// The picture as a PDF file: a page of the sheet that it is drawn for, with its fonts inside.
  ///
  /// - Throws: ``PictureError`` when the page cannot be made.
  public func pdf() throws(PictureError) -> [UInt8] {
    let (page, area) = pageAndArea
    return try Raster.pdf(svg(), page: page, area: area, title: scene.diagram.title)
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

/// Something about a picture that the person who asked for it should know.
public enum PictureNote: Sendable, Hashable {
  /// The sheet that it is drawn for, as `A3, across`.
  case drawnFor(String)
  /// It is too large for every sheet up to A1: its size in millimetres, and the command's options for a selection that
  /// is not, where one was found.
  case onlyForScreen(width: Double, height: Double, instead: String?)
  /// What the measure of the finished picture still finds: how often, and what.
  case remains(Int, String)
}

extension PictureNote: CustomStringConvertible {
  /// The note as a line for standard error: `drawn for A3, across`.
  public var description: String {
    switch self {
    case .drawnFor(let sheet): "drawn for \(sheet)"
    case .onlyForScreen(let width, let height, let instead):
      "drawn for the screen: at a readable size it is \(Int(width.rounded())) x \(Int(height.rounded())) mm, "
        + "larger than A1" + (instead.map { "; \($0) would fit" } ?? "")
    case .remains(let count, let what): "left in the picture: \(what) (\(count))"
    }
  }

  /// Whether it is a warning, and no mere information.
  public var isWarning: Bool {
    if case .drawnFor = self { false } else { true }
  }
}

/// Why there is no picture.
public enum PictureError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Graphviz could not lay the graph out, in its own words.
  case layout(String)
  /// PNG or PDF could not be made, in the drawing library's words.
  case drawing(String)
  /// It has more entities and relations than anybody could read, and a layout would take minutes: how many, and the
  /// command's options for a selection that can be drawn, where one was found.
  case tooLarge(Int, instead: String?)
  /// It does not fit the sheet that was asked for: the sheet, the smallest one that would do, and the command's options
  /// for a selection that would fit, where there are any.
  case doesNotFit(sheet: String, needed: String?, instead: String?)

  /// The error as a message.
  public var description: String {
    switch self {
    case .layout(let message): "the graph could not be laid out: \(message)"
    case .drawing(let message): "the picture could not be made: \(message)"
    case .tooLarge(let count, let instead):
      "\(count) entities and relations are too many for one picture: up to \(Picture.largest) can be drawn"
        + (instead.map { "\n  what can be drawn: \($0)" } ?? "")
    case .doesNotFit(let sheet, let needed, let instead):
      "at a readable size the picture does not fit \(sheet): it needs \(needed ?? "more than A1")"
        + (instead.map { "\n  what fits: \($0)" } ?? "")
    }
  }
}

extension Selection {
  /// The selection as a picture.
  ///
  /// - Throws: ``PictureError`` when it does not fit the page that the options fix, or cannot be laid out.
  public func picture(_ options: PictureOptions = PictureOptions()) throws(PictureError) -> Picture {
    try Picture(of: Diagram(self, options), self, options)
  }

  /// Small multiples on one page: what may have held in each of the years, everything at the same place in all of them.
  ///
  /// - Throws: ``PictureError`` when it does not fit the page that the options fix, or cannot be laid out.
  public func filmstrip(
    years: [Int64], _ options: PictureOptions = PictureOptions()
  ) throws(PictureError) -> Picture {
    var options = options
    options.layout = .steady
    let frames = years.map { Diagram(self.inYears(YearRange($0)), options) }
    return try Picture(of: Diagram(self.withoutYears, options), self, options) { $0.filmstrip(frames) }
  }

  /// One picture of two times: what is only in the later one, only in the earlier one, and in both.
  ///
  /// - Throws: ``PictureError`` when it does not fit the page that the options fix, or cannot be laid out.
  public func comparison(
    of before: YearRange, with after: YearRange, _ options: PictureOptions = PictureOptions()
  ) throws(PictureError) -> Picture {
    try Picture(of: Diagram(comparing: self.inYears(before), self.inYears(after), options), self, options)
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
  public func painting(_ selection: Selection) -> Picture {
    let diagram = Diagram(selection, PictureOptions())
    return Picture(scene: laidOut.page(painting: diagram), theme: theme, paper: paper, notes: notes, laidOut: laidOut)
  }

  /// Lays out by the options, measures, and finds the sheet.
  fileprivate init(
    of diagram: @autoclosure () -> Diagram, _ selection: Selection, _ options: PictureOptions,
    _ compose: (LaidOut) -> Scene = { $0.page() }
  ) throws(PictureError) {
    let smaller = SmallerSelection(selection: selection, options: options)
    let isSteady = options.layout == .steady && selection.filter.years != nil
    let drawn = isSteady ? selection.withoutYears : selection
    let count = drawn.entities.count + drawn.relations.count
    guard count <= Self.largest else {
      throw .tooLarge(count, instead: smaller.fitting { Paper.smallest(for: $0) != nil })
    }
    do throws(Graphviz.Failure) {
      laidOut = try Drawing(diagram(), options).laidOut()
    } catch {
      throw .layout(error.message)
    }
    scene = compose(laidOut)
    theme = options.theme
    paper = try options.sheet(for: scene.size, smaller)
    notes = Self.notes(on: scene, paper, options, smaller)
  }

  /// How many entities and relations a picture has at most.
  static let largest = 1200

  private static func notes(
    on scene: Scene, _ paper: Paper?, _ options: PictureOptions, _ smaller: SmallerSelection
  ) -> [PictureNote] {
    var notes: [PictureNote] = []
    if let paper {
      notes.append(.drawnFor(paper.name))
    } else if options.page != .screen {
      let (width, height) = (scene.size.width / Paper.millimetre, scene.size.height / Paper.millimetre)
      let instead = smaller.fitting { Paper.smallest(for: $0) != nil }
      notes.append(.onlyForScreen(width: width, height: height, instead: instead))
    }
    let faults = Verifier(scene).quality().faults
    return notes + faults.named.filter { $0.count > 0 }.map { .remains($0.count, $0.name) }
  }
}

extension PictureOptions {
  /// The sheet for a picture of this size; `nil` for the screen.
  fileprivate func sheet(for size: Size, _ smaller: SmallerSelection) throws(PictureError) -> Paper? {
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
      let instead = smaller.fitting { size in sheets.contains { $0.holds(size) } }
      throw .doesNotFit(sheet: "A\(format.rawValue)", needed: smallest?.name, instead: instead)
    }
    return sheet
  }
}
