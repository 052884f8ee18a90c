import Entente

/// What of a selection is in the page, and by which numbers its parts know each other.
struct PageRows {
  let title: String
  private let graph: RelationGraph
  /// In the graph's order.
  let entities: [Entity]
  /// The oldest first, as the table has them.
  let relations: [Relation]
  let documents: [Document]
  /// Those that occur.
  let kinds: Numbering<Kind>
  let types: Numbering<RelationType>
  /// The documents' texts that were at hand, by their ids: what they are cited for was looked up in them.
  let texts: [String: DocumentText]
  private let includesTexts: Bool
  private let entityNumbers: [Int: Int]
  private let relationNumbers: [Int: Int]
  private let documentNumbers: [String: Int]

  /// - Parameter includesTexts: Whether the cited paragraphs go into the page.
  init(of selection: Selection, texts: [String: DocumentText], includesTexts: Bool) {
    let graph = selection.graph
    self.graph = graph
    title = graph.title.isEmpty ? "Entente" : graph.title
    relations = selection.oldestFirst
    var entities = Array(selection.entities)
    // Who says so is named even when the filter leaves it out.
    let present = Set(entities.map(\.row))
    var speakers: [Int: Entity] = [:]
    for speaker in relations.compactMap(\.accordingTo) where !present.contains(speaker.row) {
      speakers[speaker.row] = speaker
    }
    entities += speakers.values.sorted { $0.row < $1.row }
    self.entities = entities
    documents = graph.documents
    let (kindsThere, typesThere) = (Set(entities.map(\.kind)), Set(relations.map(\.type)))
    kinds = Numbering(graph.schema.kinds.filter(kindsThere.contains))
    types = Numbering(graph.schema.relationTypes.filter(typesThere.contains))
    self.texts = texts
    self.includesTexts = includesTexts
    entityNumbers = Dictionary(entities.enumerated().map { ($1.row, $0) }, uniquingKeysWith: { first, _ in first })
    relationNumbers = Dictionary(relations.enumerated().map { ($1.row, $0) }, uniquingKeysWith: { first, _ in first })
    documentNumbers = Dictionary(documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func number(of entity: Entity) -> Int { entityNumbers[entity.row] ?? -1 }

  /// The page's number of the entity in that row of the graph.
  func entityNumber(ofRow row: Int) -> Int? { entityNumbers[row] }

  /// The page's number of the relation in that row of the graph.
  func relationNumber(ofRow row: Int) -> Int? { relationNumbers[row] }

  func documentNumber(of id: String) -> Int { documentNumbers[id] ?? -1 }

  /// The day on which a citation was verified, as a seal says.
  func dayVerified(_ citation: Citation) -> String? { graph.dayVerified(citation) }

  /// The paragraphs of a document that something cites; none unless texts are to be included.
  func citedParagraphs(of document: Document) -> [(number: Int, text: String)] {
    guard includesTexts, let text = texts[document.id] else { return [] }
    let citations = relations.lazy.flatMap(\.citations) + entities.lazy.flatMap(\.citations)
    let numbers = Set(citations.filter { $0.document == document.id }.compactMap(\.paragraph))
    return numbers.sorted().filter { text.paragraphs.indices.contains($0 - 1) }.map { ($0, text.paragraphs[$0 - 1]) }
  }
}
