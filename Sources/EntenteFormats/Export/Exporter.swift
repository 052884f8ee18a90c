public import Entente

/// Writes selections in one format.
///
/// A new format is a folder with a type that conforms to this, and a line in ``Exporters``.
public protocol Exporter: Sendable {
  /// What the format is and carries.
  var format: Format { get }

  /// Whether the format keeps the places of ``ExportOptions/positions``, written with these options.
  func keepsPlaces(_ options: ExportOptions) -> Bool

  /// What writing the selection would lose or change, each kind of loss once.
  func losses(of selection: Selection, options: ExportOptions) -> [Loss]

  /// Writes the selection.
  ///
  /// - Throws: `CheckFailure` when the format cannot hold something of the selection, with a diagnostic for each entity or
  ///   relation that it is about, before anything is written; ``WriteError`` when the bytes cannot be delivered.
  func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws
}

extension Exporter {
  /// Most formats have no places.
  public func keepsPlaces(_ options: ExportOptions) -> Bool { false }

  /// What the format does not carry of what the selection has.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] { featureLosses(of: selection) }

  /// The losses that follow from what the format says that it carries, with the separator of aliases where they are one text.
  func featureLosses(of selection: Selection, separator: Character = "|") -> [Loss] {
    let lost = Feature.allCases.compactMap { feature -> Loss? in
      guard format.carries[feature] == nil else { return nil }
      let count = feature.count(in: selection)
      return count == 0 ? nil : Loss(format, feature.lost(count))
    }
    return lost + (format.carries[.aliases] == .asText ? split(aliasesOf: selection, at: separator) : [])
  }

  /// The loss of aliases that hold what stands between aliases: a reader takes each for several.
  private func split(aliasesOf selection: Selection, at separator: Character) -> [Loss] {
    let columns = selection.graph.columns
    var count = 0
    selection.entityRows.forEach { row in
      count += columns.entities.aliases[row].count { columns.strings[$0].contains(separator) }
    }
    let aliases = count == 1 ? "1 alias holds" : "\(count) aliases hold"
    return count == 0 ? [] : [Loss(format, "\(aliases) the \(separator) that stands between aliases")]
  }
}

/// Something that a format cannot carry, or carries changed.
public struct Loss: Finding, Hashable {
  /// A warning where something is lost, a note where it is only changed.
  public let severity: Severity
  /// The format's name and what is lost, in one line: `GEXF: 3 citations without a place for their prefix`.
  public let message: String

  init(_ format: Format, _ what: String, severity: Severity = .warning) {
    self.severity = severity
    message = "\(format.name): \(what)"
  }
}

/// How a selection is to be written.
public struct ExportOptions: Sendable {
  /// The name of the format's ``Format/Dialect``, if one was chosen.
  public var dialect: String?
  /// Where a layout puts the entities, for formats that keep places.
  public var positions: Positions?
  /// Called from time to time while relations are written.
  public var progress: (@Sendable (ExportProgress) -> Void)?

  /// Plain writing, without a dialect, places or reports of progress.
  public init() {}
}

/// How far an export has come.
public struct ExportProgress: Sendable, Hashable {
  /// How many relations are written.
  public let relations: Int
  /// How many there are to write.
  public let total: Int
  /// How many bytes are written.
  public let bytes: Int

  /// So many relations of so many, and bytes.
  public init(relations: Int, total: Int, bytes: Int) {
    self.relations = relations
    self.total = total
    self.bytes = bytes
  }
}

/// Where entities stand in a picture, by their rows in the graph.
///
/// In points (1/72 inch), x to the right and y upwards, as Graphviz has them.
public struct Positions: Sendable {
  private var places: [Int: Place] = [:]

  /// A place in points.
  public struct Place: Sendable, Hashable {
    /// Points to the right.
    public let x: Double
    /// Points upwards.
    public let y: Double

    /// A place in points.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// No places yet.
  public init() {}

  /// Where the entity stands; `nil` where no layout placed it.
  public subscript(entity: Entity) -> Place? {
    get { places[entity.row] }
    set { places[entity.row] = newValue }
  }

  subscript(row row: Int) -> Place? { places[row] }
}
