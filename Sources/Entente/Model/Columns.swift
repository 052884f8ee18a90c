/// What a ``RelationGraph`` is made of: one array per property, rows that are integers, each text and each date once.
///
/// It never changes once it is assembled, so that views and selections may share it freely.
package final class Columns: Sendable {
  let title: String
  let schema: Schema
  let documents: [Document]
  let documentRows: [String: Int]
  /// The files that places name.
  let files: [String]
  package let strings: StringTable
  package let dates: DateTable
  package let entities: EntityColumns
  package let relations: RelationColumns
  package let citations: CitationColumns
  package let attributes: AttributeColumns
  /// Where the documents are declared, in their order.
  let documentPlaces: [PackedPlace]
  /// What each id names, by the number of its string.
  let rowsOfIDs: [NamedRow]

  init(
    title: String, schema: Schema, documents: [Document], documentPlaces: [PackedPlace], files: [String],
    strings: StringTable, dates: DateTable, entities: EntityColumns, relations: RelationColumns,
    citations: CitationColumns, attributes: AttributeColumns, rowsOfIDs: [NamedRow]
  ) {
    self.title = title
    self.schema = schema
    self.documents = documents
    self.documentPlaces = documentPlaces
    self.documentRows = Dictionary(documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.files = files
    self.strings = strings
    self.dates = dates
    self.entities = entities
    self.relations = relations
    self.citations = citations
    self.attributes = attributes
    self.rowsOfIDs = rowsOfIDs
  }

  func place(_ packed: PackedPlace) -> SourcePlace? { packed.place(in: files) }

  /// What `id` names: an entity, a relation, or nothing.
  func row(ofID id: String) -> NamedRow {
    guard let string = strings.find(id), Int(string.value) < rowsOfIDs.count else { return .nothing }
    return rowsOfIDs[Int(string.value)]
  }
}

/// What an id names, in four bytes: entities and relations share one space of ids.
struct NamedRow: Sendable, Hashable {
  private let code: Int32

  static let nothing = NamedRow(code: 0)
  /// An entity that is not in the graph, since its section is in error: what names it need not be reported too.
  static let unusable = NamedRow(code: .min)
  static func entity(_ row: Int) -> NamedRow { NamedRow(code: Int32(row + 1)) }
  static func relation(_ row: Int) -> NamedRow { NamedRow(code: -Int32(row + 1)) }

  private init(code: Int32) { self.code = code }

  var entityRow: Int? { code > 0 ? Int(code) - 1 : nil }
  var relationRow: Int? { code < 0 && code != .min ? -Int(code) - 1 : nil }
}

/// A place in eight bytes; its file is a row of the graph's list of files.
package struct PackedPlace: Sendable, Hashable {
  let line: UInt32
  let column: UInt16
  /// The file's row plus one; 0 is "no place".
  let file: UInt16

  package static let none = PackedPlace(file: 0, line: 0, column: 0)

  private init(file: UInt16, line: UInt32, column: UInt16) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place in the file with that row; a column too far right for its two bytes is the last that fits.
  package init(fileRow: Int, line: Int, column: Int) {
    self.init(file: UInt16(fileRow + 1), line: UInt32(line), column: UInt16(clamping: column))
  }

  func place(in files: [String]) -> SourcePlace? {
    file == 0 ? nil : SourcePlace(file: files[Int(file) - 1], line: Int(line), column: Int(column))
  }

  /// The place so many characters further right.
  func advanced(by characters: Int) -> PackedPlace {
    PackedPlace(file: file, line: line, column: UInt16(clamping: Int(column) + characters))
  }
}

/// The entities' properties; row `n` of each array is entity `n`.
package struct EntityColumns: Sendable {
  package internal(set) var id: [StringID] = []
  package internal(set) var kind: [UInt16] = []
  package internal(set) var name: [StringID] = []
  package internal(set) var when: [DateID] = []
  package internal(set) var note: [StringID] = []
  package internal(set) var aliases = Lists<StringID>()
  package internal(set) var attributes = RowRanges()
  package internal(set) var citations = RowRanges()
  var place: [PackedPlace] = []

  package var count: Int { id.count }
}

/// The relations' properties; row `n` of each array is relation `n`.
package struct RelationColumns: Sendable {
  package internal(set) var id: [StringID] = []
  package internal(set) var subject: [UInt32] = []
  package internal(set) var object: [UInt32] = []
  package internal(set) var type: [UInt16] = []
  package internal(set) var status: [Status] = []
  package internal(set) var when: [DateID] = []
  /// The row of the entity that says so plus one; 0 is nobody.
  package internal(set) var accordingTo: [UInt32] = []
  package internal(set) var note: [StringID] = []
  package internal(set) var attributes = RowRanges()
  package internal(set) var citations = RowRanges()
  var place: [PackedPlace] = []

  package var count: Int { id.count }
}

/// The citations of all entities and relations.
package struct CitationColumns: Sendable {
  package internal(set) var document: [UInt32] = []
  /// The paragraph, from 1; 0 is none.
  package internal(set) var paragraph: [UInt32] = []
  package internal(set) var quote: [StringID] = []
  package internal(set) var prefix: [StringID] = []
  package internal(set) var suffix: [StringID] = []
  var place: [PackedPlace] = []

  package var count: Int { document.count }
}

/// The attributes of all entities and relations: keys, and values beside them.
package struct AttributeColumns: Sendable {
  package internal(set) var key: [StringID] = []
  package internal(set) var value: [StoredValue] = []

  package var count: Int { key.count }
}

/// Which run of another table's rows belongs to each row of this one.
package struct RowRanges: Sendable {
  /// Where the first row's run begins: entities and relations share the other table, one after the other.
  private let start: Int
  private var ends: [UInt32] = []

  init(start: Int = 0) { self.start = start }

  mutating func append(end: Int) { ends.append(UInt32(end)) }
  mutating func reserveCapacity(_ count: Int) { ends.reserveCapacity(count) }
  var count: Int { ends.count }
  var end: Int { Int(ends.last ?? 0) }

  package subscript(row: Int) -> Range<Int> { (row == 0 ? start : Int(ends[row - 1]))..<Int(ends[row]) }
}

/// A list of values for every row.
package struct Lists<Value: Sendable>: Sendable {
  private var ranges = RowRanges()
  private(set) var values: [Value] = []

  mutating func append(_ list: some Collection<Value>) {
    values.append(contentsOf: list)
    ranges.append(end: values.count)
  }

  var count: Int { ranges.count }
  package subscript(row: Int) -> ArraySlice<Value> { values[ranges[row]] }
}
