import Entente
import EntenteFormats
import Testing

@testable import EntenteGraphviz

/// Equal relations of one entity share a line as far as that loses nothing.
@Suite struct ForkTests {
  /// Who signed which treaties of Locarno, and which states they bind; without those of Germany's neighbours in the east there
  /// are few lines.
  private func diagram(isWhole: Bool = true) -> Diagram {
    var diagram = Diagram(title: "")
    diagram.looks = ["state": KindLook(.rectangle, .blue)]
    var known: [String: Int] = [:]
    func entity(_ id: String) -> Int {
      if let place = known[id] { return place }
      known[id] = diagram.entities.count
      diagram.entities.append(Diagram.Entity(id: id, kind: "state", kindName: "state", name: id.capitalized))
      return diagram.entities.count - 1
    }
    func relation(_ from: String, _ to: String, _ words: String, _ date: String) {
      let (subject, object) = (entity(from), entity(to))
      diagram.relations.append(
        Diagram.Relation(
          id: "r\(diagram.relations.count)", subject: subject, object: object, type: words, words: words, date: date))
    }
    for (who, treaties) in Self.states where isWhole || !who.hasPrefix("p") {
      for treaty in treaties { relation(who, treaty, "party to", "1 Dec 1925") }
    }
    for (who, treaties) in isWhole ? Self.signers : [] {
      for treaty in treaties { relation(who, treaty, "signed", "16 Oct 1925") }
    }
    return diagram
  }

  private static let states = [
    ("germany", ["rhine", "germany-france", "germany-belgium", "germany-poland", "germany-czechoslovakia"]),
    ("france", ["rhine", "germany-france", "france-poland", "france-czechoslovakia"]),
    ("belgium", ["rhine", "germany-belgium"]), ("britain", ["rhine"]), ("italy", ["rhine"]),
    ("poland", ["france-poland", "germany-poland"]),
    ("czechoslovakia", ["france-czechoslovakia", "germany-czechoslovakia"]),
  ]
  private static let signers = [
    ("luther", ["rhine", "germany-belgium"]),
    ("stresemann", ["rhine", "germany-france", "germany-belgium", "germany-poland", "germany-czechoslovakia"]),
    ("briand", ["rhine", "germany-france", "france-poland", "france-czechoslovakia"]), ("chamberlain", ["rhine"]),
    ("mussolini", ["rhine"]), ("vandervelde", ["rhine", "germany-belgium"]),
    ("skrzynski", ["germany-poland", "france-poland"]),
    ("benes", ["germany-czechoslovakia", "france-czechoslovakia"]),
  ]

  /// In layers alone: other engines go by what this process laid out before. Every line says all, or there would be little
  /// that a trunk could say.
  private func laidOut(_ diagram: Diagram, gathers: Bool = true) throws -> LaidOut {
    var options = PictureOptions()
    options.engine = .dot
    options.saysAll = true
    options.gathersHubs = gathers
    return try Specimens.laidOut(diagram, options)
  }

  private func forks(_ scene: Scene) -> [Mark] { scene.displayList.marks.flatMap(\.marks).filter { $0.role == .fork } }

