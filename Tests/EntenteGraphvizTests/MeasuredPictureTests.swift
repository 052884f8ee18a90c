import Entente
import Testing

@testable import EntenteGraphviz

/// Nothing is drawn over anything else, on any graph: the counts of the measure are all zero.
@Suite struct MeasuredPictureTests {
  @Test(arguments: Graphs.allCases)
  func aGraphFileIsDrawnWithoutAFault(_ file: Graphs) throws {
    let picture = try file.graph().everything.picture()
    #expect(picture.notes.filter(\.isWarning) == [])
    #expect(Verifier(picture.scene).quality().faults == Faults())
  }

  @Test(arguments: [PictureOptions.Engine.neato, .fdp, .sfdp, .circo, .twopi])
  func anotherEngineObeysTheSameRules(_ engine: PictureOptions.Engine) throws {
    var options = PictureOptions.quick
    options.engine = engine
    let picture = try Graphs.kinds.graph().everything.picture(options)
    #expect(Verifier(picture.scene).quality().faults == Faults())
  }

  /// 5 to 60 entities and 5 to 120 relations; a seed that fails is printed with the test's name.
  @Test(arguments: 1...100, [false, true])
  func aGeneratedGraphIsDrawnWithoutAFault(_ seed: Int, isQuick: Bool) throws {
    let drawing = Drawing(Specimens.generated(UInt64(seed)), isQuick ? .quick : PictureOptions())
    #expect(Verifier(try drawing.laidOut().page()).quality().faults == Faults())
  }

  @Test func textIsNineToTwelvePointsOnThePaper() throws {
    let scene = try Graphs.seed.graph().everything.picture(.quick).scene
    let texts = scene.entities.flatMap(\.allTexts) + scene.links.flatMap { $0.rows.flatMap(\.texts) }
    #expect(texts.allSatisfy { $0.face.size >= 9 && $0.face.size <= 12 })
  }
}
