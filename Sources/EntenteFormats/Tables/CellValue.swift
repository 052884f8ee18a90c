/// What the text of a cell looks like: a whole number, a number, true or false, or any other text.
enum CellValue: Equatable {
  case text
  case integer(Int64)
  case number(Double)
  case boolean(Bool)

  /// A value, and whether its own text is the one that it was read from.
  ///
  /// `1945` and `0.5` are so written; `1.50`, `5E3` and `TRUE` mean a value, too, but their text could not be had back from it.
  struct Reading: Equatable {
    let value: CellValue
    let isPlain: Bool
  }

  /// Whether a text is taken for something else when it stands in a cell without quotation marks: for nothing, a number or
  /// a truth value.
  static func looksTyped(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.isEmpty || read(text).value != .text }

  /// What the text looks like.
  ///
  /// A number that begins with a zero or a plus sign is the text that somebody made it; one that is too large for 64 bits
  /// stays text too, for no other type holds all of its digits.
  @inline(__always)
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> Reading {
    guard let first = text.first else { return plainText }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): return number(text)
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "N"),
      UInt8(ascii: "i"):
      return word(text)
    default: return plainText
    }
  }

  private static let plainText = Reading(value: .text, isPlain: true)

  private static func word(_ text: UnsafeBufferPointer<UInt8>) -> Reading {
    func isWord(_ word: StaticString) -> Bool {
      text.count == word.utf8CodeUnitCount
        && text.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
    if isWord("true") { return Reading(value: .boolean(true), isPlain: true) }
    if isWord("false") { return Reading(value: .boolean(false), isPlain: true) }
    if isWord("TRUE") || isWord("True") { return Reading(value: .boolean(true), isPlain: false) }
    if isWord("FALSE") || isWord("False") { return Reading(value: .boolean(false), isPlain: false) }
    if isWord("NaN") { return Reading(value: .number(.nan), isPlain: true) }
    if isWord("inf") { return Reading(value: .number(.infinity), isPlain: true) }
    return plainText
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Reading {
    var place = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    func digit(_ index: Int) -> UInt64? {
      index < text.count && text[index] &- 0x30 < 10 ? UInt64(text[index] &- 0x30) : nil
    }
    guard let leading = digit(place) else {
      let isInfinite = isNegative && text.dropFirst().elementsEqual("inf".utf8)
      return isInfinite ? Reading(value: .number(-.infinity), isPlain: true) : plainText
    }
    if leading == 0, digit(place + 1) != nil { return plainText }
    var (digits, hasAll, count) = (UInt64(0), true, 0)
    func take() {
      while let next = digit(place) {
        if count < 18 { digits = digits * 10 + next } else { hasAll = false }
        if digits > 0 { count += 1 }
        place += 1
      }
    }
    take()
    if place == text.count {
      if hasAll, !(isNegative && digits == 0) {
        return Reading(value: .integer(isNegative ? -Int64(digits) : Int64(digits)), isPlain: true)
      }
      return longInteger(text)
    }
    guard text[place] == UInt8(ascii: "."), digit(place + 1) != nil else { return general(text) }
    let whole = digits
    let point = place
    place += 1
    take()
    let places = place - point - 1
    // Within these bounds both the division and the shortest text are exact.
    let endsPlainly = text[text.count - 1] != UInt8(ascii: "0") || places == 1
    if place == text.count, endsPlainly, hasAll, count <= 15, places <= 15, whole > 0 || isLarge(digits, places) {
      let number = Double(digits) / powers[places]
      return Reading(value: .number(isNegative ? -number : number), isPlain: true)
    }
    return general(text)
  }

  /// Whether digits behind so many places are no less than a ten thousandth: what is smaller has an exponent.
  private static func isLarge(_ digits: UInt64, _ places: Int) -> Bool {
    digits == 0 || Double(digits) / powers[places] >= 1e-4
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func longInteger(_ text: UnsafeBufferPointer<UInt8>) -> Reading {
    if let integer = Int64(String(decoding: text, as: UTF8.self)), integer != 0 {
      return Reading(value: .integer(integer), isPlain: true)
    }
    return text.count == 2 ? Reading(value: .number(-0.0), isPlain: false) : plainText
  }

  /// A number as Swift reads it, if it looks like one and is finite.
  private static func general(_ text: UnsafeBufferPointer<UInt8>) -> Reading {
    let allowed = text.allSatisfy { byte in
      byte &- 0x30 < 10 || byte == 0x2d || byte == 0x2e || byte == 0x2b || byte | 0x20 == 0x65
    }
    let string = String(decoding: text, as: UTF8.self)
    guard allowed, text.last.map({ $0 &- 0x30 < 10 }) == true, let number = Double(string), number.isFinite else {
      return plainText
    }
    return Reading(value: .number(number), isPlain: written(number) == string)
  }

  /// A number as our tables have it: without a plus sign in its exponent.
  static func written(_ number: Double) -> String {
    number.isNaN ? "NaN" : String(number.description.filter { $0 != "+" })
  }
}
