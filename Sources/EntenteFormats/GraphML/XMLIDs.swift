import Entente

/// The ids of entities and relations as XML names.
///
/// Entities and relations share one space of ids: a relation's is never an entity's. Nor is it ever a number.
struct XMLIDs: Sendable {
  /// What depends on the graph alone.
  private struct Entities: Sendable {
    let ids: Blocks
    let changed: Set<Int>
  }

  private let entities: Entities
  /// Whether some entity's id has to change, of this piece or another.
  let anyEntityChanged: Bool
  /// Whether some relation's id has to change; looking at each is only worth it then.
  let anyRelationChanged: Bool

  init(of selection: Selection, _ options: ExportOptions) throws {
    entities = try options.shared.part("XML.ids", of: selection.graph) {
      var changed: Set<Int> = []
      let ids = try Blocks(entitiesOf: selection.graph) { entity, writer in
        if XMLNames.isName(entity.id) { return try writer.write(entity.id) }
        changed.insert(entity.row)
        try writer.write(text: XMLNames.name(String(entity.id)))
      }
      return Entities(ids: ids, changed: changed)
    }
    anyEntityChanged = options.rows?.changesEntityIDs ?? !entities.changed.isEmpty
    var anyRelation = options.rows?.changesRelationIDs ?? false
    selection.forEachRelation { if !anyRelation { anyRelation = !XMLNames.isEdgeName($0.id) } }
    anyRelationChanged = anyRelation
  }

  /// Whether an entity's id has to change.
  func isChanged(entity row: Int) -> Bool { anyEntityChanged && entities.changed.contains(row) }

  /// Writes an entity's id.
  func write(entity row: Int, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(entities.ids, row)
  }

  /// Writes a relation's id, and tells whether it had to change.
  func write(relation id: Span<UInt8>, to writer: inout ByteWriter) throws(WriteError) -> Bool {
    let isChanged = anyRelationChanged && !XMLNames.isEdgeName(id)
    if isChanged {
      try writer.write(text: XMLNames.edgeName(String(id)))
    } else {
      try writer.write(id)
    }
    return isChanged
  }
}
