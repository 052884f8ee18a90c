import Entente

/// The `<key>` elements of a file: Entente's own attributes, then the graph's.
struct GraphMLKeys: Sendable {
  /// An attribute as GraphML declares it.
  struct Key: Sendable, Hashable {
    let id: String
    let name: String
    let type: String
  }

  static let ofNodes = [
    Key(id: "n_label", name: "label", type: "string"), Key(id: "n_name", name: "name", type: "string"),
    Key(id: "n_node_id", name: "node_id", type: "string"), Key(id: "labelV", name: "labelV", type: "string"),
    Key(id: "n_aliases", name: "aliases", type: "string"), Key(id: "n_note", name: "note", type: "string"),
    Key(id: "n_citations", name: "citations", type: "string"), Key(id: "n_when", name: "when", type: "string"),
  ]
  static let ofEdges = [
    Key(id: "e_edge_id", name: "edge_id", type: "string"), Key(id: "labelE", name: "labelE", type: "string"),
    Key(id: "e_label", name: "label", type: "string"), Key(id: "e_interaction", name: "interaction", type: "string"),
    Key(id: "e_symmetric", name: "symmetric", type: "int"), Key(id: "e_weight", name: "weight", type: "double"),
    Key(id: "e_holds", name: "holds", type: "string"), Key(id: "e_status", name: "status", type: "string"),
    Key(id: "e_according_to", name: "according_to", type: "string"), Key(id: "e_note", name: "note", type: "string"),
    Key(id: "e_citations", name: "citations", type: "string"), Key(id: "e_when", name: "when", type: "string"),
  ]
  static let years = ["start_earliest", "start_latest", "end_earliest", "end_latest"]

  /// Names under which tools keep things of their own.
  private static let ofTools = [
    "id", "source", "target", "key", "nodelabel", "x", "y", "z", "xpos", "ypos", "zpos", "size", "color", "r", "g", "b",
  ]
  private static let taken = Set(ofTools + ofNodes.map(\.name) + ofEdges.map(\.name) + years + ["original_id"])

  /// One of the graph's own attributes.
  struct Own: Sendable {
    /// Its name in the graph.
    let written: String
    /// Its name in the file, which none of ours and of the tools' is.
    let name: String
    /// Its key ids are this after `n_` and `e_`.
    let idStem: String
    let type: String
    let isOnNodes: Bool
    let isOnEdges: Bool
    /// Why numbers are text, where they are.
    let change: String?
  }

  private let keys: AttributeKeys
  let own: [Own]

  init(of selection: Selection) {
    keys = AttributeKeys(of: selection)
    let strings = selection.graph.columns.strings
    let (entities, relations) = (selection.entityRows.count, selection.relationRows.count)
    var names = Self.taken
    var stems = Self.taken
    own = keys.keys.map { key in
      let written = strings[key.name]
      let name = Self.unused(written, in: &names)
      let (type, change) = Self.type(of: key, entities: entities, relations: relations)
      return Own(
        written: written, name: name, idStem: Self.unused(XMLNames.name(name), in: &stems), type: type,
        isOnNodes: key.entityCount > 0, isOnEdges: key.relationCount > 0, change: change)
    }
  }

  /// The attribute with that name, by its row in ``own``.
  func row(of name: StringID) -> Int { keys.index(of: name) }

  /// What the file says otherwise than the graph does.
  func changes(in format: Format, of selection: Selection) -> [Loss] {
    own.flatMap { own in
      let renamed = own.name == own.written ? nil : "the attribute '\(own.written)' is called '\(own.name)'"
      let retyped = own.change.map { "the attribute '\(own.written)' is text: \($0)" }
      return [renamed, retyped].compactMap(\.self).map { Loss(format, $0, severity: .note) }
    }
  }

  private static func unused(_ name: String, in names: inout Set<String>) -> String {
    var name = name
    while !names.insert(name).inserted { name = "attr_" + name }
    return name
  }

  /// The type that all values fit, for tools that read a missing number as 0: numbers stand everywhere or are text.
  private static func type(
    of key: AttributeKeys.Key, entities: Int, relations: Int
  ) -> (type: String, change: String?) {
    if key.isMixed { return ("string", "its values are of different types") }
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
