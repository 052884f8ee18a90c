import Entente

/// The `<key>` elements of a file: Entente's own attributes, then the graph's.
struct GraphMLKeys: Sendable {
  /// An attribute as GraphML declares it.
  struct Declaration: Sendable {
    let id: String
    let scope: PropertySyntax.Scope
    let name: String
    let type: String
  }

  /// One of the graph's own attributes.
  struct Own: Sendable {
    /// Its name in the file, which is none of ours and of the tools'.
    let name: String
    /// Its key ids are this after `n_` and `e_`.
    let idStem: String
    let type: String
    let isOnNodes: Bool
    let isOnEdges: Bool
    /// Why numbers are text, where they are.
    let change: String?

    var property: OwnProperty { OwnProperty(name: idStem, isText: type == "string") }
  }

  /// TinkerPop has a name for kinds, and one for relation types.
  static let entityNames = PropertySyntax.entityNames.merging([.kind: "labelV"]) { $1 }
  static let relationNames = PropertySyntax.relationNames.merging([.type: "labelE"]) { $1 }
  static let originalID = "original_id"

  /// Names under which tools keep things of their own.
  private static let ofTools = [
    "id", "source", "target", "key", "nodelabel", "x", "y", "z", "xpos", "ypos", "zpos", "size", "color", "r", "g", "b",
  ]
  private static let taken = Set(ofTools + entityNames.values + relationNames.values + [originalID])

  /// The graph's own attributes, as they are there.
  let values: AttributeKeys
  /// The same as GraphML has them.
  let own: [Own]

  init(of selection: Selection) {
    let keys = AttributeKeys(of: selection)
    let strings = selection.graph.columns.strings
    let (entities, relations) = (selection.entityRows.count, selection.relationRows.count)
    var stems = Self.taken
    values = keys
    own = zip(keys.keys, keys.names(avoiding: Self.taken, in: strings)).map { key, name in
      let (type, change) = Self.type(of: key, entities: entities, relations: relations)
      return Own(
        name: name, idStem: AttributeKeys.unused(XMLNames.name(name), in: &stems), type: type,
        isOnNodes: key.entityCount > 0, isOnEdges: key.relationCount > 0, change: change)
    }
  }

  /// A key's id: unique across nodes and edges, but for TinkerPop's two, which are what they are.
  static func id(_ name: String, _ scope: PropertySyntax.Scope) -> String {
    if name == "labelV" || name == "labelE" { return name }
    return (scope == .entity ? "n_" : "e_") + name
  }

  /// The file's keys; those for ids that had to change only where there are any.
  func declarations(nodeIDs: Bool, edgeIDs: Bool) -> [Declaration] {
    func declare(_ scope: PropertySyntax.Scope, _ names: [Property: String], _ hasIDs: Bool) -> [Declaration] {
      let ours = Property.allCases.compactMap { property in names[property].map { ($0, property.graphMLType) } }
      return (ours + (hasIDs ? [(Self.originalID, "string")] : [])).map { name, type in
        Declaration(id: Self.id(name, scope), scope: scope, name: name, type: type)
      }
    }
    func declare(_ scope: PropertySyntax.Scope, _ own: [Own]) -> [Declaration] {
      own.map { Declaration(id: Self.id($0.idStem, scope), scope: scope, name: $0.name, type: $0.type) }
    }
    return declare(.entity, Self.entityNames, nodeIDs) + declare(.entity, own.filter(\.isOnNodes))
      + declare(.relation, Self.relationNames, edgeIDs) + declare(.relation, own.filter(\.isOnEdges))
  }

  /// What the file says otherwise than the graph does.
  func changes(in format: Format, of graph: RelationGraph) -> [Loss] {
    values.changes(in: format, names: own.map(\.name), texts: own.map(\.change), of: graph)
  }

  /// The type that all values fit, for tools that read a missing number as 0: numbers stand everywhere or are text.
  private static func type(
    of key: AttributeKeys.Key, entities: Int, relations: Int
  ) -> (type: String, change: String?) {
    if let reason = key.reasonForText(hasInfinity: true) { return ("string", reason) }
    let isSparse =
      (key.entityCount > 0 && key.entityCount < entities) || (key.relationCount > 0 && key.relationCount < relations)
    let sparse = "not every entity or relation has it, and some tools read a missing number as 0"
    switch key.type {
    case .text: return ("string", nil)
    case _ where isSparse: return ("string", sparse)
    case .boolean: return ("int", nil)
    case .number: return ("double", nil)
    case .integer(let range) where range.fitsInt32: return ("int", nil)
    case .integer(let range) where range.fitsDouble: return ("long", nil)
    case .integer: return ("string", "its numbers are beyond 2^53")
    }
  }
}

extension Property {
  fileprivate var graphMLType: String {
    switch self {
    case .symmetric, .startEarliest, .startLatest, .endEarliest, .endLatest: "int"
    case .weight: "double"
    default: "string"
    }
  }
}
