public import Entente

/// The language of Graphviz, for people who go on with its tools.
///
/// ```dot
/// "japan" -> "southern-kurils" [label="claims\nsince about 1945", type="claims", when="1945~/..", …];
/// ```
///
/// Kinds are shapes and colours, statuses are line styles. `id` and `class` reach an SVG that is made of it. A graph's own
/// attributes get the prefix `attr_`, so that none can become one of Graphviz's, which may read files.
public struct DOT: StreamingExporter {
  /// What DOT carries.
  public let format = Format(
    "DOT", endings: ["dot", "gv"], summary: "the language of Graphviz",
    carries: .everything(
      asText: [
        .aliases, .sameAs, .citations, .entityCitations, .attributes, .documents, .ownKinds, .ownRelationTypes,
      ], without: [.quoteContexts]))

  /// The exporter.
  public init() {}

  /// What DOT cannot carry, and what gets another direction.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    // Only a graph that was asked for without directions loses some: relations of types without one have no arrow.
    featureLosses(of: selection) + (options.isUndirected ? selection.directionChanges(in: format, options) : [])
  }

  /// Writes the selection.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try selection.checkNoZero(for: format, options)
    try DOTDocument(selection, options).write(options, to: &writer)
  }
}

extension Exporter where Self == DOT {
  /// The language of Graphviz.
  public static var dot: DOT { DOT() }
}

/// What stands between double quotes in DOT.
enum DOTText {
  /// For values that Graphviz keeps as they are. A backslash is doubled, so that none can escape the closing quote.
  static let value = Escapes([
    (UInt8(ascii: "\""), "\\\""), (UInt8(ascii: "\\"), "\\\\"), (UInt8(ascii: "\n"), "\\n"),
    (UInt8(ascii: "\r"), "\\r"),
  ])

  /// For what stands between the quotes of a JSON string that is itself a value.
  static let json = Escapes(Escapes.jsonPairs.map { byte, text in (byte, value.escaped(text)) })

  /// For labels, in which Graphviz also reads `\N` and the like, and entities such as `&lt;`.
  static let label = Escapes([
    (UInt8(ascii: "\""), "\\\""), (UInt8(ascii: "\\"), "\\\\"), (UInt8(ascii: "\n"), "\\n"), (UInt8(ascii: "\r"), ""),
    (UInt8(ascii: "&"), "&amp;"),
  ])
}
