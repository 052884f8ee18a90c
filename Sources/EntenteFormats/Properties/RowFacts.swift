import Entente

/// What the head of a file, and what is said of losses, depend on of all rows: gathered from pieces of a selection whose rows
/// are never in memory together.
struct RowFacts: RowTotals {
  /// The own attributes of what is kept.
  private(set) var keys: AttributeKeys
  /// Whether ids must change to be names in XML: of any entity, and of a relation that is kept.
  private(set) var changesEntityIDs = false
  private(set) var changesRelationIDs = false
  /// Whether some citation names pages, and whether one of what is kept is written.
  private(set) var citesPages = false
  private(set) var hasCitations = false
  /// How many of the relations that are kept have a direction.
  private(set) var directed = 0
  /// The names of the kinds and types that are kept.
  private(set) var kinds: Set<String> = []
  private(set) var types: Set<String> = []
  private(set) var trims = TrimmedTexts()
  /// How many aliases hold the character that stands between aliases.
  private(set) var splitAliases = 0

  var relations: Int { keys.relationCount }

  init(omitsNothing: Bool) { keys = AttributeKeys(omitsNothing: omitsNothing) }

  /// Takes what depends on all rows of a piece, kept or not.
  mutating func add(_ graph: RelationGraph) {
    graph.everything.forEachEntity { if !changesEntityIDs { changesEntityIDs = !XMLNames.isName($0.id) } }
    citesPages = citesPages || graph.citesPages
  }

  /// Takes the entities and relations that are kept of a piece; `separator` stands between aliases.
  mutating func add(_ selection: Selection, omitsNothing: Bool, separator: Character) {
    let schema = selection.graph.schema
    keys.join(AttributeKeys(of: selection, omitsNothing: omitsNothing))
    trims.look(at: selection)
    directed += selection.directedCount
    splitAliases += selection.splitAliases(at: separator)
    var isUsed = (kinds: [Bool](repeating: false, count: schema.kinds.count), types: [Bool]())
    isUsed.types = [Bool](repeating: false, count: schema.relationTypes.count)
    selection.forEachEntity { entity in
      isUsed.kinds[entity.kindRow] = true
      if entity.citationCount > 0 { hasCitations = true }
    }
    selection.forEachRelation { relation in
      isUsed.types[relation.typeRow] = true
      if relation.citationCount > 0 { hasCitations = true }
      if !changesRelationIDs { changesRelationIDs = !XMLNames.isEdgeName(relation.id) }
    }
    for (row, kind) in schema.kinds.enumerated() where isUsed.kinds[row] { kinds.insert(kind.name) }
    for (row, type) in schema.relationTypes.enumerated() where isUsed.types[row] { types.insert(type.name) }
  }
}

extension ExportOptions {
  /// What is known of all rows where a selection is written piece by piece; `nil` where it is written whole.
  var rows: RowFacts? {
    get { totals as? RowFacts }
    set { totals = newValue }
  }
}
