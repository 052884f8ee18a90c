import Entente
import EntenteFormats
import Testing

@Suite("Several graph files are one graph")
struct MergingTests {
  static let files = [
    "a.yaml": """
    title: Claims
    documents: {tass: {title: An article}}
    states: {japan: Japan, russia: {name: Russia, aliases: [RF], cite: tass#1}}
    relations:
      - japan claims kurils: {when: 1945~/.., cite: tass#5 "laid claims", attributes: {page: 1}}
      - russia holds kurils
    """,
    "b.yaml": """
    title: Islands
    documents: {tass: {publisher: TASS}}
    islands: {kurils: Kurils}
    states: {russia: {aliases: [Россия, RF], note: a federation, attributes: {code: 7}}}
    relations:
      - japan claims kurils: {when: 1945~/.., cite: tass#6, note: since the war}
      - russia holds kurils
      - memo issued-by russia
    """,
    "c.yaml": """
    memoranda: {memo: Memorandum}
    schema:
      kinds: {memorandum: {plural: memoranda}}
      relations: {issued-by: {from: memorandum, to: state}}
    """,
  ]

  @Test("Names, kinds and types may stand in any of them; what two say is joined")
  func joined() throws {
    let folder = try TemporaryFolder(Self.files)
    let loaded = folder.load("a.yaml", "b.yaml", "c.yaml")
    let graph = try #require(loaded.graph, "\(loaded.diagnostics)")
    #expect(graph.title == "Claims")
    #expect(graph.entity("russia")?.aliases == ["RF", "Россия"])
    #expect(graph.entity("russia")?.note == "a federation")
    #expect(graph.document("tass")?.publisher == "TASS")
    #expect(graph.relations.count == 3)
    let claim = try #require(graph.relation("japan-claims-kurils-1945-about-to-open"))
    #expect(claim.note == "since the war")
    #expect(claim.citations.map(\.paragraph) == [5, 6])
    #expect(claim.attributes.count == 1)
  }

  @Test("Any order gives the same entities, relations and ids")
  func anyOrder() throws {
    let folder = try TemporaryFolder(Self.files)
    let names = ["a.yaml", "b.yaml", "c.yaml"].map { folder.path + $0 }
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let graphs = orders.map { order in
      LoadedGraph(contentsOf: order.map { names[$0] }, title: "One title").graph
    }
    let first = try #require(graphs[0])
    for (graph, order) in zip(graphs, orders) {
      let graph = try #require(graph, "\(order)")
      #expect(graph == first, "\(order)")
      #expect(Set(graph.entities.map(\.id)) == Set(first.entities.map(\.id)), "\(order)")
      #expect(Set(graph.relations.map(\.id)) == Set(first.relations.map(\.id)), "\(order)")
    }
  }

  @Test("A file named twice is read once")
  func namedTwice() throws {
    let folder = try TemporaryFolder(["a.yaml": "states: {japan: Japan}\nrelations:\n  - japan clams japan\n"])
    #expect(folder.load("a.yaml", "a.yaml").diagnostics.count == 1)
  }

  @Test("Texts are found relative to the file that names them, in a folder by the last part of their path, else by id")
  func texts() throws {
    let folder = try TemporaryFolder([
      "graphs/a.yaml": "documents: {one: {title: One}, two: {text: texts/deep/two.txt}}\n",
      "more/b.yaml": """
      documents: {one: {text: one.txt}}
      states: {japan: {name: Japan, cite: [one#2 "second", two#1 "first"]}}
      """,
      "more/one.txt": "first\n\nsecond\n", "graphs/texts/deep/two.txt": "first\n",
      "folder/one.txt": "first\n\nsecond\n", "other/two.txt": "first\n", "wrong/two.txt": "nothing\n",
    ])
    #expect(folder.load("graphs/a.yaml", "more/b.yaml").citations.verified == 2)
    #expect(folder.load("more/b.yaml", "graphs/a.yaml").citations.verified == 2)
    #expect(folder.load("graphs/a.yaml", "more/b.yaml", documents: "folder").citations.verified == 2)
    #expect(folder.load("graphs/a.yaml", "more/b.yaml", documents: "other/").citations.verified == 2)
    let wrong = folder.load("graphs/a.yaml", "more/b.yaml", documents: "wrong")
    #expect(wrong.diagnostics.map(\.finding.message) == ["the quote is not found in 'two'"])
  }
}
