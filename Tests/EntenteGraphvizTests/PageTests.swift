import Entente
import Testing

@testable import EntenteGraphviz

@Suite struct PageTests {
  private func options(_ page: PictureOptions.Page) -> PictureOptions {
    var options = PictureOptions.quick
    options.page = page
    return options
  }

  @Test func aPictureThatDoesNotFitNamesASelectionThatDoes() throws {
    var options = options(.a4)
    options.gathersHubs = false
    let selection = try Graphs.league.graph().everything
    #expect {
      try selection.picture(options)
    } throws: { error in
      error as? PictureError == .doesNotFit(sheet: "A4", needed: nil, instead: "--around greece --hops 1")
    }
  }

  @Test func thePDFIsAPageOfTheSheet() throws {
    let pdf = try Graphs.kinds.graph().everything.picture(options(.a3)).pdf()
    #expect(
      String(decoding: pdf, as: UTF8.self).contains("/MediaBox [ 0 0 841.889764 1190.551181 ]")
        || String(decoding: pdf, as: UTF8.self).contains("/MediaBox [ 0 0 1190.551181 841.889764 ]"))
  }

  @Test func forTheScreenNoSheetIsNamed() throws {
    #expect(try Graphs.kinds.graph().everything.picture(options(.screen)).notes == [])
  }

  @Test func thePNGSaysHowLargeItIsToBePrinted() throws {
    let png = try Graphs.kinds.graph().everything.picture(options(.a3)).png(dotsPerInch: 254)
    // Chunk pHYs right behind the header: 10000 dots a metre in both directions.
    let expected: [UInt8] = [0, 0, 0, 9] + Array("pHYs".utf8) + [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10, 1]
    #expect(Array(png[33..<33 + expected.count]) == expected)
  }
}
