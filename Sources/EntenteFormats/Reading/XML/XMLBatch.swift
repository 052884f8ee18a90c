import Entente

/// What stands in a stretch of a document, as the scanner found it: to be told to a handler, perhaps on another core.
///
/// Nothing is copied: positions point into the bytes that were read, or into the scratch.
///
/// - Invariant: one side has a batch at a time, the scanner until ``XMLScanner/next()`` gives it away, its handler until
///   it comes back by ``XMLScanner/reuse(_:)``. Positions are within the filled part of the bytes or of the scratch,
///   behind which 16 more bytes may be read.
final class XMLBatch: @unchecked Sendable {
  /// How many events, and how many attributes, there is room for.
  static let room = 1 << 14
  static let padding = 16

  let bytes: UnsafeMutablePointer<UInt8>
  /// Texts and values that are not in the bytes as they stand, since they have references.
  let scratch: UnsafeMutablePointer<UInt8>
  let capacity: Int
  let events: UnsafeMutablePointer<Event>
  let attributes: UnsafeMutablePointer<Attribute>
  var eventCount = 0
  /// Hashes of what tells elements apart, and how many of them there are up to the end of each stretch of events.
  private var hashes: [UInt32] = []
  private var hashEnds: [Int] = []
  /// The offset of the first byte in the document.
  var base = 0
  var ending = Ending.goesOn

  /// What comes behind the batch.
  enum Ending {
    case goesOn
    /// Nothing more: the document is whole.
    case whole
    /// What the scanner does not know: libxml2 goes on from there.
    case rest(XMLRest)
    /// Nothing can be read any more.
    case fault(any Error)
  }

  var goesOn: Bool { if case .goesOn = ending { true } else { false } }

  /// One call of a handler, in 32 bytes.
  struct Event {
    enum Kind: UInt8 { case start, text, end, leaf }

    let kind: Kind
    var isForeign = false
    /// Whether the text is in the scratch.
    var isCopied = false
    var attributes: UInt32 = 0
    var name: UInt32 = 0
    var nameLength: UInt32 = 0
    /// Where the tag begins, or the text of a text of its own.
    var place: UInt32 = 0
    var length: UInt32 = 0
    var text: UInt32 = 0
    var textLength: UInt32 = 0

    init(_ kind: Kind) { self.kind = kind }
  }

  struct Attribute {
    let name: UInt32
    let nameLength: UInt32
    /// Where the value stands in the bytes, and how long it is there.
    let place: UInt32
    let length: UInt32
    /// Where it is as it reads: in the bytes, or with ``copied`` set in the scratch.
    let value: UInt32
    let valueLength: UInt32

    static let copied: UInt32 = 1 << 31
  }

  init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Self.padding)
    bytes.update(repeating: 0, count: Self.padding)
    scratch = .allocate(capacity: capacity + Self.padding)
    events = .allocate(capacity: Self.room)
    attributes = .allocate(capacity: Self.room)
  }

  deinit {
    bytes.deallocate()
    scratch.deallocate()
    events.deallocate()
    attributes.deallocate()
  }

  // MARK: - Telling

  /// Tells the handler everything in its order; a little before, which values it is going to hear that tell elements apart.
  func tell(_ handler: inout some XMLHandler & ~Copyable) throws {
    try withUnsafeTemporaryAllocation(of: XMLAttribute.self, capacity: XMLScanner.attributeLimit) { room in
      var next = attributes
      for (number, first) in stride(from: 0, to: eventCount, by: Self.stretch).enumerated() {
        handler.expect(hashes[(number == 0 ? 0 : hashEnds[number - 1])..<hashEnds[number]])
        for index in first..<min(eventCount, first + Self.stretch) {
          let event = events[index]
          switch event.kind {
          case .text: try handler.text(text(of: event), at: base + Int(event.place))
          case .end: try handler.end()
          case .start: try handler.start(element(event, &next, in: room))
          case .leaf:
            try handler.leaf(element(event, &next, in: room), text(of: event), at: base + Int(event.text))
          }
        }
      }
    }
  }

  /// So many events are told together: what is fetched for them stays in the processor's caches until it is needed.
  private static let stretch = 1 << 10

  /// Hashes the values of attributes of elements that have more in them than text: once, when the batch is full.
  func hash() {
    hashes.removeAll(keepingCapacity: true)
    hashEnds.removeAll(keepingCapacity: true)
    var next = attributes
    for first in stride(from: 0, to: eventCount, by: Self.stretch) {
      for index in first..<min(eventCount, first + Self.stretch) {
        let count = Int(events[index].attributes)
        if events[index].kind == .start {
          for place in 0..<count { hashes.append(StringTable.hash(value(of: next[place]))) }
        }
        next += count
      }
      hashEnds.append(hashes.count)
    }
  }

  @inline(__always)
  private func text(of event: Event) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: (event.isCopied ? scratch : bytes) + Int(event.text), count: Int(event.textLength))
  }

  @inline(__always)
  private func value(of attribute: Attribute) -> UnsafeBufferPointer<UInt8> {
    let isCopied = attribute.value & Attribute.copied != 0
    let start = isCopied ? scratch + Int(attribute.value & ~Attribute.copied) : bytes + Int(attribute.value)
    return UnsafeBufferPointer(start: start, count: Int(attribute.valueLength))
  }

  @inline(__always)
  private func element(
    _ event: Event, _ next: inout UnsafeMutablePointer<Attribute>, in room: UnsafeMutableBufferPointer<XMLAttribute>
  ) -> XMLElement {
    let count = Int(event.attributes)
    for index in 0..<count {
      let attribute = next[index]
      let name = UnsafeBufferPointer(
        start: UnsafePointer(bytes + Int(attribute.name)), count: Int(attribute.nameLength))
      room.initializeElement(
        at: index,
        to: XMLAttribute(
          name: name, value: value(of: attribute), offset: base + Int(attribute.place), length: Int(attribute.length)))
    }
    next += count
    let name = UnsafeBufferPointer(start: UnsafePointer(bytes + Int(event.name)), count: Int(event.nameLength))
    return XMLElement(
      name: XMLName(padded: name), nameBytes: name, isForeign: event.isForeign,
      attributes: UnsafeBufferPointer(rebasing: room[..<count]), offset: base + Int(event.place),
      length: Int(event.length))
  }
}
