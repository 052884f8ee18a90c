/// What a byte of an XML document may be; 0 is what loops step over.
enum ByteClass {
  static let plain: UInt8 = 0
  static let lessThan: UInt8 = 1
  static let ampersand: UInt8 = 2
  static let carriageReturn: UInt8 = 3
  static let closingBracket: UInt8 = 4
  /// A control character, or the end of the buffer.
  static let control: UInt8 = 5
  static let beyondASCII: UInt8 = 6

  /// Whether the byte is ASCII, and may stand in a name.
  static let inName: UInt8 = 0x80
  /// In the lower half of a table's byte: the class within text.
  static let mask: UInt8 = 0x0f
  /// Whether the byte ends a value between double or single quotes, or has to be looked at there.
  static let stopsDouble: UInt8 = 0x10
  static let stopsSingle: UInt8 = 0x20

  /// One byte for each of the 256, which the caller frees.
  static func table() -> UnsafeMutablePointer<UInt8> {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for value in 0..<256 { table[value] = of(UInt8(value)) }
    return table
  }

  private static func of(_ byte: UInt8) -> UInt8 {
    let stops = stopsDouble | stopsSingle
    switch byte {
    case UInt8(ascii: "<"): return lessThan | stops
    case UInt8(ascii: "&"): return ampersand | stops
    case 0x0d: return carriageReturn | stops
    case 0x0a, 0x09: return plain | stops
    case UInt8(ascii: "]"): return closingBracket
    case UInt8(ascii: "\""): return plain | stopsDouble
    case UInt8(ascii: "'"): return plain | stopsSingle
    case 0..<0x20: return control | stops
    case 0x80...: return beyondASCII | stops
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return plain | inName
    default: return plain
    }
  }

  /// How many bytes the character takes that begins at `bytes`, which goes on for at least four: 0 if it is no character
  /// of XML, as U+FFFE and U+FFFF are none, or not UTF-8.
  @inline(__always)
  static func length(ofCharacterAt bytes: UnsafePointer<UInt8>) -> Int {
    bytes[0] == 0xef && bytes[1] == 0xbf && bytes[2] >= 0xbe ? 0 : length(ofUTF8At: bytes)
  }

  /// The same, where every character of Unicode may stand.
  @inline(__always)
  static func length(ofUTF8At bytes: UnsafePointer<UInt8>) -> Int {
    func follows(_ index: Int) -> Bool { bytes[index] & 0xc0 == 0x80 }
    let second = bytes[1]
    switch bytes[0] {
    case 0xc2...0xdf: return follows(1) ? 2 : 0
    case 0xe0: return second >= 0xa0 && second <= 0xbf && follows(2) ? 3 : 0
    case 0xed: return second >= 0x80 && second <= 0x9f && follows(2) ? 3 : 0
    case 0xe1...0xef: return follows(1) && follows(2) ? 3 : 0
    case 0xf0: return second >= 0x90 && second <= 0xbf && follows(2) && follows(3) ? 4 : 0
    case 0xf1...0xf3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xf4: return second >= 0x80 && second <= 0x8f && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
