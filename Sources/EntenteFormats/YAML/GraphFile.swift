public import Entente

/// The graph file: YAML, made to be written and reviewed by hand.
///
/// As it writes them, a file reads back equal to the graph that was written: `graph.write(.graphFile, to: "graph.yaml")`.
/// What a file had in comments, and how it was laid out, is not in the graph.
public struct GraphFile: Importer, StreamingExporter {
  /// The format of graph files.
  public let format = Format(
    "Graph file", endings: ["yaml", "yml"], summary: "Entente's own format, to be written and reviewed by hand",
    carries: .everything(without: [.answers], andLooks: true))

  /// Graph files, as they are documented.
  public init() {}

  /// Reads a graph file.
  public func read(_ source: Source, into draft: inout GraphDraft) throws {
    let bytes = try source.bytes()
    var reader = GraphFileReader(bytes: bytes, source: draft.add(source: source.text), draft: consume draft)
    let fault = reader.read()
    let (mapped, bibliographies) = (reader.tables, reader.bibliographies)
    draft = reader.draft
    if let fault { throw fault }
    let folder = source.path.map { InputFile.split($0).folder } ?? ""
    for file in bibliographies {
      try Bibliography.read(file.value, at: file.place, beside: folder, source.options, into: &draft)
    }
    var tables = MappedTables(of: source)
    try tables.read(mapped, into: &draft)
  }

  /// What a graph file does not carry, and a note for each plural that is the key of one of its own sections.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    let schema = selection.graph.schema
    let changed = schema.kinds.filter { Section.isReserved($0.plural) }.map { kind in
      let plural = Section.plural(of: kind, in: schema)
      let why = "since '\(kind.plural)' is a section's key"
      return Loss(format, "the plural of '\(kind.name)' is written '\(plural)', \(why)", severity: .note)
    }
    return featureLosses(of: selection) + changed
  }

  /// Writes a graph file.
  ///
  /// - Throws: `CheckFailure` for a number that is none or infinite, which graph files do not have.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try checkNumbers(of: selection)
    try GraphFileWriter(selection).write(to: &writer)
  }

  private func checkNumbers(of selection: Selection) throws(CheckFailure) {
    func faults(_ attributes: Attributes, of owner: String, at place: SourcePlace?) -> [Diagnostic] {
      attributes.compactMap { key, value in
        guard case .number(let number) = value, !number.isFinite else { return nil }
        return Diagnostic(NumberNotWritten(owner: owner, key: key, number: number), at: place)
      }
    }
    let found =
      selection.entities.flatMap { faults($0.attributes, of: "entity '\($0.id)'", at: $0.place) }
      + selection.relations.flatMap { faults($0.attributes, of: "relation '\($0.id)'", at: $0.place) }
    if !found.isEmpty { throw CheckFailure(found) }
  }
}

extension Exporter where Self == GraphFile {
  /// Entente's own format, to be written and reviewed by hand.
  public static var graphFile: GraphFile { GraphFile() }
}

/// A number that a graph file cannot have.
struct NumberNotWritten: Finding {
  let owner: String
  let key: String
  let number: Double

  var message: String { "\(owner): the attribute '\(key)' is \(number), which no graph file can have" }
  var advice: [String] { ["leave the attribute out, or make it a text"] }
}
