import Entente

/// Reads a table as a mapping says: each of its rows gives the entities and relations that the mapping lists.
struct MappedTable {
  private let table: Table
  private var entities: [MappedEntities] = []
  private var relations: [MappedRelations] = []

  /// - Parameter lookup: the pairs of a look-up, read once.
  init(
    _ table: Table, _ mapping: TableMapping,
    lookup: @escaping (LookupMapping, inout GraphDraft) throws -> [StringID: StringID], into draft: inout GraphDraft
  ) throws {
    self.table = table
    let columns = MappedColumns(table, file: mapping.file.value)
    let missing = Set(mapping.missing.map { draft.intern($0) })
    let parts = MappedParts(columns: columns, missing: missing, lookup: lookup)
    for entity in mapping.entities { entities.append(try MappedEntities(entity, parts, into: &draft)) }
    for relation in mapping.relations { relations.append(try MappedRelations(relation, parts, into: &draft)) }
  }

  /// Reads the rows; not one, if the mapping is at fault, for each would then be.
  mutating func read(into draft: inout GraphDraft) throws {
    while try table.readRow(into: &draft) {
      for index in entities.indices { entities[index].read(table, into: &draft) }
      for index in relations.indices { relations[index].read(table, into: &draft) }
    }
    for part in entities { part.finish(into: &draft) }
    for part in relations { part.finish(into: &draft) }
  }
}

/// Finds the columns of a mapping's parts.
struct MappedParts {
  let columns: MappedColumns
  let missing: Set<StringID>
  let lookup: (LookupMapping, inout GraphDraft) throws -> [StringID: StringID]

  func text(_ mapping: TextMapping, into draft: inout GraphDraft) throws -> RowText {
    let pairs = try mapping.lookup.map { try lookup($0, &draft) }
    return RowText(mapping, columns, pairs, missing: missing, into: &draft)
  }

  func text(_ mapping: TextMapping?, into draft: inout GraphDraft) throws -> RowText? {
    try mapping.map { try text($0, into: &draft) }
  }

  func date(_ mapping: DateMapping?, into draft: inout GraphDraft) throws -> RowDate? {
    try mapping.map { try RowDate($0) { try text($0, into: &draft) } }
  }
}

/// The entities that a mapping makes, one of each row.
private struct MappedEntities {
  private let id: RowText
  private let kind: RowText?
  private let name: RowText?
  private let aliases: [RowText]
  private let sameAs: [(registry: String, id: RowText)]
  private let when: RowDate?
  private let note: RowText?
  private var details: MappedDetails
  private var kinds: [StringID: GraphDraft.KindID] = [:]
  /// What was said of each id last: rows of a table of relations say the same of an entity again and again.
  private var mentions: [StringID: Mention] = [:]

  private struct Mention: Equatable {
    let kind: GraphDraft.KindID
    let name: StringID
    let when: DateID
    let note: StringID
  }

  init(_ mapping: EntityMapping, _ parts: MappedParts, into draft: inout GraphDraft) throws {
    id = try parts.text(mapping.id, into: &draft)
    kind = try parts.text(mapping.kind, into: &draft)
    name = try parts.text(mapping.name, into: &draft)
    var aliases: [RowText] = []
    for alias in mapping.aliases { aliases.append(try parts.text(alias, into: &draft)) }
    self.aliases = aliases
    var sameAs: [(registry: String, id: RowText)] = []
    for (registry, id) in mapping.sameAs { sameAs.append((registry, try parts.text(id, into: &draft))) }
    self.sameAs = sameAs
    when = try parts.date(mapping.when, into: &draft)
    note = try parts.text(mapping.note, into: &draft)
    details = try MappedDetails(mapping.attributes, mapping.citations, parts, into: &draft)
  }

