/// Keeps relations of some types.
struct TypeCondition: Condition {
  private let types: [RelationType]
  /// Which rows of the schema's types are in.
  private let isIn: [Bool]
  private let column: [UInt16]

  static func isAsked(by filter: Filter) -> Bool { !filter.types.isEmpty }

  init(_ filter: Filter, of graph: RelationGraph) {
    types = filter.types.compactMap { graph.schema.relationType($0) }
    isIn = [Bool](
      of: graph.schema.relationTypes.count,
      at: filter.types.map { graph.schema.row(ofRelationType: $0) })
    column = graph.columns.relations.type
  }

  func narrow(_ rows: inout KeptRows) { rows.keep(where: allows) }

  func objection(to relation: Relation) -> (any SelectionCause)? {
    allows(relation.row) ? nil : OtherType(type: relation.type.name)
  }

  var words: String? { "only " + Wording.all(types.map(\.label)) }

  private func allows(_ row: Int) -> Bool { isIn[Int(column[row])] }
}

/// A relation's type is none of those asked for.
struct OtherType: SelectionCause {
  let type: String

  var name: String { "type" }
  var words: String { "left out: \(type) is none of the types asked for" }
}

extension [Bool] {
  /// A flag for each of `count` rows, set for the given ones.
  init(of count: Int, at rows: [Int?]) {
    self.init(repeating: false, count: count)
    for case let row? in rows { self[row] = true }
  }
}
