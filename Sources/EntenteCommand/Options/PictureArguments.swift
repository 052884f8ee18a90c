import ArgumentParser
import Entente
import EntenteGraphviz

/// How pictures are drawn.
struct PictureArguments: ParsableArguments {
  @Option(
    help: "Which Graphviz engine places the entities: dot, neato, fdp, sfdp, circo or twopi (what comes out best).")
  var engine: PictureOptions.Engine?

  @Option(
    help: "Colours: light, dark, print (grey only), or a theme file (brand.yaml) with colours, fonts and a logo.",
    completion: .file(extensions: ["yaml", "yml"]))
  var theme = ThemeChoice.named(.light)

  @Option(help: "The attribute that colours mean, or kind (the graph's sides where it has any, else the kind).")
  var colourBy: String?

  @Option(help: "Where subjects stand, seen from their objects: down (above) or across (to the left).")
  var direction: PictureOptions.Direction?

  @Option(
    help: ArgumentHelp(
      "With years, where things stand: steady (as in the picture of all years, for one year when left out) or "
        + "compact (for several)."))
  var layout: PictureOptions.Layout?

  @Option(
    parsing: .upToNextOption, help: "Two years in one picture, with what came and what went: --compare 1956 1960.")
  var compare: [Int64] = []

  @Flag(
    name: .customLong("no-gather"),
    help: "Gather nobody in cards, neither a hub's leaves nor those with the same relations; no relations share a line."
  )
  var keepsLeaves = false

  @Option(help: "What lines say: shared (what most would say alike stands in the legend once) or all.")
  var labels = Labels.shared

  @Option(help: "How much of a date lines say: full, years or none.")
  var dates = PictureOptions.Dates.full

  @Option(help: "Where relations are written: numbered (a number on each line) or listed (below the picture alone).")
  var sources: PictureOptions.Sources?

  @Flag(help: "Number the notes on relations, and write them below the picture.")
  var notes = false

  @Flag(name: .customLong("no-emphasis"), help: "Write all names equally large, however many relations they have.")
  var emphasizesNobody = false

  @Option(help: "What stands below the title.")
  var subtitle: String?

  @Flag(name: .customLong("no-legend"), help: "Leave out the explanation of kinds and statuses.")
  var hidesLegend = false

  @Option(
    help: ArgumentHelp(
      "The sheet to draw for: a0 to a10, letter, legal, tabloid, ledger, or screen; the smallest that fits when left out.",
      valueName: "page"))
  var page: PictureOptions.Page?

  @Option(
    help: ArgumentHelp(
      "How wide the picture is, in pixels or mm, cm, in, pt: 1200 or 89mm; a PNG is then so many pixels.",
      valueName: "width"), transform: { try Self.measure($0, PictureOptions.Width.init) })
  var width: PictureOptions.Width?

  @Option(
    help: ArgumentHelp("Its proportion, as a slide has one: 16:9.", valueName: "width:height"),
    transform: { try Self.measure($0, PictureOptions.Aspect.init) })
  var aspect: PictureOptions.Aspect?

  @Option(help: "How large the smallest text is, in points (9 when left out); all grows with it.")
  var minText: Double?

  @Option(help: "Who made the picture, as the caption's last line.")
  var credit: String?

  @Flag(help: "Take the first arrangement instead of the best of many.")
  var quick = false

  @Option(help: "How long drawing may take, in seconds (600 when left out).")
  var timeout: Double?

  @Option(help: "How fine a PNG or WebP is, in dots per inch (192 when left out).")
  var dpi: Double?

  @Option(help: "How large a PNG or WebP is on a screen: 1 is its size on paper, 2 what you get when it is left out.")
  var scale: Double?

  func validate() throws {
    if let timeout, !(timeout > 0 && timeout <= 1_000_000) {
      throw ValidationError("--timeout is a number of seconds above 0 and up to 1000000, not \(timeout)")
    }
    if dpi != nil, scale != nil { throw ValidationError("--dpi and --scale are two ways to say the same; give one") }
    do throws(PictureError) { try options(nil).checkMeasures() } catch { throw ValidationError("\(error)") }
    guard dotsPerInch >= 18, dotsPerInch <= 2400 else {
      throw ValidationError("a PNG or WebP has 18 to 2400 dots per inch (--scale 0.19 to 25), not \(dotsPerInch)")
    }
    if !compare.isEmpty, compare.count != 2 { throw ValidationError("--compare takes two years: --compare 1956 1960") }
  }

