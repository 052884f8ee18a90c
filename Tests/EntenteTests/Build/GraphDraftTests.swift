import Entente
import Testing

@Suite("A graph by hand")
struct GraphDraftTests {
  @Test("Kinds and relation types that nobody declared become the graph's own, with one note")
  func undeclared() throws {
    var draft = GraphDraft()
    draft.entity("krupp", kind: "firm", name: "Krupp", when: "1811")
    draft.entity("Royal Navy", kind: "organization")
    draft.relation("krupp", "supplied", "Royal Navy", when: "190X")
    let (graph, diagnostics) = draft.finish(title: "Arms")
    #expect(
      diagnostics.map(\.headline) == [
        "EntenteTests/GraphDraftTests.swift: note: the kind 'firm', and the relation type 'supplied' are not declared, "
          + "and the graph's own"
      ])
    #expect(graph.schema.ownKinds.map(\.name) == ["firm"])
    #expect(graph.relations.first?.id == "krupp-supplied-Royal Navy-190x")
    #expect(graph.relations.first?.when?.text == "190X")
  }

  @Test("A relation with a date that is none is reported once, and never has the id of one without a date")
  func badDate() {
    var draft = GraphDraft()
    draft.entity("japan", kind: "state")
    draft.entity("kurils", kind: "island")
    draft.relation("japan", "claims", "kurils", when: "soon")
    draft.relation("japan", "claims", "kurils", when: "later")
    draft.relation("japan", "claims", "kurils")
    let errors = draft.finish().diagnostics.filter { $0.severity == .error }
    #expect(errors.map { $0.finding.message.prefix(8) } == ["'soon' i", "'later' "])
  }

  @Test("Every attribute without a name is an error: no format could bring it back")
  func namelessAttributes() {
    var draft = GraphDraft()
    for id in ["a", "b", "c"] { draft.entity(id, kind: "state", attributes: ["": 1, "x": 2]) }
    draft.relation("a", "allied-with", "b", attributes: ["": "blank"])
    let errors = draft.finish().diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map(\.finding.message) == ["a", "b", "c", "a-allied-with-b"].map { "an attribute of '\($0)' has no name" })
  }

  @Test("A place is shown in characters, whatever bytes it has, also in a line of many megabytes")
  func longLine() throws {
    let line = String(repeating: "日本 ", count: 1_000_000) + "claimes kurils"
    var draft = GraphDraft()
    let source = draft.add(source: SourceText("long.json", bytes: Array(line.utf8)))
    let offset = "日本 ".utf8.count * 1_000_000
    let place = try #require(draft.place(PackedPlace(source, offset: offset, length: 7)))
    #expect(place.description == "long.json:1:3000001")
    let excerpt = try #require(place.excerpt())
    #expect(Array(excerpt.text)[excerpt.start..<excerpt.start + excerpt.length].map(String.init).joined() == "claimes")
    #expect(excerpt.text.count <= 140)
  }
}
