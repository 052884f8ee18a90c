import Entente

/// The own attributes of the entity or relation that is being written, by their columns.
final class OwnCells {
  private let keys: AttributeKeys
  /// The attribute's place for each key, or -1.
  private var places: [Int]
  private var taken: [Int] = []
  private let omitsNothing: Bool

  init(_ keys: AttributeKeys, omitsNothing: Bool = false) {
    self.keys = keys
    self.omitsNothing = omitsNothing
    places = Array(repeating: -1, count: keys.keys.count)
  }

  /// Takes the attributes of the next one.
  func take(_ row: borrowing some GraphRow & ~Copyable) {
    if places.isEmpty { return }
    for key in taken { places[key] = -1 }
    taken.removeAll(keepingCapacity: true)
    for place in 0..<row.attributeCount {
      if omitsNothing, row.attribute(place).value.isNothing { continue }
      let key = keys.index(of: row.attribute(place).keyID)
      places[key] = place
      taken.append(key)
    }
  }

  /// The attribute's place among those of the row; `nil` where it has none of that key.
  func place(of key: Int) -> Int? { places[key] < 0 ? nil : places[key] }
}

extension AttributeRow.Value {
  /// Whether it is a number that is none.
  var isNaN: Bool { if case .number(let number) = self { number.isNaN } else { false } }

  /// Whether a format that drops white space at texts' ends, and has `NaN` where a number lacks, has nothing for it.
  var isNothing: Bool { if case .text(let text) = self { XML.trimmed(text).isEmpty } else { isNaN } }
}
