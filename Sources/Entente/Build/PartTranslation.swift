/// Adds what the result builder collected to a draft, each declaration once.
struct PartTranslation {
  var draft = GraphDraft()
  private var kinds: [Kind: GraphDraft.KindID] = [:]
  private var types: Set<RelationType> = []
  private var documents: Set<Document> = []
  /// The declarations that are already in: an entity is mentioned by each of its relations. What one line declares twice,
  /// in a function that is called twice, is one declaration only if it is the same.
  private var entities: Set<EntityDeclaration> = []

  mutating func add(_ element: GraphPart.Element) {
    switch element {
    case .entity(let entity): add(entity)
    case .relation(let relation): add(relation)
    case .document(let document): add(document, at: .none)
    }
  }

  private mutating func add(_ document: Document, at place: PackedPlace) {
    if documents.insert(document).inserted { draft.add(document: document, at: place) }
  }

  private mutating func add(_ entity: EntityDeclaration) {
    guard entities.insert(entity).inserted else { return }
    let place = pack(entity.place)
    var entry = GraphDraft.EntityEntry(
      id: draft.strings.intern(entity.id), kind: kind(of: entity.kind, at: place), place: place)
    entry.name = intern(entity.name)
    entry.when = draft.date(entity.when, at: place)
    entry.note = intern(entity.note)
    entry.aliases = draft.add(aliases: entity.aliases.map { intern($0) })
    entry.sameAs = draft.add(sameAs: entity.sameAs.map { intern($0) }, at: entity.sameAs.map { _ in place })
    entry.citations = add(entity.citations, at: place)
    entry.attributes = add(entity.attributes, at: place)
    draft.add(entity: entry)
  }

  private mutating func add(_ relation: RelationDeclaration) {
    add(relation.subject)
    add(relation.object)
    if let accordingTo = relation.accordingTo { add(accordingTo) }
    let place = pack(relation.place)
    if Schema.builtIn.relationType(relation.type.name) != relation.type, types.insert(relation.type).inserted {
      draft.add(relationType: relation.type, at: place)
    }
    var entry = GraphDraft.RelationEntry(
      subject: intern(relation.subject.id), type: intern(relation.type.name), object: intern(relation.object.id),
      place: place)
    entry.id = intern(relation.id)
    entry.when = draft.date(relation.when, at: place)
    entry.status = relation.status
    entry.accordingTo = intern(relation.accordingTo?.id)
    entry.note = intern(relation.note)
    entry.citations = add(relation.citations, at: place)
    entry.attributes = add(relation.attributes, at: place)
    draft.add(relation: entry)
  }

  private mutating func kind(of kind: Kind, at place: PackedPlace) -> GraphDraft.KindID {
    if let known = kinds[kind] { return known }
    if Schema.builtIn.kind(kind.name) != kind { draft.add(kind: kind, at: place) }
    let id = draft.kind(kind.name, in: place.source, at: place)
    kinds[kind] = id
    return id
  }

  private mutating func add(_ citations: [CitationDeclaration], at place: PackedPlace) -> GraphDraft.Run {
    let entries = citations.map { declaration in
      let own = declaration.place.map { pack($0) } ?? place
      add(declaration.document, at: own)
      return draft.entry(of: declaration.citation, at: own)
    }
    return draft.add(citations: entries)
  }

  private mutating func add(_ attributes: [String: AttributeValue], at place: PackedPlace) -> GraphDraft.Run {
    draft.add(attributes: draft.entries(of: attributes, at: place))
  }

  private mutating func intern(_ text: String?) -> StringID { text.map { draft.strings.intern($0) } ?? .empty }

  private mutating func pack(_ place: SourcePlace) -> PackedPlace {
    draft.place(file: place.file, line: place.line, column: place.column)
  }
}
