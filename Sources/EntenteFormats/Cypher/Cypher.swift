public import Entente

/// Statements in Cypher that put a graph into a graph database: Neo4j, or LadybugDB, the successor of Kùzu (which reads line breaks in texts as the letter n).
///
/// ```cypher
/// MERGE (e:Entity {id: 'japan'}) SET e.name = 'Japan', e.kind = 'state', …;
/// MATCH (s:Entity {id: 'japan'}), (o:Entity {id: 'kurils'}) MERGE (s)-[r:`claims` {id: '…'}]->(o) SET …;
/// ```
///
/// A statement a line. They can be run again, also after the graph has changed: nothing is there twice.
public struct Cypher: StreamingExporter {
  /// What the statements carry.
  public let format = Format(
    "Cypher", endings: ["cypher"], summary: "statements for Neo4j and other graph databases",
    dialects: [Format.Dialect("ladybug", "defines the tables that LadybugDB needs")],
    carries: .everything(
      asText: [.citations, .entityCitations, .quoteContexts],
      without: [.title, .ownKinds, .ownRelationTypes]))

  /// The exporter.
  public init() {}

  /// What the statements cannot carry, and what gets another name or type.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    featureLosses(of: selection) + CypherKeys(of: selection).changes(in: format)
  }

  /// Writes the statements.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try selection.checkNoZero(for: format, options)
    try CypherStatements(selection, options).write(to: &writer)
  }
}

extension Exporter where Self == Cypher {
  /// Statements for Neo4j and other graph databases.
  public static var cypher: Cypher { Cypher() }
}

/// The pieces of Cypher's grammar that texts become.
enum CypherText {
  /// For what stands between single quotes.
  static let string = Escapes([
    (UInt8(ascii: "'"), "\\'"), (UInt8(ascii: "\\"), "\\\\"), (UInt8(ascii: "\n"), "\\n"),
    (UInt8(ascii: "\r"), "\\r"), (UInt8(ascii: "\t"), "\\t"),
  ])

  /// For what stands between the quotes of a JSON string that is itself between single quotes.
  static let json = Escapes(
    Escapes.jsonPairs.map { byte, text in (byte, string.escaped(text)) } + [(UInt8(ascii: "'"), "\\'")])

  /// A text between single quotes. For what is written once.
  static func quoted(_ text: String) -> String { "'\(string.escaped(text))'" }

  /// A name between backticks, in which anything may stand.
  static func name(_ text: String) -> String { "`" + text.replacing("`", with: "``") + "`" }
}
