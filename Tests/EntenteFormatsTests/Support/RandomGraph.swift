import Entente

/// Graphs made at random, the same for the same seed: ids, texts, dates, statuses, citations and attributes of every form.
enum RandomGraph {
  /// A generator that gives the same numbers everywhere (SplitMix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }

  private static let pieces = [
    "a", "b", "null", "true", "1956", "0x1f", "1e5", "~", "- x", "? y", ": ", " #", "#", "\"", "'", "\\", "\n", "\r",
    "\t",
    "\u{85}", "\u{a0}", "\u{2028}", "\u{202e}", "\u{feff}", "é", "e\u{301}", "日本", "👩🏽‍🚀", " ", "  ",
    "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "=", "<<", "---", "...", "yes", "No",
  ]

  private static let registryNames = [
    "wikidata:Q17", "geonames:1861060", "https://example.org/?a=1;b=2#c", "urn:x:日本", "orcid:0000-0002-1825-0097",
  ]

  /// What a graph may have that not every format holds.
  struct Extremes: OptionSet {
    let rawValue: Int
    /// Characters that XML 1.0 forbids.
    static let controls = Extremes(rawValue: 1)
    /// Numbers that are infinite, or none.
    static let infinities = Extremes(rawValue: 2)
    /// Documents whose texts nobody looks up.
    static let textless = Extremes(rawValue: 4)
  }

  private static let controls = ["\u{0}", "\u{7}"]

  /// Names of attributes that formats, or tools, use themselves.
  private static let names = [
    "label", "id", "source", "target", "weight", "Weight", "kind", "type", "when", "x", "key", "attr_label", "attr_x",
    "original_id", "possible_from", "start_latest", "citations", "status", "answer", "rank", "share", "sure", "name",
    "node_id", "symmetric", "size", "note", "type:ID", "x:START_ID", "label:string", "x:IGNORE", ":END_ID", "from",
    "to", "Source", "Type", "Target", "nodes", "a:string[]",
  ]

  private static let ids = [
    "japan", "russia", "курилы", "a-1", "null", "yes", "1956", "Fox Islands", "x y", "-", "#", "日本",
  ]
  private static let kinds = ["state", "person", "memorandum", "Armed Group", "title", "entity"]
  private static let types = ["claims", "met", "issued", "allied with", "x", "null"]

  /// A subtitle, looks of entities and up to three sides, for every second graph.
  private static func addLooks(
    to draft: inout GraphDraft, _ chosen: [String], _ text: (inout Numbers) -> String, _ numbers: inout Numbers
  ) {
    guard Bool.random(using: &numbers) else { return }
    draft.add(subtitle: text(&numbers))
    for id in chosen where Bool.random(using: &numbers) {
      let look = EntityLook(
        shape: Kind.Shape.allCases.randomElement(using: &numbers),
        colour: Bool.random(using: &numbers) ? Kind.Colour.allCases.randomElement(using: &numbers) : nil)
      draft.change(entity: id) { $0.look = look }
    }
    let sides = ["north", "null", "the others"].map { id in
      Side(id, name: Bool.random(using: &numbers) ? id + text(&numbers) : nil)
    }
    for (place, side) in sides.enumerated() {
      let members = chosen.enumerated().filter { $0.offset % 4 == place }.map { draft.intern($0.element) }
      if !members.isEmpty { draft.add(side: side, members: members) }
    }
  }

