import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("Reading GraphML")
struct GraphMLReadingTests {
  static func load(_ text: String, as name: String = "graph.graphml", map: [String] = []) -> LoadedGraph {
    var source = Source.bytes(Array(text.utf8), name: name)
    for mapping in map { _ = source.options.add(mapping: mapping) }
    return LoadedGraph([source], format: String(name.split(separator: ".").last ?? ""))
  }

  /// The relations, a line each: who, what, whom, when and attributes.
  static func lines(_ loaded: LoadedGraph) throws -> [String] {
    let graph = try #require(loaded.graph, "\(loaded.diagnostics)")
    return graph.relations.map { relation in
      let attributes = relation.attributes.map { " \($0.key)=\($0.value)" }.joined()
      return "\(relation.head)\(relation.when.map { " [\($0.text)]" } ?? "")\(attributes)"
    }
  }

  @Test("what Entente wrote comes back equal, and gives the same bytes", arguments: Specimens.allCases)
  func roundTrip(specimen: Specimens) throws {
    let graph = try specimen.graph()
    func bytes(_ graph: RelationGraph) throws -> [UInt8] {
      try ByteWriter.memory { try GraphML().write(graph.everything, options: ExportOptions(), to: &$0) }
    }
    let first = try bytes(graph)
    let loaded = LoadedGraph([.bytes(first, name: "graph.graphml")], format: "graphml")
    let read = try #require(loaded.graph, "\(loaded.diagnostics.prefix(5))")
    let second = try bytes(read)
    let difference = zip(first, second).enumerated().first { $1.0 != $1.1 }?.offset ?? min(first.count, second.count)
    func around(_ bytes: [UInt8]) -> String {
      String(decoding: bytes.dropFirst(difference - 200).prefix(400), as: UTF8.self)
    }
    let isSame = first == second
    #expect(isSame, "\(around(first))\n\(around(second))")
  }

  @Test("kinds, types, names and attributes under the names that tools give them")
  func names() throws {
    let loaded = Self.load(
      """
      <?xml version="1.0"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="labels" for="node" attr.name="labels"/><key id="name" for="node" attr.name="name"/>
        <key id="born" for="node" attr.name="born" attr.type="long"/><key id="label" for="edge" attr.name="label"/>
        <key id="roles" for="edge" attr.name="roles"/>
        <graph id="G" edgedefault="directed">
          <node id="n0" labels=":Person:Actor"><data key="labels">:Person:Actor</data><data key="name">Keanu</data>
            <data key="born">1964</data></node>
          <node id="n1" labels=":Movie"><data key="labels">:Movie</data></node>
          <edge id="e0" source="n0" target="n1" label="ACTED_IN"><data key="label">ACTED_IN</data><data key="roles">Neo</data></edge>
        </graph>
      </graphml>
      """)
    #expect(try Self.lines(loaded) == ["n0 ACTED_IN n1 roles=Neo"])
    let graph = try #require(loaded.graph)
    #expect(graph.entities.map { "\($0.name): \($0.kind.name)" } == ["Keanu: Person", "n1: Movie"])
    #expect(graph.entities[0].attributes.map { "\($0.key)=\($0.value)" } == ["born=1964", "labels=Actor"])
  }

