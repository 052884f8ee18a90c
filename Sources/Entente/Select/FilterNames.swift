/// A filter whose names are rows of one graph.
struct FilterNames {
  let columns: Columns
  /// Which kinds, types and documents are in; `nil` when the filter does not ask.
  let kinds: Set<UInt16>?
  let types: Set<UInt16>?
  let documents: Set<UInt32>?
  let statuses: Set<Status>?
  let around: [Int]

  init(_ filter: Filter, in graph: RelationGraph) throws(CheckFailure) {
    let (columns, schema) = (graph.columns, graph.schema)
    var unknown: [Diagnostic] = []
    func rows<Row>(
      _ names: [String], _ sort: UnknownName.Sort, known: () -> [String], row: (String) -> Row?
    ) -> [Row] {
      names.compactMap { name in
        if let row = row(name) { return row }
        unknown.append(Diagnostic(UnknownName(sort, name, among: known()), at: nil))
        return nil
      }
    }
    let kinds = rows(filter.kinds, .kind, known: { schema.kinds.map(\.name) }) { schema.row(ofKind: $0) }
    let types = rows(filter.types, .relationType, known: { schema.relationTypes.map(\.name) }) {
      schema.row(ofRelationType: $0)
    }
    let documents = rows(filter.documents, .document, known: { graph.documents.map(\.id) }) { columns.documentRows[$0] }
    around = rows(filter.around, .entity, known: { graph.entities.map(\.id) }) { columns.row(ofID: $0).entityRow }
    guard unknown.isEmpty else { throw CheckFailure(unknown) }
    self.columns = columns
    self.kinds = kinds.isEmpty ? nil : Set(kinds.map { UInt16($0) })
    self.types = types.isEmpty ? nil : Set(types.map { UInt16($0) })
    self.documents = documents.isEmpty ? nil : Set(documents.map { UInt32($0) })
    self.statuses = filter.statuses.isEmpty ? nil : Set(filter.statuses)
  }

  /// Keeps of `relations` those that the names allow.
  func narrow(_ relations: inout BitSet) {
    let (table, entities) = (columns.relations, columns.entities)
    if let types { relations.filter { types.contains(table.type[$0]) } }
    if let statuses { relations.filter { statuses.contains(table.status[$0]) } }
    if let kinds {
      relations.filter {
        kinds.contains(entities.kind[Int(table.subject[$0])]) && kinds.contains(entities.kind[Int(table.object[$0])])
      }
    }
    if let documents {
      relations.filter { table.citations[$0].contains { documents.contains(columns.citations.document[$0]) } }
    }
  }

  /// Adds the entities that no relation has anywhere in the selection, if they are of the kinds asked for.
  func insertIsolated(into entities: inout BitSet, where exists: (Int) -> Bool) {
    for row in 0..<columns.entities.count {
      if let kinds, !kinds.contains(columns.entities.kind[row]) { continue }
      if exists(row) { entities.insert(row) }
    }
  }
}
