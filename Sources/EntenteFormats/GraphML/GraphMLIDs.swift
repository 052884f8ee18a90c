import Entente

/// The ids of nodes and edges as XML names.
///
/// Entities and relations share one space of ids, and an id has a letter: an edge's is never a node's, nor a number.
struct GraphMLIDs: Sendable {
  /// The entities' ids, by row; empty for those that are not in the selection.
  let nodes: Blocks
  private let changedNodes: BitSet
  let anyNodeChanged: Bool
  let anyEdgeChanged: Bool

  init(of selection: Selection) throws {
    let columns = selection.graph.columns
    var changed = BitSet(capacity: columns.entities.count)
    var anyEdge = false
    nodes = try columns.strings.withArena { arena in
      selection.relationRows.forEach {
        if !anyEdge, !XMLNames.isName(arena[columns.relations.id[$0]]) { anyEdge = true }
      }
      return try Blocks(columns.entities.count) { row, writer in
        guard selection.entityRows.contains(row) else { return }
        let id = arena[columns.entities.id[row]]
        if XMLNames.isName(id) { return try writer.write(id) }
        changed.insert(row)
        try writer.write(text: XMLNames.name(String(decoding: id, as: UTF8.self)))
      }
    }
    changedNodes = changed
    anyNodeChanged = changed.count > 0
    anyEdgeChanged = anyEdge
  }

  func isChanged(node row: Int) -> Bool { changedNodes.contains(row) }

  /// Writes an edge's id, and tells whether it had to change.
  func write(edge id: UnsafeBufferPointer<UInt8>, to writer: inout ByteWriter) throws(WriteError) -> Bool {
    let isChanged = anyEdgeChanged && !XMLNames.isName(id)
    if isChanged {
      try writer.write(text: XMLNames.name(String(decoding: id, as: UTF8.self)))
    } else {
      try writer.write(id)
    }
    return isChanged
  }
}
