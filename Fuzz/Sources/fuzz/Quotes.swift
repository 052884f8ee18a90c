import Entente

extension Subject {
  /// The quote is the first line, the text what follows: where the quote stands as it is, once, it is found.
  static let quotes = Subject(name: "quotes") { bytes in
    let end = bytes.firstIndex(of: 10) ?? bytes.endIndex
    let quote = String(decoding: bytes[..<end], as: UTF8.self)
    let text = String(decoding: bytes[end...], as: UTF8.self)
    var draft = GraphDraft()
    draft.entity("a", kind: "person")
    draft.relation("a", "met", "a", cite: [Citation(document: "d", quote: quote)])
    let (graph, _) = draft.finish()
    _ = graph.check(texts: ["d": DocumentText(text)])
  }
}
