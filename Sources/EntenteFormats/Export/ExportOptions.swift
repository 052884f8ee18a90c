public import Entente

/// How a selection is to be written.
public struct ExportOptions: Sendable {
  /// The name of the format's ``Format/Dialect``, if one was chosen.
  public var dialect: String?
  /// Where a layout puts the entities, for formats that keep places.
  public var positions: Positions?
  /// The name of the numeric attribute of relations that is their weight, for tools that have one; `nil` is one that is
  /// called `weight`, where there is one.
  public var weight: String?
  /// Whether the graph is written without directions, whatever its types say.
  public var isUndirected = false
  /// Whether a text that a spreadsheet would take for a formula has an apostrophe before it, in tables: that changes the text.
  public var escapesFormulas = false
  /// The IRI that ids are fragments of in RDF; `nil` makes one of the graph's title.
  public var base: String?
  /// Called from time to time while relations are written.
  public var progress: (@Sendable (ExportProgress) -> Void)?
  /// Called with what there is to say about the output besides losses: the sheet that a picture is drawn for, a fault that
  /// is left in it.
  public var remark: (@Sendable (any Finding) -> Void)?
  /// What is known of all rows where a selection is written piece by piece; `nil` where it is written whole.
  var totals: (any RowTotals)?
  /// What exports with these options share, so that what depends on the graph alone is made once for many selections.
  public let shared = SharedParts()

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
