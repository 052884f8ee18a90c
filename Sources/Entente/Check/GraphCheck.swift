/// What checking a graph came to.
public struct CheckReport: Sendable {
  /// What the rules and the documents' texts have shown, in the order of the rules.
  public internal(set) var diagnostics: [Diagnostic]
  /// How many citations were looked up.
  public internal(set) var citations: CitationCount
  /// How many relations cite nothing.
  public internal(set) var uncitedRelations: Int
}

/// A rule about finished graphs: the check, what it finds and what helps stand together in one file.
protocol Rule: Finding {
  /// Everything in the graph that breaks the rule, in the order in which it is written.
  static func check(_ graph: RelationGraph) -> [Diagnostic]

  /// Whether it finds what is not there, and so is wrong of a graph from which errors are left out.
  static var isAboutWhatIsMissing: Bool { get }
}

extension Rule {
  static var isAboutWhatIsMissing: Bool { false }
}

extension RelationGraph {
  /// The rules in force.
  private static let rules: [any Rule.Type] = [
    NotAURL.self, NotAnISBN.self, NotADOI.self, OutsideExistence.self, SharedName.self, AliasIsAName.self,
    QuotesAroundName.self, DeceivingCharacters.self,
    SingleDateThroughout.self, SelfRelation.self, MirroredRelation.self, IsolatedEntity.self,
  ]

  /// Everything that the rules find in the graph, and whether its citations are found in the documents' texts.
  ///
  /// - Parameters:
  ///   - texts: the documents' texts by id, as far as they are at hand.
  ///   - requiresCitations: whether a relation that cites nothing is an error.
  ///   - isWhole: whether nothing was left out of the graph because it was in error; if something was, rules about what
  ///     is missing keep silent.
  public func check(
    texts: [String: DocumentText] = [:], requiresCitations: Bool = false, isWhole: Bool = true
  ) -> CheckReport {
    var citations = CitationCheck(graph: self, texts: texts)
    citations.run()
    let rules = Self.rules.filter { isWhole || !$0.isAboutWhatIsMissing }
    let found = rules.flatMap { $0.check(self) } + (requiresCitations ? UncitedRelation.check(self) : [])
    let relations = columns.relations
    return CheckReport(
      diagnostics: found + citations.diagnostics, citations: citations.count,
      uncitedRelations: (0..<relations.count).count { relations.citations[$0].isEmpty })
  }
}
