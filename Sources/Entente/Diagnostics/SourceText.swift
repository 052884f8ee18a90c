import Synchronization

/// What places point into: a name, and the bytes when somebody wants to see a place.
///
/// Nothing is counted before that. Lines end at a line feed, a carriage return, both together, or one of Unicode's own
/// line ends; columns count characters as a reader sees them.
public final class SourceText: Sendable {
  /// The name that messages give it: a path as it was given.
  public let name: String
  /// The number of its first line.
  let firstLine: Int
  /// `nil` when places are lines and columns from the start.
  private let load: (@Sendable () -> [UInt8]?)?
  private let state = Mutex(State())

  /// A source whose bytes are asked for when a place is shown; `nil` when they are no longer to be had.
  public init(_ name: String, bytes: @escaping @Sendable () -> [UInt8]?) {
    self.name = name
    firstLine = 1
    load = bytes
  }

  /// A piece of a source, whose first line has that number.
  package init(_ name: String, firstLine: Int, bytes: @escaping @Sendable () -> [UInt8]?) {
    self.name = name
    self.firstLine = firstLine
    load = bytes
  }

  /// A source in memory; `firstLine` is the number of its first line, where it is a piece of something longer.
  public init(_ name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.firstLine = firstLine
    load = { bytes }
  }

  /// A source whose places are lines and columns, made by ``PackedPlace/init(_:line:column:)``: its text is not shown.
  public init(linesOf name: String) {
    self.name = name
    firstLine = 1
    load = nil
  }

  /// Whether places are offsets in bytes.
  var hasBytes: Bool { load != nil }

  /// What some editors write before the first character of a UTF-8 file.
  public static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Calls `body` with the bytes and their lines; `nil` when they cannot be had.
  func withLines<R: Sendable>(_ body: @Sendable (inout Lines) -> R) -> R? {
    guard let load else { return nil }
    return state.withLock { state in
      if !state.isLoaded { state = State(isLoaded: true, lines: load().map { Lines($0) }) }
      return state.lines?.give(to: body)
    }
  }

  private struct State {
    var isLoaded = false
    /// `nil` when the bytes are no longer to be had.
    var lines: Lines?
  }

  /// The bytes by lines.
  struct Lines {
    let bytes: [UInt8]
    /// Where each line begins.
    private let starts: [Int]
    /// The line in which each block of ``blockLength`` bytes begins, so that few lines are left to look among.
    private let linesOfBlocks: [UInt32]
    private static let blockLength = 1 << 12
    /// The columns of some places of the line in which one was counted last: a line may be very long, and have many places.
    private var marks = (line: 0, places: [(offset: 0, column: 1)])
    /// How many bytes were looked at to count columns.
    private(set) var steps = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      var starts = [bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0]
      bytes.withUnsafeBufferPointer { bytes in
        var index = starts[0]
        while index < bytes.count {
          index = SourceText.mayEndLine(in: bytes, from: index)
          if index == bytes.count { break }
          let length = SourceText.lineEnd(in: bytes, at: index)
          index += max(1, length)
          if length > 0 { starts.append(index) }
        }
      }
      self.starts = starts
      var line = 0
      linesOfBlocks = Swift.stride(from: 0, through: bytes.count, by: Self.blockLength).map { offset in
        while line + 1 < starts.count, starts[line + 1] <= offset { line += 1 }
        return UInt32(truncatingIfNeeded: line)
      }
    }

    mutating func give<R>(to body: (inout Lines) -> R) -> R { body(&self) }

    /// The line's number from 0, by bisection among those of its block.
    private func line(of offset: Int) -> Int {
      let block = max(0, offset) / Self.blockLength
      var low = Int(linesOfBlocks[min(block, linesOfBlocks.count - 1)])
      var high = block + 1 < linesOfBlocks.count ? Int(linesOfBlocks[block + 1]) + 1 : starts.count
      while low + 1 < high {
        let middle = (low + high) / 2
        if starts[middle] <= offset { low = middle } else { high = middle }
      }
      return low
    }

    /// The bytes of a line, without its end.
    private func content(ofLine line: Int) -> Range<Int> {
      let next = line + 1 < starts.count ? starts[line + 1] : bytes.count
      guard line + 1 < starts.count else { return starts[line]..<next }
      let end = [3, 2, 1].first { length in
        next - length >= starts[line]
          && bytes.withUnsafeBufferPointer { SourceText.lineEnd(in: $0, at: next - length) } == length
      }
      return starts[line]..<next - (end ?? 0)
    }

