/// A JSON value, such as one of a list's thousands, with the place of all that is in it.
///
/// The nodes stand in one array, parents before their children, and their texts in another: both are used again for the next
/// value, so that a file of any length needs the memory of its largest part.
package struct JSONTree: ~Copyable {
  /// The number of a node; 0 is the root.
  package typealias NodeID = Int

  /// What a node is.
  package enum Shape: Sendable {
    case object, list, text, number, boolean, null
  }

  private struct Node {
    let shape: Shape
    let isTrue: Bool
    /// Where its bytes stand in ``bytes``: a text, or a number as it is written.
    let text: Range<Int>
    /// Its name in the object that it is in.
    let key: Range<Int>
    /// Where it is in the source.
    let offset: Int
    var length: Int
    /// The number of the first node that is not within this one.
    var next: NodeID
  }

  private var nodes: [Node] = []
  private var bytes: [UInt8] = []

  /// A tree to be read.
  package init() {}

  /// Replaces the tree by the value that begins with `token`, the reader's last.
  package mutating func read(_ token: JSONReader.Token, from reader: inout JSONReader) throws {
    nodes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    try append(token, key: 0..<0, from: &reader)
  }

  private mutating func append(_ token: JSONReader.Token, key: Range<Int>, from reader: inout JSONReader) throws {
    let id = nodes.count
    let shape = Shape(token)
    let text = shape == .text || shape == .number ? keep(reader.text) : 0..<0
    nodes.append(
      Node(
        shape: shape, isTrue: token == .yes, text: text, key: key, offset: reader.offset, length: reader.length,
        next: id + 1))
    guard shape == .object || shape == .list else { return }
    // The reader's limit on depth holds for the recursion, too.
    while case let token = try reader.next(), token != .endObject && token != .endArray {
      if token == .key {
        let name = keep(reader.text)
        try append(try reader.next(), key: name, from: &reader)
      } else {
        try append(token, key: 0..<0, from: &reader)
      }
    }
    nodes[id].length = reader.offset + 1 - nodes[id].offset
    nodes[id].next = nodes.count
  }

  private mutating func keep(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return start..<bytes.count
  }

  // MARK: - Nodes

  /// What the node is.
  package func shape(of node: NodeID) -> Shape { nodes[node].shape }
  /// The byte of the source that it begins with.
  package func offset(of node: NodeID) -> Int { nodes[node].offset }
  /// How many bytes it takes there.
  package func length(of node: NodeID) -> Int { nodes[node].length }
  /// Whether it is `true`.
  package func isTrue(_ node: NodeID) -> Bool { nodes[node].isTrue }

  /// The text, or the number as it is written.
  package func text(of node: NodeID) -> String { String(decoding: bytes[nodes[node].text], as: UTF8.self) }
  /// The same as bytes.
  package func bytes(of node: NodeID) -> ArraySlice<UInt8> { bytes[nodes[node].text] }
  /// The name of a member.
  package func key(of node: NodeID) -> String { String(decoding: bytes[nodes[node].key], as: UTF8.self) }
  /// The same as bytes.
  package func keyBytes(of node: NodeID) -> ArraySlice<UInt8> { bytes[nodes[node].key] }

  /// Whether two members have the same name.
  package func haveSameKey(_ first: NodeID, _ second: NodeID) -> Bool {
    let (first, second) = (nodes[first].key, nodes[second].key)
    return first.count == second.count && bytes[first] == bytes[second]
  }

  /// The member of that name, the first if there are several; none of what is no object.
  package func member(_ name: StaticString, of node: NodeID) -> NodeID? {
    guard nodes[node].shape == .object else { return nil }
    var child = node + 1
    while child < nodes[node].next {
      let isIt = bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[nodes[child].key]).equals(name) }
      if isIt { return child }
      child = nodes[child].next
    }
    return nil
  }

  /// Calls `body` with each member of an object, or item of a list.
  package func forEachChild(of node: NodeID, _ body: (NodeID) throws -> Void) rethrows {
    var child = node + 1
    while child < nodes[node].next {
      try body(child)
      child = nodes[child].next
    }
  }
}

extension JSONTree {
  /// The node as JSON on one line.
  func json(of node: NodeID) -> String {
    switch shape(of: node) {
    case .text: return JSON.quoted(text(of: node))
    case .number: return text(of: node)
    case .boolean: return isTrue(node) ? "true" : "false"
    case .null: return "null"
    case .list:
      var items: [String] = []
      forEachChild(of: node) { items.append(json(of: $0)) }
      return "[" + items.joined(separator: ",") + "]"
    case .object:
      var members: [String] = []
      forEachChild(of: node) { members.append(JSON.quoted(key(of: $0)) + ":" + json(of: $0)) }
      return "{" + members.joined(separator: ",") + "}"
    }
  }
}

extension JSONTree.Shape {
  fileprivate init(_ token: JSONReader.Token) {
    self =
      switch token {
      case .beginObject: .object
      case .beginArray: .list
      case .number: .number
      case .yes, .no: .boolean
      case .null: .null
      case .string, .key, .endObject, .endArray, .end: .text
      }
  }
}
