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
    _ exporter: some StreamingExporter, to path: String, options: ExportOptions = ExportOptions()
  ) throws -> [Loss] {
    if exporter.format.isFolder {
      try ByteWriter.folder(at: path) { try exporter.write(self, options: options, to: &$0) }
    } else {
      try ByteWriter.file(at: path) { try exporter.write(self, options: options, to: &$0) }
    }
    return exporter.losses(of: self, options: options)
  }

  /// Writes the selection with an exporter that may have to wait, as one of a picture does.
  ///
  /// - Returns: what the format could not carry, or carries changed.
  /// - Throws: as for a format that only writes, and what else the exporter throws.
  @discardableResult
  public func write(
    _ exporter: some Exporter, to path: String, options: ExportOptions = ExportOptions()
  ) async throws -> [Loss] {
    if exporter.format.isFolder {
      try await ByteWriter.folder(at: path) { try await exporter.write(self, options: options, to: &$0) }
    } else {
      try await ByteWriter.file(at: path) { try await exporter.write(self, options: options, to: &$0) }
    }
    return exporter.losses(of: self, options: options)
  }

  /// The selection as the bytes of one file.
  ///
  /// ```swift
  /// let graphml = try graph.everything.bytes(.graphml)
  /// ```
  ///
  /// - Throws: `CheckFailure` when the format cannot hold something; ``WriteError`` when it is a folder of files.
  public func bytes(
    _ exporter: some StreamingExporter, options: ExportOptions = ExportOptions()
  ) throws -> [UInt8] {
    try ByteWriter.memory { try exporter.write(self, options: options, to: &$0) }
  }

  /// The selection as the bytes of one file, by an exporter that may have to wait.
  ///
  /// - Throws: as for a format that only writes, and what else the exporter throws.
  public func bytes(
    _ exporter: some Exporter, options: ExportOptions = ExportOptions()
  ) async throws -> [UInt8] {
    try await ByteWriter.memory { try await exporter.write(self, options: options, to: &$0) }
  }

  /// The selection as the files of a folder, in the order in which they are written; none of them is on a disk.
  ///
  /// ```swift
  /// for file in try graph.everything.files(.csv) { print(file.name, file.bytes.count) }
  /// ```
  ///
  /// - Throws: `CheckFailure` when the format cannot hold something; ``WriteError`` when it is one file.
  public func files(
    _ exporter: some StreamingExporter, options: ExportOptions = ExportOptions()
  ) throws -> [(name: String, bytes: [UInt8])] {
    try ByteWriter.files { try exporter.write(self, options: options, to: &$0) }
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
    _ exporter: some StreamingExporter, to path: String, options: ExportOptions = ExportOptions()
  ) throws -> [Loss] {
    try everything.write(exporter, to: path, options: options)
  }

  /// Writes the whole graph with an exporter that may have to wait, as one of a picture does.
  ///
  /// - Returns: what the format could not carry, or carries changed.
  /// - Throws: as for a format that only writes, and what else the exporter throws.
  @discardableResult
  public func write(
    _ exporter: some Exporter, to path: String, options: ExportOptions = ExportOptions()
  ) async throws -> [Loss] {
    try await everything.write(exporter, to: path, options: options)
  }
}

extension Selection {
  /// Calls `body` for every relation kept, in the graph's order, and reports the progress from time to time.
  public func forEachRelation(
    _ options: ExportOptions, to writer: inout ByteWriter,
    _ body: (borrowing RelationRow, inout ByteWriter) throws -> Void
  ) throws {
    guard let progress = options.progress else { return try forEachRelation { try body($0, &writer) } }
    let total = relations.count
    var done = 0
    try forEachRelation {
      try body($0, &writer)
      done += 1
      if done % 8192 == 0 { progress(ExportProgress(relations: done, total: total, bytes: writer.written)) }
    }
    progress(ExportProgress(relations: done, total: total, bytes: writer.written))
  }
}
