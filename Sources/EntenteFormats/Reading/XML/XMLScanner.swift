/// Reads the XML that graph formats are written in, several times as fast as libxml2, and leaves the rest to it.
///
/// It knows UTF-8, tags, attributes, text, the five entities and character references, comments, CDATA and processing
/// instructions. What it does not know (a document type, another encoding, deep nesting), and whatever may be wrong, it
/// does not judge: ``run(_:)`` returns at the last place that was in order, and libxml2 goes on from there. So every
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
  private static let attributeLimit = 1_000
  private static let padding = 16

  private let input: ByteStream
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 18
  /// How much of the buffer is filled.
  private var end = 0
  /// Where the text begins that was not told yet, or else the next tag: what stands before is done with.
  private var start = 0
  /// The offset of the buffer's first byte in the document.
  private var base = 0
  private var isAtEnd = false

  private let classes = ByteClass.table()
  private var attributes: [XMLAttribute] = []
  private var namespaces: [UnsafeBufferPointer<UInt8>] = []
  /// Texts and values that are not in the buffer as they stand, since they have references.
  private var scratch: XMLScratch
  private var open = XMLOpenElements()
  private var hasRoot = false

  init(_ input: ByteStream) {
    self.input = input
    buffer = .allocate(capacity: capacity + Self.padding)
    buffer.initialize(repeating: 0, count: Self.padding)
    scratch = XMLScratch(capacity: capacity)
  }

  deinit {
    buffer.deallocate()
    classes.deallocate()
  }

  /// What libxml2 must know to go on where the scanner stopped.
  var rest: XMLRest {
    // Behind the root libxml2 must know that there was one.
    let isBehindRoot = hasRoot && open.depth == 0
    return XMLRest(
      openTags: isBehindRoot ? Array("<root/>".utf8) : open.tags, depth: open.depth, isBehindRoot: isBehindRoot,
      rootPrefix: open.rootPrefix,
      bytes: Array(UnsafeBufferPointer(start: buffer + start, count: end - start)), offset: base + start)
  }

  /// Tells the handler what stands in the document; `false` when libxml2 must go on from ``rest``.
  mutating func run(_ handler: inout some XMLHandler & ~Copyable) throws -> Bool {
    guard try fill(), try begin() else { return false }
    while true {
      switch try step(&handler) {
      case .told: continue
      case .done: return true
      case .unknown: return false
      case .endsTooEarly:
        guard try fill() else { return false }
      }
    }
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
    if start > 0 {
      buffer.update(from: buffer + start, count: end - start)
      base += start
      end -= start
      start = 0
    }
    if end > capacity / 2 { try grow() }
    let count = try input.read(into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
    end += count
    (buffer + end).update(repeating: 0, count: Self.padding)
    isAtEnd = count == 0
    return true
  }

  private mutating func grow() throws {
    guard capacity < Self.limit else { throw XMLFault.tooLong(limit: Self.limit, offset: base) }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + Self.padding)
    larger.update(from: buffer, count: end)
    buffer.deallocate()
    buffer = larger
    capacity *= 2
    scratch = XMLScratch(capacity: capacity)
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

  /// Tells the text up to the next tag, and the tag.
  private mutating func step(_ handler: inout some XMLHandler & ~Copyable) throws -> Step {
    scratch.begin()
    var next = start
    var isCopied = false
    if open.depth == 0 {
      // Only white space stands outside the root.
      while Self.isSpace(buffer[next]) { next += 1 }
      if buffer[next] != UInt8(ascii: "<") && next < end { return .unknown }
    }
    if let step = scanText(to: &next, isCopied: &isCopied) { return step }
    let text = isCopied ? scratch.text : UnsafeBufferPointer(start: buffer + start, count: next - start)
    if open.depth == 0 && !text.allSatisfy(Self.isSpace) { return .unknown }
    return buffer[next + 1] == UInt8(ascii: "/")
      ? try endTag(at: next, text, &handler) : try startTag(at: next, text, &handler)
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

  private mutating func endTag(
    at index: Int, _ text: UnsafeBufferPointer<UInt8>, _ handler: inout some XMLHandler & ~Copyable
  ) throws -> Step {
    guard let length = open.matches(buffer + index + 2) else {
      return ends(within: 2 + open.longestName, of: index) ? .endsTooEarly : .unknown
    }
    var next = index + 2 + length
    while Self.isSpace(buffer[next]) { next += 1 }
    guard buffer[next] == UInt8(ascii: ">") else { return next >= end && !isAtEnd ? .endsTooEarly : .unknown }
    if !text.isEmpty && open.depth > 0 { try handler.text(text, at: base + start) }
    open.close()
    start = next + 1
    try handler.end()
    return .told
  }

  private mutating func startTag(
    at index: Int, _ text: UnsafeBufferPointer<UInt8>, _ handler: inout some XMLHandler & ~Copyable
  ) throws -> Step {
    let buffer = buffer
    guard open.depth < Self.depthLimit, open.depth > 0 || !hasRoot else { return .unknown }
    var next = index + 1
    guard let (nameLength, colon) = name(at: next) else { return stopped(at: nameEnd(next)) }
    next += nameLength
    if let step = try readAttributes(from: &next, ofTagAt: index) { return step }
    let isEmpty = buffer[next] == UInt8(ascii: "/")
    if isEmpty { next += 1 }
    guard buffer[next] == UInt8(ascii: ">") else { return stopped(at: next) }
    if !text.isEmpty && open.depth > 0 { try handler.text(text, at: base + start) }
    let tag = UnsafeBufferPointer(start: UnsafePointer(buffer + index), count: next - index - (isEmpty ? 1 : 0))
    open.open(tag, nameLength: nameLength, colon: colon, isWhole: !namespaces.isEmpty)
    hasRoot = true
    start = next + 1
    let local = UnsafeBufferPointer(
      start: UnsafePointer(buffer + index + 1 + colon), count: nameLength - colon)
    let (isForeign, offset) = (open.isForeign(buffer + index + 1, prefix: colon), base + index)
    try attributes.withUnsafeBufferPointer { attributes in
      try handler.start(
        XMLElement(
          name: XMLName(local), nameBytes: local, isForeign: isForeign, attributes: attributes, offset: offset,
          length: next + 1 - index))
    }
    if isEmpty {
      open.close()
      try handler.end()
    }
    return .told
  }

  /// Reads a tag's attributes, from behind its name to what ends it; a step where they do not go on.
  @inline(__always)
  private mutating func readAttributes(from next: inout Int, ofTagAt index: Int) throws -> Step? {
    let (buffer, classes) = (buffer, classes)
    attributes.removeAll(keepingCapacity: true)
    namespaces.removeAll(keepingCapacity: true)
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
      if attributes.count >= Self.attributeLimit {
        throw XMLFault.tooManyAttributes(limit: Self.attributeLimit, offset: base + index)
      }
      if attributes.contains(where: { $0.name.isSame(as: attribute) }) { return .unknown }
      if length >= 5 && attribute[0] == UInt8(ascii: "x") && attribute.starts(with: "xmlns".utf8) {
        // Which prefixes may be declared, and as what, has rules that libxml2 knows.
        if value.isEmpty || namespaces.contains(where: { $0.isSame(as: attribute) }) { return .unknown }
        namespaces.append(attribute)
      } else {
        attributes.append(XMLAttribute(name: attribute, value: value, offset: base + first, length: next - first))
      }
      next += 1
    }
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
