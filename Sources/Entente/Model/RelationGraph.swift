/// A graph of what documents say: entities, and relations between them that each have a type, a date and sources.
///
/// A graph never changes once it is made, and costs nothing to copy. Make one with the result builder, or read one from
/// files. Its ``entities`` and ``relations`` are views of its rows.
///
/// Two graphs are equal when they say the same, whatever the order and wherever it is written.
public struct RelationGraph: Sendable {
  package let columns: Columns

  init(columns: Columns) {
    self.columns = columns
    columns.checkInvariants()
  }

  /// What the graph is about.
  public var title: String { columns.title }

  /// How many distinct dates its entities and relations have, "no date" included: cursors number them from 0.
  public var distinctDates: Int { columns.dates.count }

  /// Whether the bytes of all texts of entities and relations, one after the other, may hold what is looked for.
  package func mayHaveText(_ mayHold: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    columns.strings.bytes.withUnsafeBufferPointer(mayHold)
  }

  /// Whether both are one graph, and not only equal: what was made of one holds for the other.
  package func isSame(as other: RelationGraph) -> Bool { columns === other.columns }

  /// The kinds and relation types in force.
  public var schema: Schema { columns.schema }

  /// The sources, in the order of their first mention.
  public var documents: [Document] { columns.documents }

  /// The entities, in the order of their first mention.
  public var entities: Entities { Entities(graph: self) }

  /// The relations, in the order in which they are written.
  public var relations: Relations { Relations(graph: self) }

  /// The entity with that id.
  public func entity(_ id: String) -> Entity? {
    columns.row(ofID: id).entityRow.map { Entity(graph: self, row: $0) }
  }

  /// The relation with that id.
  public func relation(_ id: String) -> Relation? {
    columns.row(ofID: id).relationRow.map { Relation(graph: self, row: $0) }
  }

  /// The document with that id.
  public func document(_ id: String) -> Document? { columns.documentRows[id].map { columns.documents[$0] } }

  /// Whether some citation names pages.
  package var citesPages: Bool { columns.citations.firstPage.contains { $0 != 0 } }

  /// Where the document in that row is declared.
  package func place(ofDocument row: Int) -> SourcePlace? { columns.place(columns.documentPlaces[row]) }

  /// The entities of a graph.
  public struct Entities: RandomAccessCollection, Sendable {
    let graph: RelationGraph
    /// The first row.
    public var startIndex: Int { 0 }
    /// How many entities there are.
    public var endIndex: Int { graph.columns.entities.count }
    /// The entity in that row.
    public subscript(row: Int) -> Entity { Entity(graph: graph, row: row) }
  }

  /// The relations of a graph.
  public struct Relations: RandomAccessCollection, Sendable {
    let graph: RelationGraph
    /// The first row.
    public var startIndex: Int { 0 }
    /// How many relations there are.
    public var endIndex: Int { graph.columns.relations.count }
    /// The relation in that row.
    public subscript(row: Int) -> Relation { Relation(graph: graph, row: row) }
  }
}
