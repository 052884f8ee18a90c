/// What the cursors over entities and relations have in common.
public protocol GraphRow: ~Copyable {
  /// Its row among the graph's entities, or relations, from 0.
  var row: Int { get }
  /// Its id.
  var id: Span<UInt8> { @_lifetime(borrow self) get }
  /// What a reader should know about it.
  var note: Span<UInt8>? { @_lifetime(borrow self) get }
  /// Its date, as the EDTF that was written.
  var when: Span<UInt8>? { @_lifetime(borrow self) get }
  /// The row of its date among the graph's distinct dates; 0 is "no date".
  var dateRow: Int { get }
  /// The four years of its date.
  var years: FourYears { get }
  /// How many citations it has.
  var citationCount: Int { get }
  /// One of its citations, counted from 0.
  @_lifetime(borrow self)
  func citation(_ index: Int) -> CitationRow
  /// How many attributes it has.
  var attributeCount: Int { get }
  /// One of its attributes, counted from 0; they are sorted by key.
  @_lifetime(borrow self)
  func attribute(_ index: Int) -> AttributeRow
  /// Where it is written; `nil` for a graph that no file or source line describes.
  var place: SourcePlace? { get }
}
