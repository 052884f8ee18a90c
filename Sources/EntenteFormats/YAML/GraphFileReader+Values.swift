import Entente

// Values that several owners have: texts, lists of texts, dates, attributes.
extension GraphFileReader {
  /// The scalar that `key` needs; anything else is reported. `nil` when there is none.
  mutating func scalar(_ node: YAMLTree.NodeID, key: String, expected: String = "a text", example: String? = nil)
    -> YAMLTree.NodeID?
  {
    switch tree.shape(of: node) {
    case .unreadable: return nil
    case .scalar:
      if !tree.isAbsent(node) { return node }
      report(NoValue(key: key, expected: expected), at: node)
    case .sequence, .mapping:
      report(WrongForm(key: key, expected: expected, found: found(node), example: example), at: node)
    }
    return nil
  }

  /// The text that `key` needs.
  mutating func text(of node: YAMLTree.NodeID, key: String) -> String? {
    scalar(node, key: key).map { tree.text(of: $0) }
  }

  /// The text that `key` needs, in the draft's strings; empty when there is none.
  mutating func string(of node: YAMLTree.NodeID, key: String) -> StringID {
    guard let node = scalar(node, key: key) else { return .empty }
    return tree.intern(node, in: &draft.strings)
  }

  /// A text or a list of texts, as nodes.
  mutating func texts(of node: YAMLTree.NodeID, key: String, example: String) -> [YAMLTree.NodeID] {
    let expected = "a text or a list of texts"
    guard tree.shape(of: node) == .sequence else {
      return scalar(node, key: key, expected: expected, example: example).map { [$0] } ?? []
    }
    return tree.items(of: node).compactMap { scalar($0, key: key, expected: expected, example: example) }
  }

  /// The date that stands at `node`; an EDTF error is placed at the character that is wrong.
  mutating func date(of node: YAMLTree.NodeID, key: String) -> DateID {
    if tree.shape(of: node) == .sequence || tree.shape(of: node) == .mapping {
      if let set = set(at: node) {
        report(UnquotedSet(key: key, set: set), at: node)
      } else {
        report(
          WrongForm(key: key, expected: "a date", found: found(node), example: "\(key): 1945/1956"), at: node)
      }
      return .unreadable
    }
    guard let node = scalar(node, key: key, expected: "a date") else { return .none }
    let text = tree.intern(recurring: node, in: &draft.strings)
    do {
      return try draft.date(text)
    } catch {
      let text = tree.text(of: node)
      let before = text.unicodeScalars.prefix(error.offset).reduce(0) { $0 + UTF8.width($1) }
      var place = place(of: node)
      // Only where the file has the text as it is, without escapes and line breaks, does the offset lead to the character.
      if before < text.utf8.count, let start = verbatimStart(of: node) {
        let width = text.unicodeScalars.dropFirst(error.offset).first.map { UTF8.width($0) } ?? 1
        if before > 0 || !tree.isPlain(node) {
          place = PackedPlace(source, offset: start + before, length: width)
        }
      }
      report(NotEDTF(text: text, error: error), at: place, first: nil)
      return .unreadable
    }
  }

  /// Where the scalar's text begins in the file; `nil` when it is written otherwise than it reads, with escapes or over
  /// several lines.
  func verbatimStart(of node: YAMLTree.NodeID) -> Int? {
    let quote = tree.isPlain(node) ? 0 : 1
    let (start, text) = (tree.start(of: node).offset + quote, tree.bytes(of: node))
    guard start + text.count <= bytes.count, bytes[start..<start + text.count] == text else { return nil }
    return start
  }

  /// Reports a word that cannot be an id in a graph file; in quotes any text can.
  mutating func check(id: StringID, isBare: Bool, of owner: String, at place: PackedPlace) {
    if !isBare { return }
    if draft.withBytes(of: id, { $0.isEmpty || KebabCase.allows($0) }) { return }
    draft.report(NotAnID(draft.text(id), of: owner), at: place)
  }

