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
