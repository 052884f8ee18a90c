import CLibYAML

/// A place in a YAML text: the line, from 0, and the byte of the file.
struct YAMLMark: Equatable {
  let line: Int
  let offset: Int
}

/// Why a YAML text cannot be read further.
enum YAMLFault: Error {
  /// The text breaks YAML's grammar: libyaml's own words, where, and where that begins which cannot be completed.
  case syntax(problem: String, at: YAMLMark, since: YAMLMark?)
  /// Bytes that no YAML text may have: not UTF-8, or a control character.
  case bytes(value: Int, offset: Int, problem: String)
  /// There is no memory left for libyaml.
  case noMemory
  /// Lists and mappings within each other, deeper than any graph file needs.
  case tooDeep(at: YAMLMark)
  /// A text that is longer than the limit, or a stretch in which there is nothing, behind that place.
  case tooLong(at: YAMLMark)
}

/// What libyaml found next.
enum YAMLEvent {
  case streamStart, streamEnd, documentStart, documentEnd
  case scalar, alias, sequenceStart, sequenceEnd, mappingStart, mappingEnd
}

/// libyaml's event interface: pulls one event after the other from a text that must outlive the parser.
///
/// Events keep the exact place of each key and value, and show aliases as aliases; a tree of nodes would do neither.
struct YAMLParser: ~Copyable {
  /// How many bytes one text may have.
  static let longestText = 1 << 24

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var current = yaml_event_t()
  private var characters: CharacterOffsets
  private let feed: YAMLFeed
  /// Whether there was memory for libyaml's buffers.
  private let isReady: Bool

  /// A parser at the beginning of `text`, which is UTF-8 without a byte order mark and stands `offset` bytes behind the
  /// beginning of the file.
  init(_ text: UnsafeBufferPointer<UInt8>, offset: Int) {
    characters = CharacterOffsets(text, start: offset)
    start = YAMLMark(line: 0, offset: offset)
    end = start
    feed = YAMLFeed(text)
    parser = .allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input(
      parser,
      { feed, buffer, room, count in
        guard let feed, let buffer, let count else { return 0 }
        let given = Unmanaged<YAMLFeed>.fromOpaque(feed).takeUnretainedValue().give(to: buffer, room)
        count.pointee = given ?? 0
        return given == nil ? 0 : 1
      }, Unmanaged.passUnretained(feed).toOpaque())
  }

  deinit {
    var event = current
    yaml_event_delete(&event)
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// Reads the next event; what ``start``, ``end`` and the rest tell is then about that one.
  mutating func next() throws(YAMLFault) -> YAMLEvent {
    guard isReady else { throw .noMemory }
    yaml_event_delete(&current)
    guard yaml_parser_parse(parser, &current) == 1 else { throw fault() }
    start = characters.mark(current.start_mark)
    end = characters.mark(current.end_mark)
    feed.goOn(from: end.offset - characters.start)
    return switch current.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT: .scalar
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    case YAML_STREAM_START_EVENT: .streamStart
    default: .streamEnd
    }
  }

  /// Where the event begins.
  private(set) var start: YAMLMark

  /// Where the event ends; for the start of a list or mapping, the end of its bracket.
  private(set) var end: YAMLMark

  /// The scalar's text as YAML reads it.
  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: current.data.scalar.value, count: current.data.scalar.length)
  }

  /// Whether the scalar has no quotes and is no block of text.
  var isPlain: Bool { current.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

  /// Whether the scalar, list or mapping that begins here has a tag, such as `!!str`.
  var hasTag: Bool {
    switch current.type {
    case YAML_SCALAR_EVENT: current.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT: current.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT: current.data.mapping_start.tag != nil
    default: false
    }
  }

  private mutating func fault() -> YAMLFault {
    if feed.isOver { return .tooLong(at: end) }
    if parser.pointee.error == YAML_MEMORY_ERROR { return .noMemory }
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    if parser.pointee.error == YAML_READER_ERROR {
      return .bytes(
        value: Int(parser.pointee.problem_value), offset: characters.start + Int(parser.pointee.problem_offset),
        problem: problem)
    }
    let isWithinSomething = parser.pointee.context != nil
    return .syntax(
      problem: problem, at: characters.mark(parser.pointee.problem_mark),
      since: isWithinSomething ? characters.mark(parser.pointee.context_mark) : nil)
  }
}

/// Gives libyaml the text in pieces. It keeps all that it has read of a text until it has come to its end: one that is too long
/// is given up before it fills the memory.
private final class YAMLFeed {
  private let text: UnsafeBufferPointer<UInt8>
  private var given = 0
  private var limit = YAMLParser.longestText
  /// Whether it was given up.
  private(set) var isOver = false

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// What is behind that byte may be read, as far as the longest text goes.
  func goOn(from offset: Int) { limit = offset + YAMLParser.longestText }

  /// Puts the next bytes into the buffer, and says how many; `nil` when it is too much.
  func give(to buffer: UnsafeMutablePointer<UInt8>, _ room: Int) -> Int? {
    guard given <= limit else {
      isOver = true
      return nil
    }
    let count = min(room, text.count - given)
    if count > 0, let start = text.baseAddress { buffer.update(from: start + given, count: count) }
    given += count
    return count
  }
}

/// Turns libyaml's count of characters into bytes. It asks for places nearly in their order, so each byte is looked at once.
private struct CharacterOffsets {
  /// Where the text begins in the file.
  let start: Int
  private let text: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var character = 0
  private var byte = 0

  init(_ text: UnsafeBufferPointer<UInt8>, start: Int) {
    self.text = text
    self.start = start
    isASCII = text.allSatisfy { $0 < 0x80 }
  }

  mutating func mark(_ mark: yaml_mark_t) -> YAMLMark {
    YAMLMark(line: Int(mark.line), offset: start + offset(ofCharacter: Int(mark.index)))
  }

  private mutating func offset(ofCharacter index: Int) -> Int {
    if isASCII { return min(index, text.count) }
    while character < index, byte < text.count {
      byte += 1
      while byte < text.count, Self.isWithinCharacter(text[byte]) { byte += 1 }
      character += 1
    }
    while character > index, byte > 0 {
      byte -= 1
      while byte > 0, Self.isWithinCharacter(text[byte]) { byte -= 1 }
      character -= 1
    }
    return byte
  }

  /// The bytes within a character, unlike its first, are 10xxxxxx.
  private static func isWithinCharacter(_ byte: UInt8) -> Bool { byte & 0xc0 == 0x80 }
}
