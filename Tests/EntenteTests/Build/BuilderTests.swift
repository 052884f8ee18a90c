import Entente
import Testing

struct Memorandum: EntityReference {
  static let kind = Kind("memorandum", plural: "memoranda")
  let declaration: EntityDeclaration
}

extension Power {
  var issued: Verb<Memorandum> {
    Verb(self, "issued", from: [State.self, Organization.self], holds: .atItsDate)
  }
}

@Suite("The result builder")
struct BuilderTests {
  static let tass = Document("tass", title: "Japan plans to carry out joint activity", publisher: "TASS")
  let japan = State("japan", "Japan")
  let kurils = Island("southern-kurils", "Southern Kuril Islands", aliases: ["Northern Territories"])

  @Test("An entity is in when a relation has it, and when it stands on a line of its own")
  func membership() throws {
    let graph = try RelationGraph("Membership") {
      japan.claims(kurils, when: "1945", cite: Self.tass[5, "laid claims"])
      Island("shikotan", "Shikotan")
    }
    #expect(graph.entities.map(\.id) == ["japan", "southern-kurils", "shikotan"])
    #expect(graph.documents.map(\.id) == ["tass"])
    let relation = try #require(graph.relations.first)
    #expect(relation.sentence == "Japan claims Southern Kuril Islands")
    #expect(relation.when?.text == "1945")
    #expect(relation.citations == [Citation(document: "tass", paragraph: 5, quote: "laid claims")])
    #expect(relation.object.aliases == ["Northern Territories"])
  }

  @Test("for, if and functions that return a part work in it")
  func parts() throws {
    @RelationGraphBuilder func signatories(_ states: [State], of treaty: Treaty) -> GraphPart {
      for state in states { state.signed(treaty, when: "1960") }
    }
    let isFull = true
    let graph = try RelationGraph("Parts") {
      signatories([japan, State("united-states")], of: Treaty("security-treaty"))
      if isFull { japan.claims(kurils) } else { kurils }
      if !isFull { Person("nobody") }
    }
    #expect(
      graph.relations.map(\.id) == [
        "japan-signed-security-treaty-1960", "united-states-signed-security-treaty-1960",
        "japan-claims-southern-kurils",
      ])
    #expect(graph.entity("united-states")?.name == "united-states")
    #expect(graph.entity("nobody") == nil)
  }

  @Test("An own kind and an own relation type are part of the graph's schema")
  func ownSchema() throws {
    let memorandum = Memorandum("memorandum-1960", "Memorandum")
    let graph = try RelationGraph("Own") { State("soviet-union").issued(memorandum, when: "1960") }
    #expect(graph.schema.ownKinds == [Memorandum.kind])
    #expect(graph.schema.relationType("issued")?.from == ["state", "organization"])
    #expect(graph.schema.relationType("issued")?.holds == .atItsDate)
  }

  @Test("What is wrong is a diagnostic with Swift file and line, all of it at once")
  func diagnostics() throws {
    // Outside of the macro, in which every line would be the macro's own.
    let line = #line
    func wrong() throws -> RelationGraph {
      try RelationGraph("Wrong") {
        japan.claims(kurils, when: "soon")
        State("japan", "Nippon").claims(kurils, when: "1956")
        japan.claims(kurils, id: "japan")
      }
    }
    let failure = #expect(throws: CheckFailure.self) { _ = try wrong() }
    let diagnostics = try #require(failure).diagnostics
    #expect(diagnostics.map { $0.place?.line } == [line + 3, line + 4, line + 5])
    #expect(diagnostics.allSatisfy { $0.place?.file.hasSuffix("BuilderTests.swift") == true })
    #expect(diagnostics[1].finding.message == "'japan' has the name 'Nippon' here and 'Japan' elsewhere")
    #expect(diagnostics[2].finding.message == "the id 'japan' is given twice")
  }
}
