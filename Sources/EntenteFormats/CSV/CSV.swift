public import Entente

/// Tables of comma-separated values (RFC 4180, UTF-8) in a folder: nodes, edges, kinds, relation types, citations, documents,
/// attributes, and the graph's title.
///
/// ```csv
/// id,source,target,type,when,status,according_to,possible_from,certain_from,certain_to,possible_to,start_earliest,…,note
/// japan-claims-kurils-1945-about-to-open,japan,kurils,claims,1945~/..,asserted,,1945,1946,2147483647,2147483647,1945-01-01,…,
/// ```
///
/// What is not there is an empty cell; an empty text is `""`. Beside the four years stand the bounds of the date as days, empty
/// where they are open or not known. `attributes.csv` says what each column of an own attribute is called and holds in the
/// graph; in a column of mixed types texts, and only they, are in quotes.
public struct CSV: StreamingExporter {
  /// What the tables carry.
  public let format = Format(
    "CSV", endings: ["csv"], summary: "a folder of tables, for spreadsheets, R, DuckDB and Polars", isFolder: true,
    dialects: [
      Format.Dialect("gephi", "the column names of Gephi's spreadsheet import"),
      Format.Dialect("neo4j", "the headers of neo4j-admin database import"),
    ], carries: .everything(asText: [.aliases, .sameAs]))

  /// The exporter.
  public init() {}

  /// What the tables cannot carry, and what gets another name.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    let isForNeo4j = options.dialect == "neo4j"
    return featureLosses(of: selection, separator: isForNeo4j ? ";" : "|")
      + split(aliases: options.rows?.splitAliases ?? 0, at: "|")
      + CSVKeys(of: selection, CSVDialect(options.dialect), options).changes(in: format)
  }

  /// Writes the tables, each a file of the folder.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try CSVTables(selection, CSVDialect(options.dialect), options).write(to: &writer)
  }
}

extension CSV: PieceExporter {
  var omitsNothing: Bool { false }

  func takesPieces(_ options: ExportOptions) -> Bool { options.dialect == nil }

  func write(_ pieces: some SelectionPieces, options: ExportOptions, to writer: inout ByteWriter) throws {
    func tables(_ selection: Selection) throws -> CSVTables { try CSVTables(selection, .init(nil), options) }
    let head = try tables(pieces.head)
    try head.writeGraph(to: &writer)
    try head.beginNodes(to: &writer)
    try pieces.forEachEntities { try tables($0).writeNodes(to: &writer) }
    try head.beginEdges(to: &writer)
    try pieces.forEachRelations { try tables($0).writeEdges(to: &writer) }
    try head.writeKinds(to: &writer)
    try head.writeTypes(to: &writer)
    try head.beginCitations(to: &writer)
    if options.rows?.hasCitations != false {
      try pieces.forEachEntities { try tables($0).writeCitationsOfNodes(to: &writer) }
      try pieces.forEachRelations { try tables($0).writeCitationsOfEdges(to: &writer) }
    }
    try head.writeDocuments(to: &writer)
    try head.writeAttributes(to: &writer)
  }
}

extension Exporter where Self == CSV {
  /// A folder of tables of comma-separated values.
  public static var csv: CSV { CSV() }
}

extension ByteWriter {
  /// Writes a cell: in quotes where a comma, a quotation mark, a line break or a space at an end would be lost otherwise.
  public mutating func write(cell text: Span<UInt8>) throws(WriteError) {
    if text.needsQuotes { try write(quotedCell: text) } else { try write(text) }
  }

  /// Writes a cell in quotes.
  mutating func write(quotedCell text: Span<UInt8>) throws(WriteError) {
    try write("\"")
    try write(text, escaping: CSV.quoted)
    try write("\"")
  }

  /// Writes a cell. For what is written once.
  public mutating func write(cell text: String) throws(WriteError) {
    let bytes = Array(text.utf8)
    try write(cell: bytes.span)
  }
}

extension Span<UInt8> {
  fileprivate var needsQuotes: Bool {
    if isEmpty { return false }
    if self[0] == 0x20 || self[count - 1] == 0x20 { return true }
    return withUnsafeBufferPointer { bytes in
      for byte in bytes where byte <= 0x2C {
        if byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D || byte == 0 { return true }
      }
      return false
    }
  }
}

extension CSV {
  fileprivate static let quoted = Escapes([(UInt8(ascii: "\""), "\"\"")])
}
