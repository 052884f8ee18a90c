/// Reads the XML that graph formats are written in, several times as fast as libxml2, and leaves the rest to it.
///
/// It knows UTF-8, tags, attributes, text, the five entities and character references, comments, CDATA and processing
/// instructions. What it does not know (a document type, another encoding, deep nesting), and whatever may be wrong, it
/// does not judge: the last batch ends at the last place that was in order, and libxml2 goes on from there. So every
/// error and every limit is libxml2's.
///
/// - Invariant: 16 zero bytes stand behind the filled part of the buffer. No loop over text, names or values steps over
///   a zero, and none looks further than 16 bytes ahead, so that none has to compare indexes.
struct XMLScanner: ~Copyable {
  /// One text with the tag behind it must fit in this many bytes: a graph's longest take a thousandth of it.
  static let limit = 1 << 24
  /// Deeper than graphs are, and less deep than libxml2's limit.
  private static let depthLimit = 200
  /// More attributes than any tag has; libxml2 compares each with each.
  static let attributeLimit = 1_000

  private let input: ByteStream
  /// What is being filled; the pointers are its own.
  private var batch: XMLBatch
  private var buffer: UnsafeMutablePointer<UInt8>
  private var events: UnsafeMutablePointer<XMLBatch.Event>
  private var attributes: UnsafeMutablePointer<XMLBatch.Attribute>
  private var eventCount = 0
  private var attributeCount = 0
  private var capacity = 1 << 18
  /// Batches that were told.
  private var spare: [XMLBatch] = []
  /// How much of the buffer is filled.
  private var end = 0
  /// Where the text begins that was not told yet, or else the next tag: what stands before is done with.
  private var start = 0
  /// The offset of the buffer's first byte in the document.
  private var base = 0
  private var isAtEnd = false

  private let classes = ByteClass.table()
  private var namespaces: [UnsafeBufferPointer<UInt8>] = []
  /// Texts and values that are not in the buffer as they stand, since they have references.
  private var scratch: XMLScratch
  private var open = XMLOpenElements()
  private var hasRoot = false
  private var hasBegun = false

  init(_ input: ByteStream) {
    self.input = input
    batch = XMLBatch(capacity: capacity)
    (buffer, events, attributes) = (batch.bytes, batch.events, batch.attributes)
    scratch = XMLScratch(batch.scratch)
  }

  deinit { classes.deallocate() }

  /// What libxml2 must know to go on where the scanner stopped.
  private var rest: XMLRest {
    // Behind the root libxml2 must know that there was one.
    let isBehindRoot = hasRoot && open.depth == 0
    return XMLRest(
      openTags: isBehindRoot ? Array("<root/>".utf8) : open.tags, depth: open.depth, isBehindRoot: isBehindRoot,
      rootPrefix: open.rootPrefix,
      bytes: Array(UnsafeBufferPointer(start: buffer + start, count: end - start)), offset: base + start)
  }

  /// What comes next in the document; not to be asked for behind a batch that ends it.
  mutating func next() -> XMLBatch {
    do {
      if !hasBegun {
        hasBegun = true
        guard try fill(), try begin() else { return take(.rest(rest)) }
      }
      while true {
        if !hasRoom { return try takeAndGoOn() }
        switch try step() {
        case .told: continue
        case .done: return take(.whole)
        case .unknown: return take(.rest(rest))
        case .endsTooEarly:
          if isAtEnd { return take(.rest(rest)) }
          // Nothing that was found moves: what is not told goes into the next batch, and there is room behind it.
          if eventCount > 0, end > capacity / 4 * 3 { return try takeAndGoOn() }
          guard try fill() else { return take(.rest(rest)) }
        }
      }
    } catch {
      return take(.fault(error))
    }
  }

  /// Takes back a batch that was told.
  mutating func reuse(_ batch: XMLBatch) { if batch.capacity == capacity { spare.append(batch) } }

  /// Whether one more step fits, whatever it finds.
  private var hasRoom: Bool {
    eventCount + 4 < XMLBatch.room && attributeCount + Self.attributeLimit < XMLBatch.room
  }

