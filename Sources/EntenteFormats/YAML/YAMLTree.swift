import Entente

/// One part of a graph file, such as a relation, as a tree of located nodes.
///
/// The nodes stand in one array, parents before their children, and their texts in another: both are used again for the
/// next part, so that a file of any length needs the memory of its largest part.
struct YAMLTree {
  /// The number of a node; 0 is the root.
  typealias NodeID = Int

  enum Shape {
    case scalar, sequence, mapping
    /// An alias stands here, or a tag: it is reported already, and is no value.
    case unreadable
  }

  private struct Node {
    var shape: Shape
    var isPlain = false
    var text: Range<Int> = 0..<0
    var start: YAMLMark
    var end: YAMLMark
    /// The number of the first node that is not within this one.
    var next: NodeID = 0
  }

  /// Something that no graph file may have, wherever it stands.
  struct Problem {
    let finding: any Finding
    let start: YAMLMark
    let length: Int
    var first: YAMLMark?
  }

  private var nodes: [Node] = []
  private var bytes: [UInt8] = []
  /// What was found wrong in the tree, in the order of the places.
  private(set) var problems: [Problem] = []

  /// How deep lists and mappings may stand in each other: more than any graph file has, and far less than what keeps
  /// libyaml busy for seconds.
  private static let depthLimit = 32

  // MARK: - Reading

  /// Replaces the tree by the node that begins with `event`, the parser's current one.
  mutating func read(_ event: YAMLEvent, from parser: inout YAMLParser) throws(YAMLFault) {
    nodes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
    try append(event, from: &parser, depth: 0)
  }

  private mutating func append(_ event: YAMLEvent, from parser: inout YAMLParser, depth: Int) throws(YAMLFault) {
    guard depth <= Self.depthLimit else { throw .tooDeep(at: parser.start) }
    let id = nodes.count
    nodes.append(Node(shape: .scalar, start: parser.start, end: parser.end))
    if parser.hasTag { problems.append(Problem(finding: TagInGraphFile(), start: parser.start, length: 1)) }
    switch event {
    case .scalar:
      let start = bytes.count
      bytes.append(contentsOf: parser.text)
      nodes[id].text = start..<bytes.count
      nodes[id].isPlain = parser.isPlain
    case .alias:
      nodes[id].shape = .unreadable
      problems.append(Problem(finding: AliasInGraphFile(), start: parser.start, length: length(of: id)))
    case .sequenceStart, .mappingStart:
      nodes[id].shape = event == .sequenceStart ? .sequence : .mapping
      var child = try parser.next()
      while child != .sequenceEnd && child != .mappingEnd {
        try append(child, from: &parser, depth: depth + 1)
        child = try parser.next()
      }
      nodes[id].end = parser.end
    default: break
    }
    nodes[id].next = nodes.count
    if event == .mappingStart && nodes.count > id + 3 { checkKeys(of: id) }
  }

  /// Reports what is no key, and what is a key twice.
  private mutating func checkKeys(of mapping: NodeID) {
    var found: [Problem] = []
    var known = KnownKeys()
    for (key, _) in pairs(of: mapping) {
      guard shape(of: key) == .scalar else {
        if shape(of: key) != .unreadable {
          found.append(Problem(finding: KeyIsNoText(), start: start(of: key), length: length(of: key)))
        }
        continue
      }
      if let first = known.insert(key, in: self) {
        found.append(
          Problem(
            finding: KeyTwice(key: text(of: key)), start: start(of: key), length: length(of: key),
            first: start(of: first)))
      }
    }
    problems.append(contentsOf: found)
  }

  /// The keys of one mapping: each is compared with the others while they are few, and found by hash when they are many.
  private struct KnownKeys {
    private var few: [NodeID] = []
    private var many: [ArraySlice<UInt8>: NodeID] = [:]

    /// The node that has the same key already, if there is one.
    mutating func insert(_ key: NodeID, in tree: YAMLTree) -> NodeID? {
      let text = tree.bytes(of: key)
      if let first = few.first(where: { tree.bytes(of: $0) == text }) ?? many[text] { return first }
      if few.count < 16 { few.append(key) } else { many[text] = key }
      return nil
    }
  }

  // MARK: - Nodes

  func shape(of node: NodeID) -> Shape { nodes[node].shape }
  func start(of node: NodeID) -> YAMLMark { nodes[node].start }
  func end(of node: NodeID) -> YAMLMark { nodes[node].end }

  /// How many bytes the node has in the file; 1 when it goes over several lines.
  func length(of node: NodeID) -> Int {
    let (start, end) = (nodes[node].start, nodes[node].end)
    return start.line == end.line ? max(1, end.offset - start.offset) : 1
  }

  /// Whether the scalar has no quotes.
  func isPlain(_ node: NodeID) -> Bool { nodes[node].isPlain }

  /// Whether nothing is said: an empty place, `~` or `null`, without quotes.
  func isAbsent(_ node: NodeID) -> Bool {
    guard nodes[node].shape == .scalar, nodes[node].isPlain, nodes[node].text.count <= 4 else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text(of: node))
  }

  /// The scalar's text.
  func text(of node: NodeID) -> String { String(decoding: bytes[nodes[node].text], as: UTF8.self) }

  /// The scalar's text as bytes.
  func bytes(of node: NodeID) -> ArraySlice<UInt8> { bytes[nodes[node].text] }

  /// The scalar's text in a string table.
  func intern(_ node: NodeID, in strings: inout StringTable) -> StringID {
    bytes.withUnsafeBufferPointer { strings.intern(UnsafeBufferPointer(rebasing: $0[nodes[node].text])) }
  }

  /// The same for a text of a kind that comes again and again.
  func intern(recurring node: NodeID, in strings: inout StringTable) -> StringID {
    bytes.withUnsafeBufferPointer { strings.intern(recurring: UnsafeBufferPointer(rebasing: $0[nodes[node].text])) }
  }

  /// The nodes right below a list.
  func items(of node: NodeID) -> Items { Items(tree: self, node: node + 1, end: nodes[node].next) }

  /// The keys of a mapping, each with its value.
  func pairs(of node: NodeID) -> Pairs { Pairs(items: items(of: node)) }

  struct Items: Sequence, IteratorProtocol {
    let tree: YAMLTree
    var node: NodeID
    let end: NodeID

    mutating func next() -> NodeID? {
      guard node < end else { return nil }
      defer { node = tree.nodes[node].next }
      return node
    }
  }

  struct Pairs: Sequence, IteratorProtocol {
    var items: Items

    mutating func next() -> (key: NodeID, value: NodeID)? {
      guard let key = items.next(), let value = items.next() else { return nil }
      return (key, value)
    }
  }
}
