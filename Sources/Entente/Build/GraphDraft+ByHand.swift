// A graph by hand, for kinds and relation types that are known only when the program runs. Those that no schema has become
// the graph's own.
extension GraphDraft {
  /// Adds an entity: `draft.entity("krupp", kind: "organization", name: "Krupp")`.
  ///
  /// - Parameters:
  ///   - id: its id, any text but an empty one.
  ///   - kind: the name of its kind.
  ///   - name: what it is called; the id when left out.
  ///   - aliases: what else it is called.
  ///   - sameAs: what it is in registries: CURIEs such as `wikidata:Q17`, or IRIs.
  ///   - when: its existence in EDTF; what is no date is reported.
  ///   - note: what a reader should know about it.
  ///   - cite: where documents say so; their documents are added with ``add(document:at:)``.
  ///   - attributes: what Entente has no word for.
  ///   - file: the Swift file, for messages; the compiler fills it in.
  ///   - line: the line in it, likewise.
  ///   - column: the column in the line, likewise.
  public mutating func entity(
    _ id: String, kind: String, name: String? = nil, aliases: [String] = [], sameAs: [String] = [], when: String? = nil,
    note: String? = nil,
    cite: [Citation] = [], attributes: [String: AttributeValue] = [:], file: String = #fileID, line: Int = #line,
    column: Int = #column
  ) {
    let place = place(file: file, line: line, column: column)
    var entry = EntityEntry(
      id: intern(id), kind: self.kind(kind, in: place.source, undeclared: .create, at: place), place: place)
    entry.name = intern(name ?? "")
    entry.when = date(when, at: place)
    entry.note = intern(note ?? "")
    entry.aliases = add(aliases: aliases.map { intern($0) })
    entry.sameAs = add(sameAs: sameAs.map { intern($0) }, at: sameAs.map { _ in place })
    entry.citations = add(citations: cite.map { self.entry(of: $0, at: place) })
    entry.attributes = add(attributes: entries(of: attributes, at: place))
    add(entity: entry)
  }

  /// Adds a statement: `draft.relation("krupp", "supplied", "uk", when: "190X")`.
  ///
  /// - Parameters:
  ///   - subject: the id of the entity that it is about.
  ///   - type: the name of its relation type.
  ///   - object: the id of the entity at the other end.
  ///   - when: its date in EDTF; what is no date is reported.
  ///   - status: how far it goes.
  ///   - cite: where documents say it; their documents are added with ``add(document:at:)``.
  ///   - accordingTo: the id of the entity that says so, where that is not the document itself.
  ///   - note: what a reader should know about it.
  ///   - id: its id; made from head, date and status when left out.
  ///   - attributes: what Entente has no word for.
  ///   - file: the Swift file, for messages; the compiler fills it in.
  ///   - line: the line in it, likewise.
  ///   - column: the column in the line, likewise.
  public mutating func relation(
    _ subject: String, _ type: String, _ object: String, when: String? = nil, status: Status = .asserted,
    cite: [Citation] = [], accordingTo: String? = nil, note: String? = nil, id: String? = nil,
    attributes: [String: AttributeValue] = [:], file: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    let place = place(file: file, line: line, column: column)
    var entry = RelationEntry(subject: intern(subject), type: intern(type), object: intern(object), place: place)
    create(type: entry.type, in: place.source)
    entry.when = date(when, at: place)
    entry.status = status
    entry.citations = add(citations: cite.map { self.entry(of: $0, at: place) })
    entry.accordingTo = intern(accordingTo ?? "")
    entry.note = intern(note ?? "")
    entry.id = intern(id ?? "")
    entry.attributes = add(attributes: entries(of: attributes, at: place))
    add(relation: entry)
  }

  // MARK: - What the result builder says, too

  /// The date, or its report.
  mutating func date(_ text: String?, at place: PackedPlace) -> DateID {
    guard let text else { return .none }
    do {
      return try date(intern(text))
    } catch {
      report(NotEDTF(text: text, error: error), at: place)
      return .unreadable
    }
  }

  mutating func entry(of citation: Citation, at place: PackedPlace) -> CitationEntry {
    var entry = CitationEntry(document: intern(citation.document), place: place)
    entry.paragraph = citation.paragraph.map { $0 < 1 ? -1 : $0 } ?? 0
    entry.pages = citation.pages.map { $0.lowerBound < 1 ? -1...(-1) : $0 } ?? 0...0
    entry.quote = intern(citation.quote ?? "")
    entry.prefix = intern(citation.prefix ?? "")
    entry.suffix = intern(citation.suffix ?? "")
    return entry
  }

  mutating func entries(of attributes: [String: AttributeValue], at place: PackedPlace) -> [AttributeEntry] {
    attributes.sorted { $0.key < $1.key }.map { key, value in
      AttributeEntry(key: intern(key), value: self.value(value), place: place)
    }
  }
}
