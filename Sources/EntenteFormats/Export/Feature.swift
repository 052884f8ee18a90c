public import Entente

/// Something that a graph can hold and a format can carry or lose.
///
/// A format declares what it does with each; what an export loses, and the table of formats against features in the
/// documentation, both come from that.
public enum Feature: String, Sendable, Hashable, CaseIterable {
  case parallelRelations, relationIDs, directions, kinds, aliases, sameAs, entityNotes, entityCitations, existence
  case relationDates, years, answers, holding, statuses, accordingTo, relationNotes, citations, quoteContexts
  case attributes, documents, title, ownKinds, ownRelationTypes, looks

  /// What it is, as a heading of the table.
  public var title: String {
    switch self {
    case .parallelRelations: "parallel relations"
    case .relationIDs: "ids of relations"
    case .directions: "types without a direction"
    case .kinds: "kinds and relation types"
    case .aliases: "aliases"
    case .sameAs: "names in registries (same-as)"
    case .entityNotes: "notes on entities"
    case .entityCitations: "citations of entities"
    case .existence: "existence of entities (EDTF)"
    case .relationDates: "dates of relations (EDTF)"
    case .years: "the four years"
    case .answers: "certain or possible, in a selection by year"
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
    case .looks: "looks (subtitle, ids of sides, an entity's shape and colour)"
    }
  }

  /// How often it occurs in a selection.
  public func count(in selection: Selection) -> Int {
    func entities(where holds: (borrowing EntityRow) -> Bool) -> Int {
      var count = 0
      selection.forEachEntity { count += holds($0) ? 1 : 0 }
      return count
    }
    func relations(where holds: (borrowing RelationRow) -> Bool) -> Int {
      var count = 0
      selection.forEachRelation { count += holds($0) ? 1 : 0 }
      return count
    }
    switch self {
    case .parallelRelations: return selection.parallelCount
    case .relationIDs, .years, .holding: return selection.relations.count
    case .kinds: return selection.entities.count
    case .directions:
      let types = selection.graph.schema.relationTypes
      return relations { !types[$0.typeRow].directed }
    case .aliases: return entities { $0.aliasCount > 0 }
    case .sameAs: return entities { $0.sameAsCount > 0 }
    case .entityNotes: return entities { $0.note != nil }
    case .entityCitations: return entities { $0.citationCount > 0 }
    case .existence: return entities { $0.when != nil }
    case .relationDates: return relations { $0.when != nil }
    case .answers: return relations { $0.answer != nil }
    case .statuses: return relations { $0.status != .asserted }
    case .accordingTo: return relations { $0.accordingToRow != nil }
    case .relationNotes: return relations { $0.note != nil }
    case .citations: return relations { $0.citationCount > 0 }
    case .quoteContexts: return selection.contextCount
    case .attributes: return entities { $0.attributeCount > 0 } + relations { $0.attributeCount > 0 }
    case .documents: return selection.graph.documents.count
    case .title: return selection.graph.title.isEmpty ? 0 : 1
    case .ownKinds: return selection.graph.schema.ownKinds.count
    case .ownRelationTypes: return selection.graph.schema.ownRelationTypes.count
    case .looks:
      let graph = selection.graph
      return (graph.subtitle == nil ? 0 : 1) + graph.sides.count + graph.ownLookCount
    }
  }

  /// The sentence of a loss, after the format's name: `3 citations without a place for their prefix or suffix`.
  public func lost(_ count: Int) -> String {
    func of(_ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    switch self {
    case .parallelRelations: return of("parallel relation is", "parallel relations are") + " merged with another"
    case .relationIDs: return of("relation", "relations") + " without a place for the id"
    case .directions: return of("relation", "relations") + " of a type without a direction, written with one"
    case .kinds: return of("entity", "entities") + " without a place for the kind"
    case .aliases: return of("entity", "entities") + " without a place for the aliases"
    case .sameAs: return of("entity", "entities") + " without a place for the names in registries"
    case .entityNotes: return of("entity", "entities") + " without a place for the note"
    case .entityCitations: return of("entity", "entities") + " without a place for the citations"
    case .existence: return of("entity", "entities") + " without a place for the date"
    case .relationDates: return of("relation", "relations") + " without a place for the date as it is written"
    case .years: return of("relation", "relations") + " without a place for the four years"
    case .answers: return of("relation", "relations") + " without a place for certain or possible"
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
    case .looks:
      return of("look is", "looks are") + " left out: the subtitle, ids of sides, shapes and colours of entities"
    }
  }
}

extension Selection {
  /// How many relations join the same two entities, in the same direction, as an earlier one.
  fileprivate var parallelCount: Int {
    var seen: Set<UInt64> = []
    seen.reserveCapacity(relations.count)
    var count = 0
    forEachRelation { relation in
      let ends = UInt64(relation.subjectRow) << 32 | UInt64(relation.objectRow)
      if !seen.insert(ends).inserted { count += 1 }
    }
    return count
  }

  /// How many citations have a prefix or a suffix.
  fileprivate var contextCount: Int {
    func contexts(_ row: borrowing some GraphRow & ~Copyable) -> Int {
      (0..<row.citationCount).reduce(0) { count, index in
        let citation = row.citation(index)
        return count + (citation.prefix != nil || citation.suffix != nil ? 1 : 0)
      }
    }
    var count = 0
    forEachRelation { count += contexts($0) }
    forEachEntity { count += contexts($0) }
    return count
  }
}
