import Entente
import Testing

@testable import EntenteGraphviz

/// Nothing is drawn over anything else, on any graph: the counts of the measure are all zero.
@Suite struct MeasuredPictureTests {
  @Test(arguments: Graphs.allCases)
  func aGraphFileIsDrawnWithoutAFault(_ file: Graphs) async throws {
    let picture = try await file.graph().everything.picture()
    #expect(picture.notes.filter(\.isWarning) == [])
    #expect(Verifier(picture.displayList).quality().faults == Faults())
  }

  @Test(arguments: [PictureOptions.Engine.neato, .fdp, .sfdp, .circo, .twopi])
  func anotherEngineObeysTheSameRules(_ engine: PictureOptions.Engine) async throws {
    var options = PictureOptions.quick
    options.engine = engine
    let picture = try await Graphs.kinds.graph().everything.picture(options)
    #expect(Verifier(picture.displayList).quality().faults == Faults())
  }

  /// 5 to 60 entities and 5 to 120 relations; a seed that fails is printed with the test's name.
  @Test(arguments: 1...100, [false, true])
  func aGeneratedGraphIsDrawnWithoutAFault(_ seed: Int, isQuick: Bool) throws {
    let laidOut = try Specimens.laidOut(Specimens.generated(UInt64(seed)), isQuick ? .quick : PictureOptions())
    #expect(Verifier(laidOut.page().displayList).quality().faults == Faults())
  }

  @Test func textIsNineToTwelvePointsOnThePaper() async throws {
    let scene = try await Graphs.seed.graph().everything.picture(.quick).scene
    let texts = scene.entities.flatMap(\.allTexts) + scene.links.flatMap { $0.rows.flatMap(\.texts) }
    #expect(texts.allSatisfy { $0.face.size >= 9 && $0.face.size <= 12 })
  }
}
