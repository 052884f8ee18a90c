/// A person, a state, a treaty, an island: a view of one row of a graph.
///
/// Two are equal when they are the same row of the same graph.
public struct Entity: Sendable, Identifiable {
  let graph: RelationGraph
  /// Its row among the graph's entities, from 0.
  public let row: Int

  private var columns: Columns { graph.columns }

  /// Its id, unique among the graph's entities and relations.
  public var id: String { columns.strings[columns.entities.id[row]] }

  /// What it is.
  public var kind: Kind { columns.schema.kinds[Int(columns.entities.kind[row])] }

  /// What it is called; its id when no name was given.
  public var name: String { columns.strings[columns.entities.name[row]] }

  /// What else it is called.
  public var aliases: [String] { columns.entities.aliases[row].map { columns.strings[$0] } }

  /// What it is in registries, as it is written: `wikidata:Q17`, or an IRI; ``SameAs/iri(of:)`` gives the IRI of either.
  public var sameAs: [String] { columns.entities.sameAs[row].map { columns.strings[$0] } }

  /// Its existence: a single date is its beginning, except for kinds that happen, which last as long as the date.
  public var when: EDTF? { graph.date(columns.entities.when[row]) }

  /// The four years that answer in which years it exists.
  public var years: FourYears {
    columns.dates[columns.entities.when[row]]?.existenceYears(happens: kind.happens) ?? .anytime
  }

  /// What a reader should know about it.
  public var note: String? { graph.text(columns.entities.note[row]) }

  /// What Entente has no word for, sorted by key.
  public var attributes: Attributes { Attributes(graph: graph, rows: columns.entities.attributes[row]) }

  /// Where documents say that it is, or is called, so.
  public var citations: [Citation] { graph.citations(columns.entities.citations[row]) }

  /// Where it is written; `nil` for a graph that no file or source line describes.
  public var place: SourcePlace? { columns.place(columns.entities.place[row]) }
}

extension Entity: Hashable {
  /// Whether both are the same row of the same graph.
  public static func == (left: Entity, right: Entity) -> Bool {
    left.row == right.row && left.columns === right.columns
  }

  /// Hashes graph and row.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(columns))
    hasher.combine(row)
  }
}
