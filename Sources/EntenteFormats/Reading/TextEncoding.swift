/// How characters are written as bytes in files that are no UTF-8.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// ISO 8859-1 as it is met in practice, with the characters that Windows puts where it has control codes
  /// (https://encoding.spec.whatwg.org/#windows-1252).
  case latin1 = "latin-1"

  /// The encoding with that name, as people and other programs call it.
  public init?(name: String) {
    let plain = String(name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " })
    switch plain {
    case "utf8", "utf8sig", "ascii", "usascii": self = .utf8
    case "utf16le", "utf16", "unicode", "ucs2": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "latin1", "iso88591", "windows1252", "cp1252", "ansi", "l1": self = .latin1
    default: return nil
    }
  }

  /// What a message calls it.
  var words: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .latin1: "Latin-1 (or Windows-1252)"
    }
  }
}

extension TextEncoding {
  /// What the first bytes of a text show of its encoding.
  struct Sign: Sendable, Hashable {
    let encoding: TextEncoding
    /// How many bytes of a byte order mark stand before the text; with one, there is no doubt.
    let markLength: Int
  }

  /// The encoding that the bytes at a text's beginning show: a byte order mark, or the zeros that UTF-16 puts beside Latin
  /// letters.
  static func sign(in bytes: UnsafeBufferPointer<UInt8>) -> Sign {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return Sign(encoding: .utf8, markLength: 3) }
    if bytes.starts(with: [0xff, 0xfe]) { return Sign(encoding: .utf16LittleEndian, markLength: 2) }
    if bytes.starts(with: [0xfe, 0xff]) { return Sign(encoding: .utf16BigEndian, markLength: 2) }
    var zeros = (even: 0, odd: 0)
    let first = bytes.prefix(2000)
    for (index, byte) in first.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd * 4 > first.count, zeros.even * 8 < zeros.odd {
      return Sign(encoding: .utf16LittleEndian, markLength: 0)
    }
    if zeros.even * 4 > first.count, zeros.odd * 8 < zeros.even {
      return Sign(encoding: .utf16BigEndian, markLength: 0)
    }
    return Sign(encoding: .utf8, markLength: 0)
  }

  /// The text in UTF-8, without a byte order mark.
  ///
  /// - Throws: the offset of the first bytes that are no character.
  func utf8(from bytes: [UInt8]) throws(NotThisEncoding) -> [UInt8] {
    switch self {
    case .utf8:
      let text = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
      if let offset = text.withUnsafeBufferPointer({ Self.firstInvalid(in: $0) }) {
        throw NotThisEncoding(offset: offset)
      }
      return Array(text)
    case .latin1:
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 8)
      for byte in bytes { Self.append(Self.windows1252(byte), to: &text) }
      return text
    case .utf16LittleEndian: return try Self.utf8(fromUTF16: bytes, high: 1)
    case .utf16BigEndian: return try Self.utf8(fromUTF16: bytes, high: 0)
    }
  }

  /// Bytes that are no text in the encoding that they are said to have.
  struct NotThisEncoding: Error, Hashable {
    let offset: Int
  }

  private static func utf8(fromUTF16 bytes: [UInt8], high: Int) throws(NotThisEncoding) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    func unit(_ index: Int) -> UInt32? {
      index + 1 < bytes.count ? UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high]) : nil
    }
    var index = unit(0) == 0xfeff ? 2 : 0
    while index < bytes.count {
      guard let first = unit(index) else { throw NotThisEncoding(offset: index) }
      var value = first
      if first & 0xfc00 == 0xd800, let second = unit(index + 2), second & 0xfc00 == 0xdc00 {
        value = 0x10000 + (first & 0x3ff) << 10 + second & 0x3ff
        index += 2
      }
      guard let scalar = UnicodeScalar(value) else { throw NotThisEncoding(offset: index) }
      append(scalar, to: &text)
      index += 2
    }
    return text
  }

  private static func append(_ scalar: UnicodeScalar, to text: inout [UInt8]) {
    if scalar.isASCII { return text.append(UInt8(truncatingIfNeeded: scalar.value)) }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static func windows1252(_ byte: UInt8) -> UnicodeScalar {
    guard (0x80...0x9f).contains(byte) else { return UnicodeScalar(byte) }
    return UnicodeScalar(windowsCharacters[Int(byte) - 0x80]) ?? UnicodeScalar(byte)
  }

  /// What stands at 0x80 to 0x9F; the five that Windows leaves free stay what they are.
  private static let windowsCharacters: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
    0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e,
    0x178,
  ]

  /// The offset of the first byte that no UTF-8 character has there; `nil` when all is UTF-8.
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xbf) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    while index < bytes.count {
      let length: Int
      switch bytes[index] {
      case 0..<0x80: length = 1
      case 0xc2...0xdf: length = follows(1) ? 2 : 0
      case 0xe0: length = follows(1, 0xa0...0xbf) && follows(2) ? 3 : 0
      case 0xed: length = follows(1, 0x80...0x9f) && follows(2) ? 3 : 0
      case 0xe1...0xef: length = follows(1) && follows(2) ? 3 : 0
      case 0xf0: length = follows(1, 0x90...0xbf) && follows(2) && follows(3) ? 4 : 0
      case 0xf1...0xf3: length = follows(1) && follows(2) && follows(3) ? 4 : 0
      case 0xf4: length = follows(1, 0x80...0x8f) && follows(2) && follows(3) ? 4 : 0
      default: length = 0
      }
      if length == 0 { return index }
      index += length
    }
    return nil
  }
}
