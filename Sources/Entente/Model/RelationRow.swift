/// A relation as a loop over a selection sees it: its properties where they lie, without a copy.
///
/// A cursor that is only there while ``Selection/forEachRelation(_:)`` calls with it. Texts are the bytes of their UTF-8; what
/// a relation lacks is `nil`. For anything but a loop over many, ``Relation`` is the one to take.
public struct RelationRow: GraphRow, ~Copyable {
  @usableFromInline let columns: Columns
  @usableFromInline let arena: StringTable.Arena
  /// Its row among the graph's relations, from 0.
  public internal(set) var row: Int
  /// How sure it is that it holds in the years that were asked about; `nil` where none were.
  public internal(set) var answer: Answer?

  init(_ columns: Columns, _ arena: borrowing StringTable.Arena) {
    self.columns = columns
    self.arena = arena.borrowed()
    row = 0
  }

  /// Its id.
  public var id: Span<UInt8> {
    @inlinable @_lifetime(borrow self) get { text(columns.relations.id[row]) }
  }

  /// The row of its subject among the graph's entities.
  @inlinable public var subjectRow: Int { Int(columns.relations.subject[row]) }

  /// The id of its subject.
  public var subjectID: Span<UInt8> {
    @inlinable @_lifetime(borrow self) get { text(columns.entities.id[subjectRow]) }
  }

  /// The row of its object among the graph's entities.
  @inlinable public var objectRow: Int { Int(columns.relations.object[row]) }

  /// The id of its object.
  public var objectID: Span<UInt8> {
    @inlinable @_lifetime(borrow self) get { text(columns.entities.id[objectRow]) }
  }

  /// The row of its type among the schema's relation types.
  @inlinable public var typeRow: Int { Int(columns.relations.type[row]) }

  /// How far the statement goes.
  @inlinable public var status: Status { columns.relations.status[row] }

  /// When it holds, as the EDTF that was written.
  public var when: Span<UInt8>? {
    @inlinable @_lifetime(borrow self) get { textIfAny(columns.dates.text(of: columns.relations.when[row])) }
  }

  /// The row of its date among the graph's distinct dates; 0 is "no date". See ``RelationGraph/distinctDates``.
  @inlinable public var dateRow: Int { Int(columns.relations.when[row].value) }

  /// The four years in which it may hold, and certainly does.
  public var years: FourYears {
    let holds = columns.schema.relationTypes[typeRow].holds
    return columns.dates[columns.relations.when[row]]?.years(holds: holds) ?? DateExtent.undatedYears(holds: holds)
  }

  /// The row of the entity that says so, where that is not the document itself.
  @inlinable public var accordingToRow: Int? {
    let row = Int(columns.relations.accordingTo[row])
    return row == 0 ? nil : row - 1
  }

  /// The id of the entity that says so.
  public var accordingTo: Span<UInt8>? {
    @inlinable @_lifetime(borrow self) get {
      guard let entity = accordingToRow else { return nil }
      return text(columns.entities.id[entity])
    }
  }

  /// What a reader should know about it.
  public var note: Span<UInt8>? {
    @inlinable @_lifetime(borrow self) get { textIfAny(columns.relations.note[row]) }
  }

  /// How many citations it has.
  @inlinable public var citationCount: Int { columns.relations.citations[row].count }

  /// One of its citations, counted from 0: where a document says it.
  @inlinable
  @_lifetime(borrow self)
  public func citation(_ index: Int) -> CitationRow {
    let first = columns.relations.citations[row].lowerBound
    return _overrideLifetime(CitationRow(columns.citations, arena, first + index), borrowing: self)
  }

  /// How many attributes it has.
  @inlinable public var attributeCount: Int { columns.relations.attributes[row].count }

  /// One of its attributes, counted from 0; they are sorted by key.
  @inlinable
  @_lifetime(borrow self)
  public func attribute(_ index: Int) -> AttributeRow {
    let first = columns.relations.attributes[row].lowerBound
    return _overrideLifetime(AttributeRow(columns.attributes, arena, first + index), borrowing: self)
  }

  /// Where it is written; `nil` for a graph that no file or source line describes.
  public var place: SourcePlace? { columns.place(columns.relations.place[row]) }

  @inlinable
  @_lifetime(borrow self)
  func text(_ id: StringID) -> Span<UInt8> { _overrideLifetime(arena.span(of: id), borrowing: self) }

  @inlinable
  @_lifetime(borrow self)
  func textIfAny(_ id: StringID) -> Span<UInt8>? { _overrideLifetime(arena.text(id), borrowing: self) }
}
