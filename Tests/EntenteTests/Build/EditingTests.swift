import Testing

@testable import Entente

@Suite("Graphs from graphs")
struct EditingTests {
  private let japan = State("japan", "Japan", aliases: ["Nippon"], when: "-0660", note: "a state")
  private let union = State("soviet-union", "Soviet Union")
  private let kurils = Island("southern-kurils", "Southern Kuril Islands")
  private let tass = Document("tass", title: "An article", publisher: "TASS")

  private func graph() throws -> RelationGraph {
    try RelationGraph("The Kurils") {
      japan.claims(kurils, when: "1945~/..", status: .claimed, cite: tass[5, "laid claims"], attributes: ["sure": 0.5])
      union.holds(kurils, when: "1945/1991", accordingTo: japan, note: "by force")
      Memorandum("memo-1960", "Memorandum")
    }
  }

  @Test("A graph is equal to the graph of its draft, and made of whole columns")
  func roundTrip() throws {
    let graph = try graph()
    let copy = try GraphDraft(graph).graph()
    #expect(copy == graph)
    #expect(copy.relations.map(\.id) == graph.relations.map(\.id))
    #expect(graph.columns.brokenInvariants() == [] && copy.columns.brokenInvariants() == [])
    #expect(copy.relations.first?.place?.line == graph.relations.first?.place?.line)
  }

  @Test("A selection becomes a graph of its own, with whoever says so")
  func narrowing() throws {
    let graph = try graph()
    var filter = Filter()
    filter.types = ["holds"]
    let narrow = RelationGraph(try graph.selecting(filter))
    #expect(narrow.entities.map(\.id) == ["japan", "southern-kurils", "soviet-union"])
    #expect(narrow.relations.map(\.id) == ["soviet-union-holds-southern-kurils-1945-to-1991"])
    #expect(narrow.schema == graph.schema)
    #expect(narrow.columns.brokenInvariants() == [])
  }

  @Test("Merging two graphs is merging two files")
  func merging() throws {
    let other = try RelationGraph("The Kurils") {
      State("japan", aliases: ["JP"])
      union.holds(kurils, when: "1945/1991", cite: tass.whole)
    }
    let both = try graph().merging(other)
    #expect(both.entity("japan")?.aliases == ["Nippon", "JP"])
    #expect(both.relations.count == 2)
    #expect(both.relations[1].citations == [Citation(document: "tass")])
    #expect(both.columns.brokenInvariants() == [])
    let contrary = try RelationGraph("x") { State("japan", "Nihon") }
    let failure = #expect(throws: CheckFailure.self) { try graph().merging(contrary) }
    let errors = try #require(failure).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.finding.message) == ["'japan' has the name 'Nihon' here and 'Japan' elsewhere"])
  }

  @Test("Editing changes, takes out and adds; an id that was made follows")
  func editing() throws {
    let edited = try graph().editing { draft in
      draft.title = "Edited"
      let name = draft.intern("Nippon")
      let when = try draft.date(draft.intern("1945/.."))
      #expect(draft.change(entity: "japan") { $0.name = name })
      #expect(draft.change(relation: "japan-claims-southern-kurils-1945-about-to-open-claimed") { $0.when = when })
      #expect(!draft.change(relation: "japan-claims-southern-kurils-1945-about-to-open-claimed") { $0.when = .none })
      draft.remove(entity: "memo-1960")
      draft.entity("Habomai", kind: "island")
      draft.relation("japan", "claims", "Habomai")
    }
    #expect(edited.title == "Edited")
    #expect(edited.entity("japan")?.name == "Nippon")
    #expect(edited.relation("japan-claims-southern-kurils-1945-to-open-claimed")?.when?.text == "1945/..")
    #expect(edited.entity("memo-1960") == nil)
    #expect(edited.relation("japan-claims-Habomai") != nil)
    let without = try edited.editing { $0.remove(entity: "japan") }
    #expect(without.relations.isEmpty && without.entities.count == 3)
    let less = try edited.editing { $0.remove(relation: "japan-claims-Habomai") }
    #expect(less.relations.count == edited.relations.count - 1)
    #expect(throws: CheckFailure.self) { try edited.editing { $0.relation("japan", "claims", "nowhere") } }
  }

  @Test("An entity declared on one line and called for twice is one if it is the same, else both are compared")
  func declaredTwice() throws {
    func state(_ id: String, when: String? = nil, note: String? = nil) -> State { State(id, when: when, note: note) }
    let graph = try RelationGraph("Twice") {
      state("japan", when: "1868", note: "first").claims(kurils)
      state("japan", when: "1868", note: "first").holds(kurils)
      state("russia").claims(kurils)
      state("russia", when: "1991").holds(kurils)
    }
    #expect(graph.entity("japan")?.note == "first")
    #expect(graph.entity("russia")?.when?.text == "1991")
    let failure = #expect(throws: CheckFailure.self) {
      try RelationGraph("Twice") {
        state("japan", when: "1868", note: "first")
        state("japan", when: "1945", note: "second")
      }
    }
    #expect(
      try #require(failure).diagnostics.map(\.finding.message) == [
        "'japan' has the note 'second' here and 'first' elsewhere",
        "'japan' has the date '1945' here and '1868' elsewhere",
      ])
  }

  @Test("Attributes are literals, asked by key, and not-a-number is equal to itself")
  func attributes() throws {
    func graph() throws -> RelationGraph {
      try RelationGraph("NaN") {
        State("japan", attributes: ["area": 377_975, "sure": true, "name": "日本", "gdp": .number(.nan), "share": 0.5])
      }
    }
    let japan = try #require(try graph().entity("japan"))
    #expect(japan.attributes["area"] == 377_975)
    #expect(japan.attributes["name"] == "日本")
    #expect(japan.attributes["sure"] == true)
    #expect(japan.attributes["share"] == 0.5)
    #expect(japan.attributes["none"] == nil)
    #expect(try graph() == graph())
  }

  @Test("Entities and relations are equal when they are the same row of the same graph; relations tell their years")
  func hashing() throws {
    let graph = try graph()
    #expect(Set(graph.relations.map(\.object)).count == 1)
    #expect(Set(graph.relations).count == 2)
    #expect(graph.entities[0] != (try GraphDraft(graph).graph()).entities[0])
    let years = graph.relations[0].years
    #expect([years.possibleFrom, years.certainFrom, years.certainTo, years.possibleTo] == [1945, 1946, .max, .max])
    #expect(graph.entities[1].years == .anytime)
  }
}
