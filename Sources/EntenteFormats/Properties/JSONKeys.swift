import Entente

/// The attributes of nodes and edges in the JSON formats.
struct JSONKeys {
  private let selection: Selection
  private let syntax: PropertySyntax
  private let options: ExportOptions
  private let keys: AttributeKeys
  private let names: [String]
  private let weight: Int?
  /// Why an attribute's values are all texts, where they are.
  private let reasons: [String?]

  /// - Parameters:
  ///   - taken: names that the format itself uses.
  ///   - isTyped: whether readers hold all values of a name as one type, and every number as a double.
  init(
    of selection: Selection, _ syntax: PropertySyntax, _ options: ExportOptions, avoiding taken: [String],
    isTyped: Bool = false
  ) {
    self.selection = selection
    self.syntax = syntax
    self.options = options
    keys = AttributeKeys(of: selection)
    let reasons: [String?] = keys.keys.map { key in
      if isTyped, case .integer(let range) = key.type, !range.fitsDouble { return "its numbers are beyond 2^53" }
      if !isTyped, !key.hasInfinity { return nil }
      return key.reasonForText()
    }
    self.reasons = reasons
    // What is text here is no weight.
    weight = keys.weightIfAny(of: selection, options).flatMap { reasons[$0] == nil ? $0 : nil }
    names = keys.names(avoiding: Set(taken).union(PropertySyntax.reserved), weight: weight)
  }

  /// - Throws: `CheckFailure` when a weight was asked for that is none.
  func table() throws -> PropertyTable {
    _ = try keys.weight(of: selection, options)
    let own = zip(names, reasons).map { OwnProperty(name: $0, isText: $1 != nil) }
    return try PropertyTable(of: selection, syntax, keys: keys, own: own, weight: weight, options)
  }

  /// What a reader must know to give the attributes back as they were.
  var facts: AttributeFacts {
    AttributeFacts(keys, names: names, types: names.map { _ in nil }, weight: weight)
  }

  /// What is called or typed otherwise than in the graph.
  func changes(in format: Format) -> [Loss] {
    keys.changes(in: format, names: names, types: reasons.map { $0.map { "text: \($0)" } })
  }

  /// Members of an object that already has one.
  static func syntax(_ format: Format, _ citations: PropertySyntax.Citations) -> PropertySyntax {
    PropertySyntax(
      format: format.name, before: { _, name, isText in ",\(JSON.quoted(name)):" + (isText ? "\"" : "") },
      after: ("\"", ""), escapes: .json, citations: citations, hasLists: true)
  }

  /// The entities' ids as JSON strings, by row.
  static func ids(of graph: RelationGraph, _ options: ExportOptions) throws -> Blocks {
    try options.shared.part("JSON.ids", of: graph) {
      try Blocks(entitiesOf: graph) { entity, writer in try writer.write(json: entity.id) }
    }
  }
}