    /// The line, from 0, and the column, from 1, of a byte; beyond the line's end, the column behind its last character.
    mutating func position(of offset: Int) -> (line: Int, column: Int) {
      let line = line(of: min(offset, bytes.count))
      let content = content(ofLine: line)
      let end = min(max(offset, content.lowerBound), content.upperBound)
      if marks.line != line || marks.places[0].offset != content.lowerBound {
        marks = (line, [(content.lowerBound, 1)])
      }
      addMarks(upTo: end)
      let mark = marks.places[lastMark(notBehind: end)]
      return (line, mark.column + count(mark.offset..<end))
    }

    /// How many bytes lie between two marks, at least.
    private static let stride = 2048

    /// Goes on with the marks up to a place of their line.
    private mutating func addMarks(upTo end: Int) {
      while let last = marks.places.last, last.offset + Self.stride < end {
        var next = last.offset + Self.stride
        // Before an ASCII character behind another one, a character begins.
        while next < end, bytes[next] >= 0x80 || bytes[next - 1] >= 0x80 { next += 1 }
        marks.places.append((next, last.column + count(last.offset..<next)))
      }
    }

    /// The row of the last mark that is not behind a place, by bisection.
    private func lastMark(notBehind place: Int) -> Int {
      var (low, high) = (0, marks.places.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if marks.places[middle].offset <= place { low = middle } else { high = middle }
      }
      return low
    }

    private mutating func count(_ stretch: Range<Int>) -> Int {
      steps += stretch.count
      return Self.characters(in: bytes[stretch])
    }

    /// How many characters a stretch has, as far as it is on its first line; at least 1.
    func characters(from offset: Int, length: Int) -> Int {
      let content = content(ofLine: line(of: min(offset, bytes.count)))
      let start = min(max(offset, content.lowerBound), content.upperBound)
      return max(1, Self.characters(in: bytes[start..<min(max(start, offset + length), content.upperBound)]))
    }

    /// A piece of the line around a stretch, with so many characters at most before it and in all.
    func excerpt(around offset: Int, length: Int, before: Int, longest: Int) -> SourceExcerpt {
      let content = content(ofLine: line(of: min(offset, bytes.count)))
      let start = min(max(offset, content.lowerBound), content.upperBound)
      // A character may have many bytes, a line any number of them: only what may be shown is decoded.
      var left = max(content.lowerBound, start - before * 16)
      var right = min(content.upperBound, start + longest * 16)
      while left > content.lowerBound, left < start, bytes[left] & 0xc0 == 0x80 { left += 1 }
      while right > start, right < content.upperBound, bytes[right] & 0xc0 == 0x80 { right -= 1 }
      let head = Array(String(decoding: bytes[left..<start], as: UTF8.self))
      let tail = Array(String(decoding: bytes[start..<right], as: UTF8.self))
      let isWhole = left == content.lowerBound && right == content.upperBound && head.count + tail.count <= longest
      let kept = isWhole ? head[...] : head.suffix(before)
      let rest = isWhole ? tail[...] : tail.prefix(longest - kept.count)
      let marked = characters(from: offset, length: length)
      return SourceExcerpt(
        text: String(kept + rest), start: kept.count, length: max(1, min(marked, rest.count)),
        isCutBefore: kept.count < head.count || left > content.lowerBound,
        isCutAfter: rest.count < tail.count || right < content.upperBound)
    }

    private static func characters(in bytes: ArraySlice<UInt8>) -> Int {
      let isASCII = bytes.withUnsafeBufferPointer { $0.allSatisfy { $0 < 0x80 } }
      return isASCII ? bytes.count : String(decoding: bytes, as: UTF8.self).count
    }
  }

  /// The next byte with which a line's end may begin, or the end of the bytes: eight are looked at together.
  private static func mayEndLine(in bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
    let raw = UnsafeRawBufferPointer(bytes)
    var index = index
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = zeros(word ^ (ones &* 0x0a)) | zeros(word ^ (ones &* 0x0d)) | word & tops
      // The lowest is right; of those above it others may be set, too.
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < raw.count, raw[index] < 0x80, raw[index] != 0x0a, raw[index] != 0x0d { index += 1 }
    return index
  }

  /// How many bytes long the line's end is that stands at `index`; 0 when none does.
  package static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
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

extension SourceText {
  /// How many lines end in the bytes.
  package static func lineEnds(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (count, index) = (0, 0)
    while index < bytes.count {
      index = mayEndLine(in: bytes, from: index)
      if index == bytes.count { break }
      let length = lineEnd(in: bytes, at: index)
      if length > 0 { count += 1 }
      index += max(1, length)
    }
    return count
  }
}

/// A piece of a source's line, to be shown with a mark under what a message is about.
public struct SourceExcerpt: Sendable, Hashable {
  /// The piece, without the line's end.
  public let text: String
  /// How many of its characters stand before the mark.
  public let start: Int
  /// How many characters the mark is long, at least 1.
  public let length: Int
  /// Whether the line has more before the piece.
  public let isCutBefore: Bool
  /// Whether the line has more after the piece.
  public let isCutAfter: Bool
}
