import Entente
import EntenteFormats
import Foundation
import Testing

@testable import EntenteGraphviz

@Suite struct PictureTests {
  private let graph: RelationGraph

  init() throws {
    graph = try RelationGraph("A dispute") {
      let japan = State("japan", "Japan")
      let islands = Island("southern-kurils", "Southern Kuril Islands", aliases: ["Northern <Territories>"])
      let union = State("soviet-union", "Soviet Union")
      japan.claims(islands, when: "1945~/..", status: .disputed)
      islands.handedTo(union, when: "1945~")
    }
  }

  @Test func svgHasAnElementForEveryEntityAndRelation() async throws {
    let svg = try await graph.everything.picture(.quick).svg()
    for entity in graph.entities {
      #expect(svg.contains(#"<g id="\#(entity.id)" class="entity \#(entity.kind.name)""#))
    }
    #expect(svg.components(separatedBy: #"class="relation "#).count - 1 == graph.relations.count)
    #expect(
      svg.contains(
        #"class="relation claims disputed" role="graphics-object" data-subject="japan" data-object="southern-kurils" data-when="1945~/..""#
      ))
  }

  @Test func nothingWrittenByAUserBecomesMarkup() async throws {
    let svg = try await graph.everything.picture(.quick).svg()
    #expect(!svg.contains("<Territories>"))
    #expect(svg.contains("&lt;Territories&gt;)</text>"))
  }

  @Test func onlyDocumentsOnTheWebAreLinked() throws {
    func svg(_ url: String) throws -> String {
      try RelationGraph("Links") {
        let source = Document("source", url: url)
        State("japan", "Japan").claims(Island("island", "Island"), when: "1945/..", cite: source[1])
      }.everything.drawn(.quick).svg()
    }
    #expect(try svg("https://example.org/a?b&c").contains("<a href=\"https://example.org/a?b&amp;c\">"))
    #expect(try !svg("javascript:alert(1)").contains("javascript"))
  }

  @Test func theFileIsTheSameOnEveryRun() async throws {
    for format in PictureFormat.allCases {
      let first = try await graph.everything.picture(.quick).file(format)
      #expect(try await graph.everything.picture(.quick).file(format) == first, "\(format)")
    }
  }

  @Test func aSmallGraphIsDrawnForA4() async throws {
    #expect(try await graph.everything.picture(.quick).notes == [.drawnFor("A4, upright")])
  }

  @Test func theFormatsAreFoundByEnding() {
    let formats = PictureFormat.allCases.map(\.format)
    for ending in ["svg", "png", "pdf"] {
      #expect(formats.format(forPath: "picture.\(ending)").flatMap(PictureFormat.init)?.rawValue == ending)
    }
  }
}
