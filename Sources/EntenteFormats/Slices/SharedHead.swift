import Entente

/// What the heads of all pieces say: title, documents, and the kinds and relation types that are not built in.
struct SharedHead {
  private var title = ""
  private var kinds = Named<Kind>()
  private var types = Named<RelationType>()
  private var documents = Named<Document>()

  /// Things in the order in which they were named first.
  private struct Named<Thing: Hashable & Sendable> {
    private(set) var all: [Thing] = []
    private var rows: [String: Int] = [:]

    /// Whether the thing is new, or the same as before.
    mutating func join(_ thing: Thing, _ name: String) -> Bool {
      if let row = rows[name] { return all[row] == thing }
      rows[name] = all.count
      all.append(thing)
      return true
    }
  }

  /// Takes what a piece says; false where it says otherwise than those before.
  mutating func join(_ graph: RelationGraph) -> Bool {
    title = graph.title
    return graph.schema.ownKinds.allSatisfy { kinds.join($0, $0.name) }
      && graph.schema.ownRelationTypes.allSatisfy { types.join($0, $0.name) }
      && graph.documents.allSatisfy { documents.join($0, $0.id) }
  }

  func graph(title: String?) -> RelationGraph {
    var draft = GraphDraft()
    draft.title = title ?? self.title
    for kind in kinds.all { draft.add(kind: kind) }
    for type in types.all { draft.add(relationType: type) }
    for document in documents.all { draft.add(document: document) }
    return draft.finish().graph
  }
}