  private func take(_ ending: XMLBatch.Ending) -> XMLBatch {
    (batch.eventCount, batch.base, batch.ending) = (eventCount, base, ending)
    batch.hash()
    return batch
  }

  /// Gives the batch away, and goes on in another with what is not told.
  private mutating func takeAndGoOn() throws -> XMLBatch {
    let full = take(.goesOn)
    let next = spare.popLast() ?? XMLBatch(capacity: capacity)
    next.bytes.update(from: buffer + start, count: end - start)
    use(next)
    return full
  }

  private mutating func use(_ next: XMLBatch) {
    batch = next
    (buffer, events, attributes, capacity) = (next.bytes, next.events, next.attributes, next.capacity)
    scratch = XMLScratch(next.scratch)
    (eventCount, attributeCount) = (0, 0)
    base += start
    end -= start
    start = 0
    (buffer + end).update(repeating: 0, count: XMLBatch.padding)
  }

  private enum Step {
    case told, done
    /// Something that is wrong, or that the scanner does not know.
    case unknown
    /// The buffer ends before what begins at ``start``.
    case endsTooEarly
  }

  // MARK: - The buffer

  /// Reads more behind what is not told yet; `false` at the end of the document.
  private mutating func fill() throws -> Bool {
    if isAtEnd { return false }
    if eventCount == 0 && start > 0 {
      buffer.update(from: buffer + start, count: end - start)
      base += start
      end -= start
      start = 0
    }
    if eventCount == 0 && end > capacity / 2 { try grow() }
    let count = try input.read(into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
    end += count
    (buffer + end).update(repeating: 0, count: XMLBatch.padding)
    isAtEnd = count == 0
    return true
  }

  /// Goes on in a batch of twice the size; nothing was found in this one.
  private mutating func grow() throws {
    guard capacity < Self.limit else { throw XMLFault.tooLong(limit: Self.limit, offset: base) }
    let larger = XMLBatch(capacity: 2 * capacity)
    larger.bytes.update(from: buffer + start, count: end - start)
    spare = []
    use(larger)
  }

  // MARK: - The document's beginning

  /// Steps over a byte order mark and an XML declaration of UTF-8; `false` if it begins otherwise.
  private mutating func begin() throws -> Bool {
    while end < 256, try fill() {}
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    var next = mark.indices.allSatisfy { buffer[$0] == mark[$0] } ? mark.count : 0
    let bytes = UnsafeBufferPointer(start: buffer + next, count: min(end - next, 256))
    if bytes.starts(with: "<?xml".utf8) {
      guard let close = bytes.firstIndex(of: UInt8(ascii: ">")) else { return false }
      let declaration = String(decoding: bytes[..<(close + 1)], as: UTF8.self)
      guard Self.known.contains(declaration) else { return false }
      next += close + 1
    }
    start = next
    return true
  }

  /// The XML declarations of UTF-8 as programs write them; any other is libxml2's to judge.
  private static let known: Set<String> = {
    var known: Set<String> = []
    for quote in ["\"", "'"] {
      for encoding in ["", "UTF-8", "utf-8"] {
        for standalone in ["", "yes", "no"] {
          for end in ["?>", " ?>"] {
            let parts = [("version", "1.0"), ("encoding", encoding), ("standalone", standalone)].filter { $1 != "" }
            known.insert("<?xml" + parts.map { " \($0)=\(quote)\($1)\(quote)" }.joined() + end)
          }
        }
      }
    }
    return known
  }()

  // MARK: - Text

  /// Takes the text up to the next tag, and the tag.
  private mutating func step() throws -> Step {
    scratch.begin()
    var next = start
    var isCopied = false
    if open.depth == 0 {
      // Only white space stands outside the root.
      while Self.isSpace(buffer[next]) { next += 1 }
      if buffer[next] != UInt8(ascii: "<") && next < end { return .unknown }
    }
    if let step = scanText(to: &next, isCopied: &isCopied) { return step }
    if open.depth == 0 {
      let text = isCopied ? scratch.text : UnsafeBufferPointer(start: buffer + start, count: next - start)
      if !text.allSatisfy(Self.isSpace) { return .unknown }
    }
    return buffer[next + 1] == UInt8(ascii: "/")
      ? endTag(at: next, isCopied: isCopied) : try startTag(at: next, isCopied: isCopied)
  }

  /// Tells the text that ends before the tag at `index`, if there is any.
  @inline(__always)
  private mutating func tellText(to index: Int, isCopied: Bool, copied: UnsafeBufferPointer<UInt8>) {
    let length = isCopied ? copied.count : index - start
    if length == 0 || open.depth == 0 { return }
    var event = XMLBatch.Event(.text)
    event.isCopied = isCopied
    event.place = UInt32(truncatingIfNeeded: start)
    let copiedTo = copied.baseAddress.map { UnsafePointer(batch.scratch).distance(to: $0) } ?? 0
    event.text = UInt32(truncatingIfNeeded: isCopied ? copiedTo : start)
    event.textLength = UInt32(truncatingIfNeeded: length)
    tell(event)
  }

  @inline(__always)
  private mutating func tell(_ event: XMLBatch.Event) {
    (events + eventCount).initialize(to: event)
    eventCount += 1
    scratch.keep()
  }

  /// Looks over the text up to the next tag; what is not as it stands in the buffer is put together in the scratch. A step
  /// where no tag comes.
  @inline(__always)
  private mutating func scanText(to next: inout Int, isCopied: inout Bool) -> Step? {
    let (buffer, classes) = (buffer, classes)
    /// Where that begins which is not in the scratch yet.
    var copied = start
    scan: while true {
      let found = classes[Int(buffer[next])] & ByteClass.mask
      switch found {
      case ByteClass.plain: next += 1
      case ByteClass.lessThan:
        let after = buffer[next + 1]
        guard after == UInt8(ascii: "!") || after == UInt8(ascii: "?") else { break scan }
        scratch.append(buffer + copied, next - copied)
        isCopied = true
        if let step = takeMarkup(at: &next) { return step }
        copied = next
      case ByteClass.ampersand:
        scratch.append(buffer + copied, next - copied)
        isCopied = true
        let length = scratch.appendReference(at: buffer + next)
        if length == 0 { return ends(within: 12, of: next) ? .endsTooEarly : .unknown }
        next += length
        copied = next
      case ByteClass.carriageReturn:
        if next + 1 >= end && !isAtEnd { return .endsTooEarly }
        scratch.append(buffer + copied, next - copied)
        isCopied = true
        next += 1
        copied = next
        if buffer[next] != 0x0a { scratch.append(0x0a) }
      case ByteClass.closingBracket:
        if buffer[next + 1] == UInt8(ascii: "]") && buffer[next + 2] == UInt8(ascii: ">") { return .unknown }
        if ends(within: 3, of: next) { return .endsTooEarly }
        next += 1
      case ByteClass.beyondASCII:
        let length = ByteClass.length(ofCharacterAt: buffer + next)
        if length == 0 { return ends(within: 4, of: next) ? .endsTooEarly : .unknown }
        next += length
      default:
        guard next >= end else { return .unknown }
        guard isAtEnd else { return .endsTooEarly }
        return isFinished(from: copied, isCopied: isCopied) ? .done : .unknown
      }
    }
    if isCopied { scratch.append(buffer + copied, next - copied) }
    return nil
  }

  /// Steps over what begins with `<!` or `<?`, and takes what of it is text; a step where that does not work.
  private mutating func takeMarkup(at next: inout Int) -> Step? {
    guard let markup = markup(at: next) else { return .endsTooEarly }
    guard let length = markup.length else { return .unknown }
    if let content = markup.content {
      if open.depth == 0 { return .unknown }
      // A line end within CDATA is left to libxml2 where it is not a line feed.
      for index in content where buffer[index] == 0x0d { return .unknown }
      scratch.append(buffer + content.lowerBound, content.count)
    }
    next += length
    return nil
  }

  /// Whether nothing but white space stands behind the root.
  private func isFinished(from index: Int, isCopied: Bool) -> Bool {
    guard hasRoot && open.depth == 0 else { return false }
    return UnsafeBufferPointer(start: buffer + index, count: end - index).allSatisfy(Self.isSpace)
      && (!isCopied || scratch.text.allSatisfy(Self.isSpace))
  }

  /// Whether the buffer, but not the document, ends less than `count` bytes behind `index`.
  private func ends(within count: Int, of index: Int) -> Bool { !isAtEnd && index + count > end }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 }

