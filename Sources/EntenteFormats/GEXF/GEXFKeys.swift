import Entente

/// The `<attribute>` elements of a GEXF file: Entente's own, then the graph's.
struct GEXFKeys: Sendable {
  /// The label, the id and the weight are attributes of the elements themselves.
  static let entityNames = PropertySyntax.entityNames.filter { ![.label, .name, .id].contains($0.key) }
  static let relationNames = PropertySyntax.relationNames.filter {
    ![.label, .id, .weight, .interaction].contains($0.key)
  }

  /// Names that Gephi and NetworkX use themselves.
  private static let taken = [
    "id", "start", "end", "viz", "pid", "parents", "spells", "timeset", "interval", "source", "target", "networkx_key",
  ]

  let values: AttributeKeys
  /// The key that is the relations' weight.
  let weight: Int?
  private let names: [String]
  private let types: [String]

  init(of selection: Selection, _ options: ExportOptions) {
    let keys = AttributeKeys(of: selection)
    values = keys
    weight = keys.weightIfAny(of: selection, options)
    names = keys.names(avoiding: PropertySyntax.reserved.union(Self.taken))
    types = keys.keys.map(\.gexfType)
  }

  var own: [OwnProperty] { zip(names, types).map { OwnProperty(name: $0, isText: $1 == "string") } }

  /// What a reader must know to give the attributes back as they were.
  var facts: AttributeFacts { AttributeFacts(values, names: names, types: names.map { _ in nil }, weight: weight) }

  /// The ids, which are also the titles, and the types of what nodes or edges have.
  func declarations(_ scope: PropertySyntax.Scope, answers: Bool) -> [(name: String, type: String)] {
    let names = scope == .entity ? Self.entityNames : Self.relationNames
    let ours = Property.allCases.filter { values.needs($0, answers: answers) }
      .compactMap { property in names[property].map { ($0, property.gexfType) } }
    let own = values.keys.indices.filter { index in
      let key = values.keys[index]
      return (scope == .entity ? key.entityCount : key.relationCount) > 0
    }
    return ours + own.map { (self.names[$0], types[$0]) }
  }

  func changes(in format: Format) -> [Loss] {
    // The weight is told by the edge itself; its copy among the attributes is no news.
    let told = names.indices.map { $0 == weight ? values.keys[$0].name : names[$0] }
    return values.changes(
      in: format, names: told, types: values.keys.map { $0.reasonForText(hasInfinity: true).map { "text: \($0)" } })
  }
}

extension Property {
  fileprivate var gexfType: String {
    switch self {
    case .possibleFrom, .certainFrom, .certainTo, .possibleTo: "integer"
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