  @Test("labels that yEd draws, nested graphs, defaults, and both directions")
  func yEd() throws {
    let loaded = Self.load(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
        <key for="node" id="d0" yfiles.type="nodegraphics"/><key for="edge" id="d1" yfiles.type="edgegraphics"/>
        <key for="node" id="d2" attr.name="rank" attr.type="int"><default>7</default></key>
        <graph edgedefault="directed">
          <node id="n0" yfiles.foldertype="group">
            <data key="d0"><y:GroupNode><y:NodeLabel fontSize="12">Bloc <y:LabelModel/></y:NodeLabel></y:GroupNode></data>
            <graph edgedefault="undirected"><node id="n0::n0"><data key="d0"><y:ShapeNode><y:NodeLabel><![CDATA[A & B]]></y:NodeLabel>
              </y:ShapeNode></data><data key="d2">1</data></node></graph>
          </node>
          <node id="n1"/>
          <edge source="n0" target="n1"><data key="d1"><y:PolyLineEdge><y:EdgeLabel>signed</y:EdgeLabel></y:PolyLineEdge></data></edge>
          <edge source="n1" target="n0" directed="false"><data key="d1"><y:EdgeLabel>signed</y:EdgeLabel></data></edge>
        </graph>
      </graphml>
      """)
    #expect(try Self.lines(loaded) == ["n0 signed n1", "n1 signed-undirected n0"])
    let graph = try #require(loaded.graph)
    #expect(graph.entities.map(\.name) == ["A & B", "Bloc", "n1"])
    #expect(graph.entities.map { $0.attributes.map { "\($0.value)" } } == [["1"], ["7"], ["7"]])
    #expect(graph.relations.map(\.type.directed) == [true, false])
    let notes = loaded.diagnostics.map(\.finding.message)
    for words in [
      "stand within nodes", "shapes, colours and places", "both with and without a direction", "not declared",
    ] {
      #expect(notes.contains { $0.contains(words) }, "\(words)")
    }
  }

  @Test("a date by a mapping; without one a note that there may be some")
  func dates() throws {
    let text = """
      <graphml><key id="a" for="edge" attr.name="from" attr.type="int"/><key id="b" for="edge" attr.name="to" attr.type="int"/>
      <graph edgedefault="directed"><node id="x"/><node id="y"/>
      <edge source="x" target="y"><data key="a">1945</data><data key="b">1956</data></edge>
      <edge source="x" target="y"><data key="a">1960</data></edge></graph></graphml>
      """
    #expect(try Self.lines(Self.load(text)) == ["x related-to y from=1945 to=1956", "x related-to y from=1960"])
    #expect(Self.load(text).diagnostics.contains { $0.finding.message.contains("may be dates") })
    let mapped = Self.load(text, map: ["when=from/to"])
    #expect(try Self.lines(mapped) == ["x related-to y [1945/1956]", "x related-to y [1960/]"])
    #expect(!mapped.diagnostics.contains { $0.finding.message.contains("may be dates") })
  }

  @Test("an edge's id that a node has is another, wherever the node stands, and a status that is none is an attribute")
  func idsAndStatuses() throws {
    let loaded = Self.load(
      """
      <graphml><key id="s" for="edge" attr.name="status"/><graph edgedefault="directed"><node id="a"/>
      <edge id="b" source="a" target="b"><data key="s">open</data></edge>
      <edge id="c" source="a" target="b"/><edge id="c" source="a" target="b"/><node id="b"/></graph></graphml>
      """)
    #expect(
      try Self.lines(loaded) == [
        "a related-to b original_id=b status=open", "a related-to b", "a related-to b original_id=c",
      ])
    #expect(try #require(loaded.graph).relations.map(\.id) == ["a-related-to-b", "c", "a-related-to-b-2"])
    let notes = loaded.diagnostics.map(\.finding.message)
    for words in [
      "1 relation has an id that an entity has", "another status than Entente knows ('open')", "1 edge has an id",
    ] { #expect(notes.contains { $0.contains(words) }, "\(words)") }
  }

  /// What is wrong, with the line and column of each.
  private func errors(_ body: String) -> [String] {
    Self.load(body).diagnostics.filter { $0.severity == .error }.map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.finding.message)"
    }
  }

  @Test("every fault at its place")
  func faults() {
    let head =
      "<graphml><key id=\"d0\" for=\"node\" attr.name=\"age\" attr.type=\"int\"/><graph edgedefault=\"directed\">\n"
    func errors(_ body: String) -> [String] { self.errors(head + body + "</graph></graphml>") }
    #expect(
      errors(#"<node id="a"><data key="d0">old</data></node>"#) == [
        "2:29 'old' is no whole number, as which the attribute 'age' is declared"
      ])
    #expect(errors(#"<node id="a"/><node id="a"/>"#) == ["2:25 the file has a node 'a' already"])
    #expect(errors(#"<node id="a"/><edge source="a" target="b"/>"#) == ["2:40 no entity has the id 'b'"])
    #expect(errors(#"<node id="a"/><edge source="a"/>"#) == ["2:15 the edge has no target"])
    #expect(errors("<node/>") == ["2:1 the node has no id"])
    #expect(errors(#"<node id="a"><port name="p"/></node>"#).first?.hasPrefix("2:14 a port") == true)
    #expect(errors(#"<hyperedge><endpoint node="a"/></hyperedge>"#).first?.hasPrefix("2:1 a hyperedge") == true)
    #expect(errors(#"<key id="d0" for="node"/>"#).first == "2:10 the file has a key 'd0' already")
    #expect(
      errors(#"<key id="d1" for="node" attr.name="age"/>"#).first
        == "2:10 two keys are called 'age': their values could not be told apart")
    #expect(errors(#"<node id="a"><data>x</data></node>"#) == ["2:14 the data name no key"])
    #expect(errors("<node id=\"a\">").first?.hasPrefix("2:") == true)
  }

  @Test(
    "another format under this ending is named",
    arguments: [
      ("{\"nodes\": []}", "JSON"), ("<gexf version='1.3'/>", "GEXF"), ("digraph {}", "DOT"), ("graph [\n]", "GML"),
      ("PK\u{3}\u{4}", "a zip archive"), ("id,name\n1,a\n", "a table"), ("title: x\n", "YAML"), ("", "empty"),
      (" \n\n", "empty"),
    ])
  func otherFormats(text: String, name: String) {
    let messages = Self.load(text).diagnostics.map(\.finding.message)
    #expect(messages.count == 1 && messages[0].contains(name), "\(messages)")
  }

  @Test("what is written packed comes back, in every format that is read, and is the same each time")
  func writtenPacked() throws {
    let graph = try Specimens.seed.graph()
    try withTemporaryFolder { folder in
      for (exporter, ending) in [(GraphML(), "graphml"), (NodeLink(), "json"), (GEXF(), "gexf")]
        as [(any StreamingExporter, String)]
      {
        let path = "\(folder)/graph.\(ending)"
        try graph.everything.write(exporter, to: path)
        try graph.everything.write(exporter, to: path + ".gz")
        let packed = try Data(contentsOf: URL(filePath: path + ".gz"))
        // No time and no name, and a system that nobody tells (RFC 1952, 2.3).
        #expect(Array(packed.prefix(10)) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
        #expect(packed.count * 3 < (try Data(contentsOf: URL(filePath: path))).count)
        let unpacked = try Client.run("/usr/bin/gzip", ["-dc", path + ".gz"])
        #expect(unpacked == (try Data(contentsOf: URL(filePath: path))))
        #expect(LoadedGraph(contentsOf: [path + ".gz"]).graph == LoadedGraph(contentsOf: [path]).graph)
        try graph.everything.write(exporter, to: path + ".again.gz")
        #expect(try Data(contentsOf: URL(filePath: path + ".again.gz")) == packed)
      }
      try ByteWriter.folder(at: "\(folder)/tables", isPacked: true) {
        try CSV().write(graph.everything, options: ExportOptions(), to: &$0)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/tables").contains("edges.csv.gz"))
      #expect(try RelationGraph(contentsOf: ["\(folder)/tables"]) == graph)
    }
  }

  @Test("packed files, several of them behind each other, and what is wrong with one")
  func packed() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/graph.graphml"
      try Specimens.seed.graph().write(.graphml, to: path)
      try Client.run("/usr/bin/gzip", ["-k", path])
      let plain = try RelationGraph(contentsOf: [path])
      #expect(try RelationGraph(contentsOf: [path + ".gz"]) == plain)
      let bytes = try Data(contentsOf: URL(filePath: path + ".gz"))
      try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path + ".gz"))
      let cut = LoadedGraph(contentsOf: [path + ".gz"])
      #expect(cut.diagnostics.map(\.finding.message) == ["the file cannot be read: the packed data end too early"])
    }
  }
}
