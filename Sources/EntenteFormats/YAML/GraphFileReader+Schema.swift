import Entente

// The file's own kinds and relation types.
extension GraphFileReader {
  /// The `schema:` in the tree.
  mutating func readSchema() {
    guard isMapping(0, key: "schema", example: "schema: {kinds: {memorandum: {plural: memoranda}}}") else { return }
    for (key, value) in tree.pairs(of: 0) {
      switch tree.text(of: key) {
      case "kinds":
        guard isMapping(value, key: "kinds", example: "kinds: {memorandum: {plural: memoranda}}") else { continue }
        for (name, properties) in tree.pairs(of: value) { readKind(name, properties) }
      case "relations":
        guard isMapping(value, key: "relations", example: "relations: {issued: {from: state, to: treaty}}") else {
          continue
        }
        for (name, properties) in tree.pairs(of: value) { readRelationType(name, properties) }
      default: reportUnknown(key: key, value: value, of: .schema)
      }
    }
  }

  private mutating func readKind(_ key: YAMLTree.NodeID, _ properties: YAMLTree.NodeID) {
    guard tree.shape(of: key) == .scalar else { return }
    let name = tree.text(of: key)
    var plural: String?
    var happens = false
    var shape: Kind.Shape?
    var colour: Kind.Colour?
    if isMapping(properties, key: name, example: "\(name): {plural: \(name)s}") {
      for (key, value) in tree.pairs(of: properties) {
        switch tree.text(of: key) {
        case "plural": plural = text(of: value, key: "plural")
        case "happens": happens = boolean(of: value, key: "happens") ?? false
        case "shape": shape = look(of: value, key: "shape", .shape)
        case "colour": colour = look(of: value, key: "colour", .colour)
        default: reportUnknown(key: key, value: value, of: .kind)
        }
      }
    }
    check(id: draft.strings.intern(name), isBare: tree.isPlain(key), of: "a kind", at: place(of: key))
    let kind = Kind(name, plural: plural, happens: happens, shape: shape, colour: colour)
    if Section.isReserved(kind.plural) { report(PluralIsASection(kind: name, plural: kind.plural), at: key) }
    draft.add(kind: kind, at: place(of: key))
  }

  private mutating func readRelationType(_ key: YAMLTree.NodeID, _ properties: YAMLTree.NodeID) {
    guard tree.shape(of: key) == .scalar else { return }
    let name = tree.text(of: key)
    var label: String?
    var (from, to): ([YAMLTree.NodeID], [YAMLTree.NodeID]) = ([], [])
    var directed = true
    var holds = Holding.throughout
    var quiet = false
    if isMapping(properties, key: name, example: "\(name): {from: state, to: [island, place]}") {
      for (key, value) in tree.pairs(of: properties) {
        switch tree.text(of: key) {
        case "from": from = texts(of: value, key: "from", example: "from: [state, organization]")
        case "to": to = texts(of: value, key: "to", example: "to: [island, place]")
        case "directed": directed = boolean(of: value, key: "directed") ?? true
        case "label": label = text(of: value, key: "label")
        case "holds": holds = holding(of: value)
        case "quiet": quiet = boolean(of: value, key: "quiet") ?? false
        default: reportUnknown(key: key, value: value, of: .relationType)
        }
      }
    }
    let type = RelationType(
      name, label: label, from: from.map { tree.text(of: $0) }, to: to.map { tree.text(of: $0) }, directed: directed,
      holds: holds, quiet: quiet)
    check(id: draft.strings.intern(name), isBare: tree.isPlain(key), of: "a relation type", at: place(of: key))
    draft.add(relationType: type, at: place(of: key), kindPlaces: (from + to).map { place(of: $0) })
  }

  /// A shape or a colour by its name.
  mutating func look<Look: CaseIterable & RawRepresentable<String>>(
    of node: YAMLTree.NodeID, key: String, _ sort: UnknownName.Sort
  ) -> Look? {
    guard let node = scalar(node, key: key) else { return nil }
    if let look = Look(rawValue: tree.text(of: node)) { return look }
    report(UnknownName(sort, tree.text(of: node), among: Look.allCases.map(\.rawValue)), at: node)
    return nil
  }

  private mutating func holding(of node: YAMLTree.NodeID) -> Holding {
    guard let node = scalar(node, key: "holds") else { return .throughout }
    if let holds = Holding(rawValue: tree.text(of: node)) { return holds }
    let text = tree.text(of: node)
    report(
      UnknownName(.holding, text, among: Holding.allCases.map(\.rawValue), meant: Self.otherWords[text.lowercased()]),
      at: node)
    return .throughout
  }

  /// Words that people use for how a type holds.
  private static let otherWords = [
    "always": "permanent", "forever": "permanent", "permanently": "permanent", "once": "at its date",
    "at date": "at its date", "at-its-date": "at its date", "on its date": "at its date", "instant": "at its date",
    "duration": "throughout", "interval": "throughout", "continuous": "throughout",
  ]

  /// Whether a mapping stands there; what does is reported, but for nothing at all.
  mutating func isMapping(_ node: YAMLTree.NodeID, key: String, example: String) -> Bool {
    switch tree.shape(of: node) {
    case .mapping: return true
    case .unreadable: return false
    case .scalar where tree.isAbsent(node): return false
    case .scalar, .sequence:
      report(
        WrongForm(key: key, expected: "keys with their values", found: found(node), example: example), at: node)
      return false
    }
  }
}
