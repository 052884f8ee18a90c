/// What a ``RelationGraph`` is made of: one array per property, rows that are integers, each text and each date once.
///
/// It never changes once it is assembled, so that views and selections may share it freely.
@usableFromInline
package final class Columns: Sendable {
  let title: String
  let schema: Schema
  /// How it is shown.
  let appearance: Appearance
  let documents: [Document]
  let documentRows: [String: Int]
  /// What places are in.
  let sources: [SourceText]
  @usableFromInline package let strings: StringTable
  @usableFromInline package let dates: DateTable
  @usableFromInline package let entities: EntityColumns
  @usableFromInline package let relations: RelationColumns
  @usableFromInline package let citations: CitationColumns
  @usableFromInline package let attributes: AttributeColumns
  /// The relations that have no date: every selection counts them.
  let undatedRelations: BitSet
  /// What was verified once, as the sources' seals say.
  package let seal: Seal
  /// Where the documents are declared, in their order.
  let documentPlaces: [PackedPlace]
  private let ids: IDIndex
  private let lazyIncidence = Lazy<Incidence>()

  init(
    title: String, schema: Schema, documents: [Document], documentPlaces: [PackedPlace], sources: [SourceText],
    strings: StringTable, dates: DateTable, entities: EntityColumns, relations: RelationColumns,
    citations: CitationColumns, attributes: AttributeColumns, seal: Seal = Seal(), appearance: Appearance
  ) {
    self.title = title
    self.schema = schema
    self.appearance = appearance
    self.documents = documents
    self.documentPlaces = documentPlaces
    self.documentRows = Dictionary(documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.sources = sources
    self.strings = strings
    self.dates = dates
    self.entities = entities
    self.relations = relations
    undatedRelations = BitSet(
      capacity: relations.count, including: relations.when.indices.filter { relations.when[$0] == .none })
    self.citations = citations
    self.attributes = attributes
    self.seal = seal
    self.ids = IDIndex(entities: entities.id, relations: relations.id, in: strings)
  }

  /// The same with other citations, row by row, and what is verified of them.
  func with(_ citations: CitationColumns, _ seal: Seal) -> Columns {
    Columns(
      title: title, schema: schema, documents: documents, documentPlaces: documentPlaces, sources: sources,
      strings: strings, dates: dates, entities: entities, relations: relations, citations: citations,
      attributes: attributes, seal: seal, appearance: appearance)
  }

  func place(_ packed: PackedPlace) -> SourcePlace? {
    packed.source.row.map { SourcePlace(packed, in: sources[$0]) }
  }

  /// The relations of each entity; made when somebody first asks for neighbours.
  var incidence: Incidence { lazyIncidence.get { Incidence(relations, entities: entities.count) } }

  /// What `id` names: an entity, a relation, or nothing.
  func row(ofID id: String) -> NamedRow {
    ids.row(of: id, in: strings) { row in
      row.entityRow.map { entities.id[$0] } ?? row.relationRow.map { relations.id[$0] } ?? .empty
    }
  }
}

/// The entities' properties; row `n` of each array is entity `n`.
@usableFromInline
package struct EntityColumns: Sendable {
  @usableFromInline package internal(set) var id: [StringID] = []
  @usableFromInline package internal(set) var kind: [UInt16] = []
  @usableFromInline package internal(set) var name: [StringID] = []
  @usableFromInline package internal(set) var when: [DateID] = []
  @usableFromInline package internal(set) var note: [StringID] = []
  @usableFromInline package internal(set) var aliases = Lists<StringID>()
  @usableFromInline package internal(set) var sameAs = Lists<StringID>()
  @usableFromInline package internal(set) var attributes = RowRanges()
  @usableFromInline package internal(set) var citations = RowRanges()
  var place: [PackedPlace] = []

  package var count: Int { id.count }
}

/// The relations' properties; row `n` of each array is relation `n`.
@usableFromInline
package struct RelationColumns: Sendable {
  @usableFromInline package internal(set) var id: [StringID] = []
  @usableFromInline package internal(set) var subject: [UInt32] = []
  @usableFromInline package internal(set) var object: [UInt32] = []
  @usableFromInline package internal(set) var type: [UInt16] = []
  @usableFromInline package internal(set) var status: [Status] = []
  @usableFromInline package internal(set) var when: [DateID] = []
  /// The row of the entity that says so plus one; 0 is nobody.
  @usableFromInline package internal(set) var accordingTo: [UInt32] = []
  @usableFromInline package internal(set) var note: [StringID] = []
  @usableFromInline package internal(set) var attributes = RowRanges()
  @usableFromInline package internal(set) var citations = RowRanges()
  var place: [PackedPlace] = []

  package var count: Int { id.count }
}

/// The citations of all entities and relations.
@usableFromInline
package struct CitationColumns: Sendable {
  @usableFromInline package internal(set) var document: [UInt32] = []
  /// The paragraph, from 1; 0 is none.
  @usableFromInline package internal(set) var paragraph: [UInt32] = []
  /// The first page, from 1; 0 is none.
  @usableFromInline package internal(set) var firstPage: [UInt32] = []
  /// The last page.
  @usableFromInline package internal(set) var lastPage: [UInt32] = []
  @usableFromInline package internal(set) var quote: [StringID] = []
  @usableFromInline package internal(set) var prefix: [StringID] = []
  @usableFromInline package internal(set) var suffix: [StringID] = []
  /// The day on which it was verified, as a seal says; empty for none.
  @usableFromInline package internal(set) var verified: [StringID] = []
  var place: [PackedPlace] = []

  package var count: Int { document.count }

  /// The pages of the citation in that row.
  @usableFromInline func pages(_ row: Int) -> ClosedRange<Int>? {
    firstPage[row] == 0 ? nil : Int(firstPage[row])...Int(max(firstPage[row], lastPage[row]))
  }
}

/// The attributes of all entities and relations: keys, and values beside them.
@usableFromInline
package struct AttributeColumns: Sendable {
  @usableFromInline package internal(set) var key: [StringID] = []
  @usableFromInline package internal(set) var value: [StoredValue] = []

  package var count: Int { key.count }
}

/// Which run of another table's rows belongs to each row of this one.
@usableFromInline
package struct RowRanges: Sendable {
  /// Where the first row's run begins: entities and relations share the other table, one after the other.
  @usableFromInline let start: Int
  @usableFromInline private(set) var ends: [UInt32] = []

  init(start: Int = 0) { self.start = start }

  mutating func append(end: Int) { ends.append(UInt32(clamping: end)) }
  mutating func reserveCapacity(_ count: Int) { ends.reserveCapacity(count) }
  var count: Int { ends.count }
  var end: Int { ends.last.map { Int($0) } ?? start }
  /// Whether no run ends before it begins.
  var isAscending: Bool { zip([UInt32(clamping: start)] + ends, ends).allSatisfy { $0 <= $1 } }

  @inlinable
  package subscript(row: Int) -> Range<Int> { (row == 0 ? start : Int(ends[row - 1]))..<Int(ends[row]) }
}

/// A list of values for every row.
@usableFromInline
package struct Lists<Value: Sendable>: Sendable {
  @usableFromInline private(set) var ranges = RowRanges()
  @usableFromInline private(set) var values: [Value] = []

  mutating func append(_ list: some Collection<Value>) {
    values.append(contentsOf: list)
    ranges.append(end: values.count)
  }

  var count: Int { ranges.count }
  @inlinable
  package subscript(row: Int) -> ArraySlice<Value> { values[ranges[row]] }
}
