import Entente

/// The own attributes of the entity or relation that is being written, by their columns.
final class OwnCells {
  private let keys: AttributeKeys
  /// The attribute's place for each key, or -1.
  private var places: [Int]
  private var taken: [Int] = []

  init(_ keys: AttributeKeys) {
    self.keys = keys
    places = Array(repeating: -1, count: keys.keys.count)
  }

  /// Takes the attributes of the next one.
  func take(_ row: borrowing some GraphRow & ~Copyable) {
    if places.isEmpty { return }
    for key in taken { places[key] = -1 }
    taken.removeAll(keepingCapacity: true)
    for place in 0..<row.attributeCount {
      let key = keys.index(of: row.attribute(place).keyID)
      places[key] = place
      taken.append(key)
    }
  }

  /// The attribute's place among those of the row; `nil` where it has none of that key.
  func place(of key: Int) -> Int? { places[key] < 0 ? nil : places[key] }
}
