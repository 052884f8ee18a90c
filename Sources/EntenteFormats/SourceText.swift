/// A file's text by lines, for messages that show a piece of it.
///
/// Lines end where YAML ends them: at a line feed, a carriage return, both together, or one of Unicode's own line ends.
struct SourceText: Sendable {
  let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0]
    var index = starts[0]
    while index < bytes.count {
      let length = Self.lineEnd(in: bytes, at: index)
      index += max(1, length)
      if length > 0 { starts.append(index) }
    }
    self.starts = starts
  }

  /// What some editors write before the first character of a UTF-8 file.
  static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// The line with that number, from 1, without its end; `nil` beyond the last.
  func line(_ number: Int) -> String? {
    guard number >= 1, number <= starts.count else { return nil }
    let end = number < starts.count ? starts[number] : bytes.count
    var line = bytes[starts[number - 1]..<end]
    for length in [3, 2, 1] where line.count >= length {
      if Self.lineEnd(in: bytes, at: line.endIndex - length) == length { line.removeLast(length) }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// The line and column of the byte at `offset`, both from 1, columns in Unicode scalars.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let line = starts.lastIndex { $0 <= offset } ?? 0
    let before = String(decoding: bytes[starts[line]..<min(offset, bytes.count)], as: UTF8.self)
    return (line + 1, before.unicodeScalars.count + 1)
  }

  /// How many bytes long the line's end is that stands at `index`; 0 when none does.
  private static func lineEnd(in bytes: [UInt8], at index: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch bytes[index] {
    case 0x0a: return 1
    case 0x0d: return byte(1) == 0x0a ? 2 : 1
    case 0xc2: return byte(1) == 0x85 ? 2 : 0
    case 0xe2: return byte(1) == 0x80 && (byte(2) == 0xa8 || byte(2) == 0xa9) ? 3 : 0
    default: return 0
    }
  }
}
