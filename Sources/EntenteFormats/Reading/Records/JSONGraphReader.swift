import Entente

/// Reads graphs in JSON, whichever tool wrote them: a list of nodes and one of edges, Cytoscape's elements, or statements
/// that a tool has drawn from documents.
///
/// The text is gone through twice: first for what it is, and what it says of the whole, which may stand behind its nodes;
/// then node by node, so that a file of any length needs the memory of its longest part.
struct JSONGraphReader: ~Copyable {
  private var builder: RecordBuilder
  private var tree = JSONTree()
  private var keys = JSONRecordKeys()
  private var outline = JSONOutline()
  /// The nodes in their order, for edges that count them.
  private var nodes: [StringID] = []
  /// Whether no node had an id: then edges count the nodes.
  private var countsNodes = true
  private var hasParents = false
  private var hasDrawings = false
  /// What the statements that are being read come from.
  private var document = StringID.empty

  init(_ builder: consuming RecordBuilder) { self.builder = builder }

  var source: SourceID { builder.source }

  /// Reports what is said once for the whole file, and gives the draft back.
  consuming func finish() -> GraphDraft {
    let place = PackedPlace(builder.source)
    if hasParents {
      builder.draft.report(LeftOut(what: "nodes stand within nodes: which stands in which is"), at: place)
    }
    if hasDrawings && !builder.dialect.isOurs {
      builder.draft.report(LeftOut(what: "places and selections of nodes are"), at: place)
    }
    return builder.finish()
  }

  /// Reads the source.
  mutating func read(_ source: Source) throws {
    try source.keep()
    do {
      outline = try JSONOutline(try source.stream())
      if let facts = outline.facts {
        FactsReader.read(facts, of: outline.about, at: place(facts, outline.about), &builder)
      }
      builder.dialect.isOurs = outline.facts != nil
      guard outline.isGraph else {
        throw SourceFault(NoGraphInJSON(keys: outline.keys), at: PackedPlace(builder.source, offset: 0, length: 1))
      }
      var reader = JSONReader(try source.stream())
      try readRoot(from: &reader)
    } catch let fault as JSONFault {
      throw self.fault(fault, in: source)
    } catch let problem as InputFile.Problem {
      throw source.fault(problem)
    }
  }

  private func fault(_ fault: JSONFault, in source: Source) -> SourceFault {
    let head = source.head
    if head.allSatisfy({ $0 <= 0x20 }) { return SourceFault(EmptyFile()) }
    if fault.isAtTheBeginning {
      if let guess = FormatGuess.guess(head), guess != "JSON" {
        return SourceFault(AnotherFormat(expected: "JSON", found: guess))
      }
    }
    return SourceFault(
      NotJSON(problem: fault.problem), at: PackedPlace(builder.source, offset: fault.offset, length: 1))
  }

  // MARK: - Lists

  private mutating func readRoot(from reader: inout JSONReader) throws {
    let token = try reader.next()
    if token == .beginArray {
      while case let token = try reader.next(), token != .endArray {
        try tree.read(token, from: &reader)
        readDocument(0)
      }
    } else if outline.isDocument {
      try tree.read(token, from: &reader)
      readDocument(0)
    } else {
      try readObject(from: &reader)
    }
    _ = try reader.next()
  }

  /// An object with lists of nodes and edges, or of elements.
  private mutating func readObject(from reader: inout JSONReader) throws {
    var known: [String: Int] = [:]
    while try reader.next() == .key {
      let list = JSONList(reader.text)
      if list != nil {
        let name = String(decoding: reader.text, as: UTF8.self)
        if let first = known.updateValue(reader.offset, forKey: name) {
          throw SourceFault(
            MemberTwice(name: name), at: PackedPlace(builder.source, offset: reader.offset, length: reader.length),
            related: PackedPlace(builder.source, offset: first, length: 1), "the first is here")
        }
      }
      let token = try reader.next()
      switch (list, token) {
      case (nil, _): try reader.skip(token)
      case (.elements, .beginObject): try readObject(from: &reader)
      case (let list?, .beginArray):
        while case let token = try reader.next(), token != .endArray {
          try tree.read(token, from: &reader)
          read(0, in: list)
        }
      default: throw JSONFault(.list, offset: reader.offset)
      }
    }
  }

  private mutating func read(_ node: JSONTree.NodeID, in list: JSONList) {
    guard tree.shape(of: node) == .object else {
      return builder.draft.report(NoObject(what: list == .nodes ? "a node" : "an edge"), at: place(node))
    }
    switch list {
    case .nodes: readNode(node)
    case .edges: readEdge(node)
    case .statements: readStatement(node)
    case .elements: readElement(node)
    }
  }

