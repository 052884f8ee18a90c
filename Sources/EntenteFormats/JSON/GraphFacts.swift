import Entente

extension RelationGraph {
  /// What the graph says about itself, for formats that keep it in a description: title, documents, and the kinds and
  /// relation types that are not built in.
  var facts: JSONValue {
    let (kinds, types) = (schema.ownKinds, schema.ownRelationTypes)
    let schema = JSONValue.object([("kinds", .list(kinds.map(\.facts))), ("relations", .list(types.map(\.facts)))])
    return .object([
      ("title", .text(title)), ("documents", .list(documents.map(\.facts))),
      ("schema", kinds.isEmpty && types.isEmpty ? nil : schema),
    ])
  }
}

extension Document {
  fileprivate var facts: JSONValue {
    .object([
      ("id", .text(id)), ("title", title.map { .text($0) }), ("publisher", publisher.map { .text($0) }),
      ("date", date.map { .text($0.text) }), ("text", text.map { .text($0) }), ("url", url.map { .text($0) }),
    ])
  }
}

extension Kind {
  fileprivate var facts: JSONValue {
    .object([("name", .text(name)), ("plural", .text(plural)), ("happens", .boolean(happens))])
  }
}

extension RelationType {
  fileprivate var facts: JSONValue {
    .object([
      ("name", .text(name)), ("label", .text(label)), ("from", .texts(from)), ("to", .texts(to)),
      ("directed", .boolean(directed)), ("holds", .text(holds.rawValue)),
    ])
  }
}
