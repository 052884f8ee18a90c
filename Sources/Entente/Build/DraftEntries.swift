extension GraphDraft {
  /// What becomes of a kind that no schema has.
  public enum Undeclared: Sendable, Hashable {
    /// It is an error, with the nearest known name.
    case report
    /// It becomes one of the graph's own.
    case create
  }

  /// A kind as a draft's entities name it.
  public struct KindID: Sendable, Hashable {
    let row: Int
  }

  /// A run of aliases, names in registries, citations or attributes that a draft keeps for their owner.
  public struct Run: Sendable, Hashable {
    var start: UInt32 = 0
    var count: UInt32 = 0

    /// An empty one.
    public init() {}

    init(start: UInt32, count: UInt32) {
      self.start = start
      self.count = count
    }

    var isEmpty: Bool { count == 0 }
    var rows: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// A part of a relation's head, or another of its properties, that a message may point at.
  ///
  /// It is kept by its distance from the place of the whole; what is more than 65,535 bytes away is the whole.
  public struct Part: Sendable, Hashable {
    private var distance: UInt16 = 0
    private var length: UInt16 = 0

    /// The whole.
    public static let whole = Part()

    private init() {}

    /// The part `place` of the whole at `whole`.
    public init(_ place: PackedPlace, of whole: PackedPlace) {
      guard place.source == whole.source, let start = whole.offset, let offset = place.offset,
        let distance = UInt16(exactly: offset - start), place.length > 0
      else { return }
      self.distance = distance
      length = UInt16(clamping: place.length)
    }

    /// Where it is.
    func place(in whole: PackedPlace) -> PackedPlace {
      length == 0 ? whole : whole.part(Int(distance), length: Int(length))
    }
  }

  /// One mention of an entity; several with one id are merged.
  public struct EntityEntry: Sendable {
    /// Its id, any text but an empty one.
    public var id: StringID
    /// What it is.
    public var kind: KindID
    /// Where the id is written.
    public var place: PackedPlace
    /// Its name; empty when none is given.
    public var name: StringID = .empty
    /// Its existence.
    public var when: DateID = .none
    /// What a reader should know about it; empty for nothing.
    public var note: StringID = .empty
    /// What else it is called: ``GraphDraft/add(aliases:)``.
    public var aliases = Run()
    /// What it is in registries: ``GraphDraft/add(sameAs:at:)``.
    public var sameAs = Run()
    /// What Entente has no word for: ``GraphDraft/add(attributes:)``.
    public var attributes = Run()
    /// Where documents say so: ``GraphDraft/add(citations:)``.
    public var citations = Run()
    /// How it looks, where it looks otherwise than its kind.
    public var look = EntityLook()
    /// Whether something about it is wrong, and was reported: `--skip-errors` leaves it out.
    public var isFaulty = false

    /// A mention of an entity.
    public init(id: StringID, kind: KindID, place: PackedPlace) {
      self.id = id
      self.kind = kind
      self.place = place
    }
  }

  /// One statement, its ends and type still by name.
  public struct RelationEntry: Sendable {
    /// The id of the entity that it is about.
    public var subject: StringID
    /// The name of its type.
    public var type: StringID
    /// The id of the entity at the other end.
    public var object: StringID
    /// Where the head is written, or all of it.
    public var place: PackedPlace
    /// Where in ``place`` the subject stands.
    public var subjectPart = Part.whole
    /// Where in ``place`` the type stands.
    public var typePart = Part.whole
    /// Where in ``place`` the object stands.
    public var objectPart = Part.whole
    /// Its own id; empty when one is to be made from head, date and status.
    public var id: StringID = .empty
    /// Where its own id is written, seen from ``place``.
    public var idPart = Part.whole
    /// When it holds.
    public var when: DateID = .none
    /// How far it goes.
    public var status = Status.asserted
    /// The id of the entity that says so; empty when nobody is named.
    public var accordingTo: StringID = .empty
    /// Where that is written, seen from ``place``.
    public var accordingToPart = Part.whole
    /// What a reader should know about it; empty for nothing.
    public var note: StringID = .empty
    /// What Entente has no word for: ``GraphDraft/add(attributes:)``.
    public var attributes = Run()
    /// Where documents say so: ``GraphDraft/add(citations:)``.
    public var citations = Run()
    /// Whether something about it is wrong, and was reported: `--skip-errors` leaves it out.
    public var isFaulty = false

    /// A statement.
    public init(subject: StringID, type: StringID, object: StringID, place: PackedPlace) {
      self.subject = subject
      self.type = type
      self.object = object
      self.place = place
    }
  }

  /// One citation, its document still by name.
  public struct CitationEntry: Sendable {
    /// The document's id.
    public var document: StringID
    /// The paragraph from 1; 0 when none is given.
    public var paragraph: Int = 0
    /// The page, or the pages, from 1; `0...0` when none is given.
    public var pages: ClosedRange<Int> = 0...0
    /// The words of the document; empty when none are given.
    public var quote: StringID = .empty
    /// What stands right before them; empty when that is not said.
    public var prefix: StringID = .empty
    /// What stands right after them; empty when that is not said.
    public var suffix: StringID = .empty
    /// Where the citation is written.
    public var place: PackedPlace
    /// Where in ``place`` the document's id stands.
    public var documentPart = Part.whole

    var documentPlace: PackedPlace { documentPart.place(in: place) }

    /// A citation of a document.
    public init(document: StringID, place: PackedPlace) {
      self.document = document
      self.place = place
    }
  }

  /// One attribute.
  public struct AttributeEntry: Sendable {
    /// Its name.
    public var key: StringID
    /// Its value.
    public var value: StoredValue
    /// Where it is written.
    public var place: PackedPlace

    /// An attribute.
    public init(key: StringID, value: StoredValue, place: PackedPlace) {
      self.key = key
      self.value = value
      self.place = place
    }
  }

  // MARK: - What only the draft sees

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

  /// What a format says of a heading that is a kind's plural, once it is known which kinds there are.
  package struct Heading: Sendable {
    /// What is reported where there is such a kind, if something else than entities stands below.
    let known: (any Finding)?
    /// What is reported where there is none, of the plurals that there are; of none where no near one is looked for any more.
    let unknown: @Sendable ([String]) -> any Finding

    /// A heading, with what is said of it where there is such a kind, and where there is none.
    package init(known: (any Finding)? = nil, unknown: @escaping @Sendable ([String]) -> any Finding) {
      self.known = known
      self.unknown = unknown
    }
  }

  /// A kind by its name, or, under a heading, by its plural.
  struct KindUse: Sendable {
    let name: String
    let heading: Heading?
    let undeclared: Undeclared
    let place: PackedPlace
  }

  /// A relation type that need not be declared.
  struct CreatedType: Sendable {
    struct Key: Hashable {
      let name: StringID
      let source: SourceID
    }

    let name: StringID
    let source: SourceID
    let directed: Bool
  }
}
