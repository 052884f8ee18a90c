public import Entente

extension AttributeKeys {
  /// The name under which tools look for a weight.
  static let weight = "weight"

  /// The key that is the relations' weight: the one that was asked for, or the one of that name if it is numeric.
  ///
  /// - Throws: `CheckFailure` when the graph has no such attribute of relations, or it is no number.
  func weight(of selection: Selection, _ options: ExportOptions) throws(CheckFailure) -> Int? {
    let name = options.weight ?? Self.weight
    let index = keys.firstIndex { $0.name == name && $0.relationCount > 0 }
    guard let asked = options.weight else { return index.flatMap { keys[$0].isNumeric ? $0 : nil } }
    if let index, keys[index].isNumeric { return index }
    // What no relation of a year has may be one in the others.
    let known = index == nil ? AttributeKeys(of: selection.graph.everything) : self
    let numeric = known.keys.filter { $0.relationCount > 0 && $0.isNumeric }.map(\.name)
    if index == nil, numeric.contains(asked) { return nil }
    let isThere = known.keys.contains { $0.name == asked && $0.relationCount > 0 }
    throw CheckFailure([Diagnostic(NoWeight(name: asked, isThere: isThere, numeric: numeric), at: nil)])
  }

  /// The same where an error is told by the export itself.
  func weightIfAny(of selection: Selection, _ options: ExportOptions) -> Int? {
    (try? weight(of: selection, options)) ?? nil
  }
}

extension Selection {
  /// The name of the attribute of relations that is their weight: the one that ``ExportOptions/weight`` asks for, or the one
  /// that is called so, if its values are numbers; `nil` when there is none.
  ///
  /// - Throws: `CheckFailure` when what is asked for is no numeric attribute of relations.
  public func weight(_ options: ExportOptions) throws(CheckFailure) -> String? {
    let keys = AttributeKeys(of: self)
    return try keys.weight(of: self, options).map { keys.keys[$0].name }
  }
}

/// An attribute that is asked for as weight and is none.
struct NoWeight: Finding {
  let name: String
  /// Whether relations have it, with values that are no numbers.
  let isThere: Bool
  let numeric: [String]

  var message: String {
    isThere
      ? "the attribute '\(name)' is no weight: not all its values are numbers"
      : "no relation has an attribute '\(name)' that could be the weight"
  }
  var advice: [String] {
    [numeric.isEmpty ? "no attribute of the relations is a number" : "numbers are: \(numeric.joined(separator: ", "))"]
  }
}
