/// Adds what the result builder collected to a draft, each declaration once.
struct PartTranslation {
  var draft = GraphDraft()
  private var fileRows: [String: Int] = [:]
  private var sections: [Kind: Int] = [:]
  private var types: Set<RelationType> = []
  private var documents: Set<Document> = []
  /// The declarations that are already in: an entity is mentioned by each of its relations.
  private var entities: Set<Mention> = []

  private struct Mention: Hashable {
    let id: String
    let place: SourcePlace
  }

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
    guard entities.insert(Mention(id: entity.id, place: entity.place)).inserted else { return }
    let place = pack(entity.place)
    var entry = GraphDraft.EntityEntry(
      id: draft.strings.intern(entity.id), section: section(of: entity.kind, at: place), place: place)
    entry.name = intern(entity.name)
    entry.when = date(entity.when, at: entity.place)
    entry.note = intern(entity.note)
    entry.aliases = draft.add(aliases: entity.aliases.map { intern($0) })
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
    entry.when = date(relation.when, at: relation.place)
    entry.status = relation.status
    entry.accordingTo = intern(relation.accordingTo?.id)
    entry.accordingToPlace = place
    entry.note = intern(relation.note)
    entry.citations = add(relation.citations, at: place)
    entry.attributes = add(relation.attributes, at: place)
    draft.add(relation: entry)
  }

  private mutating func section(of kind: Kind, at place: PackedPlace) -> Int {
    if let row = sections[kind] { return row }
    if Schema.builtIn.kind(kind.name) != kind { draft.add(kind: kind, at: place) }
    let row = draft.add(section: GraphDraft.Section(kind: kind.name, at: place))
    sections[kind] = row
    return row
  }

  private mutating func add(_ citations: [CitationDeclaration], at place: PackedPlace) -> Range<Int> {
    let entries = citations.map { declaration in
      let citation = declaration.citation
      let own = declaration.place.map { pack($0) } ?? place
      add(declaration.document, at: own)
      var entry = GraphDraft.CitationEntry(document: intern(citation.document), place: own)
      entry.paragraph = citation.paragraph.map { $0 < 1 ? -1 : $0 } ?? 0
      entry.quote = intern(citation.quote)
      entry.prefix = intern(citation.prefix)
      entry.suffix = intern(citation.suffix)
      return entry
    }
    return draft.add(citations: entries)
  }

  private mutating func add(_ attributes: [String: AttributeValue], at place: PackedPlace) -> Range<Int> {
    let entries = attributes.sorted { $0.key < $1.key }.map { key, value in
      GraphDraft.AttributeEntry(key: intern(key), value: StoredValue(value, in: &draft.strings), place: place)
    }
    return draft.add(attributes: entries)
  }

  private mutating func date(_ text: String?, at place: SourcePlace) -> DateID {
    guard let text else { return .none }
    do {
      return try draft.date(intern(text))
    } catch {
      draft.diagnostics.append(Diagnostic(NotEDTF(text: text, error: error), at: place))
      return .none
    }
  }

  private mutating func intern(_ text: String?) -> StringID { text.map { draft.strings.intern($0) } ?? .empty }

  private mutating func pack(_ place: SourcePlace) -> PackedPlace {
    let row = fileRows[place.file] ?? draft.add(file: place.file)
    fileRows[place.file] = row
    return PackedPlace(fileRow: row, line: place.line, column: place.column)
  }
}