  private mutating func readElement(_ node: JSONTree.NodeID) {
    guard let data = tree.member("data", of: node) else {
      return builder.draft.report(NoObject(what: "an element's data"), at: place(node))
    }
    if tree.member("source", of: data) != nil { readEdge(node) } else { readNode(node) }
  }

  // MARK: - Statements

  /// A document of a tool that extracts graphs, with its nodes, relationships and source; or a single statement.
  private mutating func readDocument(_ root: JSONTree.NodeID) {
    let node = tree.member("kwargs", of: root) ?? root
    guard tree.shape(of: node) == .object else {
      return builder.draft.report(NoObject(what: "a statement"), at: place(node))
    }
    if tree.member("data", of: node) != nil { return readElement(node) }
    let edges =
      tree.member("relationships", of: node) ?? tree.member("edges", of: node) ?? tree.member("links", of: node)
    guard tree.member("nodes", of: node) != nil || edges != nil else { return readStatement(node) }
    document = tree.member("source", of: node).map { declare($0) } ?? .empty
    if let nodes = tree.member("nodes", of: node) { forEach(nodes) { $0.readMention($1) } }
    if let edges { forEach(edges) { $0.readEdge($1) } }
    document = .empty
  }

  private mutating func forEach(_ list: JSONTree.NodeID, _ body: (inout JSONGraphReader, JSONTree.NodeID) -> Void) {
    var children: [JSONTree.NodeID] = []
    tree.forEachChild(of: list) { children.append($0) }
    for child in children {
      if tree.shape(of: child) == .object {
        body(&self, tree.member("kwargs", of: child) ?? child)
      } else {
        builder.draft.report(NoObject(what: "a node, or a relationship,"), at: place(child))
      }
    }
  }

  /// The document that statements come from, by what is told of its origin.
  private mutating func declare(_ source: JSONTree.NodeID) -> StringID {
    let node = tree.member("kwargs", of: source) ?? source
    let metadata = tree.member("metadata", of: node) ?? node
    guard
      let name = tree.text("source", of: metadata) ?? tree.text("title", of: metadata) ?? tree.text("id", of: node),
      !name.isEmpty
    else { return .empty }
    let id = builder.draft.intern(name)
    let isAddress = name.hasPrefix("http://") || name.hasPrefix("https://")
    builder.declare(
      document: id, at: place(source),
      as: Document(name, title: tree.text("title", of: metadata), url: isAddress ? name : nil))
    return id
  }

  /// One statement, whose ends need not be declared.
  private mutating func readStatement(_ node: JSONTree.NodeID) {
    for (end, kind) in [("subject", "subject_type"), ("object", "object_type")] as [(StaticString, StaticString)] {
      guard let end = JSONEnds.end(end, of: node, tree) else { continue }
      mention(end, kind: tree.member(kind, of: node))
    }
    readEdge(node, isStatement: true)
  }

  /// Makes an entity of the end of a statement, if there is none yet.
  private mutating func mention(_ end: JSONTree.NodeID, kind: JSONTree.NodeID?) {
    if tree.shape(of: end) == .object { return readMention(end) }
    let id = id(end)
    guard id != .empty, !builder.knows(node: id) else { return }
    if let kind, tree.shape(of: kind) == .text { set(kind, "kind", .entity) }
    builder.endEntity(id: id, at: place(end))
  }

  /// A node that other documents may have, too.
  private mutating func readMention(_ node: JSONTree.NodeID) {
    builder.mergesNodes = true
    readNode(node)
    builder.mergesNodes = false
  }

  // MARK: - Nodes and edges

  private mutating func readNode(_ node: JSONTree.NodeID) {
    keys.begin()
    let data = tree.member("data", of: node) ?? node
    let isElement = data != node
    let idNode = keys.idNode(of: data, tree, builder.dialect)
    var id = idNode.map { self.id($0) } ?? .empty
    if id != .empty {
      countsNodes = false
    } else if countsNodes, let name = tree.member("name", of: data), tree.shape(of: name) == .text {
      id = builder.draft.intern(tree.bytes(of: name))
    }
    if isElement, tree.member("position", of: node) != nil { hasDrawings = true }
    setMembers(of: data, .entity, without: idNode, isElement: isElement)
    nodes.append(id)
    builder.endEntity(id: id, at: place(idNode ?? node))
  }

  private mutating func readEdge(_ node: JSONTree.NodeID) { readEdge(node, isStatement: false) }

