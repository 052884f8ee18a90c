public import Entente

extension RelationGraph {
  /// What the graph says about itself, for formats that keep it in a description: title, documents, the kinds and relation
  /// types that are not built in, and what was renamed.
  ///
  /// - Parameter attributes: What attributes are in the graph that are called or typed otherwise in the file.
  func facts(_ attributes: AttributeFacts? = nil) -> JSONValue {
    let (kinds, types) = (schema.ownKinds, schema.ownRelationTypes)
    let schema = JSONValue.object([("kinds", .list(kinds.map(\.facts))), ("relations", .list(types.map(\.facts)))])
    return .object([
      ("title", .text(title)), ("documents", .list(documents.map(\.facts))),
      ("schema", kinds.isEmpty && types.isEmpty ? nil : schema), ("attributes", attributes?.json),
      ("seal", seal.documents.isEmpty ? nil : seal.facts),
    ])
  }
}

extension ByteWriter {
  /// Writes what a graph says about itself, as JSON on one line, for a description that a format has room for: its title,
  /// its documents, and the kinds and relation types that are not built in. Entente's readers find it there.
  public mutating func write(factsOf graph: RelationGraph, escaping escapes: borrowing Escapes) throws {
    let json = try ByteWriter.memory { try $0.write(json: graph.facts()) }
    try write(text: String(decoding: json, as: UTF8.self), escaping: escapes)
  }
}

/// What a reader must know to give attributes back as they were: only those that a file calls or types otherwise.
struct AttributeFacts {
  private var members: [(String, JSONValue?)] = []

  /// - Parameters:
  ///   - names: what the keys are called in the file.
  ///   - types: the types that the file's own do not tell.
  ///   - weight: the key that is also written as the weight.
  init(_ keys: AttributeKeys, names: [String], types: [String?], weight: Int?) {
    for (index, key) in keys.keys.enumerated() where names[index] != key.name || types[index] != nil {
      let name = names[index] == key.name ? nil : JSONValue.text(key.name)
      members.append((names[index], .object([("name", name), ("type", types[index].map { .text($0) })])))
    }
    if let weight, keys.keys[weight].name != AttributeKeys.weight {
      members.append((AttributeKeys.weight, .object([("copy-of", .text(keys.keys[weight].name))])))
    }
  }

  /// An object with a member for each; `nil` when there are none.
  var json: JSONValue? { members.isEmpty ? nil : .object(members) }
}

extension Seal {
  /// The sealed documents by their ids, as the file of a seal has them.
  fileprivate var facts: JSONValue {
    .object(
      documents.sorted { $0.key < $1.key }.map { id, text in
        let citations = text.citations.sorted { $0.key < $1.key }.map { ($0.key, JSONValue?.some(.text($0.value))) }
        return (id, .object([("sha256", .text(text.digest)), ("citations", .object(citations))]))
      })
  }
}

extension Document {
  /// How many of its fields every table of documents has.
  static let commonFields = 5

  /// What is known of it but for its id, under the names that graph files have.
  var fields: [(name: String, text: String?)] {
    [("title", title), ("publisher", publisher), ("date", date?.text), ("text", text), ("url", url)] + scholarly
  }

  /// What books and articles have, as far as it is known; most documents of most graphs have none.
  private var scholarly: [(name: String, text: String?)] {
    [("author", author), ("pages", pages), ("isbn", isbn), ("doi", doi)]
  }

  fileprivate var facts: JSONValue {
    .object([("id", .text(id))] + fields.map { name, text in (name, text.map { .text($0) }) })
  }
}

extension Kind {
  fileprivate var facts: JSONValue {
    .object([
      ("name", .text(name)), ("plural", .text(plural)), ("happens", .boolean(happens)),
      ("shape", shape.map { .text($0.rawValue) }), ("colour", colour.map { .text($0.rawValue) }),
    ])
  }
}

extension RelationType {
  fileprivate var facts: JSONValue {
    .object([
      ("name", .text(name)), ("label", .text(label)), ("from", .texts(from)), ("to", .texts(to)),
      ("directed", .boolean(directed)), ("holds", .text(holds.rawValue)),
      ("quiet", quiet ? .boolean(true) : nil),
    ])
  }
}
