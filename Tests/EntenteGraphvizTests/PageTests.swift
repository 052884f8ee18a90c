import Entente
import Testing

@testable import EntenteGraphviz

@Suite struct PageTests {
  private func options(_ page: PictureOptions.Page) -> PictureOptions {
    var options = PictureOptions.quick
    options.page = page
    return options
  }

  @Test func aPictureThatDoesNotFitNamesASelectionThatDoes() async throws {
    var options = options(.a4)
    options.gathersHubs = false
    let selection = try Graphs.league.graph().everything
    await #expect(
      throws: PictureError.doesNotFit(
        sheet: "A4", needed: "A3, across", instead: "--min-text 7.5, or --around greece --hops 1")
    ) {
      try await selection.picture(options)
    }
  }

  /// Several parts and a dozen entities without relations: in one column they would need A3.
  @Test func partsStandBesideEachOtherWhereThatNeedsASmallerSheet() throws {
    let laidOut = try Specimens.laidOut(Specimens.generated(14))
    let (size, box) = (laidOut.page().size, laidOut.composition.box)
    #expect(Paper.smallest(for: size)?.format == .a4, "\(size)")
    #expect(laidOut.composition.entities.count { $0.box.left > box.centre.x } > 4, "the right half is used")
  }

  @Test func thePDFIsAPageOfTheSheet() async throws {
    let pdf = try await Graphs.kinds.graph().everything.picture(options(.a3)).pdf()
    #expect(
      String(decoding: pdf, as: UTF8.self).contains("/MediaBox [ 0 0 841.889764 1190.551181 ]")
        || String(decoding: pdf, as: UTF8.self).contains("/MediaBox [ 0 0 1190.551181 841.889764 ]"))
  }

  @Test func forTheScreenNoSheetIsNamed() async throws {
    #expect(try await Graphs.kinds.graph().everything.picture(options(.screen)).notes == [])
  }

  @Test func thePNGSaysHowLargeItIsToBePrinted() async throws {
    let png = try await Graphs.kinds.graph().everything.picture(options(.a3)).png(dotsPerInch: 254)
    // Chunk pHYs right behind the header: 10000 dots a metre in both directions.
    let expected: [UInt8] = [0, 0, 0, 9] + Array("pHYs".utf8) + [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10, 1]
    #expect(Array(png[33..<33 + expected.count]) == expected)
  }
}
