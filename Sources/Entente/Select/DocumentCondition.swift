/// Keeps relations that cite one of some documents.
struct DocumentCondition: Condition {
  private let documents: [Document]
  /// Which rows of the graph's documents are in.
  private let isIn: [Bool]
  private let columns: Columns

  static func isAsked(by filter: Filter) -> Bool { !filter.documents.isEmpty }

  init(_ filter: Filter, of graph: RelationGraph) {
    documents = filter.documents.compactMap { graph.document($0) }
    columns = graph.columns
    isIn = [Bool](
      of: graph.documents.count, at: filter.documents.map { graph.columns.documentRows[$0] })
  }

  func narrow(_ rows: inout KeptRows) { rows.keep(where: allows) }

  func objection(to relation: Relation) -> (any SelectionCause)? {
    allows(relation.row) ? nil : OtherDocuments()
  }

  var words: String? { "from " + Wording.all(documents.map(\.readersName)) }

  private func allows(_ row: Int) -> Bool {
    columns.relations.citations[row].contains { isIn[Int(columns.citations.document[$0])] }
  }
}

/// A relation cites none of the documents asked for.
struct OtherDocuments: SelectionCause {
  var name: String { "document" }
  var words: String { "left out: it cites none of the documents asked for" }
}