  /// A comment, a CDATA section or a processing instruction: its length, `nil` if it is none of these, and what of it is
  /// text. No result when the buffer ends within it.
  private func markup(at index: Int) -> (length: Int?, content: Range<Int>?)? {
    let bytes = UnsafeBufferPointer(start: buffer + index, count: end - index)
    func close(_ text: StaticString, from first: Int) -> Int? {
      var next = first
      let count = text.utf8CodeUnitCount
      while next + count <= bytes.count {
        if UnsafeBufferPointer(rebasing: bytes[next..<next + count]).equals(text) { return next }
        next += 1
      }
      return nil
    }
    func isValid(_ range: Range<Int>) -> Bool {
      var next = index + range.lowerBound
      while next < index + range.upperBound {
        switch classes[Int(buffer[next])] & ByteClass.mask {
        case ByteClass.control: return false
        case ByteClass.beyondASCII:
          let length = ByteClass.length(ofCharacterAt: buffer + next)
          if length == 0 { return false }
          next += length
        default: next += 1
        }
      }
      return next == index + range.upperBound
    }
    let isNothing: (length: Int?, content: Range<Int>?) = (nil, nil)
    if bytes.starts(with: "<!--".utf8) {
      guard let dashes = close("--", from: 4) else { return isAtEnd ? isNothing : nil }
      guard dashes + 2 < bytes.count else { return isAtEnd ? isNothing : nil }
      return bytes[dashes + 2] == UInt8(ascii: ">") && isValid(4..<dashes) ? (dashes + 3, nil) : isNothing
    }
    if bytes.starts(with: "<![CDATA[".utf8) {
      guard let brackets = close("]]>", from: 9) else { return isAtEnd ? isNothing : nil }
      return isValid(9..<brackets) ? (brackets + 3, index + 9..<index + brackets) : isNothing
    }
    if bytes.count < 9 && !isAtEnd { return nil }
    // Another declaration, a second XML declaration, or a processing instruction whose name is not plain.
    guard bytes[1] == UInt8(ascii: "?"), bytes.count > 2, classes[Int(bytes[2])] & ByteClass.inName != 0,
      bytes[2] > UInt8(ascii: "9"), bytes[2] | 0x20 != UInt8(ascii: "x")
    else { return isNothing }
    guard let mark = close("?>", from: 3) else { return isAtEnd ? isNothing : nil }
    let name = bytes[2..<mark].prefix { classes[Int($0)] & ByteClass.inName != 0 }
    guard name.endIndex == mark || Self.isSpace(bytes[name.endIndex]), isValid(2..<mark) else { return isNothing }
    return (mark + 2, nil)
  }

