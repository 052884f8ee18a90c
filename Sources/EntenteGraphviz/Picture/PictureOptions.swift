/// How a picture is to be drawn. The defaults are fit to print.
public struct PictureOptions: Sendable, Hashable {
  /// The engine that places the entities, by Graphviz' names.
  public enum Engine: String, Sendable, Hashable, CaseIterable {
    /// In layers: for nearly every graph of relations the most readable.
    case dot
    /// By springs, for small graphs without a direction.
    case neato
    /// By forces.
    case fdp
    /// By forces, for large graphs.
    case sfdp
    /// In circles.
    case circo
    /// In rings around a centre.
    case twopi
  }

  /// Where subjects stand, seen from their objects.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Above.
    case down
    /// To the left.
    case across
  }

  /// What a picture is drawn for.
  public enum Page: String, Sendable, Hashable, CaseIterable {
    /// A sheet of ISO 216, series A.
    case a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10
    /// A sheet of North America; a ledger is a tabloid that lies across.
    case letter, legal, tabloid, ledger
    /// No sheet: whatever size it takes.
    case screen
  }

  /// Where things stand in the picture of some years.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// Where they stand in the picture without the years, which is as large: pictures of several years can be compared.
    case steady
    /// Wherever is best for what is shown.
    case compact
  }

  /// Which engine lays the graph out; `nil` takes the one that makes most of it.
  public var engine: Engine?
  /// Its colours.
  public var theme = Theme.light
  /// The direction of layers; `nil` takes the better one.
  public var direction: Direction?
  /// Where things stand in the picture of some years; `nil` is steady for one year, so that years can be compared, and
  /// compact for a range of them.
  public var layout: Layout?
  /// Whether eight or more entities that are linked to one other alone may be gathered in a card beside it, where that
  /// needs a smaller sheet; and, where there are more than 30 lines, three or more that have the same relations with the same
  /// others in a card between those.
  public var gathersHubs = true
  /// Whether every line says its type and its date; else what most lines would say alike stands in the legend once.
  public var saysAll = false
  /// Whether the names of entities with many relations are larger.
  public var emphasizesHubs = true
  /// Whether kinds and statuses are explained.
  public var showsLegend = true
  /// The attribute of entities that colours mean, such as `party`; `nil` is their side where the graph has sides, else their
  /// kind; `kind` is that in any case. Shapes always mean kinds.
  public var colourBy: String?
  /// The heading; `nil` is the graph's own title.
  public var title: String?
  /// What stands below the heading.
  public var subtitle: String?
  /// How much of a date is said.
  public enum Dates: String, Sendable, Hashable, CaseIterable {
    /// All of it: `27 Jan 1960`.
    case full
    /// The year alone.
    case years
    /// Nothing.
    case none
  }

  /// How much of a date a line says; its title says all.
  public var dates = Dates.full
  /// How a picture says where its relations are written.
  public enum Sources: String, Sendable, Hashable, CaseIterable {
    /// A number in brackets on each label, and what it means below the picture.
    case numbered
    /// The documents below the picture alone.
    case listed
  }

  /// How it says where relations are written; `nil` numbers where more than one document is cited.
  public var sources: Sources?
  /// Whether notes are numbered, and stand below the picture.
  public var showsNotes = false
  /// What it is drawn for; `nil` is the smallest sheet from A4 to A1 on which its text is as large as ``smallestText``.
  public var page: Page?
  /// How wide it is, exactly, as a column of a newspaper is; `nil` is as wide as it needs. Not beside ``page``.
  public var width: Width?
  /// Its proportion, exactly, as a slide has one; `nil` is what comes of it.
  public var aspect: Aspect?
  /// How large its smallest text is, in points, within ``textSizes``: everything grows or shrinks with it.
  public var smallestText = 9.0
  /// Whether the first arrangement is taken, instead of the best of many.
  public var isQuick = false
  /// Who made it, or may be asked: the last line of the caption.
  public var credit: String?

  /// What lays the graph out in processes of its own, which can be stopped; `nil` lays out in this process.
  public var helper: LayoutHelper?
  /// How long drawing may take; `nil` is as long as it takes. Without a ``helper`` a layout that has begun is waited for.
  public var timeLimit: Duration?
  /// The drawing that has begun.
  var drawing: Drawing?

  /// The defaults.
  public init() {}
}
