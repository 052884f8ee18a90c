import CReading

/// What libxml2 must know to go on in the middle of a document.
struct XMLRest {
  /// Start tags of the elements that are open.
  var openTags: [UInt8] = []
  var depth = 0
  /// Whether the root has ended: an element that stands for it is then the open tags.
  var isBehindRoot = false
  /// The root's prefix with its colon.
  var rootPrefix: [UInt8] = []
  /// What was read and not told.
  var bytes: [UInt8] = []
  /// The offset of `bytes` in the document.
  var offset = 0
}

/// libxml2's SAX2 interface, fed piece by piece: it knows all of XML, and judges what is wrong.
///
/// It opens no file and no address, and replaces no entity: a document that declares one is refused, for an entity can name
/// a file, and can grow without end.
final class LibXML {
  private let start: (borrowing XMLElement) throws -> Void
  private let text: (UnsafeBufferPointer<UInt8>, Int) throws -> Void
  private let end: () throws -> Void

  private var context: xmlParserCtxtPtr?
  /// How many start tags are still to come that were told before.
  private var mutedStarts: Int
  private var mutedEnds: Int
  /// What is added to an offset in what is fed to have one in the document.
  private let shift: Int
  private var rootPrefix: [UInt8]?
  private var pending: [UInt8] = []
  private var pendingOffset = 0
  private var names: [UInt8] = []
  private var attributes: [XMLAttribute] = []
  private var fault: (any Error)?
  private var isEnding = false
  /// Whether anything but white space was fed.
  private var hasContent = false

  private static let initialized: Void = xmlInitParser()

  private init(
    at rest: XMLRest, start: @escaping (borrowing XMLElement) throws -> Void,
    text: @escaping (UnsafeBufferPointer<UInt8>, Int) throws -> Void, end: @escaping () throws -> Void
  ) {
    self.start = start
    self.text = text
    self.end = end
    mutedStarts = rest.isBehindRoot ? 1 : rest.depth
    mutedEnds = rest.isBehindRoot ? 1 : 0
    shift = rest.offset - rest.openTags.count
    rootPrefix = rest.depth > 0 ? rest.rootPrefix : nil
  }

  /// Tells the handler what is left of a document.
  static func run(_ handler: inout some XMLHandler & ~Copyable, from rest: XMLRest, and input: ByteStream) throws {
    try withUnsafeMutablePointer(to: &handler) { handler in
      let parser = LibXML(
        at: rest, start: { try handler.pointee.start($0) }, text: { try handler.pointee.text($0, at: $1) },
        end: { try handler.pointee.end() })
      try parser.run(rest, input)
    }
  }

  // MARK: - Feeding

  private func run(_ rest: XMLRest, _ input: ByteStream) throws {
    if let problem = entente_libxml2_problem() { throw XMLFault.noLibrary(problem: String(cString: problem)) }
    _ = Self.initialized
    var events = Self.events
    let me = Unmanaged.passUnretained(self).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&events, me, nil, 0, nil) else { throw XMLFault.noMemory }
    self.context = context
    defer {
      self.context = nil
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    xmlCtxtUseOptions(context, XML_PARSE_NONET)
    try feed(rest.openTags)
    try feed(rest.bytes)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while case let count = try input.read(into: buffer), count > 0 {
      try feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    isEnding = true
    xmlParseChunk(context, nil, 0, 1)
    if let fault { throw fault }
  }

  private func feed(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try feed($0) } }

