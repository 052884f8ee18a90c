import Entente

/// The numbers of the texts in some columns of all the rows that were taken apart together: a large table of strings is asked
/// for many of them faster at once than one by one.
struct BatchIDs {
  private let columns: [Int]
  private var batch = -1
  private var row = 0
  private var texts: [UnsafeBufferPointer<UInt8>] = []
  private var ids: [StringID] = []

  init(_ columns: [Int]) { self.columns = columns }

  /// Goes to the table's current row.
  @inline(__always)
  mutating func fetch(_ table: Table, into draft: inout GraphDraft) {
    let reader = table.reader
    row = reader.batchIndex * columns.count
    if reader.batchNumber != batch { fetchAll(reader, into: &draft) }
  }

  private mutating func fetchAll(_ reader: TableReader, into draft: inout GraphDraft) {
    batch = reader.batchNumber
    texts.removeAll(keepingCapacity: true)
    for row in 0..<reader.batchCount {
      let cells = reader.cells(ofRow: row)
      for column in columns {
        texts.append(column < cells.count ? reader.text(cells[column]) : UnsafeBufferPointer(start: nil, count: 0))
      }
    }
    draft.intern(texts, into: &ids)
  }

  /// The number of the text in the column with that place among ``columns``; empty where nothing stands.
  @inline(__always)
  subscript(place: Int) -> StringID { ids[row + place] }
}