  // MARK: - Tags

  @inline(__always)
  private mutating func endTag(at index: Int, isCopied: Bool) -> Step {
    guard let length = open.matches(buffer + index + 2) else {
      return ends(within: 2 + open.longestName, of: index) ? .endsTooEarly : .unknown
    }
    var next = index + 2 + length
    while Self.isSpace(buffer[next]) { next += 1 }
    guard buffer[next] == UInt8(ascii: ">") else { return next >= end && !isAtEnd ? .endsTooEarly : .unknown }
    tellText(to: index, isCopied: isCopied, copied: scratch.text)
    open.close()
    start = next + 1
    tell(XMLBatch.Event(.end))
    return .told
  }

  @inline(__always)
  private mutating func startTag(at index: Int, isCopied: Bool) throws -> Step {
    let buffer = buffer
    guard open.depth < Self.depthLimit, open.depth > 0 || !hasRoot else { return .unknown }
    var next = index + 1
    guard let (nameLength, colon) = name(at: next) else { return stopped(at: nameEnd(next)) }
    next += nameLength
    // What of the scratch is the text, before values come behind it.
    let copied = scratch.text
    let first = attributeCount
    if let step = try readAttributes(from: &next, ofTagAt: index) {
      attributeCount = first
      return step
    }
    let isEmpty = buffer[next] == UInt8(ascii: "/")
    if isEmpty { next += 1 }
    guard buffer[next] == UInt8(ascii: ">") else {
      attributeCount = first
      return stopped(at: next)
    }
    tellText(to: index, isCopied: isCopied, copied: copied)
    var event = XMLBatch.Event(.start)
    event.attributes = UInt32(truncatingIfNeeded: attributeCount - first)
    event.name = UInt32(truncatingIfNeeded: index + 1 + colon)
    event.nameLength = UInt32(truncatingIfNeeded: nameLength - colon)
    event.place = UInt32(truncatingIfNeeded: index)
    event.length = UInt32(truncatingIfNeeded: next + 1 - index)
    if open.depth > 0, !isEmpty, namespaces.isEmpty, let (length, behind) = leaf(next + 1, index + 1, nameLength) {
      var leaf = XMLBatch.Event(.leaf)
      (leaf.attributes, leaf.name, leaf.nameLength) = (event.attributes, event.name, event.nameLength)
      (leaf.place, leaf.length) = (event.place, event.length)
      leaf.isForeign = open.isForeign(buffer + index + 1, prefix: colon)
      (leaf.text, leaf.textLength) = (UInt32(truncatingIfNeeded: next + 1), UInt32(truncatingIfNeeded: length))
      start = behind
      tell(leaf)
      return .told
    }
    let tag = UnsafeBufferPointer(start: UnsafePointer(buffer + index), count: next - index - (isEmpty ? 1 : 0))
    open.open(tag, nameLength: nameLength, colon: colon, isWhole: !namespaces.isEmpty)
    hasRoot = true
    start = next + 1
    event.isForeign = open.isForeign(buffer + index + 1, prefix: colon)
    tell(event)
    if isEmpty {
      open.close()
      tell(XMLBatch.Event(.end))
    }
    return .told
  }

