import Testing

@testable import Entente

@Suite("What a graph cannot hold")
struct LimitTests {
  @Test("More kinds, relation types or sources than two bytes number are errors")
  func tooMany() {
    var draft = GraphDraft()
    let first = draft.add(source: SourceText(linesOf: "a"))
    for row in 0..<66_000 {
      let source = draft.add(source: SourceText(linesOf: "file-\(row)"))
      let name = draft.intern("name-\(row)")
      let kind = draft.kind(name, in: first, undeclared: .create)
      draft.add(entity: .init(id: draft.intern("entity-\(row)"), kind: kind, place: PackedPlace(source)))
      draft.create(type: name, in: first)
      let id = draft.intern("entity-0")
      draft.add(relation: .init(subject: id, type: name, object: id, place: PackedPlace(source)))
    }
    let (graph, diagnostics) = draft.finish()
    let errors = diagnostics.filter { $0.severity == .error }
    #expect(
      Set(errors.map(\.finding.message)) == [
        "a graph holds at most 65535 sources, and there are more",
        "a graph holds at most 65536 kinds, and there are more",
        "a graph holds at most 65536 relation types, and there are more",
      ])
    #expect(errors.count == 3)
    #expect(graph.columns.brokenInvariants() == [])
  }

  @Test("More entities, relations, texts or parts than four bytes number are errors; the limits are lower here")
  func tooManyRows() {
    func draft() -> GraphDraft {
      var draft = GraphDraft()
      for row in 0..<5 { draft.entity("entity-\(row)", kind: "state", name: "Entity") }
      for row in 0..<4 { draft.relation("entity-\(row)", "met", "entity-\(row + 1)", id: "relation-\(row)") }
      return draft
    }
    func errors(_ draft: consuming GraphDraft) -> [String] {
      let (graph, diagnostics) = draft.finish()
      #expect(graph.columns.brokenInvariants() == [])
      return diagnostics.filter { $0.severity == .error && $0.finding is TooMany }.map(\.finding.message)
    }
    #expect(errors(draft()) == [])
    var few = draft()
    few.limits.rows = 5
    #expect(errors(few) == [])
    few.limits.rows = 4
    #expect(errors(few) == ["a graph holds at most 4 entities, and there are more"])
    few = draft()
    few.limits.rows = 5
    for row in 4..<7 { few.relation("entity-0", "met", "entity-1", id: "relation-\(row)") }
    #expect(errors(few) == ["a graph holds at most 5 relations, and there are more"])
    few = draft()
    few.strings.limit = few.strings.count
    few.entity("more", kind: "state", name: "and more")
    #expect(errors(few).contains { $0.hasSuffix("different texts, and there are more") })
    few = draft()
    few.limits.parts = 1
    few.entity("aliased", kind: "state", name: "Aliased", aliases: ["one"])
    #expect(errors(few) == [])
    few.entity("again", kind: "state", name: "Again", aliases: ["two"])
    #expect(errors(few) == ["a graph holds at most 1 citations, and attributes, and aliases, and there are more"])
  }

  @Test("A place that is too far or too long for its eight bytes is clamped")
  func places() {
    var draft = GraphDraft()
    let source = draft.add(source: SourceText("a", bytes: Array("abc".utf8)))
    #expect(PackedPlace(source, offset: .max, length: .max).length == 4095)
    #expect(draft.place(PackedPlace(source, offset: .max, length: 1))?.description == "a:1:4")
    #expect(draft.place(PackedPlace(source, offset: -1, length: -1))?.description == "a:1:1")
    #expect(draft.place(PackedPlace(source))?.description == "a")
    let lines = draft.add(source: SourceText(linesOf: "b.swift"))
    #expect(draft.place(PackedPlace(lines, line: .max, column: .max))?.description == "b.swift:4194302:16383")
    #expect(draft.place(.none) == nil)
  }
}
