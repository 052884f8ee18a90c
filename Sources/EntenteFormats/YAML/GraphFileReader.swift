import Entente

/// Reads one graph file into a draft: what product and documentation call the graph file, and nothing else.
///
/// The file is read part by part, a relation or an entity at a time, so that only one part's tree is in memory. Everything
/// that is wrong becomes a diagnostic, and reading goes on behind it; only broken YAML ends it.
struct GraphFileReader: ~Copyable {
  var draft: GraphDraft
  /// The file as places name it.
  let source: SourceID
  let bytes: [UInt8]
  var tree = YAMLTree()
  /// Where each id of an entity or relation stands in this file, by the number of its string.
  private var places: [PackedPlace] = []
  private var documentPlaces: [StringID: PackedPlace] = [:]
  /// Where each side stands in this file.
  var sidePlaces: [StringID: PackedPlace] = [:]
  /// The tables that it maps, which are read when it is.
  var tables: [TableMapping] = []
  /// The bibliographies that it names, likewise.
  private(set) var bibliographies: [TableMapping.Placed<String>] = []
  /// What keeps the file from being read to its end.
  private var fault: SourceFault?

  /// A reader that adds what it finds to `draft`.
  init(bytes: [UInt8], source: SourceID, draft: consuming GraphDraft) {
    self.bytes = bytes
    self.source = source
    self.draft = draft
  }

  /// Reads the file to its end, or to where it is broken, which is then returned.
  mutating func read() -> SourceFault? {
    let bytes = bytes
    bytes.withUnsafeBufferPointer { bytes in
      let mark = SourceText.byteOrderMark
      let start = bytes.starts(with: mark) ? mark.count : 0
      var parser = YAMLParser(UnsafeBufferPointer(rebasing: bytes[start...]), offset: start)
      do throws(YAMLFault) {
        try readStream(&parser)
      } catch {
        report(error)
      }
    }
    return fault
  }

  /// Reads a small file into one tree, for `body` to look at, or to where it is broken, which is then returned.
  mutating func readWhole(_ body: (inout GraphFileReader) -> Void) -> SourceFault? {
    let bytes = bytes
    bytes.withUnsafeBufferPointer { bytes in
      let start = bytes.starts(with: SourceText.byteOrderMark) ? SourceText.byteOrderMark.count : 0
      var parser = YAMLParser(UnsafeBufferPointer(rebasing: bytes[start...]), offset: start)
      do throws(YAMLFault) {
        _ = try parser.next()
        guard try parser.next() == .documentStart else { return reportEmpty() }
        try readTree(try parser.next(), &parser)
        body(&self)
      } catch {
        report(error)
      }
    }
    return fault
  }

  // MARK: - The top level

  private mutating func readStream(_ parser: inout YAMLParser) throws(YAMLFault) {
    _ = try parser.next()
    guard try parser.next() == .documentStart else { return reportEmpty() }
    let root = try parser.next()
    guard root == .mappingStart else {
      try tree.read(root, from: &parser)
      return tree.isAbsent(0) ? reportEmpty() : report(NotAGraphFile(found: found(0)), at: 0)
    }
    try readTopLevel(&parser)
    _ = try parser.next()
    if try parser.next() == .documentStart {
      fault = SourceFault(SecondYAMLDocument(), at: place(parser.start, length: 3))
    }
  }

  private mutating func readTopLevel(_ parser: inout YAMLParser) throws(YAMLFault) {
    var first: [String: YAMLMark] = [:]
    var event = try parser.next()
    while event != .mappingEnd {
      try readTree(event, &parser)
      let (key, mark, length) = (tree.text(of: 0), tree.start(of: 0), tree.length(of: 0))
      let isKey = tree.shape(of: 0) == .scalar
      if !isKey, tree.shape(of: 0) != .unreadable { report(KeyIsNoText(), at: 0) }
      if isKey, let first = first.updateValue(mark, forKey: key) {
        report(KeyTwice(key: key), at: place(mark, length: length), first: first)
      }
      event = try parser.next()
      if isKey {
        try readSection(key, at: place(mark, length: length), event, &parser)
      } else {
        try readTree(event, &parser)
      }
      event = try parser.next()
    }
  }

