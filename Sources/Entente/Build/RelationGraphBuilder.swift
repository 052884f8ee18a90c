/// Collects what a graph is made of: entities on a line of their own, relations, documents, and parts that functions return.
@resultBuilder
public enum RelationGraphBuilder {
  /// A relation.
  public static func buildExpression(_ relation: RelationDeclaration) -> GraphPart { GraphPart([.relation(relation)]) }
  /// An entity that may have no relation.
  public static func buildExpression(_ entity: some EntityReference) -> GraphPart {
    GraphPart([.entity(entity.declaration)])
  }
  /// A document that may not be cited.
  public static func buildExpression(_ document: Document) -> GraphPart { GraphPart([.document(document)]) }
  /// Part of a graph.
  public static func buildExpression(_ part: GraphPart) -> GraphPart { part }
  /// One after the other.
  public static func buildBlock(_ parts: GraphPart...) -> GraphPart { GraphPart(parts.flatMap(\.elements)) }
  /// What a `for` makes.
  public static func buildArray(_ parts: [GraphPart]) -> GraphPart { GraphPart(parts.flatMap(\.elements)) }
  /// What an `if` without `else` makes.
  public static func buildOptional(_ part: GraphPart?) -> GraphPart { part ?? GraphPart([]) }
  /// One branch.
  public static func buildEither(first part: GraphPart) -> GraphPart { part }
  /// The other branch.
  public static func buildEither(second part: GraphPart) -> GraphPart { part }
}

/// Part of a graph, as functions with ``RelationGraphBuilder`` return it.
public struct GraphPart: Sendable {
  enum Element: Sendable {
    case entity(EntityDeclaration)
    case relation(RelationDeclaration)
    case document(Document)
  }

  let elements: [Element]

  init(_ elements: [Element]) {
    self.elements = elements
  }
}

extension RelationGraph {
  /// A graph written in Swift.
  ///
  /// ```swift
  /// let graph = try RelationGraph("The Southern Kuril Islands dispute") {
  ///   let tass = Document("tass", title: "Japan plans …", publisher: "TASS")
  ///   let japan = State("japan", "Japan")
  ///   let kurils = Island("southern-kurils", "Southern Kuril Islands", aliases: ["Northern Territories"])
  ///   japan.claims(kurils, when: "1945~/..", cite: tass[5, "laid claims"])
  /// }
  /// ```
  ///
  /// - Throws: ``CheckFailure`` with every error, at its Swift file and line, and whatever `content` throws.
  public init(_ title: String, @RelationGraphBuilder _ content: () throws -> GraphPart) throws {
    var translation = PartTranslation()
    for element in try content().elements { translation.add(element) }
    let (graph, diagnostics) = translation.draft.finish(title: title)
    if diagnostics.contains(where: { $0.severity == .error }) { throw CheckFailure(diagnostics) }
    self = graph
  }
}
