import CLibYAML

/// A place in a YAML text as libyaml counts it: lines and columns from 0, columns in Unicode scalars.
struct YAMLMark: Equatable {
  let line: Int
  let column: Int
}

/// Why a YAML text cannot be read further.
enum YAMLFault: Error {
  /// The text breaks YAML's grammar: libyaml's own words, where, and where that begins which cannot be completed.
  case syntax(problem: String, at: YAMLMark, since: YAMLMark?)
  /// Bytes that no YAML text may have: not UTF-8, or a control character.
  case bytes(value: Int, offset: Int, problem: String)
  /// Lists and mappings within each other, deeper than any graph file needs.
  case tooDeep(at: YAMLMark)
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
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var current = yaml_event_t()

  /// A parser at the beginning of `text`, which is UTF-8 without a byte order mark.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    var event = current
    yaml_event_delete(&event)
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Reads the next event; what ``start``, ``end`` and the rest tell is then about that one.
  mutating func next() throws(YAMLFault) -> YAMLEvent {
    yaml_event_delete(&current)
    guard yaml_parser_parse(parser, &current) == 1 else { throw fault }
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
  var start: YAMLMark { YAMLMark(current.start_mark) }

  /// Where the event ends; for the start of a list or mapping, the end of its bracket.
  var end: YAMLMark { YAMLMark(current.end_mark) }

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

  private var fault: YAMLFault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    if parser.pointee.error == YAML_READER_ERROR {
      return .bytes(
        value: Int(parser.pointee.problem_value), offset: Int(parser.pointee.problem_offset), problem: problem)
    }
    let isWithinSomething = parser.pointee.context != nil
    return .syntax(
      problem: problem, at: YAMLMark(parser.pointee.problem_mark),
      since: isWithinSomething ? YAMLMark(parser.pointee.context_mark) : nil)
  }
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line), column: Int(mark.column)) }
}