  private mutating func readEdge(_ node: JSONTree.NodeID, isStatement: Bool) {
    keys.begin()
    let data = tree.member("data", of: node) ?? node
    let ends = JSONEnds(of: data, tree, builder.dialect.options)
    var edge = RecordBuilder.Edge(place: place(data))
    edge.isDirected = outline.isDirected
    if let directed = tree.member("directed", of: data) { edge.isDirected = tree.isTrue(directed) }
    if let undirected = tree.member("undirected", of: data), tree.isTrue(undirected) { edge.isDirected = false }
    if let subject = ends.subject {
      edge.subject = end(subject)
      edge.subjectPlace = place(subject)
    }
    if let object = ends.object {
      edge.object = end(object)
      edge.objectPlace = place(object)
    }
    let idNode = keys.edgeIDNode(of: data, tree, builder.dialect, isElement: data != node)
    if let idNode {
      edge.id = id(idNode)
      edge.idPlace = place(idNode)
    }
    // Where the ends are called otherwise, a text under "source" is where the statement comes from.
    if ends.isSubjectAndObject, let source = tree.text("source", of: data) { document = builder.draft.intern(source) }
    setMembers(of: data, .relation, without: idNode, ends: ends, isElement: data != node)
    builder.setDocument(document)
    if ends.isSubjectAndObject { document = .empty }
    builder.endRelation(edge)
  }

  /// An end's id; an object that stands for it may be a node that is nowhere else.
  private mutating func end(_ node: JSONTree.NodeID) -> StringID {
    let object = tree.member("kwargs", of: node) ?? node
    if tree.shape(of: object) == .object {
      guard let idNode = tree.member("id", of: object) ?? tree.member("name", of: object) else { return .empty }
      let id = id(idNode)
      if !builder.knows(node: id) { readMention(object) }
      return id
    }
    if countsNodes, tree.shape(of: node) == .number, let index = Int(tree.text(of: node)), nodes.indices.contains(index)
    {
      return nodes[index]
    }
    return id(node)
  }

  /// An id: a text, a number as it is written, or whatever else as JSON.
  private mutating func id(_ node: JSONTree.NodeID) -> StringID {
    switch tree.shape(of: node) {
    case .text, .number: builder.draft.intern(tree.bytes(of: node))
    case .null: .empty
    default: builder.draft.intern(tree.json(of: node))
    }
  }

  private func place(_ node: JSONTree.NodeID) -> PackedPlace { place(node, tree) }

  private func place(_ node: JSONTree.NodeID, _ tree: borrowing JSONTree) -> PackedPlace {
    PackedPlace(builder.source, offset: tree.offset(of: node), length: tree.length(of: node))
  }

  // MARK: - Members

  private mutating func setMembers(
    of object: JSONTree.NodeID, _ scope: RecordKey.Scope, without idNode: JSONTree.NodeID?, ends: JSONEnds? = nil,
    isElement: Bool
  ) {
    var members: [JSONTree.NodeID] = []
    tree.forEachChild(of: object) { members.append($0) }
    for member in members where member != idNode && member != ends?.subject && member != ends?.object {
      if isSecond(member, to: idNode) || isSecond(member, to: ends?.subject) || isSecond(member, to: ends?.object) {
        builder.draft.report(MemberTwice(name: tree.key(of: member)), at: place(member))
        continue
      }
      if ends?.isSubjectAndObject == true, keys.isOfStatement(tree.keyBytes(of: member)) { continue }
      if keys.isTechnical(tree.keyBytes(of: member), scope, isElement: isElement, isOurs: builder.dialect.isOurs) {
        if tree.keyBytes(of: member).elementsEqual("parent".utf8) { hasParents = true }
        continue
      }
      if tree.shape(of: member) == .object, keys.isContainer(tree.keyBytes(of: member)), !builder.dialect.isOurs {
        setMembers(of: member, scope, without: nil, isElement: false)
      } else {
        set(member, scope)
      }
    }
  }

  private func isSecond(_ member: JSONTree.NodeID, to first: JSONTree.NodeID?) -> Bool {
    guard let first else { return false }
    return tree.haveSameKey(first, member)
  }

  private mutating func set(_ member: JSONTree.NodeID, _ name: String, _ scope: RecordKey.Scope) {
    let key = builder.key(name, scope)
    tree.bytes(of: member).withUnsafeBufferPointer { builder.set(key, $0, at: place(member)) }
  }

