public import Entente

/// The graph file: YAML, made to be written and reviewed by hand.
public struct GraphFile: Importer {
  /// The format of graph files.
  public let format = Format(
    "Graph file", endings: ["yaml", "yml"], summary: "Entente's own format, to be written and reviewed by hand")

  /// Graph files, as they are documented.
  public init() {}

  /// Reads a graph file.
  public func read(_ source: Source, into draft: inout GraphDraft) throws {
    let bytes = try source.bytes()
    var reader = GraphFileReader(bytes: bytes, source: draft.add(source: source.text), draft: consume draft)
    let fault = reader.read()
    let mapped = reader.tables
    draft = reader.draft
    if let fault { throw fault }
    var tables = MappedTables(of: source)
    try tables.read(mapped, into: &draft)
  }
}
