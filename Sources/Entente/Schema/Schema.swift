/// The kinds and relation types that are in force for a graph: the built-in ones, and the file's own in their place or beside them.
public struct Schema: Sendable, Hashable {
  /// The kinds, built-in ones first, in the order of their definition.
  public private(set) var kinds: [Kind] = []
  /// The relation types, built-in ones first, in the order of their definition.
  public private(set) var relationTypes: [RelationType] = []
  private var kindRows: [String: Int] = [:]
  private var pluralRows: [String: Int] = [:]
  private var typeRows: [String: Int] = [:]

  /// The schema with these kinds and relation types; of two with one name the later stands, at the earlier one's place.
  public init(kinds: [Kind], relationTypes: [RelationType]) {
    for kind in kinds { define(kind) }
    for type in relationTypes { define(type) }
  }

  /// The kind with that name.
  public func kind(_ name: String) -> Kind? { kindRows[name].map { kinds[$0] } }

  /// The kind whose plural heads a section of a graph file.
  public func kind(plural: String) -> Kind? { pluralRows[plural].map { kinds[$0] } }

  /// The relation type with that name.
  public func relationType(_ name: String) -> RelationType? { typeRows[name].map { relationTypes[$0] } }

  /// The kinds that are not the built-in ones, word for word.
  public var ownKinds: [Kind] { kinds.filter { Schema.builtIn.kind($0.name) != $0 } }

  /// The relation types that are not the built-in ones, word for word.
  public var ownRelationTypes: [RelationType] {
    relationTypes.filter { Schema.builtIn.relationType($0.name) != $0 }
  }

  package func row(ofKind name: String) -> Int? { kindRows[name] }
  package func row(ofRelationType name: String) -> Int? { typeRows[name] }

  package mutating func define(_ kind: Kind) {
    if let row = kindRows[kind.name] {
      pluralRows[kinds[row].plural] = nil
      kinds[row] = kind
      pluralRows[kind.plural] = row
    } else {
      kindRows[kind.name] = kinds.count
      pluralRows[kind.plural] = kinds.count
      kinds.append(kind)
    }
  }

  package mutating func define(_ type: RelationType) {
    if let row = typeRows[type.name] {
      relationTypes[row] = type
    } else {
      typeRows[type.name] = relationTypes.count
      relationTypes.append(type)
    }
  }
}
