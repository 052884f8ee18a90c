import CLibYAML
import Entente

/// Some events of a text, one after the other.
///
/// - Invariant: one side has a batch at a time: who fills it, or who reads it.
final class YAMLBatch: @unchecked Sendable {
  fileprivate(set) var events: [Event] = []
  /// The texts of scalars.
  fileprivate(set) var texts: [UInt8] = []
  /// The hashes of the first and the last of three words, as the ends of relations stand in their heads: who looks them up can
  /// have them fetched before.
  fileprivate(set) var hashes: [UInt32] = []
  fileprivate(set) var ending = Ending.goesOn

  /// How many events, and how many bytes of texts, fill a batch.
  fileprivate static let room = (events: 1 << 11, texts: 1 << 16)

  struct Event {
    let event: YAMLEvent
    let isPlain: Bool
    let hasTag: Bool
    let start: YAMLMark
    let end: YAMLMark
    var text = 0..<0
  }

  /// What comes behind the batch.
  enum Ending {
    case goesOn
    case over
    /// Nothing can be read any more.
    case fault(YAMLFault)
  }

  var goesOn: Bool { if case .goesOn = ending { true } else { false } }

  /// Hashes the first and the last word of a text of three.
  fileprivate func hashEnds(of text: UnsafeBufferPointer<UInt8>) {
    let space = UInt8(ascii: " ")
    guard let first = text.firstIndex(of: space), let last = text.lastIndex(of: space), first < last,
      text[(first + 1)..<last].firstIndex(of: space) == nil
    else { return }
    hashes.append(StringTable.hash(UnsafeBufferPointer(rebasing: text[..<first])))
    hashes.append(StringTable.hash(UnsafeBufferPointer(rebasing: text[(last + 1)...])))
  }
}

/// libyaml's event interface.
///
/// - Invariant: only one thread uses it at a time, and the text outlives it.
final class YAMLScanner: @unchecked Sendable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var characters: CharacterOffsets
  private let feed: YAMLFeed
  /// Whether there was memory for libyaml's buffers.
  private let isReady: Bool
  /// Where the last event ended.
  private var end: YAMLMark
  private var depth = 0

  /// How deep lists and mappings are read in each other, far deeper than what a tree takes: deeper ones keep libyaml busy for
  /// long.
  private static let depthLimit = 200

  init(_ text: UnsafeBufferPointer<UInt8>, offset: Int) {
    characters = CharacterOffsets(text, start: offset)
    end = YAMLMark(line: 0, offset: offset)
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
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// Puts the next events into a batch, in place of what it had.
  func fill(_ batch: YAMLBatch) {
    batch.events.removeAll(keepingCapacity: true)
    batch.texts.removeAll(keepingCapacity: true)
    batch.hashes.removeAll(keepingCapacity: true)
    batch.ending = .goesOn
    do throws(YAMLFault) {
      while batch.events.count < YAMLBatch.room.events, batch.texts.count < YAMLBatch.room.texts {
        if try add(to: batch) == .streamEnd {
          batch.ending = .over
          return
        }
      }
    } catch {
      batch.ending = .fault(error)
    }
  }

  private func add(to batch: YAMLBatch) throws(YAMLFault) -> YAMLEvent {
    guard isReady else { throw .noMemory }
    var current = yaml_event_t()
    guard yaml_parser_parse(parser, &current) == 1 else { throw fault() }
    defer { yaml_event_delete(&current) }
    let start = characters.mark(current.start_mark)
    end = characters.mark(current.end_mark)
    feed.goOn(from: end.offset - characters.start)
    let kind = YAMLEvent(current.type)
    var event = YAMLBatch.Event(
      event: kind, isPlain: current.type == YAML_SCALAR_EVENT && current.data.scalar.style == YAML_PLAIN_SCALAR_STYLE,
      hasTag: hasTag(current), start: start, end: end)
    switch kind {
    case .scalar:
      let first = batch.texts.count
      let text = UnsafeBufferPointer(start: current.data.scalar.value, count: current.data.scalar.length)
      batch.texts.append(contentsOf: text)
      event.text = first..<batch.texts.count
      if event.isPlain { batch.hashEnds(of: text) }
    case .sequenceStart, .mappingStart:
      depth += 1
      guard depth <= Self.depthLimit else { throw .tooDeep(at: start) }
    case .sequenceEnd, .mappingEnd: depth -= 1
    default: break
    }
    batch.events.append(event)
    return kind
  }

  private func hasTag(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT: event.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT: event.data.mapping_start.tag != nil
    default: false
    }
  }

  private func fault() -> YAMLFault {
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

extension YAMLEvent {
  fileprivate init(_ type: yaml_event_type_t) {
    self =
      switch type {
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
