/// What checking a graph came to.
public struct CheckReport: Sendable {
  /// What the rules and the documents' texts have shown, in the order of the rules.
  public internal(set) var diagnostics: [Diagnostic]
  /// How many citations were looked up.
  public internal(set) var citations: CitationCount
}

/// A rule about finished graphs: the check, what it finds and what helps stand together in one file.
protocol Rule: Finding {
  /// Everything in the graph that breaks the rule, in the order in which it is written.
  static func check(_ graph: RelationGraph) -> [Diagnostic]
}

extension RelationGraph {
  /// The rules in force.
  private static let rules: [any Rule.Type] = [OutsideExistence.self, SharedName.self, SingleDateThroughout.self]

  /// Everything that the rules find in the graph, and whether its citations are found in the documents' texts.
  ///
  /// - Parameter texts: the documents' texts by id, as far as they are at hand.
  public func check(texts: [String: DocumentText] = [:]) -> CheckReport {
    var citations = CitationCheck(graph: self, texts: texts)
    citations.run()
    let found = Self.rules.flatMap { $0.check(self) }
    return CheckReport(diagnostics: found + citations.diagnostics, citations: citations.count)
  }
}
