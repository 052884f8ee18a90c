import Entente

/// Text in pieces, each of which begins with the text's head.
struct TextPieces {
  private let source: Source
  private let stream: ByteStream
  private let size: Int
  private let places: any CuttingPlaces
  /// All before the first place to cut, once it is known.
  private(set) var head: [UInt8] = []
  /// What is read and not given yet.
  private var waiting: [UInt8] = []
  private var isAtEnd = false
  private var offset = 0
  private var line = 1

  /// A piece is at most so many times as long as it should be, or as a line is long.
  private static let patience = 8
  private static let longestLine = 1 << 20

  /// A piece of a text.
  struct Piece {
    /// The head, and behind it what no other piece has; the first has it once.
    let bytes: [UInt8]
    let head: Int
    let body: Range<Int>
    let text: SourceText
    let isLast: Bool
  }

  /// - Throws: ``SourceFault`` when the source cannot be opened.
  init(_ source: Source, size: Int, at places: any CuttingPlaces) throws {
    self.source = source
    self.size = size
    self.places = places
    stream = try source.stream()
  }

  /// The next piece; `nil` behind the last.
  ///
  /// - Throws: ``NotInPieces`` where there is no place to cut, and what the stream throws.
  mutating func next() throws -> Piece? {
    if isAtEnd, waiting.isEmpty { return nil }
    var cut: Int?
    var length = size
    while cut == nil, !isAtEnd, length <= max(size * Self.patience, Self.longestLine) {
      try fill(upTo: length)
      if !isAtEnd { cut = waiting.withUnsafeBufferPointer { places.last(in: $0) } }
      length *= 2
    }
    guard isAtEnd || cut != nil else { throw NotInPieces(places.fault) }
    length = cut ?? waiting.count
    let bytes = head + waiting[..<length]
    let body = head.count..<head.count + length
    if head.isEmpty {
      head = Array(waiting[..<(waiting.withUnsafeBufferPointer { places.first(in: $0) } ?? length)])
    }
    let piece = Piece(
      bytes: bytes, head: head.count, body: body, text: text(of: offset..<offset + length), isLast: cut == nil)
    offset += length
    line += waiting[..<length].withUnsafeBufferPointer { SourceText.lineEnds(in: $0) }
    waiting.removeSubrange(..<length)
    return piece
  }

  private mutating func fill(upTo length: Int) throws {
    while waiting.count < length, !isAtEnd {
      let rest = try stream.rest(upTo: length - waiting.count)
      waiting += rest
      isAtEnd = rest.isEmpty
    }
  }

  private func text(of range: Range<Int>) -> SourceText {
    SourceText(source.name, firstLine: line) { [source] in
      guard let stream = try? source.stream(), (try? stream.rest(upTo: range.lowerBound)) != nil else { return nil }
      return try? stream.rest(upTo: range.count)
    }
  }
}

/// Where a text can be cut.
protocol CuttingPlaces {
  /// What is said where there is none.
  var fault: String { get }
  /// The first place, behind the head.
  func first(in bytes: UnsafeBufferPointer<UInt8>) -> Int?
  /// The last place, or `nil` where there is none but the beginning; `bytes` begin at a place, or with the head.
  func last(in bytes: UnsafeBufferPointer<UInt8>) -> Int?
}
