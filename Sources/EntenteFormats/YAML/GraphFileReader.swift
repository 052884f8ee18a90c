import Entente

/// Reads one graph file into a draft: what product and documentation call the graph file, and nothing else.
///
/// The file is read part by part, a relation or an entity at a time, so that only one part's tree is in memory. Everything
/// that is wrong becomes a diagnostic, and reading goes on behind it; only broken YAML ends it.
struct GraphFileReader: ~Copyable {
  var draft: GraphDraft
  /// The file as places name it.
  let path: String
  let fileRow: Int
  let source: SourceText
  var tree = YAMLTree()
  /// Where each id of an entity or relation stands in this file, by the number of its string; line 0 is nowhere.
  private var places: [PackedPlace] = []
  private var documentPlaces: [StringID: PackedPlace] = [:]
  /// Whether the file could be read to its end.
  private(set) var isWhole = true

  /// A reader that adds what it finds to `draft`.
  init(path: String, source: SourceText, draft: consuming GraphDraft) {
    self.path = path
    self.source = source
    self.draft = draft
    fileRow = self.draft.add(file: path)
  }

  /// Reads the file to its end, or to where it is broken.
  mutating func read() {
    let source = source
    source.bytes.withUnsafeBufferPointer { bytes in
      let mark = SourceText.byteOrderMark
      let text = bytes.starts(with: mark) ? UnsafeBufferPointer(rebasing: bytes[mark.count...]) : bytes
      var parser = YAMLParser(text)
      do throws(YAMLFault) {
        try readStream(&parser)
      } catch {
        isWhole = false
        report(error)
      }
    }
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
      report(SecondYAMLDocument(), at: parser.start)
      isWhole = false
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
        report(KeyTwice(key: key), at: mark, length: length, first: first)
      }
      event = try parser.next()
      if isKey {
        try readSection(key, at: mark, event, &parser)
      } else {
        try readTree(event, &parser)
      }
      event = try parser.next()
    }
  }

  private mutating func readSection(
    _ key: String, at mark: YAMLMark, _ event: YAMLEvent, _ parser: inout YAMLParser
  ) throws(YAMLFault) {
    switch key {
    case "title":
      try readTree(event, &parser)
      if let title = text(of: 0, key: "title") { draft.add(title: title) }
    case "documents":
      try readEntries(of: key, event, &parser, example: "tass: {title: …, publisher: TASS}") { reader, key, value in
        reader.readDocument(key: key, value: value)
      }
    case "relations": try readRelations(event, &parser)
    case "schema":
      try readTree(event, &parser)
      readSchema()
    default:
      guard event == .mappingStart else { return try readOddSection(key, at: mark, event, &parser) }
      let section = draft.add(section: .init(heading: key, at: place(mark)))
      try readEntries(of: key, event, &parser, example: "") { reader, key, value in
        reader.readEntity(key: key, value: value, section: section)
      }
    }
  }

  /// A key of the top level that has no entities under it: an empty section, or none at all, as only the finished schema can tell.
  private mutating func readOddSection(
    _ key: String, at mark: YAMLMark, _ event: YAMLEvent, _ parser: inout YAMLParser
  ) throws(YAMLFault) {
    try readTree(event, &parser)
    let wrongForm = WrongForm(
      key: key, expected: "ids with their names", found: found(0), example: "\(key): {some-id: Some name}")
    let isEmpty = tree.isAbsent(0) || tree.shape(of: 0) == .unreadable
    _ = draft.add(section: .init(heading: key, at: place(mark), wrongForm: isEmpty ? nil : wrongForm))
  }

  /// Reads the next node, and reports what is wrong with it whatever it is for.
  private mutating func readTree(_ event: YAMLEvent, _ parser: inout YAMLParser) throws(YAMLFault) {
    try tree.read(event, from: &parser)
    for problem in tree.problems {
      report(problem.finding, at: problem.start, length: problem.length, first: problem.first)
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
      let key = Key(
        id: tree.intern(0, in: &draft.strings), place: place(tree.start(of: 0)), length: tree.length(of: 0))
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
    let length: Int
  }

  private mutating func readRelations(_ event: YAMLEvent, _ parser: inout YAMLParser) throws(YAMLFault) {
    guard event == .sequenceStart else {
      try readTree(event, &parser)
      if !tree.isAbsent(0) { report(NotARelation(form: .mapping), at: 0) }
      return
    }
    var event = try parser.next()
    while event != .sequenceEnd {
      try readTree(event, &parser)
      readRelation()
      event = try parser.next()
    }
  }

  // MARK: - Ids

  /// Remembers where an id of this file stands; tells where it stood before, if it did.
  mutating func firstPlace(of id: StringID, at place: PackedPlace) -> PackedPlace? {
    while places.count <= Int(id.value) { places.append(.none) }
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
  func place(_ mark: YAMLMark) -> PackedPlace {
    PackedPlace(fileRow: fileRow, line: mark.line + 1, column: mark.column + 1)
  }

  private func location(_ mark: YAMLMark) -> SourcePlace {
    SourcePlace(file: path, line: mark.line + 1, column: mark.column + 1)
  }

  mutating func report(_ finding: any Finding, at node: YAMLTree.NodeID) {
    report(finding, at: tree.start(of: node), length: tree.length(of: node))
  }

  mutating func report(
    _ finding: any Finding, at mark: YAMLMark, length: Int = 1, first: YAMLMark? = nil,
    because: String = "the first is here"
  ) {
    let related = first.map { [Diagnostic.Related(location($0), because)] } ?? []
    draft.diagnostics.append(Diagnostic(finding, at: location(mark), length: length, related: related))
  }

  mutating func report(_ finding: any Finding, at key: Key, first: PackedPlace) {
    draft.report(finding, at: key.place, length: key.length, related: first)
  }

  private mutating func reportEmpty() {
    draft.diagnostics.append(Diagnostic(EmptyGraphFile(), at: SourcePlace(file: path)))
  }

  private mutating func report(_ fault: YAMLFault) {
    switch fault {
    case .tooDeep(let mark): report(TooDeep(), at: mark)
    case .syntax(let problem, let mark, let start): report(problem: problem, at: mark, since: start)
    case .bytes(let value, let offset, let problem):
      let offset = offset + (source.bytes.starts(with: SourceText.byteOrderMark) ? SourceText.byteOrderMark.count : 0)
      let (line, column) = source.place(of: offset)
      let finding: any Finding =
        problem.contains("control")
        ? ControlCharacter(value: value)
        : NotUTF8(
          byte: offset < source.bytes.count ? source.bytes[offset] : 0,
          looksLikeUTF16: source.bytes.prefix(2).sorted() == [0xfe, 0xff])
      report(finding, at: YAMLMark(line: line - 1, column: column - 1))
    }
  }

  private mutating func report(problem: String, at mark: YAMLMark, since start: YAMLMark?) {
    let line = source.line(mark.line + 1) ?? ""
    let before = line.unicodeScalars.prefix(mark.column + 1)
    if before.last == "\t", before.allSatisfy(\.properties.isWhitespace) { return report(TabInIndentation(), at: mark) }
    let opening = start.flatMap { source.line($0.line + 1) } ?? ""
    let finding = BrokenYAML(problem: problem, lines: opening == line ? [line] : [opening, line])
    // What is not closed is missed at the end of the file: it is where it begins that has to be looked at.
    if finding.isUnclosed, let start { return report(finding, at: start) }
    let isBracket = problem.hasPrefix("did not find expected ','")
    report(finding, at: mark, first: isBracket ? start : nil, because: "it begins here")
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