  private mutating func readSection(
    _ key: String, at place: PackedPlace, _ event: YAMLEvent, _ parser: inout YAMLParser
  ) throws(YAMLFault) {
    switch key {
    case "title":
      try readTree(event, &parser)
      if let title = text(of: 0, key: "title") { draft.add(title: title, at: self.place(of: 0)) }
    case "subtitle":
      try readTree(event, &parser)
      if let subtitle = text(of: 0, key: "subtitle") { draft.add(subtitle: subtitle) }
    case "sides":
      let example = "british: {name: Britain and its people, members: [united-kingdom]}"
      try readEntries(of: key, event, &parser, example: example) { reader, key, value in
        reader.readSide(key: key, value: value)
      }
    case "include":
      try readTree(event, &parser)
      for path in texts(of: 0, key: "include", example: "include: treaties.yaml") {
        draft.include(tree.text(of: path), at: self.place(of: path))
      }
    case "bibliography":
      try readTree(event, &parser)
      for path in texts(of: 0, key: "bibliography", example: "bibliography: sources.json") {
        bibliographies.append(.init(value: tree.text(of: path), place: self.place(of: path)))
      }
    case "documents":
      try readEntries(of: key, event, &parser, example: "tass: {title: …, publisher: TASS}") { reader, key, value in
        reader.readDocument(key: key, value: value)
      }
    case "relations": try readRelations(event, &parser)
    case "schema":
      try readTree(event, &parser)
      readSchema()
    case "tables":
      try readTree(event, &parser)
      readTables()
    default:
      guard event == .mappingStart else { return try readOddSection(key, at: place, event, &parser) }
      let kind = draft.kind(plural: key, Section.heading(key), at: place)
      try readEntries(of: key, event, &parser, example: "") { reader, key, value in
        reader.readEntity(key: key, value: value, kind: kind)
      }
    }
  }

  /// A key of the top level that has no entities under it: an empty section, or none at all, as only the finished schema can tell.
  private mutating func readOddSection(
    _ key: String, at place: PackedPlace, _ event: YAMLEvent, _ parser: inout YAMLParser
  ) throws(YAMLFault) {
    try readTree(event, &parser)
    let wrongForm = WrongForm(
      key: key, expected: "ids with their names", found: found(0), example: "\(key): {some-id: Some name}")
    let isEmpty = tree.isAbsent(0) || tree.shape(of: 0) == .unreadable
    _ = draft.kind(plural: key, Section.heading(key, insteadOfEntities: isEmpty ? nil : wrongForm), at: place)
  }

  /// Reads the next node, and reports what is wrong with it whatever it is for.
  private mutating func readTree(_ event: YAMLEvent, _ parser: inout YAMLParser) throws(YAMLFault) {
    try tree.read(event, from: &parser)
    for problem in tree.problems {
      report(problem.finding, at: place(problem.start, length: problem.length), first: problem.first)
    }
  }

  /// Reads a mapping entry by entry: the key, then the tree of its value.
  private mutating func readEntries(
    of section: String, _ event: YAMLEvent, _ parser: inout YAMLParser, example: String,
    _ body: (inout GraphFileReader, _ key: Key, _ value: YAMLTree.NodeID) -> Void
  ) throws(YAMLFault) {
    guard event == .mappingStart else {
      try readTree(event, &parser)
      if !tree.isAbsent(0) {
        report(WrongForm(key: section, expected: "ids with their values", found: found(0), example: example), at: 0)
      }
      return
    }
    var event = try parser.next()
    while event != .mappingEnd {
      try readTree(event, &parser)
      let key = Key(id: tree.intern(0, in: &draft.strings), place: place(of: 0), isBare: tree.isPlain(0))
      let isKey = tree.shape(of: 0) == .scalar
      if !isKey, tree.shape(of: 0) != .unreadable { report(KeyIsNoText(), at: 0) }
      try readTree(try parser.next(), &parser)
      if isKey { body(&self, key, 0) }
      event = try parser.next()
    }
  }

  /// A key whose node is gone.
  struct Key {
    let id: StringID
    let place: PackedPlace
    /// Whether it has no quotes.
    let isBare: Bool
  }

  private mutating func readRelations(_ event: YAMLEvent, _ parser: inout YAMLParser) throws(YAMLFault) {
    guard event == .sequenceStart else {
      try readTree(event, &parser)
      if !tree.isAbsent(0) { report(NotARelation(form: .mapping), at: 0) }
      return
    }
    var event = try parser.next()
    while event != .sequenceEnd {
      if let hashes = parser.takeHashes() { draft.fetch(hashes[...]) }
      try readTree(event, &parser)
      readRelation()
      event = try parser.next()
    }
  }

  // MARK: - Ids

  /// Remembers where an id of this file stands; tells where it stood before, if it did.
  mutating func firstPlace(of id: StringID, at place: PackedPlace) -> PackedPlace? {
    let missing = Int(id.value) + 1 - places.count
    if missing > 0 { places.append(contentsOf: repeatElement(.none, count: max(missing, places.count))) }
    if places[Int(id.value)] != .none { return places[Int(id.value)] }
    places[Int(id.value)] = place
    return nil
  }

