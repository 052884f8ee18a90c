import Entente

/// Hears a GEXF document, and makes entities and relations of its nodes and edges.
struct GEXFReader: ~Copyable, XMLHandler {
  private var builder: RecordBuilder
  private var open: [Element] = [.document]
  private var keys: [Key] = []
  private var rows: [String: Int] = [:]
  private var isPlanned = false
  private var isDirected = true
  private var hasOwnKinds = false

  private var nodes: [Node] = []
  private var edge = RecordBuilder.Edge(place: .none)
  private var span = GEXFSpan()
  /// Which keys the record has, by its number.
  private var record = 0
  private var text: [UInt8] = []
  private var textOffset = 0
  private var textKey: Int?
  private var scopeOfKeys = RecordKey.Scope.entity

  private var hasNestedNodes = false
  private var hasDrawings = false
  private var hasChangingValues = false
  private var hasTimesOfDay = false

  private enum Element: UInt8 {
    case document, gexf, meta, description, graph, attributes, attribute, attributeDefault, nodes, node, edges, edge
    case values, value, spells, spell, skipped
  }

  /// An attribute as it is declared.
  private struct Key {
    let title: String
    let type: RecordKey.ValueType
    let scope: RecordKey.Scope
    var standard: KeyDefault?
    var use: RecordKey?
    var lastRecord = 0
  }

  /// A node that is open, for nodes may stand in nodes.
  private struct Node {
    let id: StringID
    let place: PackedPlace
    var record: RecordBuilder.Record
    var span: GEXFSpan
    var number: Int
  }

  init(_ builder: consuming RecordBuilder) { self.builder = builder }

  var source: SourceID { builder.source }

  /// Reports what is said once for the whole file, and gives the draft back.
  consuming func finish() -> GraphDraft {
    let place = PackedPlace(builder.source)
    if hasNestedNodes {
      builder.draft.report(LeftOut(what: "nodes stand within nodes: which stands in which is"), at: place)
    }
    if hasDrawings && !builder.dialect.isOurs {
      builder.draft.report(LeftOut(what: "colours, sizes and places are"), at: place)
    }
    if hasChangingValues {
      builder.draft.report(LeftOut(what: "values change in time: all but the last of each are"), at: place)
    }
    if hasTimesOfDay { builder.draft.report(LeftOut(what: "times of day are"), at: place) }
    return builder.finish()
  }

  private static let names: [XMLName: Element] = [
    XMLName("meta"): .meta, XMLName("description"): .description, XMLName("graph"): .graph,
    XMLName("attributes"): .attributes, XMLName("attribute"): .attribute, XMLName("default"): .attributeDefault,
    XMLName("nodes"): .nodes, XMLName("node"): .node, XMLName("edges"): .edges, XMLName("edge"): .edge,
    XMLName("attvalues"): .values, XMLName("attvalue"): .value, XMLName("spells"): .spells, XMLName("slices"): .spells,
    XMLName("spell"): .spell, XMLName("slice"): .spell,
  ]

  /// What may stand where.
  private static let children: [Element: Set<Element>] = [
    .gexf: [.meta, .graph], .meta: [.description], .graph: [.attributes, .nodes, .edges], .attributes: [.attribute],
    .attribute: [.attributeDefault], .nodes: [.node], .node: [.values, .spells, .nodes, .edges], .edges: [.edge],
    .edge: [.values, .spells], .values: [.value], .spells: [.spell],
  ]

  // MARK: - Elements

