/// A graph that is being written down: readers and the result builder add what they find, in any order, and
/// ``finish(title:)`` makes the graph of it, with everything that is wrong.
///
/// Names are only looked up at the end, so that a relation may stand before its entities, or in another file.
package struct GraphDraft: Sendable {
  package var strings = StringTable()
  package private(set) var files: [String] = []
  /// What readers found wrong; ``finish(title:)`` adds what it finds.
  package var diagnostics: [Diagnostic] = []

  var dates = DateTable()
  var titles: [String] = []
  var sections: [Section] = []
  var kinds: [Declared<Kind>] = []
  var relationTypes: [Declared<RelationType>] = []
  var documents: [Declared<Document>] = []
  var entities: [EntityEntry] = []
  var relations: [RelationEntry] = []
  var citations: [CitationEntry] = []
  var aliases: [StringID] = []
  var attributes: [AttributeEntry] = []

  package init() {}

  /// Adds a file that places can name, and gives its row.
  package mutating func add(file: String) -> Int {
    files.append(file)
    return files.count - 1
  }

  /// Offers a title; the first that was offered stands.
  package mutating func add(title: String) { titles.append(title) }

  package mutating func add(kind: Kind, at place: PackedPlace) { kinds.append(Declared(kind, at: place)) }

  /// Adds a relation type; `kindPlaces` are those of its `from`, then of its `to`.
  package mutating func add(relationType: RelationType, at place: PackedPlace, kindPlaces: [PackedPlace] = []) {
    relationTypes.append(Declared(relationType, at: place, parts: kindPlaces))
  }

  package mutating func add(document: Document, at place: PackedPlace) {
    documents.append(Declared(document, at: place))
  }

  /// Opens a section of entities of one kind, and gives its row, which the entities name.
  package mutating func add(section: Section) -> Int {
    sections.append(section)
    return sections.count - 1
  }

  package mutating func add(entity: EntityEntry) { entities.append(entity) }
  package mutating func add(relation: RelationEntry) { relations.append(relation) }

  /// Reads a date; each distinct text is read once.
  package mutating func date(_ text: StringID) throws(EDTFError) -> DateID { try dates.intern(text, in: strings) }

  /// The date in that row.
  package func edtf(_ id: DateID) -> EDTF? { id == .none ? nil : try? EDTF(strings[dates.text(of: id)]) }

  /// Keeps a list of aliases, and gives its rows for the entity.
  package mutating func add(aliases list: [StringID]) -> Range<Int> { Self.append(list, to: &aliases) }

  /// Keeps citations, and gives their rows for the entity or relation.
  package mutating func add(citations list: [CitationEntry]) -> Range<Int> { Self.append(list, to: &citations) }

  /// Keeps attributes, and gives their rows for the entity or relation.
  package mutating func add(attributes list: [AttributeEntry]) -> Range<Int> { Self.append(list, to: &attributes) }

  /// Adds a diagnostic; `related` is where the first of two things stands.
  package mutating func report(
    _ finding: any Finding, at place: PackedPlace, length: Int = 1, related: PackedPlace? = nil
  ) {
    let elsewhere = related.flatMap { $0.place(in: files) }.map { [Diagnostic.Related($0, "the first is here")] }
    diagnostics.append(Diagnostic(finding, at: place.place(in: files), length: length, related: elsewhere ?? []))
  }

  private static func append<Value>(_ list: [Value], to values: inout [Value]) -> Range<Int> {
    values.append(contentsOf: list)
    return values.count - list.count..<values.count
  }
}

extension GraphDraft {
  /// Something with the place where it is declared.
  struct Declared<Value: Sendable>: Sendable {
    let value: Value
    let place: PackedPlace
    /// Where what it names is written, if that is known.
    let parts: [PackedPlace]

    init(_ value: Value, at place: PackedPlace, parts: [PackedPlace] = []) {
      self.value = value
      self.place = place
      self.parts = parts
    }
  }

  /// The kind that a run of entities has, by its name or by its plural, as section headings have it.
  package struct Section: Sendable {
    let name: String
    let isPlural: Bool
    let place: PackedPlace
    /// What stands in place of the entities, if that is something else.
    let wrongForm: (any Finding)?

    /// Entities of the kind with that name.
    package init(kind name: String, at place: PackedPlace) {
      self.name = name
      self.isPlural = false
      self.place = place
      self.wrongForm = nil
    }

    /// Entities under a heading, which is a kind's plural; `wrongForm` is reported if there is such a kind, for only
    /// then does it matter.
    package init(heading plural: String, at place: PackedPlace, wrongForm: (any Finding)? = nil) {
      self.name = plural
      self.isPlural = true
      self.place = place
      self.wrongForm = wrongForm
    }
  }

  /// One mention of an entity; several with one id are merged.
  package struct EntityEntry: Sendable {
    package var id: StringID
    /// The row of its section.
    package var section: Int
    package var place: PackedPlace
    /// Empty when no name is given.
    package var name: StringID = .empty
    package var when: DateID = .none
    package var note: StringID = .empty
    package var aliases: Range<Int> = 0..<0
    package var attributes: Range<Int> = 0..<0
    package var citations: Range<Int> = 0..<0

    package init(id: StringID, section: Int, place: PackedPlace) {
      self.id = id
      self.section = section
      self.place = place
    }
  }

  /// One statement, its ends and type still by name.
  package struct RelationEntry: Sendable {
    package var subject: StringID
    package var type: StringID
    package var object: StringID
    package var place: PackedPlace
    /// How many characters right of `place` the type stands, for messages.
    package var typeOffset: UInt16 = 0
    /// How many characters right of `place` the object stands.
    package var objectOffset: UInt16 = 0
    /// Empty when the id is to be made from head, date and status.
    package var id: StringID = .empty
    /// Where its own id is written.
    package var idPlace: PackedPlace = .none
    package var when: DateID = .none
    package var status = Status.asserted
    /// Empty when nobody is named.
    package var accordingTo: StringID = .empty
    package var accordingToPlace: PackedPlace = .none
    package var note: StringID = .empty
    package var attributes: Range<Int> = 0..<0
    package var citations: Range<Int> = 0..<0

    package init(subject: StringID, type: StringID, object: StringID, place: PackedPlace) {
      self.subject = subject
      self.type = type
      self.object = object
      self.place = place
    }

    /// Where a message about its id points.
    var ownPlaceOfID: PackedPlace { idPlace == .none ? place : idPlace }
  }

  /// One citation, its document still by name.
  package struct CitationEntry: Sendable {
    package var document: StringID
    /// 0 when no paragraph is given.
    package var paragraph: Int = 0
    package var quote: StringID = .empty
    package var prefix: StringID = .empty
    package var suffix: StringID = .empty
    package var place: PackedPlace

    package init(document: StringID, place: PackedPlace) {
      self.document = document
      self.place = place
    }
  }

  /// One attribute.
  package struct AttributeEntry: Sendable {
    package var key: StringID
    package var value: StoredValue
    package var place: PackedPlace

    package init(key: StringID, value: StoredValue, place: PackedPlace) {
      self.key = key
      self.value = value
      self.place = place
    }
  }
}
