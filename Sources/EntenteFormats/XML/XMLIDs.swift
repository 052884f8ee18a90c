import Entente

/// The ids of entities and relations as XML names.
///
/// Entities and relations share one space of ids, and an id has a letter: a relation's is never an entity's, nor a number.
struct XMLIDs: Sendable {
  /// The entities' ids, by row; empty for those that are not in the selection.
  let entities: Blocks
  private let changed: BitSet
  let anyEntityChanged: Bool
  let anyRelationChanged: Bool

  init(of selection: Selection) throws {
    let columns = selection.graph.columns
    var changed = BitSet(capacity: columns.entities.count)
    var anyRelation = false
    entities = try columns.strings.withArena { arena in
      selection.relationRows.forEach {
        if !anyRelation, !XMLNames.isName(arena[columns.relations.id[$0]]) { anyRelation = true }
      }
      return try Blocks(columns.entities.count) { row, writer in
        guard selection.entityRows.contains(row) else { return }
        let id = arena[columns.entities.id[row]]
        if XMLNames.isName(id) { return try writer.write(id) }
        changed.insert(row)
        try writer.write(text: XMLNames.name(String(decoding: id, as: UTF8.self)))
      }
    }
    self.changed = changed
    anyEntityChanged = changed.count > 0
    anyRelationChanged = anyRelation
  }

  func isChanged(entity row: Int) -> Bool { anyEntityChanged && changed.contains(row) }

  /// Writes a relation's id, and tells whether it had to change.
  func write(relation id: UnsafeBufferPointer<UInt8>, to writer: inout ByteWriter) throws(WriteError) -> Bool {
    let isChanged = anyRelationChanged && !XMLNames.isName(id)
    if isChanged {
      try writer.write(text: XMLNames.name(String(decoding: id, as: UTF8.self)))
    } else {
      try writer.write(id)
    }
    return isChanged
  }
}
