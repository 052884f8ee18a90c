import Entente

/// Makes entities and relations of nodes and edges with named attributes, whatever format these stand in.
///
/// A reader says what it comes to: ``set(_:_:at:)`` for each attribute, then ``endEntity(id:at:)`` or
/// ``endRelation(_:)``. What a file leaves open, and what tools call otherwise, is decided here, once for all of them.
struct RecordBuilder: ~Copyable {
  var draft: GraphDraft
  let source: SourceID
  var dialect: RecordDialect
  /// The node or edge that is being read.
  var record = Record()

  private var knownNodes = KnownIDs()
  private var kinds: [StringID: GraphDraft.KindID] = [:]
  private var documents: Set<StringID> = []
  /// For each type whether its relations have a direction.
  private var directions: [StringID: Bool] = [:]
  private var undirectedNames: [StringID: StringID] = [:]
  private var renamedEdges = 0
  private var possibleDates: [String] = []
  private var citationReader = CitationTextReader()
  private let names: (entity: StringID, related: StringID, originalID: StringID)

  /// What is known of a node or an edge.
  struct Record {
    var id = StringID.empty
    fileprivate var name: Candidate?
    fileprivate var kind: Candidate?
    var note = StringID.empty
    var aliases: [StringID] = []
    var citations: [GraphDraft.CitationEntry] = []
    var attributes: [GraphDraft.AttributeEntry] = []
    fileprivate var status: Status?
    fileprivate var accordingTo = StringID.empty
    fileprivate var when = DateID.none
    fileprivate var start = StringID.empty
    fileprivate var end = StringID.empty
    fileprivate var timePlace = PackedPlace.none
    var isSymmetric: Bool?
    fileprivate var evidence = StringID.empty
    fileprivate var evidencePlace = PackedPlace.none
    fileprivate var evidenceDocument = StringID.empty
    var isFaulty = false

    /// A text that may be the name or the kind.
    fileprivate struct Candidate {
      let rank: Int
      let text: StringID
      let key: StringID
      let place: PackedPlace
    }

    fileprivate mutating func clear() {
      let (aliases, citations, attributes) = (aliases, citations, attributes)
      self = Record()
      (self.aliases, self.citations, self.attributes) = (aliases, citations, attributes)
      self.aliases.removeAll(keepingCapacity: true)
      self.citations.removeAll(keepingCapacity: true)
      self.attributes.removeAll(keepingCapacity: true)
    }
  }

  init(_ draft: consuming GraphDraft, source: Source) {
    self.draft = draft
    self.source = self.draft.add(source: source.text, numbersAlike: true)
    dialect = RecordDialect()
    dialect.options = source.options
    names = (self.draft.intern("entity"), self.draft.intern("related-to"), self.draft.intern("original_id"))
  }
}
