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
    if Keys.longRelation.keys.contains(tree.text(of: head)) || Self.namesOfHead.contains(tree.text(of: head)) {
      return readLongRelation(head)
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

  /// `{subject: "Fox Islands", type: claims, object: …, when: …}`, for ids that are no words of a head.
  private mutating func readLongRelation(_ first: YAMLTree.NodeID) {
    var ends: [String: YAMLTree.NodeID] = [:]
    for (key, value) in tree.pairs(of: 0) where tree.shape(of: key) == .scalar {
      let name = tree.text(of: key)
      if Keys.head.contains(name), ends[name] == nil { ends[name] = scalar(value, key: name) }
    }
    guard let subject = ends["subject"], let type = ends["type"], let object = ends["object"] else {
      return report(NotARelation(form: .keys), at: first)
    }
    let place = place(from: tree.start(of: subject), to: [subject, type, object].map { tree.end(of: $0) })
    var relation = GraphDraft.RelationEntry(
      subject: tree.intern(subject, in: &draft.strings), type: tree.intern(type, in: &draft.strings),
      object: tree.intern(object, in: &draft.strings), place: place)
    relation.subjectPart = GraphDraft.Part(self.place(of: subject), of: place)
    relation.typePart = GraphDraft.Part(self.place(of: type), of: place)
    relation.objectPart = GraphDraft.Part(self.place(of: object), of: place)
    readProperties(of: &relation, in: 0)
    draft.add(relation: relation)
  }

  /// The stretch from a mark to the last of others.
  private func place(from start: YAMLMark, to ends: [YAMLMark]) -> PackedPlace {
    place(start, length: max(1, (ends.map(\.offset).max() ?? 0) - start.offset))
  }

  /// What somebody may call the parts of a head.
  private static let namesOfHead = ["subject", "type", "object", "from", "to", "relation", "source", "target"]

  /// Reports a key that stands at the height of a relation's head.
  private mutating func reportBeside(_ head: YAMLTree.NodeID, _ key: YAMLTree.NodeID) {
    let name = tree.text(of: key)
    let isHead = words(of: key).count == 3
    report(NotARelation(form: isHead ? .twoHeads : .propertiesBesideHead(name)), at: key)
  }

  /// The words of a head.
  private func words(of node: YAMLTree.NodeID) -> [ArraySlice<UInt8>] {
    tree.bytes(of: node).split(separator: UInt8(ascii: " "))
  }

  private mutating func relation(head: YAMLTree.NodeID) -> GraphDraft.RelationEntry? {
    let words = words(of: head)
    guard words.count == 3 else {
      if reportMissingColon(in: head) { return nil }
      report(NotAHead(head: tree.text(of: head), words: words.count), at: head)
      return nil
    }
    let place = place(of: head)
    var relation = GraphDraft.RelationEntry(
      subject: draft.strings.intern(words[0]), type: draft.strings.intern(words[1]),
      object: draft.strings.intern(words[2]), place: place)
    let text = tree.bytes(of: head)
    guard let start = verbatimStart(of: head) else { return relation }
    func part(_ word: ArraySlice<UInt8>) -> GraphDraft.Part {
      let offset = start + word.startIndex - text.startIndex
      return GraphDraft.Part(PackedPlace(source, offset: offset, length: word.count), of: place)
    }
    relation.subjectPart = part(words[0])
    relation.typePart = part(words[1])
    relation.objectPart = part(words[2])
    return relation
  }

  /// Reports a brace that stands in a head, which is then one that no colon ends: `a allied-with b {when: 1914}`.
  private mutating func reportMissingColon(in head: YAMLTree.NodeID) -> Bool {
    let text = tree.bytes(of: head)
    guard tree.isPlain(head), let start = verbatimStart(of: head), let brace = text.firstIndex(of: UInt8(ascii: "{"))
    else { return false }
    let before = String(decoding: text[..<brace], as: UTF8.self).trimmingRight(" ,")
    guard before.split(separator: " ").count == 3 else { return false }
    let offset = start + brace - text.startIndex
    let properties = rest(ofLineFrom: offset).trimmingRight(" ")
    let place = PackedPlace(source, offset: offset, length: 1)
    draft.report(ColonMissing(remedy: "\(before): \(properties)"), at: place)
    return true
  }

  private mutating func readProperties(of relation: inout GraphDraft.RelationEntry, in node: YAMLTree.NodeID) {
    var split = SplitCitation()
    for (key, value) in tree.pairs(of: node) {
      switch tree.text(of: key) {
      case "subject", "type", "object":
        if node != 0 { reportUnknown(key: key, value: value, of: .relation) }
      case "when": relation.when = date(of: value, key: "when")
      case "status": relation.status = status(of: value)
      case "according-to":
        relation.accordingTo = string(of: value, key: "according-to")
        relation.accordingToPart = GraphDraft.Part(place(of: value), of: relation.place)
      case "note": relation.note = string(of: value, key: "note")
      case "id":
        relation.id = string(of: value, key: "id")
        relation.idPart = GraphDraft.Part(place(of: value), of: relation.place)
        check(id: relation.id, isBare: tree.isPlain(value), of: "a relation", at: place(of: value))
      case "cite": relation.citations = draft.add(citations: citations(of: value, split: &split))
      case "attributes": relation.attributes = attributes(of: value)
      default:
        if !split.takes(key, value, in: tree) {
          reportUnknown(key: key, value: value, of: node == 0 ? .longRelation : .relation)
        }
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

extension String {
  /// Without the given characters at its end.
  fileprivate func trimmingRight(_ characters: String) -> String {
    var rest = self[...]
    while let last = rest.last, characters.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
