import Entente
import Testing

@testable import EntenteGraphviz

/// Pictures for a column, a slide, a sheet.
@Suite struct ColumnTests {
  /// Quick ones with other options.
  private func options(_ change: (inout PictureOptions) throws -> Void) rethrows -> PictureOptions {
    var options = PictureOptions.quick
    try change(&options)
    return options
  }

  private func seed(_ options: PictureOptions) async throws -> Picture {
    try await Graphs.seed.graph().everything.picture(options)
  }

  /// No text reaches beyond the page.
  private func expectAllWithin(_ picture: Picture) {
    for text in picture.displayList.texts {
      #expect(text.box.left >= 0 && text.box.right <= picture.displayList.size.width, "\(text.text)")
      #expect(text.box.bottom <= picture.displayList.size.height, "\(text.text)")
    }
  }

  /// How many pixels a PNG is wide and high.
  private func pixels(_ png: [UInt8]) -> (Int, Int) {
    func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
    return (number(png[16..<20]), number(png[20..<24]))
  }

  @Test func aPictureIsAsWideAsAskedFor() async throws {
    let picture = try await seed(try options { $0.width = try .init("1200") })
    #expect(picture.svg().contains("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"317.5mm\""))
    #expect(pixels(try picture.png(dotsPerInch: 96)).0 == 1200)
    #expect(pixels(try picture.png(dotsPerInch: 192)).0 == 2400)
    expectAllWithin(picture)
    #expect(picture.notes.filter(\.isWarning) == [])
    guard case .drawnFor(let what)? = picture.notes.first else { return #expect(Bool(false)) }
    #expect(what.hasPrefix("1200px, "))
  }

  @Test func aNewspapersColumnHoldsASmallGraphAndATitleThatBreaks() async throws {
    let options = try options {
      $0.width = try .init("89mm")
      $0.title = "The Donaudampfschifffahrtsgesellschaftskapitänswitwenundwaisenversorgungskasse, and what came of it"
      $0.credit = "https://example.org/a-very-long-address-of-a-page-that-does-not-break-anywhere-at-all"
    }
    let picture = try await PictureTests().smallGraph().everything.picture(options)
    #expect(picture.scene.heading.count > 2)
    expectAllWithin(picture)
    #expect(abs(picture.displayList.size.width - 89 * 72 / 25.4) < 0.001)
  }

  @Test func whatDoesNotFitSaysWhatItNeedsAndWhatFits() async throws {
    let options = try options { $0.width = try .init("89mm") }
    do {
      _ = try await seed(options)
      Issue.record("it fits")
    } catch PictureError.doesNotFit(let column, let needed, let instead) {
      #expect(column == "89mm")
      #expect(needed?.hasSuffix("mm") == true)
      #expect(instead?.contains("--around ") == true)
    }
  }

  @Test func smallerTextIsAWayToFit() async throws {
    let needed: PictureOptions.Width
    do {
      _ = try await seed(try options { $0.width = try .init("150mm") })
      return
    } catch PictureError.doesNotFit(_, let width, let instead) {
      needed = try PictureOptions.Width(try #require(width))
      let text = 9 * 150 / needed.value
      #expect((instead?.contains("--min-text ") == true) == (text >= 6))
    }
    #expect(needed.value > 150)
  }

  @Test(arguments: [(16.0, 9.0), (1, 1), (3, 4)])
  func aSlideHasItsProportion(_ width: Double, _ height: Double) async throws {
    let picture = try await seed(options { $0.aspect = .init(width, height) })
    let size = picture.displayList.size
    #expect(abs(size.width / size.height - width / height) < 0.0001)
    expectAllWithin(picture)
  }

  @Test func aProportionOfAWidthHasBoth() async throws {
    let picture = try await seed(
      options {
        $0.width = try .init("400mm")
        $0.aspect = .init(16, 9)
      })
    let size = picture.displayList.size
    #expect(abs(size.width - 400 * 72 / 25.4) < 0.001 && abs(size.width / size.height - 16.0 / 9) < 0.0001)
  }

  @Test func textIsAsLargeAsAskedFor() async throws {
    let usual = try await seed(options { $0.page = .screen })
    let large = try await seed(
      options {
        $0.page = .screen
        $0.smallestText = 13.5
      })
    func width(_ picture: Picture) throws -> Double {
      let found = try #require(picture.svg().firstMatch(of: /width="([\d.]+)mm"/))
      return try #require(Double(found.1))
    }
    #expect(abs(try width(large) / width(usual) - 1.5) < 0.001)
  }

  @Test func aPDFIsThePageThatWasAskedFor() async throws {
    let graph = try PictureTests().smallGraph()
    for (page, box) in [
      (PictureOptions.Page.letter, "612 792"), (.tabloid, "792 1224"), (.a5, "419.527559 595.275591"),
      (.legal, "612 1008"),
    ] {
      let pdf = String(decoding: try await graph.everything.picture(options { $0.page = page }).pdf(), as: UTF8.self)
      let sides = box.split(separator: " ")
      let across = "\(sides[1]) \(sides[0])"
      #expect(pdf.contains("/MediaBox [ 0 0 \(box) ]") || pdf.contains("/MediaBox [ 0 0 \(across) ]"), "\(page)")
    }
  }

  @Test func everyYearsPageOfAColumnIsEqual() async throws {
    let options = try options { $0.width = try .init("300mm") }
    let whole = try await seed(options).displayList.size
    for year: Int64 in [1945, 1956, 2018] {
      let selection = try Graphs.seed.graph().selecting(Filter(years: YearRange(year)))
      #expect(try await selection.picture(options).displayList.size == whole)
    }
  }

  @Test(arguments: ["10px", "", "mm", "89 furlongs", "nan", "1e300mm", "-89mm"])
  func aWidthThatIsNoneSaysWhatOneIs(_ text: String) {
    #expect(throws: PictureError.self) { try PictureOptions.Width(text) }
  }

  @Test(arguments: ["16", "16:0", "16:-9", "100:1", "1:100", "a:b", "inf:1"])
  func aProportionThatIsNoneSaysWhatOneIs(_ text: String) {
    #expect(throws: PictureError.self) { try PictureOptions.Aspect(text) }
  }

  @Test func measuresOfTheLibraryAreChecked() async throws {
    let both = options {
      $0.width = .init(89, .millimetres)
      $0.page = .a4
    }
    for wrong in [
      both, options { $0.width = .init(1, .millimetres) }, options { $0.aspect = .init(100, 1) },
      options { $0.smallestText = .nan },
    ] {
      await #expect(throws: PictureError.self) { try await seed(wrong) }
    }
  }
}
