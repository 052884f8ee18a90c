public import Entente

/// A slice of a file that is never in memory as a whole: it is read in pieces, and again for each part of what is written.
///
/// What is written has the same bytes as that of a `Selection` of the whole graph, and the messages are the same. In memory
/// are a piece, and for each entity its id and what its relations need to know of it.
///
/// ```swift
/// let slice = try FileSlice(of: .file("events.graphml"), Filter(years: YearRange(1956)), for: .csv)
/// try ByteWriter.folder(at: "1956") { try slice.write(.csv, to: &$0) }
/// ```
public struct FileSlice: Sendable {
  /// Warnings, and notes that everybody should know.
  public let diagnostics: [Diagnostic]
  /// How many other notes there are.
  public let notes: Int
  /// How many relations were kept and left out.
  public let counts: Selection.Counts
  /// What the exporter loses or changes.
  public let losses: [Loss]

  let head: Selection
  private let source: Source
  private let options: ExportOptions
  private let size: Int
  private let index: EntityIndex
  /// Which entities are kept.
  private let isKept: [Bool]
  private let parts: [Part]

  /// What is known of a piece.
  struct Part: Sendable {
    /// How many entities the pieces before have.
    let firstEntity: Int
    let hasEntities: Bool
    /// Whether it has relations that are kept.
    var hasRelations = false
  }

  /// Reads a file once, for what its slice is.
  ///
  /// - Parameters:
  ///   - source: a GraphML file, or a folder of tables as Entente writes them.
  ///   - filter: what is kept; hops go over the whole graph and cannot be taken in pieces.
  ///   - exporter: what is going to write: GraphML or CSV.
  ///   - options: how.
  ///   - title: what the graph is about, in place of the file's own title.
  /// - Throws: ``NotInPieces`` where the file, the filter or the exporter asks for the whole: then a `Selection` is to be
  ///   written, whose messages also tell what is wrong with the file.
  public init(
    of source: Source, _ filter: Filter, for exporter: any Exporter, options: ExportOptions = ExportOptions(),
    title: String? = nil
  ) throws {
    try self.init(of: source, filter, for: exporter, options: options, title: title, size: 1 << 23)
  }

  /// The same in pieces of about so many bytes.
  package init(
    of source: Source, _ filter: Filter, for exporter: any Exporter, options: ExportOptions, title: String?, size: Int
  ) throws {
    guard let exporter = exporter as? any PieceExporter, exporter.takesPieces(options) else {
      throw NotInPieces("\(exporter.format.name) is not written in pieces")
    }
    if !filter.around.isEmpty { throw NotInPieces("hops go over the whole graph") }
    if options.weight != nil { throw NotInPieces("the weight is looked for in the whole graph") }
    if source.options.skipsErrors { throw NotInPieces("errors are left out of the whole graph") }
    do {
      var gathering = try SliceGathering(source, filter, omitsNothing: exporter.omitsNothing, size: size)
      try gathering.run()
      let head = try gathering.head(title: title)
      (counts, index, isKept, parts) = (gathering.counts, gathering.index, gathering.isKept, gathering.parts)
      (self.head, self.source, self.size) = (head, source, size)
      notes = try gathering.findings.notes + gathering.rules.notes()
      diagnostics = gathering.findings.diagnostics(documents: head.graph.documents)
      var options = options
      options.progress = nil
      options.rows = gathering.rows
      self.options = options
      losses = exporter.losses(of: head, options: options)
    } catch let error as NotInPieces {
      throw error
    } catch {
      // Whatever is wrong is told by whoever reads the whole.
      throw NotInPieces("something is wrong with the file")
    }
  }

  /// Writes the slice, with the exporter that it was read for.
  ///
  /// - Throws: ``WriteError`` when the bytes cannot be delivered; ``NotInPieces`` when the file is no longer what it was.
  public func write(_ exporter: any Exporter, to writer: inout ByteWriter) throws {
    guard let exporter = exporter as? any PieceExporter else {
      throw NotInPieces("\(exporter.format.name) is not written in pieces")
    }
    try exporter.write(self, options: options, to: &writer)
  }
}

extension FileSlice: SelectionPieces {
  func forEachEntities(_ body: (Selection) throws -> Void) throws {
    try forEach(where: \.hasEntities) { piece, part in
      var kept = BitSet(capacity: piece.graph.entities.count)
      for row in 0..<piece.entities where isKept[part.firstEntity + row] { kept.insert(row) }
      try body(Selection(of: piece.graph, resolved: head.filter).with(entities: kept).withoutRelations)
    }
  }

  func forEachRelations(_ body: (Selection) throws -> Void) throws {
    try forEach(where: \.hasRelations) { piece, _ in
      let none = BitSet(capacity: piece.graph.entities.count)
      try body(Selection(of: piece.graph, resolved: head.filter).with(entities: none))
    }
  }

  private func forEach(where isWanted: (Part) -> Bool, _ body: (ReadPiece, Part) throws -> Void) throws {
    guard let last = parts.lastIndex(where: isWanted) else { return }
    let pieces = try EntenteFormats.pieces(of: source, size: size)
    for part in parts[...last] {
      guard let piece = try pieces.next() else { throw NotInPieces("the file is no longer what it was") }
      if isWanted(part) { try body(ReadPiece(piece, index), part) }
    }
  }
}
