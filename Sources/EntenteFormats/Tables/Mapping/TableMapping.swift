import Entente

/// What a graph file says of a table that it did not make: which columns are entities, relations, dates and the rest.
struct TableMapping: Sendable {
  /// The table's file, beside the graph file or in one of the folders that the user names; `#` and a name behind it is a
  /// sheet.
  var file: Placed<String>
  /// Its encoding, if that is not UTF-8.
  var encoding: TextEncoding?
  /// What stands in cells that have nothing: `-9`, `NA`.
  var missing: [String] = []
  var entities: [EntityMapping] = []
  var relations: [RelationMapping] = []
  /// What becomes of relations whose ends are no entities, and of those whose ids others have.
  var rules = SourceRules(numbersAlike: true)

  /// A value of the graph file with its place there.
  struct Placed<Value: Sendable>: Sendable {
    var value: Value
    var place: PackedPlace
  }
}

/// What makes an entity of a row.
struct EntityMapping: Sendable {
  var id: TextMapping
  var kind: TextMapping?
  var name: TextMapping?
  var aliases: [TextMapping] = []
  /// Ids in registries, by the registries' prefixes.
  var sameAs: [(registry: String, id: TextMapping)] = []
  var when: DateMapping?
  var note: TextMapping?
  var attributes: [(name: String, value: TextMapping)] = []
  var citations: [CitationMapping] = []
}

/// What makes a relation of a row.
struct RelationMapping: Sendable {
  var id: TextMapping?
  var subject: TextMapping
  var type: TextMapping
  var object: TextMapping
  var when: DateMapping?
  var status: TextMapping?
  var accordingTo: TextMapping?
  var note: TextMapping?
  var attributes: [(name: String, value: TextMapping)] = []
  var citations: [CitationMapping] = []
}

/// A text that is made of a row's cells.
struct TextMapping: Sendable {
  enum Origin: Sendable {
    /// The cells of these columns, with the text between those that have something.
    case columns([TableMapping.Placed<String>], join: String)
    /// The same in every row.
    case literal(String)
  }

  var origin: Origin
  /// What stands in the table's place: codes and what they mean.
  var lookup: LookupMapping?
  /// Where the graph file says so.
  var place: PackedPlace
}

/// Codes and what they mean, written out or in a table of their own.
struct LookupMapping: Sendable {
  enum Origin: Sendable {
    case pairs([String: String])
    case table(
      file: TableMapping.Placed<String>, from: TableMapping.Placed<String>, to: TableMapping.Placed<String>)
  }

  var origin: Origin
  var place: PackedPlace
}

/// A date that is made of a row's cells.
indirect enum DateMapping: Sendable {
  /// A cell that has a date, in one of the formats; EDTF where there are none.
  case text(TextMapping, formats: [DateFormat])
  /// A year, and perhaps a month and a day, each a cell.
  case parts(year: TextMapping, month: TextMapping?, day: TextMapping?)
  /// A start and an end; where one is empty it is not known, or, if that is said of the end, open.
  case interval(start: DateMapping?, end: DateMapping?, emptyEndIsOpen: Bool)
}

/// A citation that is made of a row's cells.
struct CitationMapping: Sendable {
  var document: TextMapping
  var paragraph: TextMapping?
  var page: TextMapping?
  var quote: TextMapping?
}
