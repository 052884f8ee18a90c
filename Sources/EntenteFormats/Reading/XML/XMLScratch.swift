/// Where a text or a value is put together that does not stand in the document as it reads.
///
/// - Invariant: what reads is never longer than what stands in the document, and a batch's scratch has room for all of
///   its bytes. So nothing moves, and what was put there stays until the batch is told.
struct XMLScratch {
  private let bytes: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var first = 0

  init(_ bytes: UnsafeMutablePointer<UInt8>) { self.bytes = bytes }

  /// Forgets what was put together for what is not told.
  mutating func begin() { count = first }

  /// What was put together is told, and stays.
  mutating func keep() { first = count }

  /// All that was put together since.
  var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes + first, count: count - first) }

  mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    (bytes + count).update(from: source, count: length)
    count += length
  }

  mutating func append(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// Puts in what the reference means that begins with the ampersand at `source`, and gives its length: 0 when it is not one
  /// of the five, and no number of a character. It goes on for at least twelve bytes.
  mutating func appendReference(at source: UnsafePointer<UInt8>) -> Int {
    let reference = UnsafeBufferPointer(start: source, count: 12)
    if source[1] == UInt8(ascii: "#") { return appendCharacter(reference) }
    for (text, byte) in Self.named where reference.starts(with: text) {
      append(byte)
      return text.count
    }
    return 0
  }

  private static let named: [([UInt8], UInt8)] = [
    (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&apos;".utf8), UInt8(ascii: "'")),
  ]

  private mutating func appendCharacter(_ reference: UnsafeBufferPointer<UInt8>) -> Int {
    let radix: UInt32 = reference[2] == UInt8(ascii: "x") ? 16 : 10
    var index = radix == 16 ? 3 : 2
    let first = index
    var value: UInt32 = 0
    while index < reference.count, let digit = Self.digit(reference[index]), digit < radix {
      value = value &* radix &+ digit
      if value > 0x10ffff { return 0 }
      index += 1
    }
    guard index > first, index < reference.count, reference[index] == UInt8(ascii: ";"),
      value >= 0x20 || value == 0x9 || value == 0xa || value == 0xd, value != 0xfffe, value != 0xffff,
      let character = UnicodeScalar(value)
    else { return 0 }
    for byte in UTF8.encode(character) ?? UTF8.EncodedScalar() { append(byte) }
    return index + 1
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// The value that begins at `next`, which moves to its closing quote, or to what cannot stand in a value.
  @inline(__always)
  mutating func value(
    in buffer: UnsafeMutablePointer<UInt8>, from next: inout Int, quote: UInt8, _ classes: UnsafeMutablePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let stop = quote == UInt8(ascii: "\"") ? ByteClass.stopsDouble : ByteClass.stopsSingle
    let first = next
    while classes[Int(buffer[next])] & stop == 0 { next += 1 }
    if buffer[next] == quote { return UnsafeBufferPointer(start: buffer + first, count: next - first) }
    return rest(of: buffer, first, &next, quote: quote, stop, classes)
  }

  /// A value that has something else in it than plain ASCII.
  private mutating func rest(
    of buffer: UnsafeMutablePointer<UInt8>, _ first: Int, _ next: inout Int, quote: UInt8, _ stop: UInt8,
    _ classes: UnsafeMutablePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let begin = count
    var copied = first
    var isCopied = false
    while true {
      while classes[Int(buffer[next])] & stop == 0 { next += 1 }
      let byte = buffer[next]
      var length = 1
      if byte >= 0x80 {
        length = ByteClass.length(ofCharacterAt: buffer + next)
        if length == 0 { break }
        next += length
        continue
      }
      let isSpace = byte == 0x0a || byte == 0x09 || (byte == 0x0d && buffer[next + 1] != 0)
      guard isSpace || byte == UInt8(ascii: "&") else { break }
      append(buffer + copied, next - copied)
      isCopied = true
      if isSpace {
        append(0x20)
        if byte == 0x0d && buffer[next + 1] == 0x0a { length = 2 }
      } else {
        length = appendReference(at: buffer + next)
        if length == 0 { break }
      }
      next += length
      copied = next
    }
    if !isCopied { return UnsafeBufferPointer(start: buffer + first, count: next - first) }
    append(buffer + copied, max(0, next - copied))
    return UnsafeBufferPointer(start: bytes + begin, count: count - begin)
  }
}
