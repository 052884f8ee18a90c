/// What an entity or a relation has that Entente has no word for, sorted by key: `relation.attributes["weight"]`.
public struct Attributes: RandomAccessCollection, Sendable {
  let graph: RelationGraph
  let rows: Range<Int>

  /// The first attribute.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { rows.count }

  /// The attribute there.
  public subscript(index: Int) -> (key: String, value: AttributeValue) {
    let (table, strings, row) = (graph.columns.attributes, graph.columns.strings, rows.lowerBound + index)
    return (strings[table.key[row]], table.value[row].value(in: strings))
  }

  /// The value of the attribute with that name.
  public subscript(key: String) -> AttributeValue? { first { $0.key == key }?.value }

  /// Whether both have the same, not-a-number being the same as itself.
  func isSame(as other: Attributes) -> Bool {
    elementsEqual(other) { $0.key == $1.key && $0.value.isSame(as: $1.value) }
  }
}
