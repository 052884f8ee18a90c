/// Pulls one token after the other from a JSON text (RFC 8259), as a stream.
///
/// It is our own, since a reader of graphs needs what no kept library gives at once: the byte that each token begins with,
/// for messages; memory for one token, whatever the file's size; no `String` per value; and limits that a stranger's file
/// cannot pass. Foundation's decoder has none of these, and nobody looks after yajl any more.
///
/// - Note: `NaN`, `Infinity` and `-Infinity` are numbers, for Python writes them.
/// - Invariant: 16 zero bytes stand behind the filled part of the buffer, and no loop over a token steps over a zero.
package struct JSONReader: ~Copyable {
  /// What comes next in a text.
  package enum Token: Sendable {
    case beginObject, endObject, beginArray, endArray
    /// A member's name; its value comes next.
    case key
    case string, number, yes, no, null
    /// The text is over.
    case end
  }

  /// Lists and objects in each other, at most: far more than data have.
  package static let depthLimit = 512
  /// One token must fit in this many bytes.
  package static let lengthLimit = 1 << 24
  private static let padding = 16

  /// `nil` when all of the text is in the buffer.
  private var input: ByteStream?
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 16
  private var end = 0
  private var cursor = 0
  private var base = 0
  private var isAtEnd = false
  private var hasBegun = false

  private var scratch: UnsafeMutablePointer<UInt8>
  private var isInScratch = false
  private var tokenStart = 0
  private var tokenLength = 0
  private var scratchLength = 0

  /// For each open list or object whether it is an object.
  private var open: [Bool] = []
  private var expected = Expected.value

  private enum Expected {
    case value
    /// The first value or the end of a list; the first key or the end of an object.
    case firstOrEnd
    case commaOrEnd
    case colon
    case nothing
  }

  /// A reader of a text that comes in by a stream.
  package init(_ input: ByteStream) {
    self.init()
    self.input = input
  }

  /// A reader of short texts in memory, one after the other: ``restart(with:)``.
  package init() {
    buffer = .allocate(capacity: capacity + Self.padding)
    buffer.initialize(repeating: 0, count: Self.padding)
    scratch = .allocate(capacity: capacity)
  }

  deinit {
    buffer.deallocate()
    scratch.deallocate()
  }

  /// Begins anew with a text in memory.
  package mutating func restart(with text: UnsafeBufferPointer<UInt8>) {
    if text.count > capacity { makeRoom(text.count) }
    if let first = text.baseAddress { buffer.update(from: first, count: text.count) }
    (buffer + text.count).update(repeating: 0, count: Self.padding)
    (end, cursor, base, isAtEnd, hasBegun) = (text.count, 0, 0, true, false)
    open.removeAll(keepingCapacity: true)
    expected = .value
  }

  /// The bytes of the key, string or number that was read last, until the next is read; a string's as it reads.
  package var text: UnsafeBufferPointer<UInt8> {
    isInScratch
      ? UnsafeBufferPointer(start: scratch, count: scratchLength)
      : UnsafeBufferPointer(start: buffer + tokenStart, count: tokenLength)
  }

  /// Where the token begins, within its quotes if it has some.
  package var offset: Int { base + tokenStart }

  /// How many bytes the token has in the text, without its quotes.
  package var length: Int { max(1, tokenLength) }

  /// How many lists and objects are open.
  package var depth: Int { open.count }

  /// Reads the next token.
  package mutating func next() throws -> Token {
    if !hasBegun { try begin() }
    while true {
      try skipSpace()
      let byte = buffer[cursor]
      switch expected {
      case .nothing:
        if cursor >= end { return place(.end, 0) }
        throw fault(.moreBehindTheEnd)
      case .colon:
        guard byte == UInt8(ascii: ":") else { throw unexpected(.colon) }
        cursor += 1
        expected = .value
      case .commaOrEnd:
        if byte == UInt8(ascii: ",") {
          cursor += 1
          try skipSpace()
          if open.last == true { return try key() }
          expected = .value
          continue
        }
        return try close(byte)
      case .firstOrEnd:
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { return try close(byte) }
        if open.last == true { return try key() }
        return try value()
      case .value: return try value()
      }
    }
  }

  /// Steps over the rest of the value that begins with `token`, which was read last.
  package mutating func skip(_ token: Token) throws {
    guard token == .beginObject || token == .beginArray else { return }
    let depth = depth - 1
    while self.depth > depth { _ = try next() }
  }

  // MARK: - The buffer

  private mutating func begin() throws {
    hasBegun = true
    while end < 4, try fill() {}
    if end >= 2, (buffer[0] == 0xfe && buffer[1] == 0xff) || (buffer[0] == 0xff && buffer[1] == 0xfe) {
      throw fault(.utf16)
    }
    if end >= 2, (buffer[0] == 0) != (buffer[1] == 0) { throw fault(.utf16) }
    if buffer[0] == 0xef && buffer[1] == 0xbb && buffer[2] == 0xbf { cursor = 3 }
  }

  /// Reads more behind the bytes from ``cursor`` on, which move to the front; `false` at the end of the text.
  private mutating func fill() throws -> Bool {
    if isAtEnd { return false }
    if cursor > 0 {
      buffer.update(from: buffer + cursor, count: end - cursor)
      base += cursor
      end -= cursor
      cursor = 0
    }
    if end > capacity / 2 {
      guard capacity < Self.lengthLimit else { throw fault(.tooLong(Self.lengthLimit)) }
      makeRoom(2 * capacity)
    }
    guard let input else { return false }
    let count = try input.read(into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
    end += count
    (buffer + end).update(repeating: 0, count: Self.padding)
    isAtEnd = count == 0
    return true
  }

  private mutating func makeRoom(_ size: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size + Self.padding)
    larger.update(from: buffer, count: end)
    buffer.deallocate()
    buffer = larger
    capacity = size
    scratch.deallocate()
    scratch = .allocate(capacity: size)
  }

  private mutating func skipSpace() throws {
    while true {
      while isSpace(buffer[cursor]) { cursor += 1 }
      guard cursor >= end, try fill() else { return }
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 }

  private func fault(_ problem: JSONFault.Problem) -> JSONFault { JSONFault(problem, offset: base + cursor) }

  /// What is wrong at ``cursor``: nothing stands there, or something else than what may.
  private func unexpected(_ wanted: JSONFault.Wanted) -> JSONFault {
    if cursor >= end { return fault(.endsTooEarly) }
    return fault(.unexpected(buffer[cursor], wanted))
  }

  // MARK: - Tokens

  /// Notes the token of that length that begins at ``cursor``, and steps over it.
  private mutating func place(_ token: Token, _ length: Int) -> Token {
    isInScratch = false
    tokenStart = cursor
    tokenLength = length
    cursor += length
    return token
  }

  private mutating func close(_ byte: UInt8) throws -> Token {
    guard let isObject = open.last, byte == UInt8(ascii: isObject ? "}" : "]") else {
      throw unexpected(open.last == true ? .commaOrBrace : .commaOrBracket)
    }
    open.removeLast()
    expected = open.isEmpty ? .nothing : .commaOrEnd
    return place(isObject ? .endObject : .endArray, 1)
  }

  private mutating func key() throws -> Token {
    guard buffer[cursor] == UInt8(ascii: "\"") else { throw unexpected(.key) }
    try string()
    expected = .colon
    return .key
  }

  private mutating func value() throws -> Token {
    expected = open.isEmpty ? .nothing : .commaOrEnd
    switch buffer[cursor] {
    case UInt8(ascii: "\""):
      try string()
      return .string
    case UInt8(ascii: "{"): return try openContainer(isObject: true)
    case UInt8(ascii: "["): return try openContainer(isObject: false)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .yes)
    case UInt8(ascii: "f"): return try word("false", .no)
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N"): return try word("NaN", .number)
    case UInt8(ascii: "I"): return try word("Infinity", .number)
    default: throw unexpected(.value)
    }
  }

  private mutating func openContainer(isObject: Bool) throws -> Token {
    guard open.count < Self.depthLimit else { throw fault(.tooDeep(Self.depthLimit)) }
    open.append(isObject)
    expected = .firstOrEnd
    return place(isObject ? .beginObject : .beginArray, 1)
  }

  private mutating func word(_ word: StaticString, _ token: Token) throws -> Token {
    let count = word.utf8CodeUnitCount
    while end - cursor <= count, try fill() {}
    let isWord =
      end - cursor >= count && UnsafeBufferPointer(start: buffer + cursor, count: count).equals(word)
      && !isLetterOrDigit(buffer[cursor + count])
    guard isWord else { throw unexpected(.value) }
    return place(token, count)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Reads a number by its grammar: no leading zero, digits on both sides of a point.
  private mutating func number() throws -> Token {
    var last = cursor
    while true {
      while isLetterOrDigit(buffer[last]) { last += 1 }
      guard last >= end else { break }
      let length = last - cursor
      guard try fill() else { break }
      last = cursor + length
    }
    let bytes = UnsafeBufferPointer(start: buffer + cursor, count: last - cursor)
    guard bytes.equals("-Infinity") || JSONNumber.isNumber(bytes) else {
      throw fault(.number(String(decoding: bytes.prefix(40), as: UTF8.self)))
    }
    return place(.number, bytes.count)
  }

  // MARK: - Strings

  /// Reads the string that begins at ``cursor``.
  private mutating func string() throws {
    let first = try lengthOfString()
    isInScratch = first.hasEscapes
    tokenStart = cursor + 1
    tokenLength = first.length - 2
    if first.hasEscapes { try unescape(tokenStart..<tokenStart + tokenLength) }
    cursor += first.length
  }

  /// How many bytes the string has that begins at ``cursor``, with its quotes.
  private mutating func lengthOfString() throws -> (length: Int, hasEscapes: Bool) {
    var length = 1
    var hasEscapes = false
    while true {
      let byte = buffer[cursor + length]
      switch byte {
      case UInt8(ascii: "\""): return (length + 1, hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        if cursor + length + 1 < end { length += 2 } else { try more() }
      case 0x20..<0x80: length += 1
      case 0..<0x20:
        if cursor + length >= end { try more() } else { throw fault(.control(byte), behind: length) }
      default:
        let count = ByteClass.length(ofUTF8At: buffer + cursor + length)
        if count > 0 {
          length += count
        } else if cursor + length + 4 > end && !isAtEnd {
          try more()
        } else {
          throw fault(.notUTF8(byte), behind: length)
        }
      }
    }
  }

  private mutating func more() throws {
    if try !fill() { throw JSONFault(.endsTooEarly, offset: base + end) }
  }

  private func fault(_ problem: JSONFault.Problem, behind length: Int) -> JSONFault {
    JSONFault(problem, offset: base + cursor + length)
  }

  /// Puts the string's characters in the scratch, which has room: they are never more than what stands there.
  private mutating func unescape(_ range: Range<Int>) throws {
    var index = range.lowerBound
    scratchLength = 0
    while index < range.upperBound {
      let byte = buffer[index]
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        append(byte)
        continue
      }
      let escaped = buffer[index]
      index += 1
      switch escaped {
      case UInt8(ascii: "n"): append(0x0a)
      case UInt8(ascii: "t"): append(0x09)
      case UInt8(ascii: "r"): append(0x0d)
      case UInt8(ascii: "b"): append(0x08)
      case UInt8(ascii: "f"): append(0x0c)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): append(escaped)
      case UInt8(ascii: "u"):
        let start = index - 2
        guard let character = character(&index, upTo: range.upperBound) else {
          throw JSONFault(.escape, offset: base + start)
        }
        for byte in UTF8.encode(character) ?? UTF8.EncodedScalar() { append(byte) }
      default: throw JSONFault(.escape, offset: base + index - 2)
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    scratch[scratchLength] = byte
    scratchLength += 1
  }

  /// The character whose four digits begin at `index`, or whose two halves of four digits do.
  private func character(_ index: inout Int, upTo end: Int) -> UnicodeScalar? {
    guard let first = digits(&index, upTo: end) else { return nil }
    guard first & 0xfc00 == 0xd800 else { return UnicodeScalar(first) }
    guard index + 2 <= end, buffer[index] == UInt8(ascii: "\\"), buffer[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    index += 2
    guard let second = digits(&index, upTo: end), second & 0xfc00 == 0xdc00 else { return nil }
    return UnicodeScalar(0x10000 + (first & 0x3ff) << 10 + (second & 0x3ff))
  }

  private func digits(_ index: inout Int, upTo end: Int) -> UInt32? {
    guard index + 4 <= end else { return nil }
    var value: UInt32 = 0
    for digit in UnsafeBufferPointer(start: buffer + index, count: 4) {
      guard let digit = Character(UnicodeScalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }
}
