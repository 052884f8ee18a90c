import Entente

/// A text that is made of a row's cells, with its columns found and its look-up read.
final class RowText {
  private enum Origin {
    case column(Int)
    case columns([Int], join: [UInt8])
    case literal(StringID)
  }

  private let origin: Origin
  private let lookup: [StringID: StringID]?
  private let missing: Set<StringID>
  private var joined: [UInt8] = []
  private var guesses = 20

  init(
    _ mapping: TextMapping, _ columns: MappedColumns, _ lookup: [StringID: StringID]?, missing: Set<StringID>,
    into draft: inout GraphDraft
  ) {
    switch mapping.origin {
    case .literal(let text): origin = .literal(draft.intern(text))
    case .columns(let names, let join):
      let found = names.map { columns.index($0, into: &draft) }
      origin = found.count == 1 ? .column(found[0]) : .columns(found, join: Array(join.utf8))
    }
    self.lookup = lookup
    self.missing = missing
  }

  /// The first column that it is made of; `nil` for a literal.
  var column: Int? {
    switch origin {
    case .column(let column): column
    case .columns(let columns, _): columns.first
    case .literal: nil
    }
  }

  /// Whether a cell's quotation marks say that it is a text.
  func isQuoted(_ table: Table) -> Bool {
    guard case .column(let column) = origin, column < table.reader.count else { return false }
    return table.reader.cells[column].isQuoted && !table.isAllQuoted
  }

  /// The current row's text; empty where there is nothing. A code that the look-up does not have is reported.
  @inline(__always)
  func text(_ table: Table, into draft: inout GraphDraft) -> StringID {
    var text: StringID
    switch origin {
    case .literal(let literal): return literal
    case .column(let column): text = cell(column, table, into: &draft)
    case .columns(let columns, let join): text = self.joined(columns, join, table, into: &draft)
    }
    guard let lookup, text != .empty else { return text }
    if let meaning = lookup[text] { return meaning }
    report(text, lookup, at: place(table), into: &draft)
    return .empty
  }

  /// Of hundreds of codes that are not known the first ones get a nearest one.
  private func report(
    _ code: StringID, _ lookup: [StringID: StringID], at place: PackedPlace, into draft: inout GraphDraft
  ) {
    guesses -= 1
    let known = guesses < 0 ? [] : lookup.keys.map { draft.text($0) }.sorted()
    draft.report(NoSuchCode(code: draft.text(code), nearest: NearestName.of(draft.text(code), among: known)), at: place)
  }

  @inline(__always)
  private func cell(_ column: Int, _ table: Table, into draft: inout GraphDraft) -> StringID {
    if column < 0 { return .empty }
    let text = draft.intern(table.text(column))
    return missing.contains(text) ? .empty : text
  }

  private func joined(
    _ columns: [Int], _ join: [UInt8], _ table: Table, into draft: inout GraphDraft
  ) -> StringID {
    joined.removeAll(keepingCapacity: true)
    for column in columns {
      let text = cell(column, table, into: &draft)
      if text == .empty { continue }
      if !joined.isEmpty { joined.append(contentsOf: join) }
      draft.withBytes(of: text) { joined.append(contentsOf: $0) }
    }
    return joined.withUnsafeBufferPointer { draft.intern($0) }
  }

  /// Where messages about the text point.
  func place(_ table: Table) -> PackedPlace { column.map { table.place(max(0, $0)) } ?? table.rowPlace }
}

/// The columns of a table, by the names that a mapping has for them.
struct MappedColumns {
  private let indexes: [String: Int]
  private let names: [String]
  private let table: String

  init(_ table: Table, file: String) {
    names = table.headers.map(\.written)
    indexes = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.table = file
  }

  /// The column's number; -1 when there is none, which is reported where the mapping names it.
  func index(_ name: TableMapping.Placed<String>, into draft: inout GraphDraft) -> Int {
    if let index = indexes[name.value] { return index }
    draft.report(MappedColumnMissing(name: name.value, table: table, known: names), at: name.place)
    return -1
  }
}

/// A column that a mapping names, and its table does not have.
struct MappedColumnMissing: Finding {
  let name: String
  let table: String
  let known: [String]

  var message: String { "\(table) has no column '\(name)'" }
  var advice: [String] {
    ["its columns: \(known.joined(separator: ", "))"] + Wording.didYouMean(NearestName.of(name, among: known))
      + ["a text that is the same in every row is written {literal: \(name)}"]
  }
}

/// A code that a look-up does not have.
struct NoSuchCode: Finding {
  let code: String
  let nearest: String?

  var message: String { "the look-up has no '\(code)'" }
  var advice: [String] { Wording.didYouMean(nearest) }
}
