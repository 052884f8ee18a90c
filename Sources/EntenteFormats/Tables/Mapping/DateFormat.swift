/// How a table writes dates: `%d.%m.%Y`, in the signs of `strftime` that name a day.
///
/// A month or a day that is 0 is one that nobody recorded: the date is then a month or a year.
struct DateFormat: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case year, month, day, monthName
    case text([UInt8])
  }

  /// As it was written.
  let pattern: String
  private let parts: [Part]

  /// Formats that are tried when nobody says which it is, to suggest one.
  static let usual = [
    "%d.%m.%Y", "%Y/%m/%d", "%d/%m/%Y", "%m/%d/%Y", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%Y.%m.%d", "%m/%Y",
  ]

  /// What is wrong with a format.
  enum Problem: Error, Hashable {
    case unknownSign(Character), noYear, twoDigitYear
  }

  init(_ pattern: String) throws(Problem) {
    self.pattern = pattern
    var parts: [Part] = []
    var rest = pattern[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        let text = Array(String(character).utf8)
        if case .text(let before) = parts.last {
          parts[parts.count - 1] = .text(before + text)
        } else {
          parts.append(.text(text))
        }
        continue
      }
      switch rest.popFirst() {
      case "Y": parts.append(.year)
      case "m": parts.append(.month)
      case "d", "e": parts.append(.day)
      case "B", "b": parts.append(.monthName)
      case "y": throw .twoDigitYear
      case let sign: throw .unknownSign(sign ?? "%")
      }
    }
    if !parts.contains(.year) { throw .noYear }
    self.parts = parts
  }

  /// The date in EDTF, or `nil` when the text is written otherwise.
  func edtf(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var place = 0
    var (year, month, day) = (Int?.none, Int?.none, Int?.none)
    var isNegative = false
    for part in parts {
      switch part {
      case .text(let bytes):
        guard text[min(place, text.count)...].starts(with: bytes) else { return nil }
        place += bytes.count
      case .year:
        if place < text.count, text[place] == UInt8(ascii: "-") {
          isNegative = true
          place += 1
        }
        year = Self.number(text, &place, most: 4)
        if year == nil { return nil }
      case .month:
        month = Self.number(text, &place, most: 2)
        if month == nil { return nil }
      case .day:
        day = Self.number(text, &place, most: 2)
        if day == nil { return nil }
      case .monthName:
        month = Self.month(text, &place)
        if month == nil { return nil }
      }
    }
    guard place == text.count, let year else { return nil }
    return Self.edtf(year: year, isNegative: isNegative, month: month, day: day)
  }

  /// A date of whose parts the smaller may be absent or 0.
  static func edtf(year: Int, isNegative: Bool = false, month: Int?, day: Int?) -> [UInt8]? {
    guard let month, month > 0 else { return digits(year, 4, isNegative: isNegative) }
    guard month <= 12, day ?? 0 <= 31 else { return nil }
    var text = digits(year, 4, isNegative: isNegative) + [UInt8(ascii: "-")] + digits(month, 2)
    if let day, day > 0 { text += [UInt8(ascii: "-")] + digits(day, 2) }
    return text
  }

  private static func digits(_ number: Int, _ count: Int, isNegative: Bool = false) -> [UInt8] {
    let text = Array(String(number).utf8)
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: max(0, count - text.count))
    return (isNegative && number > 0 ? [UInt8(ascii: "-")] : []) + zeros + text
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int, most: Int) -> Int? {
    let start = place
    var number = 0
    while place < text.count, place - start < most, text[place] &- 0x30 < 10 {
      number = number * 10 + Int(text[place] - 0x30)
      place += 1
    }
    return place > start ? number : nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ].map { Array($0.utf8) }

  /// The month whose English name, or its first three letters, stand here; a point behind them is passed over.
  private static func month(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int? {
    let rest = text[min(place, text.count)...]
    let word = rest.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }.map { $0 | 0x20 }
    guard word.count >= 3 else { return nil }
    let month = months.firstIndex { $0.starts(with: word) || (word == Array("sept".utf8) && $0.starts(with: word)) }
    guard let month else { return nil }
    place += word.count
    if place < text.count, text[place] == UInt8(ascii: ".") { place += 1 }
    return month + 1
  }
}
