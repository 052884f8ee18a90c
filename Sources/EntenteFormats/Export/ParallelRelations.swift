import Entente

/// Which relations of a selection have the same subject, object and type as an earlier one.
///
/// Four bytes a relation while it is made, then only the parallel ones.
struct ParallelRelations: Sendable {
  private var numbers: [Int: UInt32] = [:]

  init(of selection: Selection) {
    let relations = selection.graph.columns.relations
    var rows: [UInt32] = []
    rows.reserveCapacity(selection.relationRows.count)
    selection.relationRows.forEach { rows.append(UInt32($0)) }
    func key(_ row: Int) -> (UInt64, UInt16) {
      (UInt64(relations.subject[row]) << 32 | UInt64(relations.object[row]), relations.type[row])
    }
    rows.sort { left, right in
      let (first, second) = (key(Int(left)), key(Int(right)))
      return first == second ? left < right : first < second
    }
    var number: UInt32 = 1
    for (previous, row) in zip(rows, rows.dropFirst()) {
      number = key(Int(previous)) == key(Int(row)) ? number + 1 : 1
      if number > 1 { numbers[Int(row)] = number }
    }
  }

  /// 2 for the second of its kind, 3 for the third; `nil` for the first.
  func number(of row: Int) -> UInt32? { numbers[row] }
}
