#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

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

/// Pulls one event after the other from a text that must outlive the parser.
///
/// Events keep the exact place of each key and value, and show aliases as aliases; a tree of nodes would do neither. Those of a
/// long text are found by another core while what came before is read.
struct YAMLParser: ~Copyable {
  /// How many bytes one text may have.
  static let longestText = 1 << 24
  /// How many batches are read before another core helps: most files are shorter.
  private static let batchesAlone = 2

  private let scanner: YAMLScanner
  private let cores: Int
  private var ahead: Ahead<YAMLBatch>?
  private var batch = YAMLBatch()
  private var place = -1
  private var batchesRead = 0
  private var hasNewHashes = false

  /// A parser at the beginning of `text`, which is UTF-8 without a byte order mark and stands `offset` bytes behind the
  /// beginning of the file.
  init(
    _ text: UnsafeBufferPointer<UInt8>, offset: Int, cores: Int = ProcessInfo.processInfo.activeProcessorCount
  ) {
    scanner = YAMLScanner(text, offset: offset)
    self.cores = cores
    start = YAMLMark(line: 0, offset: offset)
    end = start
  }

  // The other thread has let go of the text before anybody else does.
  deinit { ahead?.stop() }

  /// Reads the next event; what ``start``, ``end`` and the rest tell is then about that one.
  mutating func next() throws(YAMLFault) -> YAMLEvent {
    place += 1
    while place >= batch.events.count {
      switch batch.ending {
      case .goesOn: goOn()
      case .over:
        place = batch.events.count
        return .streamEnd
      case .fault(let fault): throw fault
      }
    }
    let event = batch.events[place]
    (start, end) = (event.start, event.end)
    return event.event
  }

  private mutating func goOn() {
    place = 0
    batchesRead += 1
    hasNewHashes = true
    if let ahead {
      batch = ahead.next()
    } else if batchesRead <= Self.batchesAlone || cores < 2 {
      scanner.fill(batch)
    } else {
      let ahead = Ahead<YAMLBatch>("YAML") { [scanner] used in
        let batch = used ?? YAMLBatch()
        scanner.fill(batch)
        return (batch, batch.goesOn)
      }
      self.ahead = ahead
      batch = ahead.next()
    }
  }

  /// Where the event begins.
  private(set) var start: YAMLMark

  /// Where the event ends; for the start of a list or mapping, the end of its bracket.
  private(set) var end: YAMLMark

  /// The hashes of ends of relations that are going to be read, once for each batch.
  mutating func takeHashes() -> [UInt32]? {
    guard hasNewHashes else { return nil }
    hasNewHashes = false
    return batch.hashes
  }

  /// The scalar's text as YAML reads it.
  var text: ArraySlice<UInt8> { batch.texts[batch.events[place].text] }

  /// Whether the scalar has no quotes and is no block of text.
  var isPlain: Bool { batch.events[place].isPlain }

  /// Whether the scalar, list or mapping that begins here has a tag, such as `!!str`.
  var hasTag: Bool { batch.events[place].hasTag }
}
