import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("One line a tool")
struct OneLinerTests {
  private static let tools = ["graphviz", "networkx", "igraph", "duckdb", "polars", "cypher", "sparql"]
  private static let page = Client.repository
    .appending(path: "Sources/EntenteFormats/EntenteFormats.docc/IntoYourTool.md").path

  /// A graph whose dates have no gaps, with relations that hold in each of the three ways.
  private func graph(existence: Bool) throws -> RelationGraph {
    let dates = Specimens.dates.filter { !["1X5X", "[1667,1668,1670..1672]"].contains($0) }
    return try RelationGraph("Years") {
      let japan = State("japan", when: existence ? "1868/.." : nil)
      for (number, date) in dates.enumerated() {
        let land = Place("land-\(number)", when: existence ? dates[dates.count - 1 - number] : nil)
        japan.claims(land, when: date)
        land.offeredTo(japan, when: date)
        land.partOf(japan, when: date)
      }
      japan.holds(Place("undated"))
    }
  }

  private func export(_ graph: RelationGraph, to folder: String) throws {
    var options = ExportOptions()
    options.dialect = "ladybug"
    try graph.write(.dot, to: "\(folder)/graph.dot")
    try graph.write(.graphml, to: "\(folder)/graph.graphml")
    try graph.write(.csv, to: "\(folder)/tables/")
    try graph.write(.turtle, to: "\(folder)/graph.ttl")
    try graph.write(.cypher, to: "\(folder)/graph.cypher", options: options)
  }

  private func answer(_ line: String, _ year: Int64, in folder: String) throws -> [String] {
    try JSONDecoder().decode([String].self, from: try Client.python("one_liners", Self.page, line, "\(year)", folder))
  }

  @Test("gives the relations of a year as Entente's own filter does", arguments: tools)
  func year(tool: String) throws {
    let graph = try graph(existence: false)
    try withTemporaryFolder { folder in
      try export(graph, to: folder)
      for year: Int64 in [1956, 1945, 1876] {
        for certain in [false, true] {
          var filter = Filter()
          filter.years = YearRange(year)
          filter.certainOnly = certain
          let expected = try graph.selecting(filter).relations.map(\.id).sorted()
          #expect(!expected.isEmpty && expected.count < graph.relations.count)
          #expect(try answer(certain ? tool + " certain" : tool, year, in: folder) == expected, "\(year)")
        }
      }
    }
  }

  @Test("a second line drops what did not exist", arguments: tools)
  func existing(tool: String) throws {
    let graph = try graph(existence: true)
    try withTemporaryFolder { folder in
      try export(graph, to: folder)
      for year: Int64 in [1956, 1945, 1876] {
        var filter = Filter()
        filter.years = YearRange(year)
        let expected = try graph.selecting(filter).relations.map(\.id).sorted()
        #expect(!expected.isEmpty)
        #expect(try answer(tool + " existing", year, in: folder) == expected, "\(year)")
        #expect(try answer(tool, year, in: folder) != expected, "the first line alone keeps more")
      }
    }
  }
}
