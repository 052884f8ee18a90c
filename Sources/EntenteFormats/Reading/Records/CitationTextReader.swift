import Entente

/// Reads what Entente writes where a format has a text for citations: a JSON list of objects.
struct CitationTextReader: ~Copyable {
  private var reader = JSONReader()
  private var tree = JSONTree()
  private var citations: [GraphDraft.CitationEntry] = []

  /// The citations of a text; `nil` when it is no such list.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, at place: PackedPlace, into draft: inout GraphDraft
  ) -> [GraphDraft.CitationEntry]? {
    guard text.first == UInt8(ascii: "[") else { return nil }
    do {
      reader.restart(with: text)
      try tree.read(try reader.next(), from: &reader)
      guard case .end = try reader.next() else { return nil }
    } catch {
      return nil
    }
    return CitationNodes.citations(0, of: tree, at: place, into: &draft)
  }
}

/// Citations as JSON objects.
enum CitationNodes {
  /// The citations of a list; `nil` when it is none.
  ///
  /// - Parameter place: where all of them are; `nil` when the tree's own places are the source's.
  static func citations(
    _ list: JSONTree.NodeID, of tree: borrowing JSONTree, at place: PackedPlace, in source: SourceID? = nil,
    into draft: inout GraphDraft
  ) -> [GraphDraft.CitationEntry]? {
    guard tree.shape(of: list) == .list else { return nil }
    var citations: [GraphDraft.CitationEntry] = []
    var isWhole = true
    tree.forEachChild(of: list) { node in
      let place = source.map { PackedPlace($0, offset: tree.offset(of: node), length: tree.length(of: node)) } ?? place
      guard let citation = citation(node, of: tree, at: place, into: &draft) else {
        isWhole = false
        return
      }
      citations.append(citation)
    }
    return isWhole ? citations : nil
  }

  private static func citation(
    _ node: JSONTree.NodeID, of tree: borrowing JSONTree, at place: PackedPlace, into draft: inout GraphDraft
  ) -> GraphDraft.CitationEntry? {
    guard let document = tree.member("document", of: node), tree.shape(of: document) == .text else { return nil }
    var entry = GraphDraft.CitationEntry(document: draft.intern(tree.bytes(of: document)), place: place)
    if let paragraph = tree.member("paragraph", of: node) {
      guard let number = Int(tree.text(of: paragraph)), number > 0 else { return nil }
      entry.paragraph = number
    }
    if let page = tree.member("page", of: node) {
      guard let pages = Citation.pages(tree.text(of: page)) else { return nil }
      entry.pages = pages
    }
    func text(_ name: StaticString, _ draft: inout GraphDraft) -> StringID {
      guard let member = tree.member(name, of: node), tree.shape(of: member) == .text else { return .empty }
      return draft.intern(tree.bytes(of: member))
    }
    entry.quote = text("quote", &draft)
    entry.prefix = text("prefix", &draft)
    entry.suffix = text("suffix", &draft)
    return entry
  }
}
