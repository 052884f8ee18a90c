import Entente

/// Hears a GraphML document, and makes entities and relations of its nodes and edges.
///
/// Nested graphs are flattened; what tools draw is left out but for labels. Hyperedges and ports are errors: no relation
/// says the same.
struct GraphMLReader: ~Copyable, XMLHandler {
  private var builder: RecordBuilder
  private var keys = GraphMLReadingKeys()
  private var open: [Element] = [.document]

  /// Whether edges have a direction that say nothing themselves, by the graphs that are open.
  private var defaults: [Bool] = []
  private var nodes: [Node] = []
  private var edge: RecordBuilder.Edge
  /// Records that wait while a graph within them is read.
  private var waiting: [RecordBuilder.Record] = []
  /// The key of the data that is open.
  private var key: Int?
  private var label: [UInt8] = []
  private var labelOffset = 0
  /// How many graphs there were.
  private(set) var graphs = 0
  private var hasNestedGraphs = false
  private var hasDrawings = false
  private var hasGraphData = false
  private var hasDescription = false

  /// What an element is to the reader, by where it stands.
  private enum Element: UInt8 {
    case document, graphml, key, keyDefault, graph, description, node, edge, data
    /// Within data, what a tool draws; and the text of a label in it.
    case drawing, label
    /// The graph's own data.
    case graphData
    /// What is of no interest, with all that is in it.
    case skipped
  }

  private struct Node {
    let id: StringID
    let place: PackedPlace
  }

  init(_ builder: consuming RecordBuilder) {
    edge = RecordBuilder.Edge(place: .none)
    self.builder = builder
  }

  var source: SourceID { builder.source }

  /// Whether nodes had other ids once than those by which edges name them.
  var renamesNodes: Bool { builder.renamesNodes }

  /// Reports what is said once for the whole file, and gives the draft back.
  consuming func finish() -> GraphDraft {
    let place = PackedPlace(builder.source)
    if hasNestedGraphs {
      builder.draft.report(LeftOut(what: "graphs stand within nodes: which node stands in which is"), at: place)
    }
    if hasDrawings && !builder.dialect.isOurs {
      builder.draft.report(LeftOut(what: "shapes, colours and places, but not labels, are"), at: place)
    }
    if hasGraphData { builder.draft.report(LeftOut(what: "attributes of the graph itself are"), at: place) }
    return builder.finish()
  }

  private static let names: [XMLName: Element] = [
    XMLName("graphml"): .graphml, XMLName("key"): .key, XMLName("default"): .keyDefault, XMLName("graph"): .graph,
    XMLName("desc"): .description, XMLName("node"): .node, XMLName("edge"): .edge, XMLName("data"): .data,
  ]
  private static let data = XMLName("data")
  private static let edgeName = XMLName("edge")
  private static let nodeName = XMLName("node")
  private static let hyperedge = XMLName("hyperedge")
  private static let port = XMLName("port")
  private static let labels: Set = [XMLName("NodeLabel"), XMLName("EdgeLabel")]

  // MARK: - Elements

  mutating func start(_ element: borrowing XMLElement) throws {
    let parent = open[open.count - 1]
    switch parent {
    case .edge, .node:
      if element.name == Self.data && !element.isForeign { return beginData(element) }
      open.append(try beginWithinRecord(element, parent))
    case .graph: open.append(try beginWithinGraph(element))
    case .data: open.append(beginDrawing(element))
    case .drawing: open.append(beginDrawing(element))
    case .label: open.append(.drawing)
    case .document:
      guard element.name == XMLName("graphml") && !element.isForeign else {
        throw AnotherRoot(offset: element.offset, length: element.length)
      }
      open.append(.graphml)
    case .graphml:
      switch element.isForeign ? nil : Self.names[element.name] {
      case .key: open.append(beginKey(element))
      case .graph: open.append(beginGraph(element))
      case .data: open.append(beginGraphData())
      default: open.append(.skipped)
      }
    case .key:
      let isDefault = !element.isForeign && Self.names[element.name] == .keyDefault
      open.append(isDefault ? .keyDefault : .skipped)
    case .keyDefault, .description, .graphData, .skipped: open.append(.skipped)
    }
  }

