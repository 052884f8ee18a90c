import Entente

/// Reads what a graph that Entente wrote says about itself: title, documents, own kinds and types, renamed attributes.
enum FactsReader {
  /// Whether it is such a description.
  static func isFacts(_ node: JSONTree.NodeID, of tree: borrowing JSONTree) -> Bool {
    guard let documents = tree.member("documents", of: node), tree.shape(of: documents) == .list,
      let title = tree.member("title", of: node)
    else { return false }
    return tree.shape(of: title) == .text
  }

  /// Adds what the description says to the draft, and what it says of attributes to the dialect.
  static func read(
    _ node: JSONTree.NodeID, of tree: borrowing JSONTree, at place: PackedPlace, _ builder: inout RecordBuilder
  ) {
    if let title = tree.text("title", of: node), !title.isEmpty { builder.draft.add(title: title) }
    if let documents = tree.member("documents", of: node) {
      tree.forEachChild(of: documents) { read(document: $0, of: tree, at: place, into: &builder.draft) }
    }
    // What is no seal says nothing: a broken one is not worth a graph.
    if let sealed = tree.member("seal", of: node), let seal = try? SealFile.seal(sealed, of: tree) {
      _ = builder.draft.add(seal: seal)
    }
    if let schema = tree.member("schema", of: node) {
      if let kinds = tree.member("kinds", of: schema) {
        tree.forEachChild(of: kinds) { kind in
          guard let name = tree.text("name", of: kind) else { return }
          let happens = tree.member("happens", of: kind).map { tree.isTrue($0) } ?? false
          let (shape, colour) = (tree.text("shape", of: kind), tree.text("colour", of: kind))
          builder.draft.add(
            kind: Kind(
              name, plural: tree.text("plural", of: kind), happens: happens,
              shape: shape.flatMap { Kind.Shape(rawValue: $0) }, colour: colour.flatMap { Kind.Colour(rawValue: $0) }),
            at: place)
        }
      }
      if let types = tree.member("relations", of: schema) {
        tree.forEachChild(of: types) { read(type: $0, of: tree, at: place, into: &builder.draft) }
      }
    }
    if let attributes = tree.member("attributes", of: node) {
      tree.forEachChild(of: attributes) { attribute in
        var original = RecordDialect.Original()
        original.name = tree.text("name", of: attribute)
        original.isCopy = tree.member("copy-of", of: attribute) != nil
        original.type = tree.text("type", of: attribute).flatMap { RecordKey.ValueType(name: $0) }
        builder.dialect.attributes[tree.key(of: attribute)] = original
      }
    }
  }

  private static func read(
    document node: JSONTree.NodeID, of tree: borrowing JSONTree, at place: PackedPlace, into draft: inout GraphDraft
  ) {
    guard let id = tree.text("id", of: node) else { return }
    var date: EDTF?
    if let text = tree.text("date", of: node) {
      do { date = try EDTF(text) } catch { draft.report(NotEDTF(text: text, error: error), at: place) }
    }
    draft.add(
      document: Document(
        id, title: tree.text("title", of: node), author: tree.text("author", of: node),
        publisher: tree.text("publisher", of: node), date: date, pages: tree.text("pages", of: node),
        text: tree.text("text", of: node), url: tree.text("url", of: node), isbn: tree.text("isbn", of: node),
        doi: tree.text("doi", of: node)),
      at: place)
  }

  private static func read(
    type node: JSONTree.NodeID, of tree: borrowing JSONTree, at place: PackedPlace, into draft: inout GraphDraft
  ) {
    guard let name = tree.text("name", of: node) else { return }
    func kinds(_ member: StaticString) -> [String] {
      var kinds: [String] = []
      if let list = tree.member(member, of: node) { tree.forEachChild(of: list) { kinds.append(tree.text(of: $0)) } }
      return kinds
    }
    let holds = tree.text("holds", of: node).flatMap { Holding(rawValue: $0) } ?? .throughout
    let directed = tree.member("directed", of: node).map { tree.isTrue($0) } ?? true
    draft.add(
      relationType: RelationType(
        name, label: tree.text("label", of: node), from: kinds("from"), to: kinds("to"), directed: directed,
        holds: holds, quiet: tree.member("quiet", of: node).map { tree.isTrue($0) } ?? false),
      at: place)
  }
}

extension JSONTree {
  /// The text of a member, if it is a text.
  func text(_ name: StaticString, of node: NodeID) -> String? {
    guard let member = member(name, of: node), shape(of: member) == .text else { return nil }
    return text(of: member)
  }
}

extension RecordKey.ValueType {
  /// The type as a graph's description names it.
  init?(name: String) {
    switch name {
    case "boolean": self = .boolean
    case "integer": self = .integer
    case "number": self = .number
    case "text": self = .text
    default: return nil
    }
  }
}