  mutating func start(_ element: borrowing XMLElement) throws {
    let parent = open[open.count - 1]
    if parent == .document {
      guard element.name == XMLName("gexf") else {
        throw AnotherRoot(offset: element.offset, length: element.length)
      }
      open.append(.gexf)
      return
    }
    if element.isForeign {
      if parent == .node || parent == .edge { hasDrawings = true }
      open.append(.skipped)
      return
    }
    guard let child = Self.names[element.name], Self.children[parent]?.contains(child) == true else {
      open.append(.skipped)
      return
    }
    open.append(child)
    switch child {
    case .graph: beginGraph(element)
    case .attributes:
      scopeOfKeys = element.value("class").map { $0.value.equals("edge") } == true ? .relation : .entity
    case .attribute: declare(element)
    case .nodes: if parent == .node { hasNestedNodes = true }
    case .node: beginNode(element)
    case .edge: beginEdge(element)
    case .value: set(element)
    case .spell: addSpell(element)
    default: break
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) throws {
    switch open[open.count - 1] {
    case .description: describe(text, at: offset)
    case .attributeDefault:
      guard !keys.isEmpty else { return }
      keys[keys.count - 1].standard = KeyDefault(text, at: place(offset, text.count))
    default: break
    }
  }

  mutating func end() throws {
    switch open.removeLast() {
    case .node: endNode()
    case .edge: endEdge()
    default: break
    }
  }

  private func place(_ offset: Int, _ length: Int) -> PackedPlace {
    PackedPlace(builder.source, offset: offset, length: length)
  }

  private func place(_ attribute: XMLAttribute) -> PackedPlace { place(attribute.offset, attribute.length) }

  // MARK: - What is said of the whole

  private mutating func beginGraph(_ element: borrowing XMLElement) {
    guard let type = element.value("defaultedgetype") else { return }
    isDirected = !type.value.equals("undirected")
    let known = ["directed", "undirected", "mutual"]
    if !known.contains(type.text) {
      builder.draft.report(UnknownDirection(name: type.text, known: known), at: place(type))
    }
  }

  private mutating func describe(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard text.first == UInt8(ascii: "{") else { return }
    var reader = JSONReader()
    var tree = JSONTree()
    reader.restart(with: text)
    guard let token = try? reader.next(), (try? tree.read(token, from: &reader)) != nil,
      FactsReader.isFacts(0, of: tree)
    else { return }
    FactsReader.read(0, of: tree, at: place(offset, text.count), &builder)
  }

  private mutating func declare(_ element: borrowing XMLElement) {
    let place = place(element.offset, element.length)
    guard let id = element.value("id") else { return builder.draft.report(AttributeWithoutID(), at: place) }
    let row = "\(scopeOfKeys) \(id.text)"
    if rows[row] != nil { return builder.draft.report(AttributeIDTwice(id: id.text), at: self.place(id)) }
    let title = element.value("title")?.text ?? id.text
    rows[row] = keys.count
    let type = builder.type(element.value("type"), ofKey: title, at: place)
    if scopeOfKeys == .entity, title == "kind" { hasOwnKinds = true }
    keys.append(Key(title: title, type: type, scope: scopeOfKeys))
  }

  private mutating func plan() {
    isPlanned = true
    builder.dialect.recognize(relationNames: keys.lazy.filter { $0.scope == .relation }.map(\.title))
    for row in keys.indices {
      keys[row].use = builder.key(keys[row].title, keys[row].scope, type: keys[row].type).ifKept
    }
  }

  // MARK: - Nodes and edges

  private mutating func beginNode(_ element: borrowing XMLElement) {
    if !isPlanned { plan() }
    if let last = nodes.indices.last {
      nodes[last].record = builder.record
      nodes[last].span = span
      builder.record = RecordBuilder.Record()
    }
    record += 1
    let id = element.value("id")
    nodes.append(
      Node(
        id: id.map { builder.draft.intern($0.value) } ?? .empty,
        place: id.map { place($0) } ?? place(element.offset, element.length), record: RecordBuilder.Record(),
        span: GEXFSpan(), number: record))
    span = GEXFSpan(element, at: place(element.offset, element.length))
    if let label = element.value("label") { set("label", label, .entity) }
    if let kind = element.value("kind") { set("kind", kind, .entity) }
    if element.value("pid") != nil { hasNestedNodes = true }
  }

  private mutating func endNode() {
    guard let node = nodes.popLast() else { return }
    fillDefaults(.entity, node.number)
    setSpan()
    builder.endEntity(id: node.id, at: node.place)
    if let last = nodes.last {
      builder.record = last.record
      span = last.span
    }
  }

  private mutating func beginEdge(_ element: borrowing XMLElement) {
    if !isPlanned { plan() }
    record += 1
    edge = RecordBuilder.Edge(place: place(element.offset, element.length))
    edge.isDirected = isDirected
    span = GEXFSpan(element, at: edge.place)
    for attribute in element.attributes {
      if attribute.name.equals("id") {
        edge.id = builder.draft.intern(attribute.value)
        edge.idPlace = place(attribute)
      } else if attribute.name.equals("source") {
        edge.subject = builder.draft.intern(attribute.value)
        edge.subjectPlace = place(attribute)
      } else if attribute.name.equals("target") {
        edge.object = builder.draft.intern(attribute.value)
        edge.objectPlace = place(attribute)
      } else if attribute.name.equals("type") {
        setDirection(attribute)
      } else if attribute.name.equals("kind") && !builder.dialect.isOurs {
        set("kind", attribute, .relation)
      } else if attribute.name.equals("label") {
        set("label", attribute, .relation)
      } else if attribute.name.equals("weight") {
        setWeight(attribute)
      }
    }
  }

  /// Whether the edge has a direction; "mutual" is both at once. NetworkX has relations' types there.
  private mutating func setDirection(_ attribute: XMLAttribute) {
    if attribute.value.equals("directed") {
      edge.isDirected = true
    } else if attribute.value.equals("undirected") || attribute.value.equals("mutual") {
      edge.isDirected = false
    } else {
      set("type", attribute, .relation)
    }
  }

  private mutating func endEdge() {
    fillDefaults(.relation, record)
    setSpan()
    builder.endRelation(edge)
  }

  private mutating func set(_ name: String, _ attribute: XMLAttribute, _ scope: RecordKey.Scope) {
    let key = builder.key(name, scope)
    if key.role != .attribute { builder.set(key, attribute.value, at: place(attribute)) }
  }

  /// A weight of 1 is what edges have that have none.
  private mutating func setWeight(_ attribute: XMLAttribute) {
    let isOne = attribute.value.equals("1.0") || attribute.value.equals("1")
    if isOne && !builder.dialect.isOurs { return }
    let key = builder.key("weight", .relation, type: .number)
    if key.role != .derived { builder.set(key, attribute.value, at: place(attribute)) }
  }

  private mutating func set(_ element: borrowing XMLElement) {
    let isEdge = open[open.count - 3] == .edge
    guard let name = element.value("for") ?? element.value("id"), let value = element.value("value") else {
      return builder.draft.report(ValueWithoutAttribute(), at: place(element.offset, element.length))
    }
    let scope = isEdge ? RecordKey.Scope.relation : .entity
    guard let row = rows["\(scope) \(name.text)"] else {
      return builder.draft.report(UndeclaredAttribute(id: name.text), at: place(name))
    }
    let number = isEdge ? record : nodes.last?.number ?? record
    let isSecond = keys[row].lastRecord == number
    keys[row].lastRecord = number
    guard let key = keys[row].use else { return }
    if isSecond {
      hasChangingValues = true
      builder.record.attributes.removeAll { $0.key == key.name }
    }
    if value.value.isEmpty, builder.dialect.isOurs, key.role == .attribute {
      // Other tools write empty texts where there is nothing.
      builder.set(key, StoredValue.text(.empty), at: place(value))
    } else {
      builder.set(key, value.value, at: place(value))
    }
  }

  private mutating func fillDefaults(_ scope: RecordKey.Scope, _ number: Int) {
    for key in keys where key.scope == scope && key.lastRecord != number {
      guard let standard = key.standard, let use = key.use else { continue }
      builder.set(use, to: standard)
    }
  }

  // MARK: - Times

  private mutating func addSpell(_ element: borrowing XMLElement) {
    span.add(element, at: place(element.offset, element.length))
  }

  private mutating func setSpan() {
    defer { span = GEXFSpan() }
    guard !span.isEmpty, !builder.dialect.isOurs else { return }
    hasTimesOfDay = hasTimesOfDay || span.hasTimeOfDay
    let text = builder.draft.intern(span.text)
    builder.setSpan(start: text, end: text, at: span.place)
  }
}

/// An attribute without an id.
struct AttributeWithoutID: Finding {
  var message: String { "the attribute has no id, by which values could name it" }
}

/// Two attributes of one id.
struct AttributeIDTwice: Finding {
  let id: String

  var message: String { "the file has an attribute '\(id)' already" }
}

/// A value of an attribute that no `<attribute>` declares.
struct UndeclaredAttribute: Finding {
  let id: String

  var message: String { "no attribute '\(id)' is declared here" }
  var advice: [String] {
    [#"<attributes class="node"> declares those of nodes, <attributes class="edge"> those of edges"#]
  }
}

/// A value that names no attribute.
struct ValueWithoutAttribute: Finding {
  var message: String { "the value names no attribute, or has no value" }
  var advice: [String] { [#"it looks like this: <attvalue for="0" value="…"/>"#] }
}
