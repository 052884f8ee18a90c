import Entente

/// When a node or an edge of GEXF is there, as EDTF.
///
/// A start or an end that is not there is open: what has no end is still so. Several spells are one set.
struct GEXFSpan {
  private var spans: [(start: String?, end: String?)] = []
  private(set) var place = PackedPlace.none
  private(set) var hasTimeOfDay = false

  init() {}

  /// The times of a node's or an edge's own attributes.
  init(_ element: borrowing XMLElement, at place: PackedPlace) { add(element, at: place) }

  var isEmpty: Bool { spans.isEmpty }

  /// Adds the time between an element's start and its end, if it has one of them.
  mutating func add(_ element: borrowing XMLElement, at place: PackedPlace) {
    let start = time(element.value("start") ?? element.value("startopen"))
    let end = time(element.value("end") ?? element.value("endopen"))
    let single = time(element.value("timestamp"))
    guard start != nil || end != nil || single != nil else { return }
    // Spells say more exactly what the element's own times say as a whole.
    if element.name != Self.spell && element.name != Self.slice {
      spans.removeAll()
    } else if !hasSpells {
      spans.removeAll()
    }
    hasSpells = element.name == Self.spell || element.name == Self.slice
    spans.append((start ?? single, end ?? single))
    self.place = place
  }

  private var hasSpells = false
  private static let spell = XMLName("spell")
  private static let slice = XMLName("slice")

  /// The time as a date: `1945.0` is a year, `1945-08-09T00:00:00` a day.
  private mutating func time(_ attribute: XMLAttribute?) -> String? {
    guard let text = attribute?.text, !text.isEmpty else { return nil }
    if let number = Double(text) {
      guard number.isFinite else { return nil }
      guard let year = Int(exactly: number) else { return text }
      return Self.year(year)
    }
    guard let clock = text.firstIndex(of: "T") else { return text }
    if text[clock...].contains(where: { ("1"..."9").contains($0) }) { hasTimeOfDay = true }
    return String(text[..<clock])
  }

  private static func year(_ year: Int) -> String {
    let digits = String(year.magnitude)
    if digits.utf8.count > 4 { return "Y\(year)" }
    return (year < 0 ? "-" : "") + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  /// The date.
  var text: String {
    if spans.count == 1 {
      let (start, end) = spans[0]
      return start == end ? start ?? "" : "\(start ?? "..")/\(end ?? "..")"
    }
    let members = spans.map { start, end in start == end ? start ?? "" : "\(start ?? "")..\(end ?? "")" }
    return "{\(members.joined(separator: ","))}"
  }
}
