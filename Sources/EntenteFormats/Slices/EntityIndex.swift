import Entente

/// The entities of a source that is read piece by piece: their ids, and what of them their relations need to know.
struct EntityIndex {
  private var ids = StringTable()
  private var kinds: [UInt16] = []
  private var times: [UInt32] = []
  private var kindNames = Names()
  private var timeTexts = Names()
  /// Where those stand that have a date, for messages.
  private var places: [Int: SourcePlace] = [:]

  /// Texts that come again and again, by their numbers.
  private struct Names {
    var texts: [String] = []
    var numbers: [String: Int] = [:]

    mutating func number(_ text: String) -> Int {
      if let known = numbers[text] { return known }
      numbers[text] = texts.count
      texts.append(text)
      return texts.count - 1
    }
  }

  var count: Int { kinds.count }

  /// Adds an entity behind the others; false where one has its id, or there are too many kinds.
  mutating func add(_ id: Span<UInt8>, kind: String, when: String, at place: () -> SourcePlace?) -> Bool {
    let row = id.withUnsafeBufferPointer { ids.intern($0) }.row
    guard row == count, let kind = UInt16(exactly: kindNames.number(kind)) else { return false }
    if !when.isEmpty { places[row] = place() }
    kinds.append(kind)
    times.append(UInt32(truncatingIfNeeded: timeTexts.number(when)))
    return true
  }

  /// The row of the entity with that id.
  func row(of id: UnsafeBufferPointer<UInt8>) -> Int? { ids.find(id)?.row }

  /// What is known of the entity with that id.
  func entity(_ id: UnsafeBufferPointer<UInt8>) -> EntityElsewhere? {
    guard let row = row(of: id) else { return nil }
    let (kind, when) = (kindNames.texts[Int(kinds[row])], timeTexts.texts[Int(times[row])])
    return EntityElsewhere(kind: kind, when: when, row: row)
  }

  /// Where the entity in a row stands, if it has a date.
  func place(ofRow row: Int) -> SourcePlace? { places[row] }
}

extension StringID {
  /// The row among those that have a text.
  fileprivate var row: Int { Int(value) - 1 }
}