  /// A list or mapping on one line as the file has it, if it looks like an EDTF set; sets have no spaces.
  private func set(at node: YAMLTree.NodeID) -> String? {
    let (start, end) = (tree.start(of: node), tree.end(of: node))
    guard start.line == end.line, start.offset <= end.offset, end.offset <= bytes.count else { return nil }
    let text = String(decoding: bytes[start.offset..<end.offset].filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    let allowed = "0123456789X-.,~?%[]{}"
    return !text.isEmpty && text.allSatisfy { allowed.contains($0) } ? text : nil
  }

  /// The attributes below `node`: plain numbers, true and false are such, everything in quotes is text.
  mutating func attributes(of node: YAMLTree.NodeID) -> GraphDraft.Run {
    guard tree.shape(of: node) == .mapping else {
      if tree.shape(of: node) != .unreadable {
        report(
          WrongForm(
            key: "attributes", expected: "keys with their values", found: found(node),
            example: "attributes: {population: 19000}"), at: node)
      }
      return GraphDraft.Run()
    }
    var list: [GraphDraft.AttributeEntry] = []
    for (key, value) in tree.pairs(of: node) where tree.shape(of: key) == .scalar {
      let name = tree.text(of: key)
      guard let scalar = scalar(value, key: name, expected: "a text, a number, true or false") else { continue }
      let stored: StoredValue
      switch tree.isPlain(scalar) ? PlainScalar(tree.text(of: scalar)) : .text {
      case .text: stored = .text(tree.intern(scalar, in: &draft.strings))
      case .integer(let integer): stored = .integer(integer)
      case .number(let number): stored = .number(number)
      case .boolean(let boolean): stored = .boolean(boolean)
      case .outOfRange:
        report(NumberOutOfRange(text: tree.text(of: scalar)), at: scalar)
        continue
      }
      let key = tree.intern(key, in: &draft.strings)
      list.append(.init(key: key, value: stored, place: place(of: scalar)))
    }
    return draft.add(attributes: list)
  }

  /// `true` or `false`.
  mutating func boolean(of node: YAMLTree.NodeID, key: String) -> Bool? {
    guard let node = scalar(node, key: key, expected: "true or false") else { return nil }
    if case .boolean(let value) = PlainScalar(tree.text(of: node)), tree.isPlain(node) { return value }
    report(WrongForm(key: key, expected: "true or false", found: "'\(tree.text(of: node))'", example: nil), at: node)
    return nil
  }
}

/// What a scalar without quotes means by YAML 1.2's core schema.
enum PlainScalar: Equatable {
  case text
  case integer(Int64)
  case number(Double)
  case boolean(Bool)
  /// A number that 64 bits do not hold, an infinite one, or none (`.nan`).
  case outOfRange

  init(_ text: String) {
    switch text {
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF":
      self = .outOfRange
    default: self = Self.number(text)
    }
  }

  private static func number(_ text: String) -> PlainScalar {
    for (prefix, radix) in [("0o", 8), ("0x", 16)] where text.hasPrefix(prefix) {
      let digits = text.dropFirst(2)
      guard !digits.isEmpty, digits.utf8.allSatisfy({ isDigit($0, radix: radix) }) else { return .text }
      return Int64(digits, radix: radix).map { .integer($0) } ?? .outOfRange
    }
    var rest = text.utf8[...]
    func digits() -> Int {
      let count = rest.prefix { isDigit($0, radix: 10) }.count
      rest = rest.dropFirst(count)
      return count
    }
    func sign() { if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() } }
    sign()
    let whole = digits()
    if whole > 0, rest.isEmpty { return Int64(text).map { .integer($0) } ?? .outOfRange }
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = digits()
    }
    guard whole + fraction > 0 else { return .text }
    if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      rest.removeFirst()
      sign()
      guard digits() > 0 else { return .text }
    }
    guard rest.isEmpty else { return .text }
    guard let number = Double(text), number.isFinite else { return .outOfRange }
    return .number(number)
  }

  private static func isDigit(_ byte: UInt8, radix: Int) -> Bool {
    Character(UnicodeScalar(byte)).hexDigitValue.map { $0 < radix } ?? false
  }
}
