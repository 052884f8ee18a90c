import Entente
import EntenteFormats
import EntenteGraphviz
import EntentePage
import Foundation
import Testing

/// Pages as readers use them, in Chromium: `Tests/Clients/page_flows.py` plays a story for each thing that a page promises.
@Suite struct FlowTests {
  struct Outcome: Decodable, Sendable {
    struct Year: Decodable, Sendable {
      let year: Int64
      let said: String
      let rows: [Int]
      let drawn: [Int]
    }
    let faults: [String: [String]]
    let years: [String: [Year]]
  }

  /// Played once for all tests.
  private static let outcome = Task { try await Stories.play() }

  @Test(arguments: [
    "keyboard", "touch", "slider", "search", "evidence", "address", "filters", "downloads", "poor_browser",
    "without_script",
    "languages", "embedded", "printing", "hostile", "bare_graphs", "gathered", "large", "accessibility", "years",
  ])
  func story(_ name: String) async throws {
    let outcome = try await Self.outcome.value
    #expect(outcome.faults[name] == [])
  }

  @Test(arguments: ["seed", "large"])
  func everyYearIsAnsweredAsTheCommandDoes(_ name: String) async throws {
    let years = try #require(try await Self.outcome.value.years[name])
    let graph = try name == "seed" ? Graphs.seed() : Graphs.diplomacy()
    #expect(years.count > 70)
    for seen in years {
      var filter = Filter()
      filter.years = YearRange(seen.year)
      let counts = try graph.selecting(filter).counts
      let said = counts.possible == 0 ? "" : ", \(counts.possible) possible"
      let total = counts.certain + counts.possible
      #expect(seen.said == "\(seen.year): \(total) relation\(total == 1 ? "" : "s")\(said)")
      #expect(seen.rows == [counts.certain, counts.possible], "the table in \(seen.year)")
      if name == "seed" { #expect(seen.drawn == seen.rows, "the picture in \(seen.year)") }
    }
  }
}

/// The pages that the stories are about.
enum Stories {
  static func play() async throws -> FlowTests.Outcome {
    let folder = try Client.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let shots = ProcessInfo.processInfo.environment["ENTENTE_SCREENSHOTS"].map { URL(filePath: $0) } ?? folder
    let graphs = try [
      ("seed", Graphs.seed()), ("large", Graphs.diplomacy()), ("hostile", Graphs.hostile()), ("empty", Graphs.empty()),
      ("undated", Graphs.undated()), ("gathered", Graphs.gathered()),
    ]
    var paths: [String] = []
    for (name, graph) in graphs {
      let path = folder.appending(path: "\(name).html").path
      let page = try await HTMLPage(of: graph.everything, options(for: graph))
      try ByteWriter.file(at: path) { try page.write(to: &$0) }
      paths.append(path)
    }
    let exports = try exports(of: Graphs.seed(), in: folder)
    return try Client.ask("page_flows.py", paths + [exports, shots.path])
  }

  /// What the library writes of 1956, beside which the page's own files are held.
  private static func exports(of graph: RelationGraph, in folder: URL) throws -> String {
    var filter = Filter()
    filter.years = YearRange(1956)
    let selection = try graph.selecting(filter)
    try selection.write(.graphml, to: folder.appending(path: "graph.graphml").path)
    try selection.write(.csv, to: folder.appending(path: "csv").path)
    return folder.path
  }

  static func options(for graph: RelationGraph) -> PageOptions {
    var options = PageOptions()
    options.picture.isQuick = true
    options.texts = ["tass": Graphs.text]
    options.includesTexts = true
    return options
  }
}

/// The page in the Firefox that people have.
@Suite struct FirefoxTests {
  @Test func thePageWorksAndAnswersEveryYear() async throws {
    let folder = try Client.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let graph = try Graphs.seed()
    let path = folder.appending(path: "seed.html").path
    let page = try await HTMLPage(of: graph.everything, Stories.options(for: graph))
    try ByteWriter.file(at: path) { try page.write(to: &$0) }
    let outcome: FlowTests.Outcome = try Client.ask(
      "page_in_firefox.py", [path, folder.appending(path: "firefox.png").path])
    #expect(outcome.faults["firefox"] == [])
    let years = try #require(outcome.years["seed"])
    #expect(years.count > 70)
    for seen in years {
      var filter = Filter()
      filter.years = YearRange(seen.year)
      let counts = try graph.selecting(filter).counts
      #expect(seen.rows == [counts.certain, counts.possible] && seen.drawn == seen.rows, "\(seen.year)")
    }
  }
}
