import Entente

/// Reads what Entente writes where a format has a text for citations: a JSON list of objects.
struct CitationTextReader: ~Copyable {
  private var reader = JSONReader()
  private var tree = JSONTree()
  private var citations: [GraphDraft.CitationEntry] = []

  /// Adds the citations of a text to others; `false`, and nothing, when it is no such list.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, at place: PackedPlace, into draft: inout GraphDraft,
    _ citations: inout [GraphDraft.CitationEntry]
  ) -> Bool {
    if let document = Self.onlyDocument(in: text) {
      citations.append(GraphDraft.CitationEntry(document: draft.intern(recurring: document), place: place))
      return true
    }
    guard let found = list(text, at: place, into: &draft) else { return false }
    citations += found
    return true
  }

  /// The document of a list of one citation that says nothing else, which is what most are.
  private static func onlyDocument(in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let (head, tail) = ("[{\"document\":\"" as StaticString, "\"}]" as StaticString)
    let count = text.count - head.utf8CodeUnitCount - tail.utf8CodeUnitCount
    guard count >= 0, UnsafeBufferPointer(rebasing: text.prefix(head.utf8CodeUnitCount)).equals(head),
      UnsafeBufferPointer(rebasing: text.suffix(tail.utf8CodeUnitCount)).equals(tail)
    else { return nil }
    let document = UnsafeBufferPointer(rebasing: text[head.utf8CodeUnitCount..<head.utf8CodeUnitCount + count])
    // What JSON writes otherwise than it reads is the list's reader's.
    for byte in document where byte < 0x20 || byte > 0x7e || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      return nil
    }
    return document
  }

  private mutating func list(
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
