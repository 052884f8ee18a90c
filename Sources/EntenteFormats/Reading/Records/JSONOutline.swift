import Entente

/// A list of a graph's JSON, by what its items are.
enum JSONList {
  case nodes, edges, statements
  /// Nodes and edges together, as Cytoscape.js has them; or an object with a list of each.
  case elements

  /// The list that a member with that name is.
  init?(_ name: UnsafeBufferPointer<UInt8>) {
    if name.equals("nodes") {
      self = .nodes
    } else if name.equals("edges") || name.equals("links") || name.equals("relationships") {
      self = .edges
    } else if name.equals("elements") {
      self = .elements
    } else if Self.namesOfStatements.contains(where: { name.equals($0) }) {
      self = .statements
    } else {
      return nil
    }
  }

  private static let namesOfStatements: [StaticString] = ["statements", "triples", "triplets", "relations", "facts"]
}

/// What stands in a JSON file, without its nodes and edges.
struct JSONOutline: ~Copyable {
  /// What the file says of the whole graph.
  private(set) var about = JSONTree()
  /// What Entente says of it, in ``about``.
  private(set) var facts: JSONTree.NodeID?
  /// The names of its members.
  private(set) var keys: [String] = []
  private(set) var isGraph = false
  /// Whether it is one document with what was drawn from it.
  private(set) var isDocument = false
  private(set) var isDirected = true

  init() {}

  init(_ stream: ByteStream) throws {
    var reader = JSONReader(stream)
    let token = try reader.next()
    switch token {
    case .beginArray:
      isGraph = true
      try reader.skip(token)
    case .beginObject: try readMembers(from: &reader)
    default: break
    }
    _ = try reader.next()
  }

  private mutating func readMembers(from reader: inout JSONReader) throws {
    var hasSource = false
    while try reader.next() == .key {
      let name = String(decoding: reader.text, as: UTF8.self)
      let list = JSONList(reader.text)
      if keys.count < 20 { keys.append(name) }
      let token = try reader.next()
      if let list, token == .beginArray || (list == .elements && token == .beginObject) { isGraph = true }
      switch (name, token) {
      case ("graph", .beginObject), ("data", .beginObject):
        var tree = JSONTree()
        try tree.read(token, from: &reader)
        let node = name == "graph" ? 0 : tree.member("about", of: 0) ?? 0
        if FactsReader.isFacts(node, of: tree) {
          facts = node
          about = tree
        }
      case ("directed", .no): isDirected = false
      case ("kwargs", .beginObject):
        isGraph = true
        isDocument = true
        try reader.skip(token)
      case ("source", .beginObject):
        hasSource = true
        try reader.skip(token)
      default: try reader.skip(token)
      }
    }
    if hasSource && keys.contains("nodes") { isDocument = true }
  }
}

/// The two ends of an edge among the members of an object.
struct JSONEnds {
  private(set) var subject: JSONTree.NodeID?
  private(set) var object: JSONTree.NodeID?
  /// Whether they are called subject and object.
  private(set) var isSubjectAndObject = false

  private static let names: [(StaticString, StaticString)] = [
    ("source", "target"), ("subject", "object"), ("from", "to"), ("source_id", "target_id"), ("src", "dst"),
    ("head", "tail"),
  ]

  init(of node: JSONTree.NodeID, _ tree: borrowing JSONTree, _ options: ImportOptions) {
    if let source = options.map[.source]?.first, let target = options.map[.target]?.first {
      tree.forEachChild(of: node) { member in
        if tree.key(of: member) == source { subject = member }
        if tree.key(of: member) == target { object = member }
      }
      return
    }
    for (index, names) in Self.names.enumerated() {
      let (source, target) = (tree.member(names.0, of: node), tree.member(names.1, of: node))
      guard source != nil && target != nil else { continue }
      (subject, object) = (source, target)
      isSubjectAndObject = index == 1
      return
    }
    // One of the two alone is still an edge, and the other is missed.
    subject = tree.member("source", of: node)
    object = tree.member("target", of: node)
  }

  /// The end of a statement with that name, or with the one that edges have for it.
  static func end(_ name: StaticString, of node: JSONTree.NodeID, _ tree: borrowing JSONTree) -> JSONTree.NodeID? {
    let ends = JSONEnds(of: node, tree, ImportOptions())
    return String(describing: name) == "subject" ? ends.subject : ends.object
  }
}

/// The names of members, as the reader of JSON understands them.
struct JSONRecordKeys {
  private struct Known {
    let key: RecordKey
    /// The record that had it last.
    var record: Int
  }

  private var ofEntities: [StringID: Known] = [:]
  private var ofRelations: [StringID: Known] = [:]
  private var record = 0

  /// Another record begins.
  mutating func begin() { record += 1 }

  /// What the member with that name is, and whether the record has had it before.
  mutating func key(
    _ name: ArraySlice<UInt8>, _ scope: RecordKey.Scope, _ builder: inout RecordBuilder
  ) -> (key: RecordKey, isSecond: Bool) {
    let id = builder.draft.intern(name)
    let isEntity = scope == .entity
    if let known = isEntity ? ofEntities[id] : ofRelations[id] {
      if isEntity { ofEntities[id]?.record = record } else { ofRelations[id]?.record = record }
      return (known.key, known.record == record)
    }
    let known = Known(key: builder.key(String(decoding: name, as: UTF8.self), scope), record: record)
    if isEntity { ofEntities[id] = known } else { ofRelations[id] = known }
    return (known.key, false)
  }

  /// The member that is a node's id.
  func idNode(of node: JSONTree.NodeID, _ tree: borrowing JSONTree, _ dialect: RecordDialect) -> JSONTree.NodeID? {
    if let name = dialect.options.map[.id]?.first {
      var found: JSONTree.NodeID?
      tree.forEachChild(of: node) { if tree.key(of: $0) == name { found = $0 } }
      if found != nil { return found }
    }
    return tree.member("id", of: node) ?? tree.member("key", of: node)
  }

  /// The member that is an edge's id: a key that NetworkX counts is none.
  func edgeIDNode(
    of node: JSONTree.NodeID, _ tree: borrowing JSONTree, _ dialect: RecordDialect, isElement: Bool
  ) -> JSONTree.NodeID? {
    if let id = tree.member("id", of: node) { return id }
    let hasKey = dialect.isOurs || tree.member("attributes", of: node) != nil
    return hasKey ? tree.member("key", of: node) : nil
  }

  /// Whether a member says something of the file or its program, and nothing of the entity or relation.
  func isTechnical(_ name: ArraySlice<UInt8>, _ scope: RecordKey.Scope, isElement: Bool, isOurs: Bool) -> Bool {
    let name = String(decoding: name, as: UTF8.self)
    if scope == .relation, name == "directed" || name == "undirected" || (name == "key" && !isElement) { return true }
    if name == "lc" { return true }
    guard isElement else { return false }
    return ["SUID", "selected", "parent", "value", "key", "shared_name", "shared_interaction"].contains(name)
  }

  /// Whether a member of a statement says what its ends are, or where it comes from.
  func isOfStatement(_ name: ArraySlice<UInt8>) -> Bool {
    ["source", "subject_type", "object_type"].contains(String(decoding: name, as: UTF8.self))
  }

  /// Whether a member holds what others have as members.
  func isContainer(_ name: ArraySlice<UInt8>) -> Bool {
    ["properties", "attributes", "metadata", "data", "kwargs"].contains(String(decoding: name, as: UTF8.self))
  }
}
