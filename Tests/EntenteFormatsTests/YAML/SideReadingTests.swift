import Entente
import EntenteFormats
import Testing

@Suite("Sides, subtitles and looks in graph files")
struct SideReadingTests {
  private func load(_ text: String) -> LoadedGraph {
    LoadedGraph([.bytes(Array(text.utf8), name: "g.yaml")], importers: [GraphFile()], format: "yaml")
  }

  private static let file = """
    title: Two sides
    subtitle: Spring 1982
    sides:
      british: {name: Britain and its people, members: [uk, thatcher]}
      argentine: {members: [argentina]}
    people:
      thatcher: {name: Margaret Thatcher, shape: hexagon, colour: rose}
    states:
      uk: United Kingdom
      argentina: {name: Argentina, attributes: {side: argentine}}
    islands:
      falklands: Falkland Islands
    relations:
      - uk claims falklands

    """

  @Test("A side is the graph's, and an attribute of its members")
  func read() throws {
    let loaded = load(Self.file)
    let graph = try #require(loaded.graph, "\(loaded.diagnostics)")
    #expect(graph.subtitle == "Spring 1982")
    #expect(graph.sides == [Side("british", name: "Britain and its people"), Side("argentine")])
    #expect(graph.entity("uk")?.side?.id == "british")
    #expect(graph.entity("uk")?.attributes["side"] == .text("Britain and its people"))
    #expect(graph.entity("argentina")?.side?.id == "argentine")
    #expect(graph.entity("falklands")?.side == nil)
    #expect(graph.entity("thatcher")?.look == EntityLook(shape: .hexagon, colour: .rose))
  }

  @Test("What is written says the same, without saying it twice")
  func written() throws {
    let graph = try #require(load(Self.file).graph)
    let text = String(
      decoding: try ByteWriter.memory { try GraphFile().write(graph.everything, options: .init(), to: &$0) },
      as: UTF8.self)
    #expect(text.contains("  british: {name: Britain and its people, members: [thatcher, uk]}\n"))
    #expect(text.contains("  argentine: {members: [argentina]}\n") && !text.contains("attributes:"))
    #expect(load(text).graph == graph)
    #expect(try GraphDraft(graph).graph() == graph)
  }

  @Test("A selection's file has the sides of who is in it")
  func selection() throws {
    let graph = try #require(load(Self.file).graph)
    let uk = try graph.selecting(Filter(around: ["uk"]))
    let text = String(
      decoding: try ByteWriter.memory { try GraphFile().write(uk, options: .init(), to: &$0) }, as: UTF8.self)
    #expect(text.contains("members: [uk]") && !text.contains("argentine"))
  }

  @Test("Formats with attributes have the side, and tell that its id is left out")
  func formats() throws {
    let graph = try #require(load(Self.file).graph)
    let bytes = try graph.everything.bytes(.graphml, options: ExportOptions())
    #expect(String(decoding: bytes, as: UTF8.self).contains("Britain and its people"))
    let losses = Exporters.all.compactMap { $0.format.name == "GraphML" ? $0 : nil }.flatMap {
      $0.losses(of: graph.everything, options: ExportOptions()).map(\.message)
    }
    #expect(losses.contains { $0.hasPrefix("GraphML: 4 looks are left out: the subtitle, ids of sides,") })
  }

  /// What is wrong, with the line and column of it, and what is said.
  private static let faults: [(sides: String, message: String)] = [
    (
      "{british: {members: [uk, thacher]}}",
      "1:33 no entity has the id 'thacher'; known: thatcher, uk; did you mean 'thatcher'?"
    ),
    ("{thatche: {members: []}}", "1:9 the side 'thatche' names nobody; for example: thatche: {members: [thatcher]}"),
    ("{a: {name: A}}", "1:9 the side 'a' names nobody; for example: a: {members: [thatcher]}"),
    ("{a: uk}", "1:12 'a' takes members; this is a text; for example: a: {members: [united-kingdom, thatcher]}"),
    ("{a: [uk], b: [uk]}", "1:22 'uk' stands on two sides, 'a' and 'b'"),
    ("{a: {name: X, members: [uk]}, b: {name: X, members: [thatcher]}}", "1:38 another side is called 'X' already"),
    ("{a: {member: [uk], members: [uk]}}", "1:13 'member' is no key of a side; known: name, members"),
    ("[uk]", "1:8 'sides' takes ids with their values; this is a list"),
  ]

  @Test("What is wrong is said where it stands", arguments: faults.indices)
  func fault(_ index: Int) throws {
    let (sides, message) = Self.faults[index]
    let loaded = load(
      "sides: \(sides)\npeople: {thatcher: T}\nstates: {uk: UK}\nrelations: [thatcher prime-minister-of uk]\n")
    let said = loaded.diagnostics.filter { $0.severity == .error }.map { diagnostic in
      let place = diagnostic.place.map { "\($0.line):\($0.column) " } ?? ""
      return place + ([diagnostic.finding.message] + diagnostic.finding.advice).joined(separator: "; ")
    }
    #expect(said.count == 1 && said[0].hasPrefix(message), "\(said)")
  }
}
