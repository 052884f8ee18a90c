public import Entente

/// Tables of comma-separated values (RFC 4180, UTF-8) in a folder: nodes, edges, relation types, citations, documents.
///
/// ```csv
/// id,source,target,type,when,status,according_to,start_earliest,start_latest,end_earliest,end_latest,note
/// japan-claims-kurils-1945-about-to-open,japan,kurils,claims,1945~/..,asserted,,1945,1946,2147483647,2147483647,
/// ```
///
/// What is not there is an empty cell; an empty text is `""`.
public struct CSV: Exporter {
  /// What the tables carry.
  public let format = Format(
    "CSV", endings: ["csv"], summary: "a folder of tables, for spreadsheets, R, DuckDB and Polars", isFolder: true,
    dialects: [
      Format.Dialect("gephi", "the column names of Gephi's spreadsheet import"),
      Format.Dialect("neo4j", "the headers of neo4j-admin database import"),
    ], carries: .everything(asText: [.aliases], without: [.title, .ownKinds]))

  /// The exporter.
  public init() {}

  /// What the tables cannot carry, and what gets another name or type.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    let isForNeo4j = options.dialect == "neo4j"
    return featureLosses(of: selection, separator: isForNeo4j ? ";" : "|")
      + CSVKeys(of: selection).changes(in: format, of: selection.graph)
  }

  /// Writes the tables, each a file of the folder.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try CSVTables(selection, CSVDialect(options.dialect), options).write(to: &writer)
  }
}

extension Exporter where Self == CSV {
  /// A folder of tables of comma-separated values.
  public static var csv: CSV { CSV() }
}

extension ByteWriter {
  /// Writes a cell: in quotes where a comma, a quotation mark, a line break or a space at an end would be lost otherwise.
  mutating func write(cell text: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    if !text.needsQuotes { return try write(text) }
    try write("\"")
    try write(text, escaping: CSV.quoted)
    try write("\"")
  }

  /// Writes a cell. For what is written once.
  mutating func write(cell text: String) throws(WriteError) {
    let bytes = Array(text.utf8)
    try bytes.span.withUnsafeBufferPointer { (bytes) throws(WriteError) in try write(cell: bytes) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var needsQuotes: Bool {
    guard let first, let last else { return false }
    if first == 0x20 || last == 0x20 { return true }
    for byte in self where byte <= 0x2C {
      if byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D { return true }
    }
    return false
  }
}

extension CSV {
  fileprivate static let quoted = Escapes([(UInt8(ascii: "\""), "\"\"")])
}