  mutating func read(_ table: Table, into draft: inout GraphDraft) {
    let errors = draft.errorCount
    let key = id.text(table, into: &draft)
    if key == .empty {
      if draft.errorCount == errors { draft.report(NoIDInRow(), at: id.place(table)) }
      return
    }
    let kindName = kind?.text(table, into: &draft) ?? .empty
    var entry = GraphDraft.EntityEntry(id: key, kind: self.kind(kindName, table, into: &draft), place: id.place(table))
    if let name { entry.name = name.text(table, into: &draft) }
    if let when { entry.when = when.date(table, into: &draft) }
    if let note { entry.note = note.text(table, into: &draft) }
    let mention = Mention(kind: entry.kind, name: entry.name, when: entry.when, note: entry.note)
    let isKnown = mentions.updateValue(mention, forKey: key) == mention
    if isKnown && aliases.isEmpty && sameAs.isEmpty && details.isEmpty { return }
    if !aliases.isEmpty {
      var list: [StringID] = []
      for alias in aliases {
        let text = alias.text(table, into: &draft)
        if text != .empty { list.append(text) }
      }
      entry.aliases = draft.add(aliases: list)
    }
    if !sameAs.isEmpty { entry.sameAs = sameAs(table, into: &draft) }
    entry.attributes = details.attributes(table, into: &draft)
    entry.citations = details.citations(table, into: &draft)
    entry.isFaulty = draft.errorCount > errors
    draft.add(entity: entry)
  }

  /// The row's names in registries; a cell may have the registry's prefix already, or an IRI.
  private func sameAs(_ table: Table, into draft: inout GraphDraft) -> GraphDraft.Run {
    var (names, places): ([StringID], [PackedPlace]) = ([], [])
    for (registry, id) in sameAs {
      let cell = id.text(table, into: &draft)
      if cell == .empty { continue }
      let text = draft.text(cell)
      names.append(SameAs.iri(of: text) == nil ? draft.intern("\(registry):\(text)") : cell)
      places.append(id.place(table))
    }
    return draft.add(sameAs: names, at: places)
  }

  private mutating func kind(_ name: StringID, _ table: Table, into draft: inout GraphDraft) -> GraphDraft.KindID {
    if let known = kinds[name] { return known }
    let text = name == .empty ? draft.intern(GraphDraft.defaultKind) : name
    let kind = draft.kind(text, in: table.source, undeclared: .create)
    kinds[name] = kind
    return kind
  }

  func finish(into draft: inout GraphDraft) { details.finish(into: &draft) }
}

/// The relations that a mapping makes, one of each row.
private struct MappedRelations {
  private let id: RowText?
  private let subject: RowText
  private let type: RowText
  private let object: RowText
  private let when: RowDate?
  private let status: RowText?
  private let accordingTo: RowText?
  private let note: RowText?
  private var details: MappedDetails
  private var types: Set<StringID> = []
  private var statuses: [StringID: Status] = [:]

  init(_ mapping: RelationMapping, _ parts: MappedParts, into draft: inout GraphDraft) throws {
    id = try parts.text(mapping.id, into: &draft)
    subject = try parts.text(mapping.subject, into: &draft)
    type = try parts.text(mapping.type, into: &draft)
    object = try parts.text(mapping.object, into: &draft)
    when = try parts.date(mapping.when, into: &draft)
    status = try parts.text(mapping.status, into: &draft)
    accordingTo = try parts.text(mapping.accordingTo, into: &draft)
    note = try parts.text(mapping.note, into: &draft)
    details = try MappedDetails(mapping.attributes, mapping.citations, parts, into: &draft)
  }

  mutating func read(_ table: Table, into draft: inout GraphDraft) {
    let errors = draft.errorCount
    let ends = (subject: subject.text(table, into: &draft), object: object.text(table, into: &draft))
    for (text, part) in [(ends.subject, subject), (ends.object, object)]
    where text == .empty && draft.errorCount == errors {
      draft.report(NoIDInRow(), at: part.place(table))
    }
    if ends.subject == .empty || ends.object == .empty { return }
    var typeName = type.text(table, into: &draft)
    if typeName == .empty { typeName = draft.intern("related-to") }
    if types.insert(typeName).inserted { draft.create(type: typeName, in: table.source) }
    let place = table.rowPlace
    var entry = GraphDraft.RelationEntry(subject: ends.subject, type: typeName, object: ends.object, place: place)
    entry.subjectPart = .init(subject.place(table), of: place)
    entry.typePart = .init(type.place(table), of: place)
    entry.objectPart = .init(object.place(table), of: place)
    if let id {
      entry.id = id.text(table, into: &draft)
      entry.idPart = .init(id.place(table), of: place)
    }
    if let when { entry.when = when.date(table, into: &draft) }
    if let status { entry.status = self.status(status.text(table, into: &draft), status, table, into: &draft) }
    if let accordingTo {
      entry.accordingTo = accordingTo.text(table, into: &draft)
      entry.accordingToPart = .init(accordingTo.place(table), of: place)
    }
    if let note { entry.note = note.text(table, into: &draft) }
    entry.attributes = details.attributes(table, into: &draft)
    entry.citations = details.citations(table, into: &draft)
    entry.isFaulty = draft.errorCount > errors
    draft.add(relation: entry)
  }

