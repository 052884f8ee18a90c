import Entente
import Foundation
import Testing

@testable import EntenteFormats

/// The law of slices: the bytes, counts and messages that the whole graph has.
@Suite("Slices of files that are never held whole")
struct FileSliceTests {
  private static let filters = [
    Filter(), Filter(years: YearRange(1956)), Filter(years: YearRange(1900, 1990), certainOnly: true),
    Filter(kinds: ["state", "person"]), Filter(types: ["claims"]), Filter(statuses: [.claimed, .asserted]),
    Filter(documents: ["tass"]), Filter(years: YearRange(1956), keepsIsolated: true), Filter(uncitedOnly: true),
  ]

  /// What a slice, or the selection of a whole graph, comes to.
  private struct Outcome: Equatable {
    var files: [String: [UInt8]]
    var counts: Selection.Counts
    var said: [String]
    var notes: Int
    var losses: [String]
  }

  private func whole(_ path: String, _ filter: Filter, _ exporter: some StreamingExporter) throws -> Outcome? {
    let loaded = LoadedGraph(contentsOf: [path])
    guard let selection = try? loaded.graph?.selecting(filter) else { return nil }
    let said = loaded.diagnostics.filter {
      $0.severity > .note || $0.finding is NotVerified || $0.finding is any ToldToEverybody
    }
    return Outcome(
      files: try files(exporter) { try exporter.write(selection, options: ExportOptions(), to: &$0) },
      counts: selection.counts, said: said.map(\.description), notes: loaded.diagnostics.count - said.count,
      losses: exporter.losses(of: selection, options: ExportOptions()).map(\.message))
  }

  private func slice(
    _ path: String, _ filter: Filter, _ exporter: some StreamingExporter, size: Int
  ) throws -> Outcome {
    let slice = try FileSlice(
      of: .file(path), filter, for: exporter, options: ExportOptions(), title: nil, size: size)
    return Outcome(
      files: try files(exporter) { try slice.write(exporter, to: &$0) }, counts: slice.counts,
      said: slice.diagnostics.map(\.description), notes: slice.notes, losses: slice.losses.map(\.message))
  }

  private func files(
    _ exporter: some StreamingExporter, _ body: (inout ByteWriter) throws -> Void
  ) throws -> [String: [UInt8]] {
    if !exporter.format.isFolder { return ["": try ByteWriter.memory(body)] }
    return Dictionary(uniqueKeysWithValues: try ByteWriter.files(body).map { ($0.name, $0.bytes) })
  }

  /// Checks the law, where the file can be read in pieces.
  ///
  /// - Returns: whether it can.
  private func expectLaw(
    _ path: String, _ filter: Filter, _ exporter: some StreamingExporter, size: Int, _ about: String
  ) throws -> Bool {
    guard let whole = try whole(path, filter, exporter) else { return false }
    do {
      expect(try slice(path, filter, exporter, size: size), whole, about)
      return true
    } catch is NotInPieces {
      return false
    }
  }

