import Entente

/// The attributes that a table's rows have: one for each column that is nothing else.
struct CellAttributes {
  private var columns: [(index: Int, key: StringID)] = []
  private var types: ColumnTypes
  /// Whether quotation marks around a cell make it a text.
  private let marksMeanText: Bool
  private var list: [GraphDraft.AttributeEntry] = []

  init(of table: Table, _ plan: TablePlan, into draft: inout GraphDraft) {
    marksMeanText = !table.isAllQuoted
    types = ColumnTypes(mayDiffer: plan.isOurs, into: &draft)
    for (index, use) in plan.uses.enumerated() where use == .attribute {
      let header = table.headers[index]
      let declared = plan.declared[header.written]
      let name = header.name.isEmpty ? header.written : header.name
      if name.isEmpty || declared == nil && header.type == "IGNORE" { continue }
      let key = draft.intern(declared?.attribute ?? name)
      // The types' numbers are the columns' places here.
      _ = types.add(key, isText: declared.map { $0.type == .text } ?? (header.type == "string"))
      columns.append((index, key))
    }
  }

  /// The attributes of the table's current row, and one that comes from elsewhere.
  @inline(__always)
  mutating func read(
    _ table: Table, with other: GraphDraft.AttributeEntry? = nil, into draft: inout GraphDraft
  ) -> GraphDraft.Run {
    if columns.isEmpty, other == nil { return GraphDraft.Run() }
    list.removeAll(keepingCapacity: true)
    if let other { list.append(other) }
    let reader = table.reader
    for (place, column) in columns.enumerated() where column.index < reader.count {
      let cell = reader.cells[column.index]
      if cell.isEmpty, !(cell.isQuoted && marksMeanText) { continue }
      let isText = cell.isQuoted && marksMeanText
      let value = types.value(reader.text(cell), isText: isText, column: place, into: &draft)
      list.append(GraphDraft.AttributeEntry(key: column.key, value: value, place: table.place(column.index)))
    }
    return list.isEmpty ? GraphDraft.Run() : draft.add(attributes: list)
  }

  /// Sets right the columns whose cells turned out to be of different types.
  func finish(into draft: inout GraphDraft) { types.finish(into: &draft) }
}
