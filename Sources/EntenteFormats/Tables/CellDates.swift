import Entente

/// The dates of a table's rows: from one column that has EDTF, or from two that have start and end.
struct CellDates {
  private let columns: [Int]
  private var known = RecentValues<DateID>(1 << 15)
  private var interval: [UInt8] = []

  init(_ columns: [Int]) { self.columns = columns }

  /// The current row's date; what is no date is reported at its cell.
  ///
  /// Where only one of two columns has something, the other end is not known.
  @inline(__always)
  mutating func date(_ table: Table, into draft: inout GraphDraft) -> DateID {
    guard let first = columns.first else { return .none }
    if columns.count > 1 { return interval(table, first, columns[1], into: &draft) }
    let text = table.text(first)
    return text.isEmpty ? .none : date(draft.intern(recurring: text), at: table, first, into: &draft)
  }

  private mutating func interval(_ table: Table, _ start: Int, _ end: Int, into draft: inout GraphDraft) -> DateID {
    let (from, to) = (table.text(start), table.text(end))
    if from.isEmpty && to.isEmpty { return .none }
    interval.removeAll(keepingCapacity: true)
    interval.append(contentsOf: from)
    interval.append(UInt8(ascii: "/"))
    interval.append(contentsOf: to)
    let text = interval.withUnsafeBufferPointer { draft.intern(recurring: $0) }
    return date(text, at: table, from.isEmpty ? end : start, into: &draft)
  }

  private mutating func date(_ text: StringID, at table: Table, _ column: Int, into draft: inout GraphDraft) -> DateID {
    if let date = known[text] { return date }
    do throws(EDTFError) {
      let date = try draft.date(text)
      known[text] = date
      return date
    } catch {
      draft.report(NotEDTF(text: draft.text(text), error: error), at: table.place(column))
      return .unreadable
    }
  }
}
