import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("Names of attributes")
struct AttributeNamesTests {
  private static let page = Client.repository
    .appending(path: "Sources/EntenteFormats/EntenteFormats.docc/AttributeNames.md")

  /// The rows of the page's first table, each split in cells.
  private func table() throws -> [[String]] {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("|") }
      .prefix { $0.hasPrefix("|") }
    return lines.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// A graph in which everything has a value, in a selection by year.
  private func selection() throws -> Selection {
    let graph = try RelationGraph("Names") {
      let tass = Document("tass")
      let person = Person("p", aliases: ["q"], sameAs: ["wikidata:Q1"], when: "1900/", note: "n", cite: tass.whole)
      person.met(
        Person("r"), when: "1956", cite: tass.whole, accordingTo: person, note: "n", attributes: ["weight": .integer(2)]
      )
    }
    return try graph.selecting(Filter(years: YearRange(1956)))
  }

  @Test(
    "the table's names are those that the formats write",
    arguments: ["graphml", "gexf", "csv", "json", "cyjs", "cypher", "dot"])
  func names(ending: String) throws {
    let table = try table()
    let column = try #require(table[0].firstIndex { $0 == (ending == "csv" ? "`CSV/`" : "`.\(ending)`") })
    let exporter = try #require(Exporters.all.exporter(ending: ending) as? any StreamingExporter)
    let text = try selection().text(exporter)
    for row in table.dropFirst(2) {
      for name in row[column].matches(of: /`([^`]+)`/).map(\.1) {
        let isThere = text.contains(try Regex("(^|[^A-Za-z_])\(name)([^A-Za-z_]|$)"))
        #expect(isThere, "\(row[0]) is called \(name) in the table")
      }
    }
    #expect(table.count == 23 && table.allSatisfy { $0.count == table[0].count })
  }
}

extension Selection {
  /// The file, or the files of a folder with their names.
  fileprivate func text(_ exporter: some StreamingExporter) throws -> String {
    if !exporter.format.isFolder { return String(decoding: try bytes(exporter), as: UTF8.self) }
    return try files(exporter).map { "\($0.name)\n" + String(decoding: $0.bytes, as: UTF8.self) }.joined(
      separator: "\n")
  }
}
