import Entente
import EntenteFormats
import Testing

@testable import EntenteGraphviz

/// What lines say, and what is said once for all of them.
@Suite struct LabelTests {
  /// Nine members of one body, which is a member of another.
  private func members(date: (Int) -> String) throws -> RelationGraph {
    try RelationGraph("Members") {
      let first = Organization("first", "First Body")
      let second = Organization("second", "Second Body")
      for index in 0..<9 {
        let state = State("state-\(index)", "State \(index)")
        state.memberOf(index % 2 == 0 ? first : second, when: date(index))
        if index < 3 { state.memberOf(index % 2 == 0 ? second : first, when: date(index)) }
      }
    }
  }

  private func texts(_ picture: Picture) -> [String] { picture.displayList.texts.map(\.text) }

  @Test func whatMostLinesSayIsSaidOnce() async throws {
    let graph = try members { "\(1950 + $0)/.." }
    let said = texts(try await graph.everything.picture(.quick))
    #expect(said.contains("without a word: member of"))
    #expect(!said.contains("member of") && said.contains("since 1953"))
    var options = PictureOptions.quick
    options.saysAll = true
    let all = texts(try await graph.everything.picture(options))
    #expect(!all.contains("without a word: member of"))
    #expect(all.count { $0 == "member of" } == graph.relations.count)
  }

  @Test func aDateThatMostShareIsSaidOnceUnlessOneHasNone() async throws {
    let shared = texts(try await members { $0 == 8 ? "1960/.." : "1949-04-04/.." }.everything.picture(.quick))
    #expect(shared.contains("without a date: since 4 Apr 1949") && shared.contains("since 1960"))
    #expect(!shared.contains("since 4 Apr 1949"))
    let graph = try RelationGraph("Members") {
      let body = Organization("body", "Body")
      let other = Organization("other", "Other")
      for index in 0..<9 {
        let state = State("state-\(index)", "State \(index)")
        state.memberOf(body, when: "1949-04-04/..")
        if index == 0 { state.memberOf(other) }
      }
    }
    var options = PictureOptions.quick
    options.gathersHubs = false
    #expect(!texts(try await graph.everything.picture(options)).contains { $0.hasPrefix("without a date") })
  }

  @Test func everyTitleSaysAllWhateverTheLabelsDo() async throws {
    let picture = try await members { "\(1950 + $0)/.." }.everything.picture(.quick)
    let relations = picture.displayList.marks.flatMap(\.marks).filter { $0.role == .relation }
    #expect(!relations.isEmpty && relations.allSatisfy { $0.title.contains("member of") })
  }

  @Test func aMemberThatJoinedAndLeftIsARowOfTheHub() async throws {
    let graph = try RelationGraph("A league") {
      let league = Organization("league", "League")
      for index in 0..<30 {
        let state = State("state-\(index)", "State \(index)")
        state.memberOf(league, when: "1920-01-10/..", id: "joined-\(index)")
        if index < 9 { state.memberOf(league, when: "\(1930 + index)", status: .withdrawn, id: "left-\(index)") }
      }
      Person("secretary", "Secretary").memberOf(league, when: "1919")
      league.memberOf(Organization("union", "Union"))
    }
    let picture = try await graph.everything.picture(.quick)
    let svg = picture.svg()
    #expect(svg.occurrences(of: "class=\"entity ") == graph.entities.count)
    #expect(svg.occurrences(of: "class=\"relation ") == graph.relations.count)
    let cards = picture.displayList.marks.flatMap(\.marks).filter { $0.role == .gathering }
    #expect(!cards.isEmpty)
    let rows = cards.flatMap(\.marks)
    #expect(rows.contains { $0.id.contains("left") } && rows.contains { $0.id.contains("joined") })
  }

