public import Entente

/// Which relations of a selection have the same subject, object and type as an earlier one.
///
/// Twelve bytes a relation while it is made, then only the parallel ones.
public struct ParallelRelations: Sendable {
  private var numbers: [Int: UInt32] = [:]

  /// The parallel relations of a selection.
  public init(of selection: Selection) {
    struct Ends: Comparable {
      let ends: UInt64
      let type: UInt32
      let row: UInt32

      static func < (left: Ends, right: Ends) -> Bool {
        (left.ends, left.type, left.row) < (right.ends, right.type, right.row)
      }
    }
    var rows: [Ends] = []
    rows.reserveCapacity(selection.relations.count)
    selection.forEachRelation { relation in
      let ends = UInt64(UInt32(truncatingIfNeeded: relation.subjectRow)) << 32 | UInt64(relation.objectRow)
      rows.append(
        Ends(
          ends: ends, type: UInt32(truncatingIfNeeded: relation.typeRow),
          row: UInt32(truncatingIfNeeded: relation.row)))
    }
    rows.sort()
    var number: UInt32 = 1
    for (previous, row) in zip(rows, rows.dropFirst()) {
      number = previous.ends == row.ends && previous.type == row.type ? number + 1 : 1
      if number > 1 { numbers[Int(row.row)] = number }
    }
  }

  /// 2 for the second of its kind, 3 for the third; `nil` for the first.
  public func number(of row: Int) -> UInt32? { numbers[row] }
}
