import Entente

extension Subject {
  /// Any names, notes, quotes and attributes, in every format that is written.
  static let writers = Subject(name: "writers") { bytes in
    if let graph = AnyTexts.graph(of: bytes) { Laws.hold(graph) }
    _ = isUsed
  }

  private static let isUsed: Bool = {
    if AnyTexts.graph(of: Array("plain\nwords".utf8)) == nil { broken("plain texts make a graph") }
    return true
  }()
}

/// A graph whose texts are an input's lines, in turn, wherever a text can stand.
enum AnyTexts {
  static func graph(of bytes: [UInt8]) -> RelationGraph? {
    let lines = bytes.split(separator: 10, maxSplits: 40, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    var next = 0
    func text() -> String {
      next += 1
      return lines[next % lines.count]
    }
    var draft = GraphDraft()
    let kinds = ["person", "state", "treaty", "island"]
    let ids = (0..<4).map { "\(text())\($0)" }
    for (id, kind) in zip(ids, kinds) {
      draft.entity(id, kind: kind, name: text(), aliases: [text()], note: text())
    }
    draft.relation(ids[1], "claims", ids[3], when: "1945~/..", note: text(), attributes: ["remark": .text(text())])
    draft.relation(ids[1], "signed", ids[2], when: "1956", attributes: [text(): .text(text())])
    let document = text() + "d"
    draft.add(document: Document(document, title: text(), author: text()))
    draft.relation(ids[0], "president-of", ids[1], cite: [Citation(document: document, quote: text())])
    let (graph, diagnostics) = draft.finish(title: text())
    // What is no graph to a reader is none here.
    let found = diagnostics + graph.check(texts: [:]).diagnostics
    return found.contains { $0.severity == .error } ? nil : graph
  }
}
