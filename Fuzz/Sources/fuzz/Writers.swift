import Entente

extension Subject {
  /// Any names, notes, quotes and attributes: the input's lines, in turn, wherever a text can stand.
  static let writers = Subject(name: "writers") { bytes in
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
    let (graph, _) = draft.finish(title: text())
    Laws.hold(graph)
  }
}
