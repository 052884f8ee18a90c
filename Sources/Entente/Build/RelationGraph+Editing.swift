extension RelationGraph {
  /// What a selection keeps, as a graph of its own: with all documents, the graph's own kinds and relation types, and
  /// whoever is named as saying what is kept.
  ///
  /// ```swift
  /// let of1956 = RelationGraph(try graph.selecting(Filter(years: YearRange(1956))))
  /// ```
  public init(_ selection: Selection) {
    // What is part of a graph without errors is a graph without errors.
    self = GraphDraft(selection).finish().graph
  }

  /// What both graphs say together, as the command merges two files: same id, same entity or relation.
  ///
  /// - Throws: ``CheckFailure`` when they contradict each other.
  public func merging(_ other: RelationGraph) throws(CheckFailure) -> RelationGraph {
    var draft = GraphDraft(self)
    draft.add(other)
    return try draft.graph()
  }

  /// The graph with changes.
  ///
  /// ```swift
  /// let graph = try graph.editing { draft in
  ///   draft.remove(relation: "japan-claims-habomai-1945-to-open")
  ///   draft.entity("krupp", kind: "organization", name: "Krupp")
  ///   let note = draft.intern("only once a peace treaty is signed")
  ///   draft.change(relation: "soviet-union-offered-habomai-1956-conditional") { $0.note = note }
  /// }
  /// ```
  ///
  /// - Throws: ``CheckFailure`` with every error that the changes make, and whatever `change` throws.
  public func editing<E: Error>(_ change: (inout GraphDraft) throws(E) -> Void) throws -> RelationGraph {
    var draft = GraphDraft(self)
    try change(&draft)
    return try draft.graph()
  }
}

extension GraphDraft {
  /// The graph of all that was added.
  ///
  /// - Throws: ``CheckFailure`` with everything that was found, when there are errors in it.
  public consuming func graph(title: String? = nil) throws(CheckFailure) -> RelationGraph {
    let (graph, diagnostics) = finish(title: title)
    if diagnostics.contains(where: { $0.severity == .error }) { throw CheckFailure(diagnostics) }
    return graph
  }
}
