import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("Formats")
struct FormatTests {
  private static let formats = Exporters.all.map(\.format)

  /// The table of the documentation, from what the formats say of themselves.
  private var table: String {
    let names = Self.formats.map { $0.isFolder ? "`\($0.name)/`" : "`.\($0.endings[0])`" }
    let rows = Feature.allCases.map { feature in
      [feature.title]
        + Self.formats.map { format in
          switch format.carries[feature] {
          case .whole: "●"
          case .asText: "○"
          case nil: ""
          }
        }
    }
    let lines = [[""] + names, Array(repeating: "---", count: names.count + 1)] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  @Test("the documentation's table is what the formats declare")
  func documented() throws {
    let page = Client.repository.appending(path: "Sources/EntenteFormats/EntenteFormats.docc/WhatFormatsCarry.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { $0.hasPrefix("|") }
    #expect(lines.joined(separator: "\n") == table, "the table in \(page.path) should be:\n\(table)")
  }

  @Test(
    "a path's longest ending chooses; a folder's is the slash",
    arguments: [
      ("a.dot", "DOT"), ("a.gv", "DOT"), ("a.GraphML", "GraphML"), ("a.b.json", "JSON"),
      ("a.ftm.json", "FollowTheMoney"),
      ("out/", "CSV"), ("dir.json/a.ttl", "Turtle"), ("a.jsonld", "JSON-LD"), ("-", nil), ("a.xyz", nil), ("json", nil),
      ("a.csv", nil),
    ] as [(String, String?)])
  func chosen(path: String, name: String?) {
    #expect(Self.formats.format(forPath: path)?.name == name)
  }

  @Test("names and endings are each one format's")
  func unique() {
    #expect(Set(Self.formats.map(\.name)).count == Self.formats.count)
    let endings = Self.formats.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    #expect(endings.allSatisfy { Self.formats.format(ending: $0)?.endings.contains($0) == true })
    #expect(Self.formats.allSatisfy { Exporters.all.exporter(of: $0)?.format == $0 })
  }

  @Test("what is declared as carried is no loss, what is not is one when the graph has it", arguments: formats)
  func losses(format: Format) throws {
    let graph = try Specimens.nasty.graph().everything
    let exporter = try #require(Exporters.all.exporter(of: format))
    let warnings = exporter.losses(of: graph, options: ExportOptions()).filter { $0.severity == .warning }
    let lost = Feature.allCases.filter { format.carries[$0] == nil && $0.count(in: graph) > 0 }
    // Two of the nasty aliases hold the sign that stands between aliases where they are one text.
    let notes = exporter.losses(of: graph, options: ExportOptions()).filter { $0.severity == .note }
    let escaped = notes.filter {
      $0.message == "\(format.name): 2 aliases hold the | that stands between aliases, with a backslash before it"
    }
    #expect(escaped.count == (format.carries[.aliases] == .asText ? 1 : 0))
    #expect(warnings.count == lost.count)
    #expect(warnings.allSatisfy { $0.message.hasPrefix(format.name + ": ") })
  }

  @Test("the nasty graph has every feature, so that each is tried")
  func everyFeature() throws {
    let graph = try Specimens.nasty.graph()
    let absent = Feature.allCases.filter { $0.count(in: graph.everything) == 0 }
    #expect(absent == [.answers, .looks], "which only a selection by year has, and what only pictures show")
    #expect(Feature.answers.count(in: try graph.selecting(Filter(years: YearRange(1956)))) > 0)
  }

  @Test("same graph, same bytes", arguments: formats.filter { $0.name != "FollowTheMoney" && !$0.isFolder })
  func deterministic(format: Format) async throws {
    let exporter = try #require(Exporters.all.exporter(of: format))
    func bytes() async throws -> [UInt8] { try await Specimens.nasty.graph().everything.bytesOfAny(exporter) }
    let (first, second) = (try await bytes(), try await bytes())
    #expect(first == second)
  }

  @Test("an empty graph is a file, too", arguments: formats)
  func empty(format: Format) async throws {
    let exporter = try #require(Exporters.all.exporter(of: format))
    let graph = try RelationGraph("") {}
    try await withTemporaryFolder { folder in
      let path = "\(folder)/empty" + (format.isFolder ? "/" : ".\(format.endings[0])")
      let losses = try await graph.everything.writeAny(exporter, to: path)
      #expect(losses.isEmpty)
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("progress is reported up to the end")
  func progress() throws {
    let graph = try RelationGraph("Many") {
      let (japan, russia) = (State("japan"), State("russia"))
      for number in 0..<20_000 { japan.recognizes(russia, id: "r-\(number)") }
    }
    let reports = Reports()
    var options = ExportOptions()
    options.progress = { reports.add($0) }
    let bytes = try ByteWriter.memory { try GraphML().write(graph.everything, options: options, to: &$0) }
    let all = reports.all
    #expect(all.count >= 3)
    #expect(all.map(\.relations) == all.map(\.relations).sorted())
    #expect(all.allSatisfy { $0.total == 20_000 && $0.bytes <= bytes.count })
    #expect(all.last?.relations == 20_000)
  }
}

extension Selection {
  fileprivate func writeAny(_ exporter: any Exporter, to path: String) async throws -> [Loss] {
    try await write(exporter, to: path)
  }

  fileprivate func bytesOfAny(_ exporter: any Exporter) async throws -> [UInt8] { try await bytes(exporter) }
}

/// What was reported, from any thread.
private final class Reports: @unchecked Sendable {
  private let lock = NSLock()
  private var reports: [ExportProgress] = []

  func add(_ report: ExportProgress) { lock.withLock { reports.append(report) } }
  var all: [ExportProgress] { lock.withLock { reports } }
}
