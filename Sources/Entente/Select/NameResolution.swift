extension Filter {
  /// The filter with the names and ids that the graph has for what the filter names.
  ///
  /// - Throws: ``CheckFailure`` with every name that nothing has, or several things have.
  func resolved(in graph: RelationGraph) throws(CheckFailure) -> Filter {
    var names = NameResolution(graph: graph)
    var filter = self
    filter.kinds = kinds.compactMap { names.kind($0) }
    filter.types = types.compactMap { names.relationType($0) }
    filter.documents = documents.compactMap { names.document($0) }
    filter.around = around.compactMap { names.entity($0) }
    guard names.unknown.isEmpty else { throw CheckFailure(names.unknown) }
    return filter
  }
}

/// Finds what people call by other names than the graph does: a kind by its plural, an entity by its name.
///
/// An id stands above every name. Among names, one that is written exactly so stands above one that differs in case, or
/// has spaces for hyphens; if several things have it, somebody has to say which one is meant.
private struct NameResolution {
  let graph: RelationGraph
  private(set) var unknown: [Diagnostic] = []

  init(graph: RelationGraph) { self.graph = graph }

  mutating func kind(_ name: String) -> String? {
    let kinds = graph.schema.kinds
    if graph.schema.kind(name) != nil { return name }
    return one(.kind, name, kinds.lazy.map { ($0.name, [$0.name, $0.plural, $0.label]) })
  }

  mutating func relationType(_ name: String) -> String? {
    let types = graph.schema.relationTypes
    if graph.schema.relationType(name) != nil { return name }
    return one(.relationType, name, types.lazy.map { ($0.name, [$0.name, $0.label]) })
  }

  mutating func document(_ name: String) -> String? {
    if graph.document(name) != nil { return name }
    return one(.document, name, graph.documents.lazy.map { ($0.id, [$0.id] + ($0.title.map { [$0] } ?? [])) })
  }

  mutating func entity(_ name: String) -> String? {
    if graph.entity(name) != nil { return name }
    return one(.entity, name, graph.entities.lazy.map { ($0.id, [$0.id, $0.name] + $0.aliases) })
  }

  /// The id of the one thing that is called so.
  private mutating func one(
    _ sort: UnknownName.Sort, _ name: String, _ things: some Collection<(id: String, names: [String])>
  ) -> String? {
    for match in [{ $0 == name }, { Self.folded($0) == Self.folded(name) }] as [(String) -> Bool] {
      let found = things.filter { $0.names.contains(where: match) }.map(\.id)
      if found.count == 1 { return found[0] }
      if !found.isEmpty {
        unknown.append(Diagnostic(SeveralCalledSo(name: name, sort: sort, ids: Array(found)), at: nil))
        return nil
      }
    }
    unknown.append(
      Diagnostic(UnknownName(sort, name, among: things.map(\.id), otherNames: things.flatMap(\.names)), at: nil))
    return nil
  }

  private static func folded(_ text: String) -> String { String(text.lowercased().map { $0 == "-" ? " " : $0 }) }
}

/// A name that several things have, where one is meant.
struct SeveralCalledSo: Finding {
  let name: String
  let sort: UnknownName.Sort
  let ids: [String]

  var message: String { "'\(name)' is the name of \(ids.count) \(things)" }
  var advice: [String] { ["say which one by its id: \(Wording.either(Array(ids.prefix(8))))"] }

  private var things: String {
    switch sort {
    case .kind: "kinds"
    case .relationType: "relation types"
    case .document: "documents"
    default: "entities"
    }
  }
}
