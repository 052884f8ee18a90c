import Entente
import Testing

@Suite("Tables that entities and relations share")
struct SharedTablesTests {
  @Test("the first relation has its own citations and attributes, not those of the entities before it")
  func firstRelation() throws {
    let graph = try RelationGraph("Sharing") {
      let (paper, book) = (Document("paper"), Document("book"))
      let japan = State("japan", cite: paper[1], attributes: ["area": .integer(1)])
      japan.claims(Island("iturup"), cite: book[2], attributes: ["sure": .boolean(true)])
    }
    let relation = try #require(graph.relations.first)
    #expect(relation.citations == [Citation(document: "book", paragraph: 2)])
    #expect(relation.attributes.map(\.key) == ["sure"])
    #expect(graph.entity("japan")?.citations == [Citation(document: "paper", paragraph: 1)])
  }
}
