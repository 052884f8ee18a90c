public import Entente

/// Tables of comma-separated values, or of values parted by semicolons or tabs: a folder of them, or one.
public struct CSVImporter: Importer {
  /// What is read.
  public let format = Format(
    "CSV", endings: ["csv", "tsv"], summary: "tables of nodes and edges, or a folder of them", isFolder: true)

  /// The importer.
  public init() {}

  /// Adds a table's, or a folder's, entities and relations to the draft.
  ///
  /// A folder has `nodes.csv`, `edges.csv` and, where there are such, `kinds.csv`, `types.csv`, `documents.csv`,
  /// `citations.csv` and `graph.csv`. A table by itself has edges if it has two columns that mean their ends, else nodes.
  ///
  /// - Throws: ``SourceFault`` when a table cannot be read to its end.
  public func read(_ source: Source, into draft: inout GraphDraft) throws {
    var reading = TableReading(source.options)
    if source.isFolder {
      try readFolder(source, &reading, into: &draft)
    } else {
      try reading.read(try Table.text(source, .alone, into: &draft), into: &draft)
    }
    reading.finish(into: &draft)
  }

  private func readFolder(_ source: Source, _ reading: inout TableReading, into draft: inout GraphDraft) throws {
    let names = try source.files().sorted()
    var left = Set(names)
    let whole = draft.add(source: source.text)
    for name in TableReading.Name.allCases {
      guard let file = names.first(where: { Self.names(name.rawValue).contains($0.lowercased()) }) else { continue }
      left.remove(file)
      let table = try Table.text(source.file(file), .together(in: whole), into: &draft)
      try reading.read(table, name, into: &draft)
    }
    let place = PackedPlace(whole)
    if !["nodes", "edges"].contains(where: { name in names.contains { Self.names(name).contains($0.lowercased()) } }) {
      throw SourceFault(NoTables(), at: place)
    }
    if !left.isEmpty { draft.report(FilesLeftOut(names: left.sorted()), at: place) }
  }

  /// The names that a folder's table may have.
  private static func names(_ name: String) -> [String] { ["csv", "tsv", "csv.gz", "tsv.gz"].map { "\(name).\($0)" } }
}