  private mutating func set(_ member: JSONTree.NodeID, _ scope: RecordKey.Scope) {
    let place = place(member)
    let (key, isSecond) = keys.key(tree.keyBytes(of: member), scope, &builder)
    if isSecond {
      return builder.draft.report(MemberTwice(name: tree.key(of: member)), at: place)
    }
    switch (tree.shape(of: member), key.role) {
    case (.null, _): break
    case (.text, .attribute) where tree.bytes(of: member).isEmpty && !builder.dialect.isOurs: break
    case (.text, .attribute):
      builder.set(key, .text(builder.draft.intern(tree.bytes(of: member))), at: place)
    case (.number, .attribute):
      guard let value = JSONNumber.value(tree.bytes(of: member)) else {
        return builder.draft.report(NumberTooLarge(text: tree.text(of: member)), at: place)
      }
      // Others write what is missing so; Entente leaves it out.
      if case .number(let number) = value, number.isNaN, !builder.dialect.isOurs { return }
      builder.set(key, value, at: place)
    case (.boolean, .attribute): builder.set(key, .boolean(tree.isTrue(member)), at: place)
    case (.boolean, .symmetric): builder.record.isSymmetric = tree.isTrue(member)
    case (.text, _), (.number, _):
      tree.bytes(of: member).withUnsafeBufferPointer { builder.set(key, $0, at: place) }
    case (.list, .aliases):
      tree.forEachChild(of: member) { builder.record.aliases.append(builder.draft.intern(tree.bytes(of: $0))) }
    case (.list, .sameAs):
      tree.forEachChild(of: member) { node in
        tree.bytes(of: node).withUnsafeBufferPointer { builder.add(sameAs: $0, key, at: self.place(node)) }
      }
    case (.list, .citations):
      let citations = CitationNodes.citations(member, of: tree, at: place, in: builder.source, into: &builder.draft)
      if let citations {
        builder.record.citations += citations
      } else {
        builder.record.isFaulty = true
        builder.draft.report(NoCitations(), at: place)
      }
    case (.list, .mentions): cite(mentions: member)
    case (.list, .evidenceDocument): cite(documents: member)
    case (.list, .derived), (.object, .derived), (.boolean, .derived): break
    case (.list, _), (.object, _), (.boolean, _):
      let json = builder.draft.intern(tree.json(of: member))
      builder.set(RecordKey(role: .attribute, name: key.name, type: .text), .text(json), at: place)
    }
  }

  /// Several documents that name an entity.
  private mutating func cite(documents list: JSONTree.NodeID) {
    var members: [JSONTree.NodeID] = []
    tree.forEachChild(of: list) { members.append($0) }
    for member in members where tree.shape(of: member) == .text {
      builder.cite(builder.draft.intern(tree.bytes(of: member)), quote: .empty, at: place(member))
    }
  }

  /// Several documents that say the same, each with its words.
  private mutating func cite(mentions list: JSONTree.NodeID) {
    var members: [JSONTree.NodeID] = []
    tree.forEachChild(of: list) { members.append($0) }
    for member in members {
      guard let document = tree.text("source_document", of: member), !document.isEmpty else { continue }
      let evidence = tree.member("evidence", of: member).flatMap { tree.shape(of: $0) == .text ? $0 : nil }
      let quote = evidence.map { builder.draft.intern(tree.bytes(of: $0)) } ?? .empty
      builder.cite(builder.draft.intern(document), quote: quote, at: place(evidence ?? member))
    }
  }
}

// MARK: - Findings

/// JSON in which nothing is a graph.
struct NoGraphInJSON: Finding {
  let keys: [String]

  var message: String { "nothing in this file is a graph" }
  var advice: [String] {
    let found = keys.isEmpty ? [] : ["it has " + keys.prefix(8).map { "'\($0)'" }.joined(separator: ", ")]
    return found + [
      "a graph has 'nodes' and 'edges' (or 'links'), 'elements' (Cytoscape), 'nodes' and 'relationships' (LangChain), "
        + "or is a list of statements"
    ]
  }
}

/// Something else than an object, where nodes and edges are objects.
struct NoObject: Finding {
  let what: String

  var message: String { "\(what) is an object, in braces, and this is something else" }
}

/// A member of an object twice.
struct MemberTwice: Finding {
  let name: String

  var message: String { "'\(name)' stands in this object a second time" }
  var advice: [String] { ["take one of the two out"] }
}

/// A number that a graph cannot hold.
struct NumberTooLarge: Finding {
  let text: String

  var message: String { "the number \(text.prefix(40)) is too large" }
  var advice: [String] {
    ["whole numbers go from \(Int64.min) to \(Int64.max), others up to 1.8e308; in quotation marks it is a text"]
  }
}

/// A file without anything in it.
struct EmptyFile: Finding {
  var message: String { "the file is empty" }
}