  /// The graph of a seed.
  static func graph(seed: UInt64, _ extremes: Extremes = .controls) throws -> RelationGraph {
    let pieces = extremes.contains(.controls) ? pieces + controls : pieces
    var numbers = Numbers(state: seed)
    var draft = GraphDraft()
    func text(_ numbers: inout Numbers) -> String {
      (0..<Int.random(in: 1...4, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }
    func text() -> String { text(&numbers) }
    func maybe<T>(_ value: () -> T) -> T? { Bool.random(using: &numbers) ? value() : nil }
    draft.add(title: text())
    draft.add(
      kind: Kind(
        "memorandum", plural: "memoranda", happens: Bool.random(using: &numbers),
        shape: maybe { Kind.Shape.allCases.randomElement(using: &numbers) } ?? nil,
        colour: maybe { Kind.Colour.allCases.randomElement(using: &numbers) } ?? nil))
    for type in types where type != "met" {
      draft.add(
        relationType: RelationType(
          type, label: maybe(text), directed: Bool.random(using: &numbers),
          holds: Holding.allCases.randomElement(using: &numbers) ?? .throughout,
          quiet: Bool.random(using: &numbers)))
    }
    draft.add(relationType: RelationType("met", from: maybe { ["state"] } ?? [], directed: false))
    var documents: [String] = []
    for id in ["tass", "Le Monde", "null", "a b#c"] {
      documents.append(id)
      draft.add(
        document: Document(
          id, title: maybe(text), author: maybe(text), publisher: maybe(text),
          date: maybe { try? EDTF(Specimens.dates.randomElement(using: &numbers) ?? "1956") } ?? nil,
          pages: maybe { "12-\(UInt8.random(in: 13...99, using: &numbers))" },
          text: maybe { "\(text())x.txt" }.flatMap { extremes.contains(.textless) ? nil : $0 },
          url: maybe { "https://example.org/?a=\(UInt8.random(in: 0...9, using: &numbers))" }, isbn: maybe(text),
          doi: maybe(text)))
    }
    func citations() -> [Citation] {
      (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
        let quote = maybe(text)
        let page = Int.random(in: 1...4_000, using: &numbers)
        let pages = maybe { page...(page + Int.random(in: 0...3, using: &numbers)) }
        return Citation(
          document: documents.randomElement(using: &numbers) ?? "tass",
          paragraph: pages == nil ? maybe { Int.random(in: 1...2_000_000_000, using: &numbers) } : nil, pages: pages,
          quote: quote, prefix: quote == nil ? nil : maybe(text), suffix: quote == nil ? nil : maybe(text))
      }
    }
    func attributes() -> [String: AttributeValue] {
      var attributes: [String: AttributeValue] = [:]
      for _ in 0..<Int.random(in: 0...3, using: &numbers) {
        let values: [AttributeValue] = [
          .text(text()), .integer(.random(in: .min ... .max, using: &numbers)), .boolean(.random(using: &numbers)),
          .integer(.random(in: -9...9, using: &numbers)),
          .number(Double(Int.random(in: -9...9, using: &numbers)) * 1.5e-7), .number(-0.0), .number(1e300),
        ]
        let infinities: [AttributeValue] = [.number(.nan), .number(.infinity), .number(-.infinity)]
        let name = Bool.random(using: &numbers) ? text() : names.randomElement(using: &numbers) ?? "x"
        attributes[name] = (extremes.contains(.infinities) ? values + infinities : values).randomElement(
          using: &numbers)
      }
      return attributes
    }
    let chosen = ids.shuffled(using: &numbers).prefix(Int.random(in: 1...ids.count, using: &numbers))
    for id in chosen {
      draft.entity(
        id, kind: kinds.randomElement(using: &numbers) ?? "state", name: maybe { "n\(text())" },
        aliases: (0..<Int.random(in: 0...2, using: &numbers)).map { _ in "a\(text())" },
        sameAs: maybe { registryNames.shuffled(using: &numbers).prefix(Int.random(in: 1...3, using: &numbers)) }
          .map(Array.init) ?? [],
        when: maybe { Specimens.dates.randomElement(using: &numbers) } ?? nil, note: maybe(text), cite: citations(),
        attributes: attributes())
    }
    addLooks(to: &draft, Array(chosen), text, &numbers)
    for row in 0..<Int.random(in: 0...12, using: &numbers) {
      let type = types.filter { $0 != "met" }.randomElement(using: &numbers) ?? "x"
      draft.relation(
        chosen.randomElement(using: &numbers) ?? "", type, chosen.randomElement(using: &numbers) ?? "",
        when: maybe { Specimens.dates.randomElement(using: &numbers) } ?? nil,
        status: Status.allCases.randomElement(using: &numbers) ?? .asserted,
        cite: citations(), accordingTo: maybe { chosen.randomElement(using: &numbers) } ?? nil, note: maybe(text),
        id: "\(text()) \(row)", attributes: attributes())
    }
    return try draft.graph()
  }
}
