/// A statement that joins two entities: a view of one row of a graph.
///
/// Two are equal when they are the same row of the same graph.
public struct Relation: Sendable, Identifiable {
  let graph: RelationGraph
  /// Its row among the graph's relations, from 0.
  public let row: Int

  private var columns: Columns { graph.columns }

  /// Its id, unique among the graph's entities and relations: as given, or made from its head, date and status.
  public var id: String { columns.strings[columns.relations.id[row]] }

  /// Who, or what, the statement is about.
  public var subject: Entity { Entity(graph: graph, row: Int(columns.relations.subject[row])) }

  /// What it says.
  public var type: RelationType { columns.schema.relationTypes[Int(columns.relations.type[row])] }

  /// The other end.
  public var object: Entity { Entity(graph: graph, row: Int(columns.relations.object[row])) }

  /// When it holds, read as its ``type`` says.
  public var when: EDTF? { graph.date(columns.relations.when[row]) }

  /// The four years that answer in which years it holds, by its date and how its type holds.
  public var years: FourYears {
    columns.dates[columns.relations.when[row]]?.years(holds: type.holds) ?? DateExtent.undatedYears(holds: type.holds)
  }

  /// How far the statement goes.
  public var status: Status { columns.relations.status[row] }

  /// Who says so, where that is not the document itself.
  public var accordingTo: Entity? {
    let row = Int(columns.relations.accordingTo[row])
    return row == 0 ? nil : Entity(graph: graph, row: row - 1)
  }

  /// What a reader should know about it.
  public var note: String? { graph.text(columns.relations.note[row]) }

  /// What Entente has no word for, sorted by key.
  public var attributes: Attributes { Attributes(graph: graph, rows: columns.relations.attributes[row]) }

  /// Where documents say it.
  public var citations: [Citation] { graph.citations(columns.relations.citations[row]) }

  /// Where it is written; `nil` for a graph that no file or source line describes.
  public var place: SourcePlace? { columns.place(columns.relations.place[row]) }

  /// Who, what, whom, by their ids, as graph files have it: `japan claims southern-kurils`.
  public var head: String { "\(subject.id) \(type.name) \(object.id)" }

  /// Who, what, whom, by their names: `Japan claims Southern Kuril Islands`.
  public var sentence: String { "\(subject.name) \(type.label) \(object.name)" }
}

extension Relation: Hashable {
  /// Whether both are the same row of the same graph.
  public static func == (left: Relation, right: Relation) -> Bool {
    left.row == right.row && left.columns === right.columns
  }

  /// Hashes graph and row.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(columns))
    hasher.combine(row)
  }
}

extension RelationGraph {
  /// The date in that row of the table; `nil` for "no date".
  package func date(_ id: DateID) -> EDTF? {
    columns.dates.edtf(id, in: columns.strings)
  }

  func text(_ id: StringID) -> String? { id == .empty ? nil : columns.strings[id] }

  func citations(_ rows: Range<Int>) -> [Citation] { rows.map(citation) }

  func citation(_ row: Int) -> Citation {
    let citations = columns.citations
    let paragraph = Int(citations.paragraph[row])
    return Citation(
      document: columns.documents[Int(citations.document[row])].id, paragraph: paragraph == 0 ? nil : paragraph,
      pages: citations.pages(row),
      quote: text(citations.quote[row]), prefix: text(citations.prefix[row]), suffix: text(citations.suffix[row]))
  }
}
