import Entente

/// What a named attribute of a node or an edge says.
struct RecordKey {
  /// Whose it is.
  enum Scope: Sendable {
    case entity, relation
  }

  /// What it is to Entente.
  enum Role: Hashable, Sendable {
    /// The id once more; `isOriginal` where it was another before the file was written, which then counts.
    case id(isOriginal: Bool)
    /// The name of an entity: of several, the one with the lowest rank.
    case name(Int)
    /// The kind of an entity, or the type of a relation: of several, the one with the lowest rank.
    case kind(Int)
    case aliases, sameAs, note, citations, status, accordingTo
    case when, start, end
    /// Whether the type has no direction.
    case symmetric
    /// Words of a document that say so, and the document.
    case evidence, evidenceDocument
    /// A list of several such.
    case mentions
    /// What Entente makes of the rest, and makes again.
    case derived
    case attribute
  }

  /// What its values are.
  enum ValueType: Sendable {
    case text, integer, number, boolean
  }

  let role: Role
  /// Its name as an attribute of the graph.
  let name: StringID
  let type: ValueType
}

/// How a file's attributes are understood.
struct RecordDialect {
  /// Whether Entente wrote the file, or somebody who had it from Entente: then it is known what every name means.
  var isOurs = false
  /// What attributes were called before they were written, and their types, where the file does not tell.
  var attributes: [String: Original] = [:]
  var options = ImportOptions()

  struct Original {
    var name: String?
    var type: RecordKey.ValueType?
    /// Whether it repeats another one.
    var isCopy = false
  }

  /// The names by which a file of Entente's is known.
  static let years = Set(Property.years.compactMap { PropertySyntax.relationNames[$0] })

  /// Attributes that may well be a date.
  static let dates: Set = ["date", "year", "start", "end", "from", "to", "since", "until"]

  /// What the attribute with that name is.
  func role(_ name: String, _ scope: RecordKey.Scope) -> RecordKey.Role {
    mapped(name, scope) ?? (isOurs ? ours(name, scope) : others(name, scope))
  }

  private func mapped(_ name: String, _ scope: RecordKey.Scope) -> RecordKey.Role? {
    for (role, names) in options.map where names.contains(name) {
      switch (role, scope) {
      case (.id, _): return .id(isOriginal: true)
      case (.name, .entity): return .name(-1)
      case (.kind, .entity), (.type, .relation): return .kind(-1)
      case (.aliases, .entity): return .aliases
      case (.sameAs, .entity): return .sameAs
      case (.status, .relation): return .status
      case (.accordingTo, .relation): return .accordingTo
      case (.note, _): return .note
      case (.when, _): return names.count == 1 ? .when : names[0] == name ? .start : .end
      default: break
      }
    }
    // Who says what the date is says also that nothing else is.
    return options.map[.when] != nil && name == "when" && !isOurs ? .attribute : nil
  }

  private func ours(_ name: String, _ scope: RecordKey.Scope) -> RecordKey.Role {
    if Self.years.contains(name) || attributes[name]?.isCopy == true { return .derived }
    switch (name, scope) {
    case ("name", .entity): return .name(0)
    case ("label", .entity): return .name(1)
    case ("node_id", .entity), ("edge_id", .relation): return .id(isOriginal: false)
    case ("original_id", _): return .id(isOriginal: true)
    case ("kind", .entity), ("type", .relation): return .kind(0)
    case ("aliases", .entity): return .aliases
    case ("same_as", .entity): return .sameAs
    case ("note", _): return .note
    case ("citations", _): return .citations
    case ("when", _): return .when
    case ("status", .relation): return .status
    case ("according_to", .relation): return .accordingTo
    case ("symmetric", .relation): return .symmetric
    case ("label", .relation), ("interaction", .relation), ("holds", .relation), ("answer", .relation): return .derived
    default: return .attribute
    }
  }

  private func others(_ name: String, _ scope: RecordKey.Scope) -> RecordKey.Role {
    let lower = name.lowercased()
    if scope == .entity {
      if let rank = Self.names.firstIndex(of: lower) { return .name(rank) }
      if let rank = Self.kinds.firstIndex(of: lower) { return .kind(rank) }
      switch lower {
      case "aliases": return .aliases
      case "same_as", "sameas": return .sameAs
      case "source_documents": return .evidenceDocument
      default: break
      }
    } else {
      if let rank = Self.types.firstIndex(of: lower) { return .kind(rank) }
      switch lower {
      case "status": return .status
      case "evidence", "quote": return .evidence
      case "source_document", "document", "doc_id": return .evidenceDocument
      case "mentions": return .mentions
      case "relation_id": return .id(isOriginal: false)
      default: break
      }
    }
    switch lower {
    case "note": return .note
    case "when": return .when
    case "citations": return .citations
    default: return .attribute
    }
  }

  /// Where other tools have an entity's name, the likeliest first.
  private static let names = ["label", "name", "title", "shared name"]
  /// Where they have its kind; `labelV` is TinkerPop's, `labels` Neo4j's, `__class__` docling-graph's.
  private static let kinds = ["kind", "__class__", "labelv", "entity_type", "node_type", "type", "labels"]
  /// Where they have a relation's type; `interaction` is Cytoscape's.
  private static let types = [
    "relation_type", "type", "labele", "relation", "relationship", "predicate", "kind", "interaction",
    "shared interaction", "label", "edge label",
  ]

  /// The attribute's name in the graph.
  func original(_ name: String) -> String {
    guard isOurs else { return name }
    return attributes[name]?.name ?? name
  }
}
