extension GraphDraft {
  /// How many attributes were added so far: where the next ones begin.
  package var attributeCount: Int { attributes.count }

  /// Changes the values of the attributes of one name that were added from a place on: what a column's values are together
  /// is only known when all are read.
  package mutating func changeAttributes(
    from start: Int, of key: StringID, _ change: (StoredValue, inout StringTable) -> StoredValue
  ) {
    for row in start..<max(start, attributes.count) where attributes[row].key == key {
      attributes[row].value = change(attributes[row].value, &strings)
    }
  }
}
