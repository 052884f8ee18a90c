import Entente

/// What is left, as keys or items of their own, of a citation that YAML has split at a comma within its quote.
struct SplitCitation {
  private var isOpen = false

  /// The next pieces belong to a citation whose quote was not closed.
  mutating func begin() { isOpen = true }

  /// Whether a key without a value is a piece of the citation; the last piece ends with the closing quote.
  mutating func takes(_ key: YAMLTree.NodeID, _ value: YAMLTree.NodeID, in tree: YAMLTree) -> Bool {
    isOpen && tree.isAbsent(value) && takes(key, in: tree)
  }

  /// Whether an item is a piece of the citation.
  mutating func takes(_ item: YAMLTree.NodeID, in tree: YAMLTree) -> Bool {
    guard isOpen, tree.shape(of: item) == .scalar else { return false }
    isOpen = tree.bytes(of: item).last != UInt8(ascii: "\"")
    return true
  }
}

extension GraphFileReader {
  /// One citation, or a list of them, each in the short or in the long form.
  mutating func citations(of node: YAMLTree.NodeID, split: inout SplitCitation) -> [GraphDraft.CitationEntry] {
    guard tree.shape(of: node) == .sequence else { return citation(of: node, split: &split).map { [$0] } ?? [] }
    var list: [GraphDraft.CitationEntry] = []
    var split = SplitCitation()
    for item in tree.items(of: node) {
      if split.takes(item, in: tree) { continue }
      if let citation = citation(of: item, split: &split) { list.append(citation) }
    }
    return list
  }

  private mutating func citation(
    of node: YAMLTree.NodeID, split: inout SplitCitation
  ) -> GraphDraft.CitationEntry? {
    if tree.shape(of: node) == .mapping { return longCitation(of: node) }
    guard let node = scalar(node, key: "cite", expected: "a citation", example: "cite: \(CitationSyntax.example)")
    else {
      return nil
    }
    do {
      let syntax = try CitationSyntax(tree.bytes(of: node))
      var entry = GraphDraft.CitationEntry(document: draft.strings.intern(syntax.document), place: place(of: node))
      entry.documentPart = part(of: node, length: syntax.document.count)
      entry.paragraph = syntax.paragraph ?? 0
      entry.pages = syntax.pages ?? 0...0
      entry.quote = draft.strings.intern(syntax.quote ?? [])
      if syntax.paragraph == nil, syntax.pages == nil, syntax.quote == nil, let lost = lostToComment(after: node) {
        report(NotACitation(text: tree.text(of: node), problem: .comment, remedy: lost), at: node)
        return nil
      }
      return entry
    } catch {
      let text = tree.text(of: node)
      let isNumbered = error == .page || error == .paragraphIsNoNumber
      var remedy = isNumbered ? CitationSyntax.numbered(text) : CitationSyntax.remedy(for: text)
      if error == .quoteNotClosed {
        if tree.isPlain(node) { split.begin() }
        remedy = CitationSyntax.quoted(in: rest(ofLineFrom: tree.start(of: node).offset).unicodeScalars)
      }
      report(NotACitation(text: text, problem: error, remedy: remedy), at: node)
      return nil
    }
  }

  /// The citation whose paragraph YAML took for a comment, as in `cite: tass #5`, in quotes; `nil` when none was.
  private func lostToComment(after node: YAMLTree.NodeID) -> String? {
    guard tree.isPlain(node) else { return nil }
    let end = tree.end(of: node).offset
    guard bytes[min(end, bytes.count)...].first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "#") else {
      return nil
    }
    return CitationSyntax.comment(in: rest(ofLineFrom: end)).map { tree.text(of: node) + $0 }
  }

  /// The first bytes of a scalar's text, as a part of it.
  private func part(of node: YAMLTree.NodeID, length: Int) -> GraphDraft.Part {
    guard let start = verbatimStart(of: node) else { return .whole }
    return GraphDraft.Part(PackedPlace(source, offset: start, length: length), of: place(of: node))
  }

  /// `{document: tass, paragraph: 5, quote: …, prefix: …, suffix: …}`
  private mutating func longCitation(of node: YAMLTree.NodeID) -> GraphDraft.CitationEntry? {
    var entry = GraphDraft.CitationEntry(document: .empty, place: place(of: node))
    for (key, value) in tree.pairs(of: node) {
      switch tree.text(of: key) {
      case "document":
        entry.document = string(of: value, key: "document")
        entry.documentPart = GraphDraft.Part(place(of: value), of: entry.place)
      case "paragraph": entry.paragraph = paragraph(of: value)
      case "page": entry.pages = pages(of: value)
      case "quote": entry.quote = string(of: value, key: "quote")
      case "prefix": entry.prefix = string(of: value, key: "prefix")
      case "suffix": entry.suffix = string(of: value, key: "suffix")
      default: reportUnknown(key: key, value: value, of: .citation)
      }
    }
    if entry.document == .empty {
      report(NotACitation(text: "", problem: .noDocument, remedy: nil), at: node)
      return nil
    }
    if entry.quote == .empty, entry.prefix != .empty || entry.suffix != .empty {
      report(NotACitation(text: "", problem: .contextWithoutQuote, remedy: nil), at: node)
    }
    return entry
  }

  private mutating func pages(of node: YAMLTree.NodeID) -> ClosedRange<Int> {
    guard let node = scalar(node, key: "page", expected: "a number from 1") else { return 0...0 }
    if let pages = Citation.pages(tree.text(of: node)) { return pages }
    report(
      WrongForm(key: "page", expected: "a number from 1", found: "'\(tree.text(of: node))'", example: "page: 12-14"),
      at: node)
    return 0...0
  }

  private mutating func paragraph(of node: YAMLTree.NodeID) -> Int {
    guard let node = scalar(node, key: "paragraph", expected: "a number from 1") else { return 0 }
    if let number = CitationSyntax.paragraph(tree.bytes(of: node)) { return number }
    report(
      WrongForm(
        key: "paragraph", expected: "a number from 1", found: "'\(tree.text(of: node))'", example: "paragraph: 5"),
      at: node)
    return 0
  }
}
