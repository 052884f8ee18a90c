/// An entity as a loop over a selection sees it: its properties where they lie, without a copy.
///
/// A cursor that is only there while ``Selection/forEachEntity(_:)`` calls with it. Texts are the bytes of their UTF-8; what an
/// entity lacks is `nil`. For anything but a loop over many, ``Entity`` is the one to take.
public struct EntityRow: GraphRow, ~Copyable {
  @usableFromInline let columns: Columns
  @usableFromInline let arena: StringTable.Arena
  /// Its row among the graph's entities, from 0.
  public internal(set) var row: Int

  init(_ columns: Columns, _ arena: borrowing StringTable.Arena) {
    self.columns = columns
    self.arena = arena.borrowed()
    row = 0
  }

  /// Its id.
  public var id: Span<UInt8> {
    @inlinable @_lifetime(borrow self) get { text(columns.entities.id[row]) }
  }

  /// What it is called; its id when no name was given.
  public var name: Span<UInt8> {
    @inlinable @_lifetime(borrow self) get { text(columns.entities.name[row]) }
  }

  /// The row of its kind among the schema's kinds.
  @inlinable public var kindRow: Int { Int(columns.entities.kind[row]) }

  /// What a reader should know about it.
  public var note: Span<UInt8>? {
    @inlinable @_lifetime(borrow self) get { textIfAny(columns.entities.note[row]) }
  }

  /// Its existence, as the EDTF that was written.
  public var when: Span<UInt8>? {
    @inlinable @_lifetime(borrow self) get { textIfAny(columns.dates.text(of: columns.entities.when[row])) }
  }

  /// The row of its date among the graph's distinct dates; 0 is "no date". See ``RelationGraph/distinctDates``.
  @inlinable public var dateRow: Int { Int(columns.entities.when[row].value) }

  /// The four years of its existence.
  public var years: FourYears {
    let happens = columns.schema.kinds[kindRow].happens
    return columns.dates[columns.entities.when[row]]?.existenceYears(happens: happens) ?? .anytime
  }

  /// How many other names it has.
  @inlinable public var aliasCount: Int { columns.entities.aliases[row].count }

  /// One of its other names.
  @inlinable
  @_lifetime(borrow self)
  public func alias(_ index: Int) -> Span<UInt8> {
    let aliases = columns.entities.aliases[row]
    return text(aliases[aliases.startIndex + index])
  }

  /// How many registries are known to have it.
  @inlinable public var sameAsCount: Int { columns.entities.sameAs[row].count }

  /// What it is in one of them, as it is written: `wikidata:Q17`, or an IRI.
  @inlinable
  @_lifetime(borrow self)
  public func sameAs(_ index: Int) -> Span<UInt8> {
    let sameAs = columns.entities.sameAs[row]
    return text(sameAs[sameAs.startIndex + index])
  }

  /// How many citations it has.
  @inlinable public var citationCount: Int { columns.entities.citations[row].count }

  /// One of its citations, counted from 0: where a document says it.
  @inlinable
  @_lifetime(borrow self)
  public func citation(_ index: Int) -> CitationRow {
    let first = columns.entities.citations[row].lowerBound
    return _overrideLifetime(CitationRow(columns.citations, arena, first + index), borrowing: self)
  }

  /// How many attributes it has.
  @inlinable public var attributeCount: Int { columns.entities.attributes[row].count }

  /// One of its attributes, counted from 0; they are sorted by key.
  @inlinable
  @_lifetime(borrow self)
  public func attribute(_ index: Int) -> AttributeRow {
    let first = columns.entities.attributes[row].lowerBound
    return _overrideLifetime(AttributeRow(columns.attributes, arena, first + index), borrowing: self)
  }

  /// Where it is written; `nil` for a graph that no file or source line describes.
  public var place: SourcePlace? { columns.place(columns.entities.place[row]) }

  @inlinable
  @_lifetime(borrow self)
  func text(_ id: StringID) -> Span<UInt8> { _overrideLifetime(arena.span(of: id), borrowing: self) }

  @inlinable
  @_lifetime(borrow self)
  func textIfAny(_ id: StringID) -> Span<UInt8>? { _overrideLifetime(arena.text(id), borrowing: self) }
}
