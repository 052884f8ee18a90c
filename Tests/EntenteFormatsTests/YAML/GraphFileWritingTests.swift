import Entente
import EntenteFormats
import Testing

@Suite("Writing graph files")
struct GraphFileWritingTests {
  private func text(_ graph: RelationGraph) throws -> String {
    String(
      decoding: try ByteWriter.memory { try GraphFile().write(graph.everything, options: .init(), to: &$0) },
      as: UTF8.self)
  }

  private func reading(_ text: String) throws -> RelationGraph {
    let loaded = LoadedGraph([.bytes(Array(text.utf8), name: "graph.yaml")], importers: [GraphFile()], format: "yaml")
    return try #require(loaded.graph, "\(loaded.diagnostics.map(\.description).joined(separator: "\n"))\n\(text)")
  }

  @Test("What is written reads as people write it")
  func form() throws {
    let graph = try RelationGraph("The Southern Kuril Islands: a dispute") {
      let tass = Document("tass", title: "An article", publisher: "TASS", text: "documents/tass.txt")
      let paper = Document("paper", title: "A paper")
      let japan = State("japan", "Japan", aliases: ["Nippon"], when: "-0660/..")
      let kurils = Island("southern-kurils", "Southern Kuril Islands", note: "four of them: north, south")
      japan.claims(
        kurils, when: "1945~/..", cite: tass[5, "laid claims"], paper[2, "#1: \"ours\"", suffix: "said"], id: "claim")
      japan.claims(kurils, when: "[1956,1957]", status: .conditional)
      kurils.partOf(Place("Fox Islands", "Fox Islands"), attributes: ["sure": true, "share": 0.5, "as text": "0.5"])
      Verb<Memorandum>(japan, "issued", from: [State.self], holds: .atItsDate)(Memorandum("memo"))
    }
    #expect(
      try text(graph) == #"""
        title: "The Southern Kuril Islands: a dispute"
        documents:
          tass: {title: An article, publisher: TASS, text: documents/tass.txt}
          paper: A paper
        schema:
          kinds:
            memorandum: {plural: memoranda}
          relations:
            issued: {from: state, to: memorandum, holds: at its date}
        states:
          japan: {name: Japan, aliases: [Nippon], when: -0660/..}
        islands:
          southern-kurils: {name: Southern Kuril Islands, note: "four of them: north, south"}
        places:
          "Fox Islands": Fox Islands
        memoranda:
          memo: memo
        relations:
          - japan claims southern-kurils:
              when: 1945~/..
              id: claim
              cite:
                - tass#5 "laid claims"
                - {document: paper, paragraph: 2, quote: "#1: \"ours\"", suffix: said}
          - japan claims southern-kurils: {when: "[1956,1957]", status: conditional}
          - subject: southern-kurils
            type: part-of
            object: "Fox Islands"
            attributes:
              as text: "0.5"
              share: 0.5
              sure: true
          - japan issued memo

        """#)
    #expect(try reading(try text(graph)) == graph)
  }

  @Test("A graph with everything in it reads back equal, and is written the same again", arguments: Specimens.allCases)
  func everything(specimen: Specimens) throws {
    let graph = try specimen.graph()
    let written = try text(graph)
    let read = try reading(written)
    #expect(read == graph)
    #expect(try text(read) == written)
  }

  @Test("Graphs made at random, of every feature, read back equal", arguments: 1...60)
  func random(seed: Int) throws {
    let graph = try RandomGraph.graph(seed: UInt64(seed))
    let written = try text(graph)
    let read = try reading(written)
    #expect(read == graph, "seed \(seed)\n\(written)")
    #expect(try text(read) == written, "seed \(seed)")
  }

  @Test("A number that is none is an error that names who has it")
  func notANumber() throws {
    let graph = try RelationGraph("x") { State("japan", attributes: ["a": .number(.nan)]) }
    let failure = #expect(throws: CheckFailure.self) { try text(graph) }
    #expect(
      try #require(failure).diagnostics.map(\.finding.message) == [
        "entity 'japan': the attribute 'a' is nan, which no graph file can have"
      ])
  }

  @Test("A kind whose plural is the key of another section is written with another plural, which is said")
  func reservedPlurals() throws {
    var draft = GraphDraft()
    draft.add(kind: Kind("relation"))
    draft.add(kind: Kind("table", plural: "tables-table"))
    draft.add(kind: Kind("row", plural: "tables"))
    for kind in ["relation", "table", "row"] { draft.entity("a-\(kind)", kind: kind, name: "A \(kind)") }
    let graph = try draft.graph(title: "x")
    let read = try reading(try text(graph))
    #expect(read.entities.map(\.id) == graph.entities.map(\.id))
    #expect(read.entities.map(\.kind.name) == ["relation", "table", "row"])
    #expect(read.schema.kind("relation")?.plural == "relations-relation")
    #expect(read.schema.kind("row")?.plural == "tables-row")
    let notes = GraphFile().losses(of: graph.everything, options: .init())
    #expect(notes.map(\.severity) == [.note, .note])
    #expect(
      notes.first?.message
        == "Graph file: the plural of 'relation' is written 'relations-relation', since 'relations' is a section's key")
    #expect(try text(read) == text(graph))
  }

  @Test("A selection is written with whoever says so, and an empty graph is a graph file")
  func selections() throws {
    let graph = try RelationGraph("x") {
      let (japan, kurils) = (State("japan"), Island("kurils"))
      japan.claims(kurils, accordingTo: Person("abe"))
      japan.holds(kurils)
    }
    var filter = Filter()
    filter.types = ["claims"]
    let selection = try graph.selecting(filter)
    let bytes = try ByteWriter.memory { try GraphFile().write(selection, options: .init(), to: &$0) }
    #expect(try reading(String(decoding: bytes, as: UTF8.self)) == RelationGraph(selection))
    #expect(try text(RelationGraph("") {}) == "relations: []\n")
    #expect(try reading("relations: []\n").entities.isEmpty)
  }
}

private struct Memorandum: EntityReference {
  static let kind = Kind("memorandum", plural: "memoranda")
  let declaration: EntityDeclaration
}
