import Entente

extension GraphFileReader {
  /// The relation in the tree: a head alone, or a head with its properties.
  mutating func readRelation() {
    switch tree.shape(of: 0) {
    case .unreadable: break
    case .sequence: report(NotARelation(form: .list), at: 0)
    case .scalar:
      if tree.isAbsent(0) { return report(NotARelation(form: .empty), at: 0) }
      if let relation = relation(head: 0) { draft.add(relation: relation) }
    case .mapping: readRelationWithProperties()
    }
  }

  private mutating func readRelationWithProperties() {
    var pairs = tree.pairs(of: 0)
    guard let (head, properties) = pairs.next() else { return report(NotARelation(form: .empty), at: 0) }
    guard tree.shape(of: head) == .scalar else { return }
    if Keys.relation.keys.contains(tree.text(of: head)) || Self.namesOfHead.contains(tree.text(of: head)) {
      return report(NotARelation(form: .keys), at: head)
    }
    for (key, _) in pairs where tree.shape(of: key) == .scalar { reportBeside(head, key) }
    guard var relation = relation(head: head) else { return }
    switch tree.shape(of: properties) {
    case .mapping: readProperties(of: &relation, in: properties)
    case .unreadable: break
    case .scalar where tree.isAbsent(properties): break
    case .scalar, .sequence:
      let found = found(properties)
      let example = "\(tree.text(of: head)): {when: 1956}"
      report(
        WrongForm(key: tree.text(of: head), expected: "keys with their values", found: found, example: example),
        at: properties)
    }
    draft.add(relation: relation)
  }

  /// What somebody may call the parts of a head.
  private static let namesOfHead = ["subject", "type", "object", "from", "to", "relation", "source", "target"]

  /// Reports a key that stands at the height of a relation's head.
  private mutating func reportBeside(_ head: YAMLTree.NodeID, _ key: YAMLTree.NodeID) {
    let name = tree.text(of: key)
    let isHead = words(of: key).count == 3
    report(NotARelation(form: isHead ? .twoHeads : .propertiesBesideHead(name)), at: key)
  }

  /// The words of a head, each with how many characters stand before it.
  private func words(of node: YAMLTree.NodeID) -> [(text: ArraySlice<UInt8>, offset: Int)] {
    let bytes = tree.bytes(of: node)
    var words: [(text: ArraySlice<UInt8>, offset: Int)] = []
    var (start, startOffset, offset) = (bytes.startIndex, 0, 0)
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: " ") {
        if start < index { words.append((bytes[start..<index], startOffset)) }
        (start, startOffset) = (index + 1, offset + 1)
      }
      // The bytes within a character, unlike its first, are 10xxxxxx.
      if bytes[index] & 0xc0 != 0x80 { offset += 1 }
    }
    if start < bytes.endIndex { words.append((bytes[start...], startOffset)) }
    return words
  }

  private mutating func relation(head: YAMLTree.NodeID) -> GraphDraft.RelationEntry? {
    let words = words(of: head)
    guard words.count == 3 else {
      report(NotAHead(head: tree.text(of: head), words: words.count), at: head)
      return nil
    }
    let quote = tree.isPlain(head) ? 0 : 1
    let mark = tree.start(of: head)
    var relation = GraphDraft.RelationEntry(
      subject: draft.strings.intern(words[0].text), type: draft.strings.intern(words[1].text),
      object: draft.strings.intern(words[2].text),
      place: place(YAMLMark(line: mark.line, column: mark.column + quote + words[0].offset)))
    relation.typeOffset = UInt16(clamping: words[1].offset - words[0].offset)
    relation.objectOffset = UInt16(clamping: words[2].offset - words[0].offset)
    return relation
  }

  private mutating func readProperties(of relation: inout GraphDraft.RelationEntry, in node: YAMLTree.NodeID) {
    var split = SplitCitation()
    for (key, value) in tree.pairs(of: node) {
      switch tree.text(of: key) {
      case "when": relation.when = date(of: value, key: "when")
      case "status": relation.status = status(of: value)
      case "according-to":
        relation.accordingTo = string(of: value, key: "according-to")
        relation.accordingToPlace = place(tree.start(of: value))
      case "note": relation.note = string(of: value, key: "note")
      case "id":
        relation.id = string(of: value, key: "id")
        relation.idPlace = place(tree.start(of: value))
      case "cite": relation.citations = draft.add(citations: citations(of: value, split: &split))
      case "attributes": relation.attributes = attributes(of: value)
      default: if !split.takes(key, value, in: tree) { reportUnknown(key: key, value: value, of: .relation) }
      }
    }
  }

  private mutating func status(of node: YAMLTree.NodeID) -> Status {
    guard let node = scalar(node, key: "status") else { return .asserted }
    if let status = Status(name: tree.text(of: node)) { return status }
    report(UnknownName(.status, tree.text(of: node), among: Status.allCases.map(\.name)), at: node)
    return .asserted
  }
}
