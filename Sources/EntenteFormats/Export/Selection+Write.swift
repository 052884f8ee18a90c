public import Entente

extension Selection {
  /// Writes the selection to a file, whole or not at all; a format that is a folder writes its files into `path`.
  ///
  /// ```swift
  /// try graph.selecting(filter).write(.graphml, to: "1956.graphml")
  /// ```
  ///
  /// - Returns: what the format could not carry, or carries changed.
  /// - Throws: `CheckFailure` when the format cannot hold something, ``WriteError`` when the file cannot be written. What
  ///   was at `path` before is then still there.
  @discardableResult
  public func write(
    _ exporter: some Exporter, to path: String, options: ExportOptions = ExportOptions()
  ) throws -> [Loss] {
    if exporter.format.isFolder {
      try ByteWriter.folder(at: path) { try exporter.write(self, options: options, to: &$0) }
    } else {
      try ByteWriter.file(at: path) { try exporter.write(self, options: options, to: &$0) }
    }
    return exporter.losses(of: self, options: options)
  }
}

extension RelationGraph {
  /// Writes the whole graph to a file, whole or not at all; a format that is a folder writes its files into `path`.
  ///
  /// ```swift
  /// try graph.write(.graphml, to: "southern-kurils.graphml")
  /// ```
  ///
  /// - Returns: what the format could not carry, or carries changed.
  /// - Throws: `CheckFailure` when the format cannot hold something, ``WriteError`` when the file cannot be written. What
  ///   was at `path` before is then still there.
  @discardableResult
  public func write(
    _ exporter: some Exporter, to path: String, options: ExportOptions = ExportOptions()
  ) throws -> [Loss] {
    try everything.write(exporter, to: path, options: options)
  }
}

extension Selection {
  /// Calls `body` for every relation's row in the graph's order, and reports the progress from time to time.
  func forEachRelation(
    _ options: ExportOptions, to writer: inout ByteWriter, _ body: (Int, inout ByteWriter) throws -> Void
  ) throws {
    guard let progress = options.progress else {
      return try relationRows.forEach { try body($0, &writer) }
    }
    let total = relationRows.count
    var done = 0
    try relationRows.forEach {
      try body($0, &writer)
      done += 1
      if done % 8192 == 0 { progress(ExportProgress(relations: done, total: total, bytes: writer.written)) }
    }
    progress(ExportProgress(relations: done, total: total, bytes: writer.written))
  }
}
