/// Two relations of a type without a direction that say the same from either end.
struct MirroredRelation: Rule {
  let head: String
  let type: String

  var severity: Severity { .note }
  var message: String { "'\(head)' says again what stands elsewhere: '\(type)' has no direction" }
  var advice: [String] { ["join the two in one, with the citations of both"] }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    let relations = graph.columns.relations
    var first: [Statement: Int] = [:]
    return rowsThatMayBeAlike(in: graph).compactMap { row in
      let statement = Statement(relations, row)
      guard let known = first[statement] else {
        first[statement] = row
        return nil
      }
      // The same way round it is said twice on purpose, each time with an id of its own.
      guard relations.subject[known] != relations.subject[row] else { return nil }
      let relation = graph.relations[row]
      let related = graph.relations[known].place.map { [Diagnostic.Related($0, "the first is here")] } ?? []
      let finding = MirroredRelation(head: relation.head, type: relation.type.name)
      return Diagnostic(finding, at: relation.place, related: related)
    }
  }

  /// The relations without a direction that share a mark with another: all that are alike, and few others, so that only
  /// these need to be looked up.
  private static func rowsThatMayBeAlike(in graph: RelationGraph) -> [Int] {
    let relations = graph.columns.relations
    let isDirected = graph.schema.relationTypes.map(\.directed)
    let rows = (0..<relations.count).filter { !isDirected[Int(relations.type[$0])] }
    var size = 64
    while size < rows.count * 8 { size *= 2 }
    var marked = BitSet(capacity: size)
    var shared = BitSet(capacity: size)
    for row in rows {
      let mark = Statement(relations, row).mark & (size - 1)
      if marked.contains(mark) { shared.insert(mark) } else { marked.insert(mark) }
    }
    return rows.filter { shared.contains(Statement(relations, $0).mark & (size - 1)) }
  }

  /// What two of them have in common, the ends in the order of their rows.
  private struct Statement: Hashable {
    let type: UInt16
    let status: Status
    let when: DateID
    let firstEnd: UInt32
    let lastEnd: UInt32

    init(_ relations: RelationColumns, _ row: Int) {
      type = relations.type[row]
      status = relations.status[row]
      when = relations.when[row]
      firstEnd = min(relations.subject[row], relations.object[row])
      lastEnd = max(relations.subject[row], relations.object[row])
    }

    /// A number that is equal for equal ones, and seldom for others.
    var mark: Int {
      let ends = UInt64(firstEnd) << 32 | UInt64(lastEnd)
      let rest = UInt64(when.value) << 32 | UInt64(type) << 8 | UInt64(status.rawValue)
      let product = (ends ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: rest ^ 0xd6e8_feb8_6659_fd93)
      return Int(truncatingIfNeeded: product.high ^ product.low) & .max
    }
  }
}