  private mutating func status(
    _ text: StringID, _ part: RowText, _ table: Table, into draft: inout GraphDraft
  ) -> Status {
    if text == .empty { return .asserted }
    if let known = statuses[text] { return known }
    let name = draft.text(text)
    guard let status = Status(name: name) else {
      draft.report(NotOneOf(what: "status", text: name, known: Status.allCases.map(\.name)), at: part.place(table))
      return .asserted
    }
    statuses[text] = status
    return status
  }

  func finish(into draft: inout GraphDraft) { details.finish(into: &draft) }
}

/// What entities and relations of a mapping both may have.
private struct MappedDetails {
  private let attributes: [(key: StringID, text: RowText)]
  private var types: ColumnTypes
  private let citations: [(document: RowText, paragraph: RowText?, page: RowText?, quote: RowText?)]

  init(
    _ attributes: [(name: String, value: TextMapping)], _ citations: [CitationMapping], _ parts: MappedParts,
    into draft: inout GraphDraft
  ) throws {
    types = ColumnTypes(mayDiffer: false, into: &draft)
    var found: [(StringID, RowText)] = []
    for (name, value) in attributes {
      let key = draft.intern(name)
      _ = types.add(key)
      found.append((key, try parts.text(value, into: &draft)))
    }
    self.attributes = found
    var cited: [(RowText, RowText?, RowText?, RowText?)] = []
    for citation in citations {
      cited.append(
        (
          try parts.text(citation.document, into: &draft), try parts.text(citation.paragraph, into: &draft),
          try parts.text(citation.page, into: &draft), try parts.text(citation.quote, into: &draft)
        ))
    }
    self.citations = cited
  }

  var isEmpty: Bool { attributes.isEmpty && citations.isEmpty }

  mutating func attributes(_ table: Table, into draft: inout GraphDraft) -> GraphDraft.Run {
    var list: [GraphDraft.AttributeEntry] = []
    for (column, attribute) in attributes.enumerated() {
      let text = attribute.text.text(table, into: &draft)
      if text == .empty { continue }
      let isText = attribute.text.isQuoted(table)
      // The bytes move when a text is added, so the value is read from a copy.
      let bytes = draft.withBytes(of: text) { Array($0) }
      let value = bytes.withUnsafeBufferPointer { types.value($0, isText: isText, column: column, into: &draft) }
      list.append(.init(key: attribute.key, value: value, place: attribute.text.place(table)))
    }
    return list.isEmpty ? GraphDraft.Run() : draft.add(attributes: list)
  }

  func citations(_ table: Table, into draft: inout GraphDraft) -> GraphDraft.Run {
    var list: [GraphDraft.CitationEntry] = []
    for citation in citations {
      let document = citation.document.text(table, into: &draft)
      if document == .empty { continue }
      var entry = GraphDraft.CitationEntry(document: document, place: citation.document.place(table))
      if let part = citation.paragraph {
        let text = part.text(table, into: &draft)
        if text != .empty {
          let number = Int(draft.text(text)) ?? 0
          if (1...Int(Int32.max)).contains(number) {
            entry.paragraph = number
          } else {
            draft.report(NotACount(what: "paragraph", text: draft.text(text)), at: part.place(table))
          }
        }
      }
      if let part = citation.page {
        let text = part.text(table, into: &draft)
        if let pages = Citation.pages(draft.text(text)) {
          entry.pages = pages
        } else if text != .empty {
          draft.report(NotACount(what: "page", text: draft.text(text)), at: part.place(table))
        }
      }
      if let quote = citation.quote { entry.quote = quote.text(table, into: &draft) }
      list.append(entry)
    }
    return list.isEmpty ? GraphDraft.Run() : draft.add(citations: list)
  }

  func finish(into draft: inout GraphDraft) { types.finish(into: &draft) }
}

/// A row without the id of an entity that it must name.
struct NoIDInRow: Finding {
  var message: String { "nothing stands here, and an entity's id must" }
}