  @Test func sevenHeadingsWithOneRowEachAreNoCard() {
    var diagram = Diagram(title: "")
    diagram.entities = (0..<10).map { Diagram.Entity(id: "e\($0)", kind: "state", kindName: "state", name: "E\($0)") }
    diagram.relations = (1...9).map {
      Diagram.Relation(id: "r\($0)", subject: $0, object: 0, type: "t\($0)", words: "words \($0)")
    }
    #expect(diagram.gathered == nil)
  }

  @Test func sourcesAreNumberedWhereThereAreSeveral() async throws {
    let graph = try RelationGraph("Sources") {
      let one = Document("one", title: "One", publisher: "A")
      let two = Document("two", title: "Two", publisher: "B")
      let japan = State("japan", "Japan")
      let union = State("union", "Union")
      let island = Island("island", "Island")
      japan.claims(island, when: "1945/..", cite: two[4])
      union.claims(island, when: "1946/..", cite: one[2], two[7])
      japan.alliedWith(union, when: "1950/..")
    }
    let said = texts(try await graph.everything.picture(.quick))
    // Documents count in the order of their first mention.
    #expect(said.contains("[1]") && said.contains("[1][2]") && said.contains("[–]"))
    #expect(said.contains { $0.hasPrefix("[1] B, “Two”, paragraphs 4, 7") })
    #expect(said.contains { $0.hasPrefix("[2] A, “One”, paragraph 2") })
    #expect(said.contains { $0.hasPrefix("[–] no source is given: 1 of 3 relations") })
    var options = PictureOptions.quick
    options.sources = .listed
    #expect(!texts(try await graph.everything.picture(options)).contains { $0.hasPrefix("[") })
  }

  @Test func whoClaimsItIsSaidOnTheLine() async throws {
    let graph = try RelationGraph("Speakers") {
      let greece = State("greece", "Greece")
      let turkey = State("turkey", "Turkey")
      let island = Island("island", "Island")
      turkey.claims(island, when: "1974/..", status: .disputed, accordingTo: greece)
      greece.claims(island, when: "1974/..", accordingTo: greece)
    }
    let said = texts(try await graph.everything.picture(.quick))
    #expect(said.count { $0 == "says Greece" } == 1)
  }

  @Test(arguments: [
    ("1979-10-19/1990-01", "1979–1990"), ("1945~/..", "since about 1945"), ("1956-24", "1956"),
    ("2004-06-11~", "about 2004"),
    ("[1957,1958]", "1957 or 1958"),
  ])
  func datesMayBeYearsAlone(_ text: String, _ words: String) throws {
    #expect(try EDTF(text).words(.years) == words)
  }

  @Test func notesAreNumberedWhereTheyAreAskedFor() async throws {
    let graph = try RelationGraph("Notes") {
      State("a", "A").alliedWith(State("b", "B"), when: "1914/1918", note: "In secret.")
    }
    #expect(!texts(try await graph.everything.picture(.quick)).contains("(1)"))
    var options = PictureOptions.quick
    options.showsNotes = true
    let said = texts(try await graph.everything.picture(options))
    #expect(said.contains("(1)") && said.contains("(1) In secret."))
  }

  @Test func aKindLooksTheSameInEverySelection() async throws {
    let graph = try Graphs.looks.graph()
    func style(_ kinds: [String]) async throws -> KindLook? {
      var filter = Filter()
      filter.kinds = kinds
      let picture = try await graph.selecting(filter).picture(.quick)
      return picture.scene.entities.first { picture.scene.diagram.entities[$0.entity].id == "s" }?.style
    }
    #expect(try await style([]) == style(["person", "ship"]))
  }

  @Test func picturesAreExportersLikeTheOthers() async throws {
    let graph = try members { "\(1950 + $0)/.." }
    let bytes = try await graph.everything.bytes(PictureExporter(.svg, .quick))
    #expect(String(decoding: bytes, as: UTF8.self) == (try await graph.everything.picture(.quick).svg()))
    #expect(
      PictureExporter(.png).losses(of: graph.everything, options: ExportOptions()).contains { "\($0)".contains("id") })
  }
}
