/// A value as its attribute's type reads it.
enum RecordValue {
  case text
  case integer(Int64)
  case number(Double)
  case boolean(Bool)
  /// A number that is none: nothing is said.
  case absent
  /// It is not of the type.
  case wrong

  init(_ text: UnsafeBufferPointer<UInt8>, _ type: RecordKey.ValueType) {
    switch type {
    case .text: self = .text
    case .integer: self = Self.integer(text)
    case .number: self = Self.number(text)
    case .boolean: self = Self.boolean(text)
    }
  }

  /// Whether the text is a whole number without a point or an exponent.
  static func isWhole(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = text.dropFirst(text.first == UInt8(ascii: "-") ? 1 : 0)
    return !digits.isEmpty && digits.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  private static func integer(_ text: UnsafeBufferPointer<UInt8>) -> RecordValue {
    let text = trimmed(text)
    if text.isEmpty { return .absent }
    var value: Int64 = 0
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = text.dropFirst(isNegative || text.first == UInt8(ascii: "+") ? 1 : 0)
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return wholeNumber(text) }
      let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (sum, isOver) = shifted.addingReportingOverflow(isNegative ? -digit : digit)
      if tooLarge || isOver { return .wrong }
      value = sum
    }
    return digits.isEmpty ? .wrong : .integer(value)
  }

  /// `3.0` where a whole number is meant, as doubles are written; `NaN` for none.
  private static func wholeNumber(_ text: UnsafeBufferPointer<UInt8>.SubSequence) -> RecordValue {
    guard case .number(let number) = number(UnsafeBufferPointer(rebasing: text)) else {
      return isNaN(text) ? .absent : .wrong
    }
    return Int64(exactly: number).map { .integer($0) } ?? .wrong
  }

  private static func isNaN(_ text: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
    String(decoding: text, as: UTF8.self).lowercased() == "nan"
  }

  static func number(_ text: UnsafeBufferPointer<UInt8>) -> RecordValue {
    let text = trimmed(text)
    if text.isEmpty { return .absent }
    // What Swift reads as a number beyond this (hexadecimals, "infinity") other tools write, too.
    guard let number = Double(String(decoding: text, as: UTF8.self)) else {
      switch String(decoding: text, as: UTF8.self).lowercased() {
      case "inf", "+inf": return .number(.infinity)
      case "-inf": return .number(-.infinity)
      default: return .wrong
      }
    }
    if number.isNaN { return .absent }
    // A number too large for 64 bits reads as infinite.
    let hasDigits = text.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return number.isInfinite && hasDigits ? .wrong : .number(number)
  }

  private static func boolean(_ text: UnsafeBufferPointer<UInt8>) -> RecordValue {
    switch String(decoding: trimmed(text), as: UTF8.self).lowercased() {
    case "true", "1", "yes", "1.0": .boolean(true)
    case "false", "0", "no", "0.0": .boolean(false)
    case "", "nan": .absent
    default: .wrong
    }
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>.SubSequence {
    var text = text[...]
    while let first = text.first, first <= 0x20 { text = text.dropFirst() }
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    return text
  }
}
