/// The grammar of the EDTF profile of ISO 8601-2:2019 (annex A), levels 0 to 2, over UTF-8.
///
/// One pass, no backtracking; nothing is put on the heap but the members of a set.
struct EDTFParser {
  /// What is wrong and at which byte; `EDTFError` is made of it once it is known to be shown.
  struct Failure: Error {
    let index: Int
    let problem: EDTFError.Problem
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  /// The level of what has been read so far.
  var level = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Reads a text that is one date. What it says, and its level.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(EDTFError) -> (date: ParsedDate, level: Int) {
    var parser = EDTFParser(bytes)
    do throws(Failure) {
      let date = try parser.text()
      return (date, parser.level)
    } catch {
      throw EDTFError(error, in: bytes)
    }
  }

  mutating func text() throws(Failure) -> ParsedDate {
    switch peek {
    case nil: throw fail(.empty)
    case UInt8(ascii: "["): return try set(.oneOf, closing: UInt8(ascii: "]"))
    case UInt8(ascii: "{"): return try set(.allOf, closing: UInt8(ascii: "}"))
    default: return try dateOrInterval()
    }
  }

  private mutating func dateOrInterval() throws(Failure) -> ParsedDate {
    let start = try intervalEnd()
    if case .date(let point) = start, peek == nil { return .single(point) }
    if case .date(let point) = start, peek == UInt8(ascii: "T") {
      try time(of: point)
      return .single(point)
    }
    guard take(UInt8(ascii: "/")) else {
      if case .date = start { throw unexpected(.endOfDate) }
      throw index == 0 ? unexpected(.date) : unexpected(.dateOrEnd)
    }
    let second = index
    let end = try intervalEnd()
    switch peek {
    case nil: break
    case UInt8(ascii: "/"): throw fail(.misplaced(.secondInterval))
    case UInt8(ascii: "T"): throw fail(.misplaced(.time))
    default: throw unexpected(.endOfText)
    }
    return .interval(try span(start, end, endIndex: second))
  }

  /// A date, `..` or nothing.
  private mutating func intervalEnd() throws(Failure) -> ParsedDate.End {
    switch peek {
    case nil where index > 0, UInt8(ascii: "/"):
      if index > 0 || peek == UInt8(ascii: "/") { level = max(level, 1) }
      return .unknown
    case UInt8(ascii: "."):
      guard takeDots() else { throw unexpected(.dateOrEnd) }
      level = max(level, 1)
      return .open
    default:
      return .date(try date())
    }
  }

  private mutating func set(_ kind: ParsedDate.SetKind, closing: UInt8) throws(Failure) -> ParsedDate {
    index += 1
    level = 2
    var members: [ParsedDate.Member] = []
    while true {
      members.append(try member(isFirst: members.isEmpty, closing: closing))
      if take(closing) { break }
      guard take(UInt8(ascii: ",")) else {
        throw peek == UInt8(ascii: "T") ? fail(.misplaced(.time)) : unexpected(.endOfMember)
      }
    }
    guard peek == nil else { throw unexpected(.endOfText) }
    return .set(kind, members)
  }

  private mutating func member(isFirst: Bool, closing: UInt8) throws(Failure) -> ParsedDate.Member {
    let start = index
    if takeDots() {
      guard isFirst else { throw Failure(index: start, problem: .misplaced(.openMember)) }
      if peek == closing { throw Failure(index: start, problem: .misplaced(.emptyRange)) }
      return .range(.init(start: .open, end: .date(try date())))
    }
    let first = try date()
    let dots = index
    guard takeDots() else { return .date(first) }
    if peek == closing { return .range(.init(start: .date(first), end: .open)) }
    if peek == UInt8(ascii: ",") { throw Failure(index: dots, problem: .misplaced(.openMember)) }
    let begin = index
    let last = try date()
    guard first.precision == last.precision else { throw Failure(index: begin, problem: .misplaced(.mixedRange)) }
    return .range(try span(.date(first), .date(last), endIndex: begin))
  }

  private func span(
    _ start: ParsedDate.End, _ end: ParsedDate.End, endIndex: Int
  ) throws(Failure) -> ParsedDate.Span {
    if let from = start.point?.firstDay(), let to = end.point?.lastDay(), from > to {
      throw Failure(index: endIndex, problem: .endsBeforeItBegins)
    }
    return .init(start: start, end: end)
  }
}

// MARK: - Bytes

extension EDTFParser {
  /// The next byte, `nil` at the end.
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Whether the next byte is `byte`, which is then behind.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  /// Whether the next two bytes are `..`, which are then behind.
  mutating func takeDots() -> Bool {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), bytes[index + 1] == UInt8(ascii: ".")
    else { return false }
    index += 2
    return true
  }

  /// The next digit's value, which is then behind.
  mutating func takeDigit() -> UInt8? {
    guard let byte = peek, byte &- 48 < 10 else { return nil }
    index += 1
    return byte - 48
  }

  func fail(_ problem: EDTFError.Problem) -> Failure { Failure(index: index, problem: problem) }

  /// Something else than what may stand here: named, if it is one of the characters that look like EDTF's own.
  func unexpected(_ expected: EDTFError.Expected) -> Failure {
    guard let scalar = EDTFError.scalar(at: index, of: bytes) else {
      return fail(.unexpected(found: nil, expected: expected))
    }
    if let meant = LookAlike.meant(by: scalar) {
      return fail(.lookAlike(Character(scalar), name: LookAlike.name(scalar), meant: meant))
    }
    return fail(.unexpected(found: Character(scalar), expected: expected))
  }
}

extension EDTFError {
  /// What went wrong in a text, placed by characters, and what was meant.
  init(_ failure: EDTFParser.Failure, in bytes: UnsafeBufferPointer<UInt8>) {
    let before = bytes[..<failure.index]
    // Every byte but a continuation byte begins a character.
    offset = before.reduce(0) { count, byte in byte & 0xC0 == 0x80 ? count : count + 1 }
    problem = Correction.saysNoDate(bytes) ? .noDate : failure.problem
    suggestions = Correction.guesses(bytes)
  }

  /// The character at a byte; `nil` at the end.
  static func scalar(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    let piece = bytes[index..<min(index + 4, bytes.count)]
    return String(decoding: piece, as: UTF8.self).unicodeScalars.first
  }
}