  /// Pieces are small, so that what is too long is found before much of it is kept.
  private func feed(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 14))
      if !hasContent { hasContent = piece.contains { $0 > 0x20 } }
      xmlParseChunk(context, piece.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(piece.count), 0)
      if let fault { throw fault }
      rest = rest.dropFirst(piece.count)
    }
  }

  // MARK: - Places

  /// The offset in the document of what libxml2 looks at.
  private var offset: Int {
    guard let context, let input = context.pointee.input else { return max(0, shift) }
    if input.pointee.buf?.pointee.encoder != nil { return max(0, xmlByteConsumed(context) + shift) }
    return offset(of: input.pointee.cur, in: input)
  }

  private func offset(of pointer: UnsafePointer<xmlChar>?, in input: xmlParserInputPtr) -> Int {
    guard let pointer, let base = input.pointee.base else { return max(0, shift) }
    return max(0, Int(clamping: input.pointee.consumed) + (pointer - base) + shift)
  }

  /// Where the tag begins whose end libxml2 has come to: no tag has a `<` within it.
  private var tagOffset: Int {
    guard let input = context?.pointee.input, input.pointee.buf?.pointee.encoder == nil, let base = input.pointee.base,
      var pointer = input.pointee.cur
    else { return offset }
    while pointer > base && pointer.pointee != UInt8(ascii: "<") { pointer -= 1 }
    return offset(of: pointer, in: input)
  }

  // MARK: - What libxml2 finds

  private func found(_ body: () throws -> Void) {
    guard fault == nil else { return }
    do { try body() } catch { stop(error) }
  }

  private func stop(_ error: any Error) {
    if fault == nil { fault = error }
    if let context { xmlStopParser(context) }
  }

  private func tellText() throws {
    if pending.isEmpty { return }
    try pending.withUnsafeBufferPointer { try text($0, pendingOffset) }
    pending.removeAll(keepingCapacity: true)
  }

  private func append(_ bytes: UnsafePointer<xmlChar>?, _ count: CInt) {
    if mutedStarts > 0 { return }
    if pending.isEmpty { pendingOffset = max(0, offset - Int(count)) }
    pending.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    if pending.count > XMLScanner.limit { stop(XMLFault.tooLong(limit: XMLScanner.limit, offset: pendingOffset)) }
  }

  private func begin(
    _ name: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, _ count: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) throws {
    if mutedStarts > 0 {
      mutedStarts -= 1
      return
    }
    let tag = tagOffset
    let length = max(1, offset - tag + 1)
    let prefix = Array(Self.bytes(prefix)) + (prefix == nil ? [] : [UInt8(ascii: ":")])
    if rootPrefix == nil { rootPrefix = prefix }
    try tellText()
    try withAttributes(count, values, tag: tag) { attributes in
      try start(
        XMLElement(
          name: XMLName(Self.bytes(name)), nameBytes: Self.bytes(name), isForeign: prefix != rootPrefix,
          attributes: attributes, offset: tag,
          length: length))
    }
  }

  private func finish() throws {
    if mutedEnds > 0 {
      mutedEnds -= 1
      return
    }
    try tellText()
    try end()
  }

  /// libxml2 gives five pointers for an attribute: name, prefix, namespace, and the value's beginning and end.
  private func withAttributes(
    _ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, tag: Int,
    _ body: (UnsafeBufferPointer<XMLAttribute>) throws -> Void
  ) throws {
    names.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    guard let values, count > 0, let input = context?.pointee.input, let base = input.pointee.base,
      let end = input.pointee.end
    else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    var ends: [(name: Int, value: Int)] = []
    for index in 0..<count {
      if let prefix = values[5 * index + 1] { names += Array(Self.bytes(prefix)) + [UInt8(ascii: ":")] }
      names += Self.bytes(values[5 * index])
      let end = names.count
      if let value = values[5 * index + 3], let valueEnd = values[5 * index + 4] {
        appendAmpersands(of: UnsafeBufferPointer(start: value, count: valueEnd - value))
      }
      ends.append((end, names.count))
    }
    try names.withUnsafeBufferPointer { names in
      var first = 0
      for index in 0..<count {
        defer { first = ends[index].value }
        guard let value = values[5 * index + 3], let valueEnd = values[5 * index + 4] else { continue }
        let isInPlace = value >= base && value <= end && input.pointee.buf?.pointee.encoder == nil
        attributes.append(
          XMLAttribute(
            name: UnsafeBufferPointer(rebasing: names[first..<ends[index].name]),
            value: ends[index].value > ends[index].name
              ? UnsafeBufferPointer(rebasing: names[ends[index].name..<ends[index].value])
              : UnsafeBufferPointer(start: value, count: valueEnd - value),
            offset: isInPlace ? offset(of: value, in: input) : tag, length: isInPlace ? valueEnd - value : 1))
      }
      try attributes.withUnsafeBufferPointer(body)
    }
  }

  /// Puts a value that has ampersands behind the names as it reads: libxml2, which is told to replace no entity, gives `&#38;`
  /// for each of them, whatever it was written as.
  private func appendAmpersands(of value: UnsafeBufferPointer<UInt8>) {
    guard value.contains(UInt8(ascii: "&")) else { return }
    let written = Array("&#38;".utf8)
    var index = 0
    while index < value.count {
      names.append(value[index])
      index += value[index...].starts(with: written) ? written.count : 1
    }
  }

  private static func bytes(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text, count: text.map { Int(xmlStrlen($0)) } ?? 0)
  }

  /// What is not well-formed is a fault; what only lacks a namespace is not.
  private func report(_ error: UnsafePointer<xmlError>) {
    guard error.pointee.level == XML_ERR_FATAL else { return }
    var code = error.pointee.code
    // Of what ends too early libxml2 says only that it has come to an end.
    if isEnding && code == XML_ERR_DOCUMENT_END {
      code = hasContent ? XML_ERR_TAG_NOT_FINISHED : XML_ERR_DOCUMENT_EMPTY
    }
    let problem = error.pointee.message.map { String(cString: $0) } ?? ""
    stop(
      XMLFault.grammar(
        code: Int(code), problem: String(problem.prefix { $0 != "\n" }), offset: offset))
  }

  private static func parser(_ me: UnsafeMutableRawPointer?) -> LibXML? {
    me.map { Unmanaged<LibXML>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The callbacks that libxml2 is given.
  private static var events: xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = XML_SAX2_MAGIC
    events.startElementNs = { me, name, prefix, _, _, _, count, _, values in
      guard let parser = LibXML.parser(me), let name else { return }
      parser.found { try parser.begin(name, prefix: prefix, Int(count), values) }
    }
    events.endElementNs = { me, _, _, _ in
      guard let parser = LibXML.parser(me) else { return }
      parser.found { try parser.finish() }
    }
    events.characters = { LibXML.parser($0)?.append($1, $2) }
    events.ignorableWhitespace = { LibXML.parser($0)?.append($1, $2) }
    events.cdataBlock = { LibXML.parser($0)?.append($1, $2) }
    events.entityDecl = { me, _, _, _, _, _ in
      guard let parser = LibXML.parser(me) else { return }
      parser.stop(XMLFault.entityDeclaration(offset: parser.tagOffset))
    }
    events.unparsedEntityDecl = { me, _, _, _, _ in
      guard let parser = LibXML.parser(me) else { return }
      parser.stop(XMLFault.entityDeclaration(offset: parser.tagOffset))
    }
    events.reference = { me, name in
      guard let parser = LibXML.parser(me) else { return }
      let name = name.map { String(cString: $0) } ?? ""
      parser.stop(
        XMLFault.grammar(
          code: Int(XML_ERR_UNDECLARED_ENTITY), problem: "Entity '\(name)' not defined", offset: parser.offset)
      )
    }
    events.serror = { me, error in
      guard let error else { return }
      LibXML.parser(me)?.report(error)
    }
    return events
  }
}