  /// The same for documents, which have a space of ids of their own.
  mutating func firstPlace(ofDocument id: StringID, at place: PackedPlace) -> PackedPlace? {
    if let first = documentPlaces[id] { return first }
    documentPlaces[id] = place
    return nil
  }
}

// MARK: - Places and reports

extension GraphFileReader {
  func place(_ mark: YAMLMark, length: Int = 1) -> PackedPlace {
    PackedPlace(source, offset: mark.offset, length: length)
  }

  func place(of node: YAMLTree.NodeID) -> PackedPlace { place(tree.start(of: node), length: tree.length(of: node)) }

  mutating func report(_ finding: any Finding, at node: YAMLTree.NodeID) { draft.report(finding, at: place(of: node)) }

  mutating func report(_ finding: any Finding, at place: PackedPlace, first: YAMLMark?) {
    draft.report(finding, at: place, related: first.map { self.place($0) } ?? .none)
  }

  private mutating func reportEmpty() { draft.report(EmptyGraphFile(), at: PackedPlace(source)) }

  private mutating func report(_ fault: YAMLFault) {
    switch fault {
    case .noMemory: self.fault = SourceFault(NoMemory())
    case .tooDeep(let mark): self.fault = SourceFault(TooDeep(), at: place(mark))
    case .tooLong(let mark): self.fault = SourceFault(TextTooLong(), at: place(mark))
    case .syntax(let problem, let mark, let start): report(problem: problem, at: mark, since: start)
    case .bytes(let value, let offset, let problem):
      let finding: any Finding =
        problem.contains("control")
        ? ControlCharacter(value: value)
        : NotUTF8(bytes)
      let place = (finding as? NotUTF8)?.offset ?? offset
      self.fault = SourceFault(finding, at: PackedPlace(source, offset: place, length: 1))
    }
  }

  private mutating func report(problem: String, at mark: YAMLMark, since start: YAMLMark?) {
    let (line, before) = line(around: mark.offset)
    if before.last == "\t", before.allSatisfy(\.properties.isWhitespace) {
      fault = SourceFault(TabInIndentation(), at: place(mark))
      return
    }
    let opening = start.map { self.line(around: $0.offset).line } ?? ""
    let finding = BrokenYAML(problem: problem, lines: opening == line ? [line] : [opening, line])
    // What is not closed is missed at the end of the file: it is where it begins that has to be looked at.
    if finding.isUnclosed, let start {
      fault = SourceFault(finding, at: place(start))
      return
    }
    guard problem.hasPrefix("did not find expected ','"), let start else {
      fault = SourceFault(finding, at: place(mark))
      return
    }
    fault = SourceFault(finding, at: place(mark), related: place(start), "it begins here")
  }

  /// The line that a byte is in, and its part up to the byte and with it, both within what may be looked at.
  private func line(around offset: Int) -> (line: String, before: String.UnicodeScalarView) {
    let offset = min(offset, bytes.count)
    let text = bytes.withUnsafeBufferPointer { bytes in
      var start = offset
      while start > 0, offset - start < Self.longestLine, !Self.endsLine(bytes[start - 1]) { start -= 1 }
      var end = offset
      while end < bytes.count, end - offset < Self.longestLine, SourceText.lineEnd(in: bytes, at: end) == 0 { end += 1 }
      return (
        String(decoding: bytes[start..<end], as: UTF8.self),
        String(decoding: bytes[start..<min(end, offset + 1)], as: UTF8.self)
      )
    }
    return (text.0, text.1.unicodeScalars)
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// How much of a line is looked at to find out what was meant.
  private static var longestLine: Int { 10_000 }

  /// The rest of the line behind a byte, as far as it is looked at.
  func rest(ofLineFrom offset: Int) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      var end = min(offset, bytes.count)
      while end < bytes.count, end - offset < Self.longestLine, SourceText.lineEnd(in: bytes, at: end) == 0 { end += 1 }
      return String(decoding: bytes[min(offset, end)..<end], as: UTF8.self)
    }
  }

  /// What a node is, for messages.
  func found(_ node: YAMLTree.NodeID) -> String {
    switch tree.shape(of: node) {
    case .sequence: "a list"
    case .mapping: "a mapping"
    default: "a text"
    }
  }

  mutating func reportUnknown(key: YAMLTree.NodeID, value: YAMLTree.NodeID, of keys: Keys) {
    guard tree.shape(of: key) == .scalar else { return }
    report(UnknownKey(key: tree.text(of: key), owner: keys, mayBeText: tree.isAbsent(value)), at: key)
  }
}
