import Entente

/// The properties of nodes and relationships, with the types that databases with tables ask for.
struct CypherKeys: Sendable {
  static let entityNames = PropertySyntax.entityNames.filter { ![.label, .id].contains($0.key) }
  static let relationNames = PropertySyntax.relationNames.filter {
    ![.id, .type, .interaction, .weight].contains($0.key)
  }

  let values: AttributeKeys
  private let names: [String]
  private let reasons: [String?]

  init(of selection: Selection) {
    values = AttributeKeys(of: selection)
    let taken = ["id"] + Self.entityNames.values + Self.relationNames.values
    names = values.names(avoiding: taken)
    reasons = values.keys.map { $0.reasonForText() }
  }

  var own: [OwnProperty] { zip(names, reasons).map { OwnProperty(name: $0, isText: $1 != nil) } }

  func changes(in format: Format) -> [Loss] {
    values.changes(in: format, names: names, types: reasons.map { $0.map { "text: \($0)" } })
  }

  /// The columns of a table of nodes or relationships, but for the id: ``name` TYPE`, with commas between.
  func columns(_ scope: PropertySyntax.Scope, answers: Bool) -> String {
    let names = scope == .entity ? Self.entityNames : Self.relationNames
    let ours = Property.allCases.filter { values.needs($0, answers: answers) }.compactMap { property in
      names[property].map { ($0, property.tableType) }
    }
    let own = values.keys.indices.filter { index in
      (scope == .entity ? values.keys[index].entityCount : values.keys[index].relationCount) > 0
    }
    let types = own.map { (self.names[$0], reasons[$0] == nil ? values.keys[$0].tableType : "STRING") }
    return (ours + types).map { "\(CypherText.name($0)) \($1)" }.joined(separator: ", ")
  }
}

extension Property {
  fileprivate var tableType: String {
    switch self {
    case .possibleFrom, .certainFrom, .certainTo, .possibleTo: "INT64"
    case .symmetric: "BOOLEAN"
    case .aliases, .sameAs: "STRING[]"
    default: "STRING"
    }
  }
}

extension AttributeKeys.Key {
  fileprivate var tableType: String {
    switch type {
    case .boolean: "BOOLEAN"
    case .integer: "INT64"
    case .number: "DOUBLE"
    case .text: "STRING"
    }
  }
}
