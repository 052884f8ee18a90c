import Entente

/// The attributes of nodes and edges in the JSON formats.
struct JSONKeys: Sendable {
  private let selection: Selection
  private let syntax: PropertySyntax
  private let keys: AttributeKeys
  private let names: [String]
  /// Why an attribute's values are all texts, where they are.
  private let reasons: [String?]

  /// - Parameters:
  ///   - taken: names that the format itself uses.
  ///   - isJavaScript: whether readers hold every number as a double.
  init(of selection: Selection, _ syntax: PropertySyntax, avoiding taken: [String], isJavaScript: Bool = false) {
    self.selection = selection
    self.syntax = syntax
    keys = AttributeKeys(of: selection)
    let used = taken + syntax.entities.values + syntax.relations.values
    names = keys.names(avoiding: used, in: selection.graph.columns.strings)
    reasons = keys.keys.map { key in
      if isJavaScript, case .integer(let range) = key.type, !range.fitsDouble { return "its numbers are beyond 2^53" }
      return key.reasonForText()
    }
  }

  func table() throws -> PropertyTable {
    let own = zip(names, reasons).map { OwnProperty(name: $0, isText: $1 != nil) }
    return try PropertyTable(of: selection, syntax, keys: keys, own: own)
  }

  /// What is called or typed otherwise than in the graph.
  func changes(in format: Format) -> [Loss] {
    keys.changes(in: format, names: names, texts: reasons, of: selection.graph)
  }

  /// Members of an object that already has one.
  static func syntax(_ citations: PropertySyntax.Citations) -> PropertySyntax {
    PropertySyntax(
      before: { _, name, isText in ",\(JSON.quoted(name)):" + (isText ? "\"" : "") }, after: ("\"", ""),
      escapes: JSON.string, citations: citations, hasLists: true)
  }
}