  private func expect(_ slice: Outcome, _ whole: Outcome, _ about: String) {
    #expect(slice.files.keys.sorted() == whole.files.keys.sorted(), "\(about)")
    for (name, bytes) in whole.files where bytes != slice.files[name] {
      let place = zip(bytes, slice.files[name] ?? []).prefix { $0 == $1 }.count
      func around(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.dropFirst(max(0, place - 100)).prefix(200), as: UTF8.self)
      }
      Issue.record("\(about) \(name): \(around(bytes))\nin pieces: \(around(slice.files[name] ?? []))")
    }
    #expect(slice.counts == whole.counts, "\(about)")
    #expect(slice.said == whole.said, "\(about)")
    #expect(slice.notes == whole.notes, "\(about)")
    #expect(slice.losses == whole.losses, "\(about)")
  }

  @Test("Random graphs, cut anywhere", arguments: [1, 700, 5_000])
  func random(size: Int) throws {
    var inPieces = 0
    for seed in 0..<90 as Range<UInt64> {
      let graph = try RandomGraph.graph(seed: seed, [.textless])
      try withTemporaryFolder { folder in
        let path = "\(folder)/graph.graphml"
        try graph.write(.graphml, to: path)
        let filter = Self.filters[Int(seed) % Self.filters.count]
        if try expectLaw(path, filter, .graphml, size: size, "\(seed)") { inPieces += 1 }
        if try expectLaw(path, filter, .csv, size: size, "\(seed)") { inPieces += 1 }
        try graph.write(.csv, to: "\(folder)/tables")
        if try expectLaw("\(folder)/tables", filter, .graphml, size: size, "tables, \(seed)") { inPieces += 1 }
      }
    }
    #expect(inPieces >= 10)
  }

  /// A graph in which every rule about all of it has something to say.
  private func large() throws -> RelationGraph {
    var draft = GraphDraft()
    draft.title = "Many"
    draft.add(document: Document("tass", title: "TASS"))
    for row in 0..<300 {
      draft.entity(
        "e\(row)", kind: row % 3 == 0 ? "state" : "person", name: "Entity \(row / 2)",
        aliases: row % 50 == 0 ? ["Entity \(row + 1)", "none"] : [], when: row % 40 == 0 ? "1900/1950" : nil,
        attributes: row % 2 == 0 ? ["rank": .integer(Int64(row))] : [:])
    }
    draft.add(relationType: RelationType("met", directed: false))
    draft.add(relationType: RelationType("claims", holds: .throughout))
    for row in 0..<2_000 {
      let (one, other) = (row * 7 % 250, row * 13 % 250)
      draft.relation(
        "e\(row % 4 == 0 ? other : one)", row % 2 == 0 ? "met" : "claims", "e\(row % 4 == 0 ? one : other)",
        when: ["1945", "1945/1956", "1950~/..", nil][row / 2 % 4], status: row % 5 == 0 ? .claimed : .asserted,
        cite: row % 3 == 0 ? [Citation(document: "tass", paragraph: row + 1)] : [], id: "r\(row)",
        attributes: row % 10 == 0 ? ["deaths": .integer(Int64(row)), "words": .text(" spaced ")] : [:])
    }
    return try draft.graph()
  }

  @Test("Every rule about all of the graph, and every kind of selection")
  func everyRule() throws {
    let graph = try large()
    try withTemporaryFolder { folder in
      let path = "\(folder)/graph.graphml"
      try graph.write(.graphml, to: path)
      let tables = "\(folder)/tables"
      try graph.write(.csv, to: tables)
      let packed = "\(folder)/packed.graphml.gz"
      try ByteWriter.file(at: packed) { try GraphML().write(graph.everything, options: ExportOptions(), to: &$0) }
      for filter in Self.filters {
        #expect(try expectLaw(path, filter, .graphml, size: 20_000, "\(filter)"))
        #expect(try expectLaw(path, filter, .csv, size: 20_000, "\(filter)"))
        #expect(try expectLaw(tables, filter, .csv, size: 10_000, "tables, \(filter)"))
      }
      #expect(try expectLaw(packed, Self.filters[1], .csv, size: 20_000, "packed"))
    }
  }

  @Test("Relations whose ends have ended are told with the line that they stand in, counted from the file's beginning")
  func places() throws {
    var draft = GraphDraft()
    for row in 0..<100 {
      draft.entity("e\(row)", kind: "state", name: "E\(row)", when: row % 2 == 0 ? "1900/1950" : nil)
    }
    draft.add(document: Document("book", isbn: "1"))
    for row in 0..<100 {
      draft.relation("e\(row)", "recognizes", "e\((row + 1) % 100)", when: "1956", note: "a\u{202e}b", id: "r\(row)")
    }
    let graph = try draft.graph()
    try withTemporaryFolder { folder in
      let path = "\(folder)/graph.graphml"
      try graph.write(.graphml, to: path)
      let whole = try #require(try whole(path, Filter(), .graphml))
      #expect(whole.said.count > 100)
      expect(try slice(path, Filter(), .graphml, size: 3_000), whole, "places")
    }
  }

  @Test(
    "What cannot be told apart in pieces is read whole",
    arguments: [
      // An edge before its node; a node, an edge and a graph twice; a graph in a node; a comment that is cut; no such end.
      "<edge source=\"a\" target=\"c\"/>\n<node id=\"c\"/>", "<node id=\"a\"/>\n<node id=\"a\"/>",
      "<edge id=\"r\" source=\"a\" target=\"b\"/>\n<edge id=\"r\" source=\"b\" target=\"a\"/>",
      "</graph><graph edgedefault=\"undirected\">\n<edge source=\"a\" target=\"b\"/>",
      "<node id=\"c\"><graph>\n<node id=\"d\"/>\n<node id=\"f\"/></graph></node>",
      "<!--\n<edge source=\"a\" target=\"b\"/>\n<edge source=\"a\" target=\"b\"/>\n-->",
      "<edge source=\"a\" target=\"nobody\"/>",
    ])
  func notInPieces(lines: String) throws {
    let text = """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <graph edgedefault="directed">
      <node id="a"/>
      <node id="b"/>
      \(lines)
      </graph>
      </graphml>

      """
    try withTemporaryFolder { folder in
      let path = "\(folder)/graph.graphml"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: NotInPieces.self) { try slice(path, Filter(), .graphml, size: 1) }
    }
  }

  @Test("Numbers that are alike are found, however few are looked at together", arguments: [1, 3, 1_000])
  func alike(most: Int) throws {
    let file = try #require(DigestFile(most: most))
    let numbers = [10, 22, 10, 34, 22, 10, 46] as [UInt64]
    for number in numbers { try file.append(number) }
    var found: [[Int]] = []
    try file.forEachAlike { found.append($0.map(\.number)) }
    #expect(found.sorted { $0[0] < $1[0] } == [[0, 2, 5], [1, 4]])
  }
}
