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
    let property: OwnProperty
    /// What its values are in the file that they are not in the graph, where that is so.
    let change: String?
    /// The type in the graph, where the file's does not tell it.
    let original: String?
  }

  static let entityNames = PropertySyntax.entityNames
  static let relationNames = PropertySyntax.relationNames
  static let originalID = "original_id"

  /// Names under which tools keep things of their own.
  private static let ofTools = [
    "id", "source", "target", "key", "nodelabel", "x", "y", "z", "xpos", "ypos", "zpos", "size", "color", "r", "g", "b",
  ]
  private static let taken = PropertySyntax.reserved.union(ofTools)

  /// The graph's own attributes, as they are there.
  let values: AttributeKeys
  /// The same as GraphML has them.
  let own: [Own]
  /// The key that is the relations' weight.
  let weight: Int?

  init(of selection: Selection, _ options: ExportOptions) {
    let keys = AttributeKeys(of: selection, options, omitsNothing: true)
    let weight = keys.weightIfAny(of: selection, options)
    let (entities, relations) = (keys.entityCount, keys.relationCount)
    var stems = Self.taken
    stems.remove(AttributeKeys.weight)
    values = keys
    self.weight = weight
    own = zip(keys.keys.indices, keys.names(avoiding: Self.taken, weight: weight)).map { index, name in
      let key = keys.keys[index]
      let isSparse = keys.isSparse(key)
      let form = Form(of: key, isSparse: isSparse, isWeight: index == weight)
      let stem = AttributeKeys.unused(XMLNames.name(name), in: &stems)
      func fills(_ count: Int, of all: Int) -> Bool { form.isNumber && count > 0 && count < all }
      let property = OwnProperty(
        name: stem, isText: !form.isNumber, fillsEntities: fills(key.entityCount, of: entities),
        fillsRelations: fills(key.relationCount, of: relations))
      return Own(
        name: name, idStem: stem, type: form.type, isOnNodes: key.entityCount > 0, isOnEdges: key.relationCount > 0,
        property: property, change: form.change, original: form.original)
    }
  }

  /// A key's id: unique across nodes and edges. TinkerPop goes by two of them, which are what it calls them.
  static func id(_ name: String, _ scope: PropertySyntax.Scope) -> String {
    switch (scope, name) {
    case (.entity, "kind"): "labelV"
    case (.relation, "type"): "labelE"
    case (.entity, _): "n_" + name
    case (.relation, _): "e_" + name
    }
  }

  /// What a reader must know to give the attributes back as they were.
  var facts: AttributeFacts {
    AttributeFacts(values, names: own.map(\.name), types: own.map(\.original), weight: weight)
  }

  /// The file's keys; those for ids that had to change only where there are any.
  func declarations(nodeIDs: Bool, edgeIDs: Bool, answers: Bool) -> [Declaration] {
    let isWeightOurs = weight.map { values.keys[$0].name != AttributeKeys.weight } ?? false
    func isThere(_ property: Property) -> Bool {
      property == .weight ? isWeightOurs : values.needs(property, answers: answers)
    }
    func declare(_ scope: PropertySyntax.Scope, _ names: [Property: String], _ hasIDs: Bool) -> [Declaration] {
      let ours = Property.allCases.filter(isThere).compactMap { property in
        names[property].map { ($0, property.graphMLType) }
      }
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
  func changes(in format: Format) -> [Loss] {
    let count = values.omitted
    let omitted = "\(count == 1 ? "1 number that is" : "\(count) numbers that are") NaN, as where there is none"
    return values.changes(in: format, names: own.map(\.name), types: own.map(\.change))
      + (count == 0 ? [] : [Loss(format, omitted, severity: .note)])
  }

  /// What GraphML has in place of an attribute's type: the one type that all values fit, and all tools read.
  private struct Form {
    let type: String
    let change: String?
    let original: String?
    /// Whether it is a number, which is never absent: some tools read a missing one as 0.
    var isNumber: Bool { type != "string" }

    init(of key: AttributeKeys.Key, isSparse: Bool, isWeight: Bool) {
      if let reason = key.reasonForText(hasInfinity: true) {
        self.init("string", "text: \(reason)")
        return
      }
      let filled = isSparse ? "a number that is NaN where an entity or relation lacks it" : nil
      switch key.type {
      case .text: self.init("string")
      case .boolean: self.init(isSparse ? "double" : "int", filled, original: "boolean")
      case .number: self.init("double", filled)
      case .integer(let range) where !range.fitsDouble:
        self.init("string", "text: its numbers are beyond 2^53", original: "integer")
      case .integer where isSparse || isWeight: self.init("double", filled)
      case .integer(let range): self.init(range.fitsInt32 ? "int" : "long")
      }
    }

    private init(_ type: String, _ change: String? = nil, original: String? = nil) {
      self.type = type
      self.change = change
      self.original = original
    }
  }
}

extension Property {
  fileprivate var graphMLType: String {
    switch self {
    case .symmetric, .possibleFrom, .certainFrom, .certainTo, .possibleTo: "int"
    case .weight: "double"
    default: "string"
    }
  }
}
