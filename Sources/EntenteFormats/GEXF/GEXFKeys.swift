import Entente

/// The `<attribute>` elements of a GEXF file: Entente's own, then the graph's.
struct GEXFKeys: Sendable {
  /// The label, the id and the weight are attributes of the elements themselves.
  static let entityNames = PropertySyntax.entityNames.filter { ![.label, .name, .id].contains($0.key) }
  static let relationNames = PropertySyntax.relationNames.filter {
    ![.label, .id, .weight, .interaction].contains($0.key)
  }

  /// Names that Gephi and NetworkX use themselves.
  private static let taken =
    [
      "id", "label", "start", "end", "weight", "kind", "viz", "pid", "parents", "spells", "timeset", "interval",
      "source",
    ]
    + ["target", "networkx_key"]

  let values: AttributeKeys
  private let names: [String]
  private let types: [String]

  init(of selection: Selection) {
    let keys = AttributeKeys(of: selection)
    values = keys
    names = keys.names(
      avoiding: Self.taken + Self.entityNames.values + Self.relationNames.values, in: selection.graph.columns.strings)
    types = keys.keys.map(\.gexfType)
  }

  var own: [OwnProperty] { zip(names, types).map { OwnProperty(name: $0, isText: $1 == "string") } }

  /// The ids, which are also the titles, and the types of what nodes or edges have.
  func declarations(_ scope: PropertySyntax.Scope) -> [(name: String, type: String)] {
    let names = scope == .entity ? Self.entityNames : Self.relationNames
    let ours = Property.allCases.compactMap { property in names[property].map { ($0, property.gexfType) } }
    let own = values.keys.indices.filter { index in
      let key = values.keys[index]
      return (scope == .entity ? key.entityCount : key.relationCount) > 0
    }
    return ours + own.map { (self.names[$0], types[$0]) }
  }

  func changes(in format: Format, of graph: RelationGraph) -> [Loss] {
    values.changes(in: format, names: names, texts: values.keys.map { $0.reasonForText(hasInfinity: true) }, of: graph)
  }
}

extension Property {
  fileprivate var gexfType: String {
    switch self {
    case .startEarliest, .startLatest, .endEarliest, .endLatest: "integer"
    case .symmetric: "boolean"
    default: "string"
    }
  }
}

extension AttributeKeys.Key {
  fileprivate var gexfType: String {
    switch type {
    case .boolean: "boolean"
    case .integer(let range): range.fitsInt32 ? "integer" : "long"
    case .number: "double"
    case .text: "string"
    }
  }
}