  /// How fine a PNG or WebP is; a screen has 96 dots an inch, and a width in pixels is one in dots.
  var dotsPerInch: Double { dpi ?? scale.map { $0 * 96 } ?? (width?.unit == .pixels ? 96 : 192) }

  /// A measure, or what is wrong with it.
  private static func measure<Measure>(
    _ text: String, _ read: (String) throws(PictureError) -> Measure
  ) throws -> Measure {
    do throws(PictureError) { return try read(text) } catch { throw ValidationError("\(error)") }
  }

  /// What draws the pictures that the options ask for; of several years, one beside the other.
  func exporter(_ kind: PictureFormat, _ theme: Theme?, filmstrip years: [Int64] = []) -> PictureExporter {
    let subject: PictureExporter.Subject =
      compare.count == 2
      ? .comparison(YearRange(compare[0]), YearRange(compare[1])) : years.isEmpty ? .selection : .filmstrip(years)
    return PictureExporter(kind, options(theme), of: subject, dotsPerInch: dotsPerInch)
  }

  /// The theme, after what is wrong with its file was said; a theme that has a name is there at once.
  ///
  /// - Throws: an exit with status 1 when its file has errors, or warnings where those are errors.
  func loadedTheme(_ messages: Messages, trustsPaths: Bool, isStrict: Bool) throws -> Theme {
    switch theme {
    case .named(let name): return name.theme
    case .file(let path):
      let file = ThemeFile(contentsOf: path, trustsPaths: trustsPaths)
      messages.say(file.diagnostics)
      guard let theme = file.theme, !isStrict || file.diagnostics.isEmpty else { throw messages.failure() }
      return theme
    }
  }

  /// The options in the library's form, with the theme as it was loaded.
  func options(_ theme: Theme?) -> PictureOptions {
    var options = PictureOptions()
    options.engine = engine
    if let theme { options.theme = theme }
    options.colourBy = colourBy
    options.direction = direction
    options.showsLegend = !hidesLegend
    options.page = page
    options.width = width
    options.aspect = aspect
    options.smallestText = minText ?? 9
    options.credit = credit
    options.isQuick = quick
    options.layout = layout
    options.gathersHubs = !keepsLeaves
    options.saysAll = labels == .all
    options.dates = dates
    options.sources = sources
    options.showsNotes = notes
    options.emphasizesHubs = !emphasizesNobody
    options.subtitle = subtitle
    options.helper = LayoutHelper.ofThisCommand
    options.timeLimit = .seconds(timeout ?? 600)
    return options
  }
}

extension PictureOptions.Engine: ExpressibleByArgument {}
extension PictureOptions.Direction: ExpressibleByArgument {}
extension PictureOptions.Layout: ExpressibleByArgument {}
extension PictureOptions.Page: ExpressibleByArgument {}

/// How much lines say.
enum Labels: String, CaseIterable, ExpressibleByArgument {
  case shared, all
}

extension PictureOptions.Dates: ExpressibleByArgument {}
extension PictureOptions.Sources: ExpressibleByArgument {}

/// A theme that has a name, or a file.
enum ThemeChoice: ExpressibleByArgument {
  case named(NamedTheme)
  case file(String)

  /// A name, or the path of a file: what has a point or a slash in it.
  init?(argument: String) {
    if let name = NamedTheme(rawValue: argument) {
      self = .named(name)
    } else if argument.contains(where: { $0 == "." || $0 == "/" }) {
      self = .file(argument)
    } else {
      return nil
    }
  }

  /// As it is written.
  var defaultValueDescription: String {
    switch self {
    case .named(let name): name.rawValue
    case .file(let path): path
    }
  }
}

/// The themes that have a name.
enum NamedTheme: String, CaseIterable, ExpressibleByArgument {
  case light, dark, print

  var theme: Theme {
    switch self {
    case .light: .light
    case .dark: .dark
    case .print: .print
    }
  }
}
