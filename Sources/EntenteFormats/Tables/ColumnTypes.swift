import Entente

/// The values of attributes that come from the cells of columns, each column of a type that all its cells fit.
///
/// A cell's value is kept as what it looks like. When the table has ended, a column that turned out to be of another type
/// is set right: text where the cells differ, numbers that are written otherwise than Entente writes them.
struct ColumnTypes {
  /// What is known of a column.
  private struct Column {
    let key: StringID
    let isText: Bool
    var seen: Seen = []
  }

  private struct Seen: OptionSet {
    let rawValue: UInt8
    static let text = Seen(rawValue: 1)
    static let number = Seen(rawValue: 2)
    static let boolean = Seen(rawValue: 4)
    /// A value whose text cannot be had back from it, and so is kept for now.
    static let other = Seen(rawValue: 8)
  }

  private var columns: [Column] = []
  /// Whether cells of one column may be of different types, as in the tables that Entente writes.
  private let mayDiffer: Bool
  /// Where this table's attributes begin among the draft's.
  private let start: Int

  init(mayDiffer: Bool, into draft: inout GraphDraft) {
    self.mayDiffer = mayDiffer
    start = draft.attributeCount
  }

  /// Adds a column with that attribute's name, and gives its number.
  mutating func add(_ key: StringID, isText: Bool = false) -> Int {
    columns.append(Column(key: key, isText: isText))
    return columns.count - 1
  }

  /// The value of a cell; `isText` when it is said to be one.
  @inline(__always)
  mutating func value(
    _ text: UnsafeBufferPointer<UInt8>, isText: Bool, column: Int, into draft: inout GraphDraft
  ) -> StoredValue {
    if isText || columns[column].isText {
      columns[column].seen.insert(.text)
      return .text(draft.intern(recurring: text))
    }
    let reading = CellValue.read(text)
    switch reading.value {
    case .text: columns[column].seen.insert(.text)
    case .integer(let integer):
      columns[column].seen.insert(.number)
      return .integer(integer)
    case .number(let number):
      columns[column].seen.insert(.number)
      if reading.isPlain { return .number(number) }
      columns[column].seen.insert(.other)
    case .boolean(let boolean):
      columns[column].seen.insert(.boolean)
      if reading.isPlain { return .boolean(boolean) }
      columns[column].seen.insert(.other)
    }
    return .text(draft.intern(recurring: text))
  }

  /// Sets right the columns whose cells turned out to be of different types.
  func finish(into draft: inout GraphDraft) {
    for column in columns {
      let kinds = column.seen.subtracting(.other)
      if kinds == .number || kinds == .boolean {
        guard column.seen.contains(.other) else { continue }
        draft.changeAttributes(from: start, of: column.key) { value, strings in
          guard case .text(let text) = value else { return value }
          return strings.withBytes(of: text) { StoredValue(CellValue.read($0).value) ?? value }
        }
      } else if kinds != .text, !kinds.isEmpty, !mayDiffer {
        draft.changeAttributes(from: start, of: column.key) { value, strings in
          switch value {
          case .text: value
          case .integer(let integer): .text(strings.intern(String(integer)))
          case .number(let number): .text(strings.intern(CellValue.written(number)))
          case .boolean(let boolean): .text(strings.intern(boolean ? "true" : "false"))
          }
        }
      }
    }
  }
}

extension StoredValue {
  /// `nil` for a text.
  fileprivate init?(_ value: CellValue) {
    switch value {
    case .text: return nil
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .boolean(let boolean): self = .boolean(boolean)
    }
  }
}
