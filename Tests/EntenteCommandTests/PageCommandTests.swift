import Foundation
import Testing

/// `-o graph.html` writes one page with all years in it.
@Suite struct PageCommandTests {
  @Test func aPageIsOneFile() throws {
    let folder = try Scratch.folder()
    let page = folder.appending(path: "kurils.html")
    let outcome = try Entente.run("export", Entente.seed, "--quick", "-o", page.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.hasPrefix("<!doctype html>"))
    #expect(text.contains("<title>The Southern Kuril Islands dispute</title>"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kurils.html"])
  }

  @Test func aSelectionIsAPageOfItsOwn() throws {
    let outcome = try Entente.run(
      "export", Entente.seed, "--quick", "--type", "claims", "--format", "html", "--title", "Claims & more")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("<title>Claims &amp; more</title>"))
    #expect(outcome.output.contains("laid claims to the four southern islands"))
    #expect(!outcome.output.contains("signed the Treaty"))
  }

  @Test func textsGoIntoItOnlyWhenAskedFor() throws {
    let folder = try Scratch.folder()
    let text = "Headline\n\nNorthland has claimed Seal Island, and this is the rest of it."
    try text.write(to: folder.appending(path: "gazette.txt"), atomically: true, encoding: .utf8)
    let graph = """
      documents: {gazette: {title: Gazette, text: gazette.txt}}
      states: {northland: Northland}
      islands: {seal-island: Seal Island}
      relations:
        - northland claims seal-island: {cite: gazette#2 "claimed Seal Island"}
      """
    try graph.write(to: folder.appending(path: "border.yaml"), atomically: true, encoding: .utf8)
    let arguments = ["export", "border.yaml", "--quick", "--format", "html"]
    let without = try Entente.run(all: arguments, in: folder)
    #expect(without.output.contains("isRead") && !without.output.contains("the rest of it"))
    let with = try Entente.run(all: arguments + ["--with-texts"], in: folder)
    #expect(with.output.contains("the rest of it"))
  }

  @Test func yearsAreNotForAPage() throws {
    let outcome = try Entente.run("export", Entente.seed, "-o", "kurils.html", "--years", "1945,1956")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix(
        "Error: --years is not for a page: it has all years, and its reader chooses among them\n"))
  }

  @Test func textsAreForAPageAlone() throws {
    let outcome = try Entente.run("export", Entente.seed, "-o", "kurils.svg", "--with-texts")
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("Error: --with-texts is for a page (.html), not SVG\n"))
  }
}