  /// The length of the text at `index`, and what stands behind the element with the name at `name`, if the text reads as
  /// it stands, and the end tag comes behind it without a space.
  @inline(__always)
  private func leaf(_ index: Int, _ name: Int, _ nameLength: Int) -> (length: Int, behind: Int)? {
    let (buffer, classes) = (buffer, classes)
    var next = index
    while true {
      while classes[Int(buffer[next])] & ByteClass.mask == ByteClass.plain { next += 1 }
      // One bracket is no end of CDATA.
      if buffer[next] == UInt8(ascii: "]"), buffer[next + 1] != UInt8(ascii: "]") {
        next += 1
        continue
      }
      guard buffer[next] >= 0x80 else { break }
      let length = ByteClass.length(ofCharacterAt: buffer + next)
      if length == 0 { return nil }
      next += length
    }
    guard buffer[next] == UInt8(ascii: "<"), buffer[next + 1] == UInt8(ascii: "/"), next + 2 + nameLength < end else {
      return nil
    }
    for place in 0..<nameLength where buffer[next + 2 + place] != buffer[name + place] { return nil }
    return buffer[next + 2 + nameLength] == UInt8(ascii: ">") ? (next - index, next + 3 + nameLength) : nil
  }

  /// Reads a tag's attributes, from behind its name to what ends it; a step where they do not go on.
  @inline(__always)
  private mutating func readAttributes(from next: inout Int, ofTagAt index: Int) throws -> Step? {
    let (buffer, classes) = (buffer, classes)
    let tag = attributeCount
    if !namespaces.isEmpty { namespaces.removeAll(keepingCapacity: true) }
    while true {
      let afterName = next
      while Self.isSpace(buffer[next]) { next += 1 }
      if buffer[next] == UInt8(ascii: ">") || buffer[next] == UInt8(ascii: "/") { return nil }
      guard next > afterName, let (length, _) = name(at: next) else { return stopped(at: nameEnd(next)) }
      let attribute = UnsafeBufferPointer(start: UnsafePointer(buffer + next), count: length)
      next += length
      while Self.isSpace(buffer[next]) { next += 1 }
      guard buffer[next] == UInt8(ascii: "=") else { return stopped(at: next) }
      next += 1
      while Self.isSpace(buffer[next]) { next += 1 }
      let quote = buffer[next]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return stopped(at: next) }
      next += 1
      let first = next
      let value = scratch.value(in: buffer, from: &next, quote: quote, classes)
      guard buffer[next] == quote else { return ends(within: 12, of: next) ? .endsTooEarly : .unknown }
      if attributeCount - tag >= Self.attributeLimit {
        throw XMLFault.tooManyAttributes(limit: Self.attributeLimit, offset: base + index)
      }
      for other in tag..<attributeCount {
        let name = UnsafeBufferPointer(
          start: UnsafePointer(buffer + Int(attributes[other].name)), count: Int(attributes[other].nameLength))
        if name.isSame(as: attribute) { return .unknown }
      }
      if length >= 5 && attribute[0] == UInt8(ascii: "x") && attribute.starts(with: "xmlns".utf8) {
        // Which prefixes may be declared, and as what, has rules that libxml2 knows.
        if value.isEmpty || namespaces.contains(where: { $0.isSame(as: attribute) }) { return .unknown }
        namespaces.append(attribute)
      } else {
        takeAttribute(attribute, value, from: first, to: next)
      }
      next += 1
    }
  }

  @inline(__always)
  private mutating func takeAttribute(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, from first: Int, to last: Int
  ) {
    let inPlace = value.baseAddress == UnsafePointer(buffer + first) || value.isEmpty
    let copied = value.baseAddress.map { UnsafePointer(batch.scratch).distance(to: $0) } ?? 0
    (attributes + attributeCount).initialize(
      to: XMLBatch.Attribute(
        name: UInt32(truncatingIfNeeded: name.baseAddress.map { UnsafePointer(buffer).distance(to: $0) } ?? 0),
        nameLength: UInt32(truncatingIfNeeded: name.count), place: UInt32(truncatingIfNeeded: first),
        length: UInt32(truncatingIfNeeded: last - first),
        value: inPlace
          ? UInt32(truncatingIfNeeded: first) : UInt32(truncatingIfNeeded: copied) | XMLBatch.Attribute.copied,
        valueLength: UInt32(truncatingIfNeeded: value.count)))
    attributeCount += 1
  }

  /// Where something else stands than a tag goes on with: the buffer may only end there.
  private func stopped(at next: Int) -> Step { next >= end && !isAtEnd ? .endsTooEarly : .unknown }

  /// The length of the plain name that begins there, and of its prefix with the colon; nothing if none does.
  @inline(__always)
  private func name(at index: Int) -> (length: Int, prefix: Int)? {
    var next = nameEnd(index)
    var prefix = 0
    guard next > index, isNameStart(buffer[index]) else { return nil }
    if buffer[next] == UInt8(ascii: ":") {
      let local = next + 1
      next = nameEnd(local)
      guard next > local, isNameStart(buffer[local]), buffer[next] != UInt8(ascii: ":") else { return nil }
      prefix = local - index
    }
    return (next - index, prefix)
  }

  private func isNameStart(_ byte: UInt8) -> Bool { byte > UInt8(ascii: "9") }

  @inline(__always)
  private func nameEnd(_ index: Int) -> Int {
    var next = index
    while classes[Int(buffer[next])] & ByteClass.inName != 0 { next += 1 }
    return next
  }
}
