import Entente

/// Something that a graph can hold and a format can carry or lose.
///
/// A format declares what it does with each; what an export loses, and the table of formats against features in the
/// documentation, both come from that.
public enum Feature: String, Sendable, Hashable, CaseIterable {
  case parallelRelations, relationIDs, directions, kinds, aliases, entityNotes, entityCitations, existence
  case relationDates, years, holding, statuses, accordingTo, relationNotes, citations, quoteContexts
  case attributes, documents, title, ownKinds, ownRelationTypes

  /// What it is, as a heading of the table.
  public var title: String {
    switch self {
    case .parallelRelations: "parallel relations"
    case .relationIDs: "ids of relations"
    case .directions: "types without a direction"
    case .kinds: "kinds and relation types"
    case .aliases: "aliases"
    case .entityNotes: "notes on entities"
    case .entityCitations: "citations of entities"
    case .existence: "existence of entities (EDTF)"
    case .relationDates: "dates of relations (EDTF)"
    case .years: "the four years"
    case .holding: "how a type holds in time"
    case .statuses: "statuses"
    case .accordingTo: "who says so"
    case .relationNotes: "notes on relations"
    case .citations: "citations of relations"
    case .quoteContexts: "prefix and suffix of a quote"
    case .attributes: "own attributes"
    case .documents: "documents"
    case .title: "the graph's title"
    case .ownKinds: "own kinds' definitions"
    case .ownRelationTypes: "own relation types' definitions"
    }
  }

  /// How often it occurs in a selection.
  public func count(in selection: Selection) -> Int {
    let columns = selection.graph.columns
    let (nodes, edges) = (columns.entities, columns.relations)
    func relations(where holds: (Int) -> Bool) -> Int { selection.relationRows.count(where: holds) }
    func entities(where holds: (Int) -> Bool) -> Int { selection.entityRows.count(where: holds) }
    switch self {
    case .parallelRelations: return edges.parallels(in: selection.relationRows)
    case .relationIDs, .years, .holding: return selection.relationRows.count
    case .kinds: return selection.entityRows.count
    case .directions:
      let types = selection.graph.schema.relationTypes
      return relations { !types[Int(edges.type[$0])].directed }
    case .aliases: return entities { !nodes.aliases[$0].isEmpty }
    case .entityNotes: return entities { nodes.note[$0] != .empty }
    case .entityCitations: return entities { !nodes.citations[$0].isEmpty }
    case .existence: return entities { nodes.when[$0] != .none }
    case .relationDates: return relations { edges.when[$0] != .none }
    case .statuses: return relations { edges.status[$0] != .asserted }
    case .accordingTo: return relations { edges.accordingTo[$0] != 0 }
    case .relationNotes: return relations { edges.note[$0] != .empty }
    case .citations: return relations { !edges.citations[$0].isEmpty }
    case .quoteContexts: return contexts(selection)
    case .attributes:
      return entities { !nodes.attributes[$0].isEmpty } + relations { !edges.attributes[$0].isEmpty }
    case .documents: return selection.graph.documents.count
    case .title: return selection.graph.title.isEmpty ? 0 : 1
    case .ownKinds: return selection.graph.schema.ownKinds.count
    case .ownRelationTypes: return selection.graph.schema.ownRelationTypes.count
    }
  }

  private func contexts(_ selection: Selection) -> Int {
    let columns = selection.graph.columns
    let citations = columns.citations
    func contexts(_ rows: Range<Int>) -> Int {
      rows.count { citations.prefix[$0] != .empty || citations.suffix[$0] != .empty }
    }
    var count = 0
    selection.relationRows.forEach { count += contexts(columns.relations.citations[$0]) }
    selection.entityRows.forEach { count += contexts(columns.entities.citations[$0]) }
    return count
  }

  /// The sentence of a loss, after the format's name: `3 citations without a place for their prefix or suffix`.
  func lost(_ count: Int) -> String {
    func of(_ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    switch self {
    case .parallelRelations: return of("parallel relation is", "parallel relations are") + " merged with another"
    case .relationIDs: return of("relation", "relations") + " without a place for the id"
    case .directions: return of("relation", "relations") + " of a type without a direction, written with one"
    case .kinds: return of("entity", "entities") + " without a place for the kind"
    case .aliases: return of("entity", "entities") + " without a place for the aliases"
    case .entityNotes: return of("entity", "entities") + " without a place for the note"
    case .entityCitations: return of("entity", "entities") + " without a place for the citations"
    case .existence: return of("entity", "entities") + " without a place for the date"
    case .relationDates: return of("relation", "relations") + " without a place for the date as it is written"
    case .years: return of("relation", "relations") + " without a place for the four years"
    case .holding: return of("relation", "relations") + " without a place for how the type holds in time"
    case .statuses: return of("relation", "relations") + " without a place for the status"
    case .accordingTo: return of("relation", "relations") + " without a place for who says so"
    case .relationNotes: return of("relation", "relations") + " without a place for the note"
    case .citations: return of("relation", "relations") + " without a place for the citations"
    case .quoteContexts: return of("citation", "citations") + " without a place for the prefix or suffix"
    case .attributes: return of("entity or relation", "entities and relations") + " without a place for attributes"
    case .documents: return of("document", "documents") + " without a place"
    case .title: return "no place for the graph's title"
    case .ownKinds: return of("own kind", "own kinds") + " without a place for the definition"
    case .ownRelationTypes: return of("own relation type", "own relation types") + " without a place for the definition"
    }
  }
}

extension BitSet {
  /// How many rows of the set fulfil a condition.
  func count(where condition: (Int) -> Bool) -> Int {
    var count = 0
    forEach { count += condition($0) ? 1 : 0 }
    return count
  }
}

extension RelationColumns {
  /// How many of `rows` join the same two entities, in the same direction, as an earlier one.
  func parallels(in rows: BitSet) -> Int {
    var seen: Set<UInt64> = []
    seen.reserveCapacity(rows.count)
    return rows.count { !seen.insert(UInt64(subject[$0]) << 32 | UInt64(object[$0])).inserted }
  }
}