  @Test func everyRelationKeepsALineAndAllItSaysAndWhatIsSaidStandsOnce() throws {
    let diagram = diagram()
    let scene = try laidOut(diagram).page()
    let forks = forks(scene)
    #expect(!forks.isEmpty)
    let relations = scene.displayList.marks.flatMap(\.marks).filter { $0.role == .relation }
    #expect(relations.map(\.id).sorted() == diagram.relations.map(\.id).sorted())
    for relation in relations {
      #expect(relation.ink.contains { if case .line = $0 { true } else { false } }, "\(relation.id)")
      #expect(!relation.title.isEmpty)
    }
    let shared = Set(scene.diagram.entities.flatMap(\.fork))
    #expect(shared.count >= 2)
    for relation in relations where shared.contains(Int(relation.id.dropFirst()) ?? -1) {
      #expect(relation.texts.isEmpty)
    }
    for fork in forks {
      #expect(["signed 16 Oct 1925", "party to 1 Dec 1925"].contains(fork.texts.map(\.text).joined(separator: " ")))
      #expect(fork.title.split(separator: "\n").count >= 2)
    }
    // Of each relation one end has a head: where its branch ends, or where the trunk does.
    let trunks = scene.displayList.marks.flatMap(\.marks).filter { $0.role == .connector }
    #expect(trunks.count == forks.count)
    for (place, fork) in scene.diagram.entities.enumerated() where !fork.fork.isEmpty {
      let isAtSubject = fork.fork.map { scene.diagram.relations[$0].head != place }
      #expect(Set(isAtSubject).count == 1)
      let trunk = try #require(trunks.first { $0.ends?.first == place || $0.ends?.second == place })
      #expect(hasHead(trunk) == !isAtSubject[0])
      for index in fork.fork {
        let branch = try #require(relations.first { $0.id == scene.diagram.relations[index].id })
        #expect(hasHead(branch) == isAtSubject[0])
      }
    }
    #expect(Verifier(scene.displayList).quality().faults == Faults())
  }

  private func hasHead(_ mark: Mark) -> Bool { mark.ink.contains { if case .arrow = $0 { true } else { false } } }

  @Test func thereIsNoneWhereThatIsForbiddenOrSomethingIsLost() throws {
    #expect(forks(try laidOut(diagram(), gathers: false).page()).isEmpty)
    // Few lines are clear as they are.
    #expect(forks(try laidOut(diagram(isWhole: false)).page()).isEmpty)
    var unlike = diagram()
    for index in unlike.relations.indices { unlike.relations[index].date = "\(1900 + index)" }
    #expect(forks(try laidOut(unlike).page()).isEmpty)
  }

  /// What differs in anything that a reader sees is not equal.
  @Test func equalIsWhatSaysTheSame() {
    let known = diagram()
    func likes(_ change: (inout Diagram.Relation) -> Void) -> [[Int]] {
      var diagram = known
      change(&diagram.relations[0])
      return diagram.likes(among: [0, 1, 2]).map(\.relations)
    }
    #expect(likes { _ in } == [[0, 1, 2]])
    #expect(likes { $0.description = "Another sentence." } == [[0, 1, 2]])
    #expect(likes { $0.date = "1950" } == [[1, 2]])
    #expect(likes { $0.status = .claimed } == [[1, 2]])
    #expect(likes { $0.speaker = "Greece" } == [[1, 2]])
    #expect(likes { $0.link = "https://example.org" } == [[1, 2]])
    #expect(likes { $0.references = ["[1]"] } == [[1, 2]])
    #expect(likes { $0.isDirected = false } == [[1, 2]])
    #expect(likes { ($0.subject, $0.object) = ($0.object, $0.subject) } == [[1, 2]])
  }

  @Test func theTrunkIsThereAsLongAsOneOfItsRelationsIs() throws {
    let whole = diagram()
    let laidOut = try laidOut(whole)
    let shared = try #require(laidOut.diagram.entities.last { !$0.fork.isEmpty }?.fork)
    let all = forks(laidOut.page()).count
    var year = whole
    for kept in (0...shared.count).reversed() {
      for (place, index) in shared.enumerated() { year.relations[index].isShown = place < kept }
      let page = laidOut.page(painting: year)
      let ids = Set(shared.map { "r\($0)" })
      let relations = page.displayList.marks.flatMap(\.marks).filter { $0.role == .relation && ids.contains($0.id) }
      #expect(relations.count == kept)
      #expect(forks(page).count == (kept > 0 ? all : all - 1))
      #expect(page.displayList.marks.flatMap(\.marks).count { $0.role == .connector } == forks(page).count)
      #expect(Verifier(page.displayList).quality().faults == Faults())
    }
  }
}