  mutating func leaf(_ element: borrowing XMLElement, _ text: UnsafeBufferPointer<UInt8>, at offset: Int) throws {
    let parent = open[open.count - 1]
    guard parent == .edge || parent == .node, element.name == Self.data, !element.isForeign else {
      try start(element)
      if !text.isEmpty { try self.text(text, at: offset) }
      return try end()
    }
    guard let key = findKey(element, parent), let use = keys.use(of: key) else { return }
    builder.set(use, text, at: place(offset, text.count))
  }

  /// Ids, sources and targets: where there are many, each look-up would wait for memory.
  mutating func expect(_ hashes: ArraySlice<UInt32>) { builder.draft.fetch(hashes) }

  mutating func end() throws {
    switch open.removeLast() {
    case .data: key = nil
    case .edge:
      fillDefaults(.relation)
      builder.endRelation(edge)
    case .node:
      fillDefaults(.entity)
      if let node = nodes.popLast() { builder.endEntity(id: node.id, at: node.place) }
    case .graph:
      defaults.removeLast()
      if let record = waiting.popLast() {
        builder.record = record
        keys.comeBack()
      }
    case .label: endLabel()
    default: break
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) throws {
    switch open[open.count - 1] {
    case .data:
      guard let key, let use = keys.use(of: key) else { return }
      builder.set(use, text, at: place(offset, text.count))
    case .label:
      if label.isEmpty { labelOffset = offset }
      label.append(contentsOf: text)
    case .keyDefault: keys.setDefault(text, at: place(offset, text.count))
    case .description: describe(text, at: offset)
    default: break
    }
  }

  private func place(_ offset: Int, _ length: Int) -> PackedPlace {
    PackedPlace(builder.source, offset: offset, length: length)
  }

  private func place(_ element: borrowing XMLElement) -> PackedPlace { place(element.offset, element.length) }

  // MARK: - Keys and graphs

  private mutating func beginKey(_ element: borrowing XMLElement) -> Element {
    let place = element.value("id").map { self.place($0.offset, $0.length) } ?? place(element)
    keys.declare(element, at: place, into: &builder)
    return .key
  }

  private mutating func beginGraph(_ element: borrowing XMLElement) -> Element {
    graphs += 1
    var isDirected = defaults.last ?? true
    if let direction = element.value("edgedefault") {
      isDirected = !direction.value.equals("undirected")
      if isDirected && !direction.value.equals("directed") {
        let finding = UnknownDirection(name: direction.text, known: ["directed", "undirected"])
        builder.draft.report(finding, at: place(direction.offset, direction.length))
      }
    }
    if !defaults.isEmpty { hasNestedGraphs = true }
    defaults.append(isDirected)
    if open.contains(.node) || open.contains(.edge) {
      waiting.append(builder.record)
      builder.record = RecordBuilder.Record()
      keys.leave()
    }
    return .graph
  }

  private mutating func beginGraphData() -> Element {
    hasGraphData = true
    return .graphData
  }

  /// What Entente says of the whole graph stands in the graph's description, as JSON.
  private mutating func describe(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard defaults.count == 1, !hasDescription, text.first == UInt8(ascii: "{") else { return }
    hasDescription = true
    var reader = JSONReader()
    var tree = JSONTree()
    reader.restart(with: text)
    guard let token = try? reader.next(), (try? tree.read(token, from: &reader)) != nil,
      FactsReader.isFacts(0, of: tree)
    else { return }
    FactsReader.read(0, of: tree, at: place(offset, text.count), &builder)
  }

  // MARK: - Nodes and edges

  private mutating func beginWithinGraph(_ element: borrowing XMLElement) throws -> Element {
    if element.isForeign { return .skipped }
    if element.name == Self.edgeName { return beginEdge(element) }
    if element.name == Self.nodeName { return beginNode(element) }
    if element.name == Self.hyperedge {
      builder.draft.report(NotInAGraph(what: "a hyperedge", words: "joins more than two nodes"), at: place(element))
      return .skipped
    }
    switch Self.names[element.name] {
    case .data: return beginGraphData()
    case .description: return .description
    case .key: return beginKey(element)
    default: return .skipped
    }
  }

  private mutating func beginNode(_ element: borrowing XMLElement) -> Element {
    keys.begin(&builder)
    var id = StringID.empty
    var place = place(element)
    for attribute in element.attributes {
      if attribute.name.equals("id") {
        id = builder.draft.intern(attribute.value)
        place = self.place(attribute.offset, attribute.length)
      } else if attribute.name.equals("labels") || attribute.name.equals("label") {
        let use = builder.key(attribute.name.equals("labels") ? "labels" : "label", .entity)
        builder.set(use, attribute.value, at: self.place(attribute.offset, attribute.length))
      }
    }
    nodes.append(Node(id: id, place: place))
    return .node
  }

  private mutating func beginEdge(_ element: borrowing XMLElement) -> Element {
    keys.begin(&builder)
    edge = RecordBuilder.Edge(place: place(element))
    edge.isDirected = defaults.last ?? true
    for attribute in element.attributes {
      let place = place(attribute.offset, attribute.length)
      switch attribute.name.count {
      case 2 where attribute.name.equals("id"):
        edge.id = builder.draft.intern(attribute.value)
        edge.idPlace = place
      case 6 where attribute.name.equals("source"):
        edge.subject = builder.draft.intern(attribute.value)
        edge.subjectPlace = place
      case 6 where attribute.name.equals("target"):
        edge.object = builder.draft.intern(attribute.value)
        edge.objectPlace = place
      case 8 where attribute.name.equals("directed"): edge.isDirected = attribute.value.equals("true")
      case 5 where attribute.name.equals("label"):
        builder.set(builder.key("label", .relation), attribute.value, at: place)
      case 10 where attribute.name.equals("sourceport") || attribute.name.equals("targetport"):
        builder.draft.report(NotInAGraph(what: "a port", words: "is a part of a node"), at: place)
      default: break
      }
    }
    return .edge
  }

  private mutating func beginWithinRecord(_ element: borrowing XMLElement, _ parent: Element) throws -> Element {
    if element.isForeign { return .skipped }
    if element.name == Self.port {
      builder.draft.report(NotInAGraph(what: "a port", words: "is a part of a node"), at: place(element))
      return .skipped
    }
    if Self.names[element.name] == .graph { return beginGraph(element) }
    return .skipped
  }

  // MARK: - Data

  @inline(__always)
  private mutating func beginData(_ element: borrowing XMLElement) {
    key = findKey(element, open[open.count - 1])
    open.append(.data)
  }

  /// The row of the key that data name within a node or an edge; `nil`, after a report, when they name none.
  @inline(__always)
  private mutating func findKey(_ element: borrowing XMLElement, _ parent: Element) -> Int? {
    guard let id = element.value("key") else {
      builder.draft.report(DataWithoutKey(), at: place(element))
      return nil
    }
    return keys.find(id, parent == .edge ? .relation : .entity, at: place(id.offset, id.length), into: &builder)
  }

  private mutating func fillDefaults(_ scope: RecordKey.Scope) {
    if !keys.hasDefaults { return }
    for (use, value) in keys.missingDefaults(scope) { builder.set(use, to: value) }
  }

  // MARK: - What tools draw

  private mutating func beginDrawing(_ element: borrowing XMLElement) -> Element {
    hasDrawings = true
    guard Self.labels.contains(element.name) else { return .drawing }
    label.removeAll(keepingCapacity: true)
    labelOffset = element.offset
    return .label
  }

  private mutating func endLabel() {
    let isEdge = open.contains(.edge) && !(open.lastIndex(of: .node) ?? 0 > open.lastIndex(of: .edge) ?? 0)
    let use = keys.labelUse(isEdge ? .relation : .entity, &builder)
    let trimmed = label.drop { $0 <= 0x20 }
    let end = trimmed.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? trimmed.startIndex
    let place = place(labelOffset, label.count)
    Array(trimmed[..<end]).withUnsafeBufferPointer { builder.set(use, $0, at: place) }
  }
}

/// Something of GraphML that a graph of entities and relations has no place for.
struct NotInAGraph: Finding {
  let what: String
  let words: String

  var message: String { "\(what) \(words): a graph of relations has no place for it" }
  var advice: [String] { ["leave it out, or make it a node that edges lead to"] }
}

/// Data that name no key.
struct DataWithoutKey: Finding {
  var message: String { "the data name no key" }
  var advice: [String] { [#"it looks like this: <data key="d0">…</data>"#] }
}
