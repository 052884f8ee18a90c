public import Entente

/// One text of a selection, with whose it is: what messages about texts that a format cannot hold need.
struct TextUse {
  /// What it belongs to: `entity 'japan'`.
  let owner: String
  /// Where that is written.
  let place: SourcePlace?
  /// What of it: `name`.
  let property: String
  let text: String
}

extension Selection {
  /// Calls `body` with every text that an export writes. For messages; writers read columns.
  func forEachText(_ body: (TextUse) -> Void) {
    let graph = TextUse(owner: "the graph", place: nil, property: "title", text: graph.title)
    body(graph)
    for (owner, texts) in self.graph.textsOfTheWhole {
      for (property, text) in texts { body(TextUse(owner: owner, place: nil, property: property, text: text)) }
    }
    for entity in entities {
      let texts =
        [("id", entity.id), ("name", entity.name), ("note", entity.note ?? "")] + entity.aliases.map { ("alias", $0) }
        + entity.sameAs.map { ("name in a registry", $0) }
        + texts(entity.attributes) + texts(entity.citations)
      for (property, text) in texts {
        body(TextUse(owner: "entity '\(entity.id)'", place: entity.place, property: property, text: text))
      }
    }
    for relation in relations {
      let texts =
        [("id", relation.id), ("note", relation.note ?? "")] + texts(relation.attributes) + texts(relation.citations)
      for (property, text) in texts {
        body(TextUse(owner: "relation '\(relation.id)'", place: relation.place, property: property, text: text))
      }
    }
  }

  private func texts(_ attributes: Attributes) -> [(String, String)] {
    attributes.flatMap { key, value in
      let name = ("name of an attribute", key)
      guard case .text(let text) = value else { return [name] }
      return [name, ("attribute '\(key)'", text)]
    }
  }

  private func texts(_ citations: [Citation]) -> [(String, String)] {
    citations.flatMap { [("quote", $0.quote ?? ""), ("prefix", $0.prefix ?? ""), ("suffix", $0.suffix ?? "")] }
  }
}

extension RelationGraph {
  /// What documents, kinds and relation types are called, and what else is told of them.
  fileprivate var textsOfTheWhole: [(owner: String, texts: [(String, String)])] {
    documents.map { ("document '\($0.id)'", $0.texts) }
      + schema.kinds.map { ("kind '\($0.name)'", [("name", $0.name), ("plural", $0.plural)]) }
      + schema.relationTypes.map { ("relation type '\($0.name)'", [("name", $0.name), ("label", $0.label)]) }
  }
}

extension Document {
  fileprivate var texts: [(String, String)] {
    let all: [(String, String?)] = [
      ("id", id),
      ("title", title), ("author", author), ("publisher", publisher), ("pages", pages), ("text", text), ("url", url),
      ("isbn", isbn), ("doi", doi),
    ]
    return all.compactMap { property, text in text.map { (property, $0) } }
  }
}

/// A character that a format has no way to hold.
struct CharacterNotHeld: Finding {
  let format: String
  let use: TextUse
  let character: Unicode.Scalar

  var message: String {
    let code = String(character.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return "the \(use.property) of \(use.owner) holds the character U+\(padded), which \(format) cannot hold"
  }
  var advice: [String] { ["take the character out of the text"] }
}

extension Selection {
  /// Throws when a text holds a character that the format cannot: a diagnostic for each such text.
  ///
  /// - Parameters:
  ///   - format: the format, whose name the messages have.
  ///   - options: how the selection is written.
  ///   - isSuspect: whether a run of bytes may hold such a character; asked of all texts at once, so that a graph without
  ///     one costs a glance.
  ///   - forbidden: whether the format cannot hold a character.
  public func checkCharacters(
    for format: Format, _ options: ExportOptions, isSuspect: (UnsafeBufferPointer<UInt8>) -> Bool,
    forbidden: (Unicode.Scalar) -> Bool
  ) throws(CheckFailure) {
    let inGraph = options.shared.part("\(format.name).suspect", of: graph) { graph.mayHaveText(isSuspect) }
    let elsewhere = [graph.title] + graph.textsOfTheWhole.flatMap { $0.texts.map(\.1) }
    guard inGraph || elsewhere.contains(where: { $0.unicodeScalars.contains(where: forbidden) }) else { return }
    var found: [Diagnostic] = []
    forEachText { use in
      guard let character = use.text.unicodeScalars.first(where: forbidden) else { return }
      found.append(Diagnostic(CharacterNotHeld(format: format.name, use: use, character: character), at: use.place))
    }
    if !found.isEmpty { throw CheckFailure(found) }
  }
}

extension Selection {
  /// Throws when a text holds a character outside XML 1.0's `Char` (section 2.2).
  public func checkXML(for format: Format, _ options: ExportOptions) throws(CheckFailure) {
    try checkCharacters(
      for: format, options, isSuspect: XML.mayHoldForbidden, forbidden: { !XML.holds($0) })
  }

  /// Throws when a text holds the character 0, which ends texts in C.
  func checkNoZero(for format: Format, _ options: ExportOptions) throws(CheckFailure) {
    try checkCharacters(for: format, options, isSuspect: { $0.contains(0) }, forbidden: { $0.value == 0 })
  }
}
