/// Values by the numbers of their texts, of texts that come again and again: of two whose numbers end alike only the last.
///
/// It stands before a dictionary, and is asked in a fraction of the time.
package struct RecentValues<Value> {
  private var entries: [(text: StringID, value: Value)?]

  /// - Parameter count: how many there are at most, a power of two.
  package init(_ count: Int = 256) { entries = Array(repeating: nil, count: count) }

  package subscript(text: StringID) -> Value? {
    get {
      guard let entry = entries[Int(text.value) & (entries.count - 1)], entry.text == text else { return nil }
      return entry.value
    }
    set { entries[Int(text.value) & (entries.count - 1)] = newValue.map { (text, $0) } }
  }
}
