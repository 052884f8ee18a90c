import Entente
import EntenteFormats
import Testing

/// Tables as other tools write them.
@Suite("Edge lists")
struct EdgeListTests {
  private func load(_ text: String, _ name: String = "edges.csv", _ options: ImportOptions = ImportOptions())
    -> LoadedGraph
  {
    load(Array(text.utf8), name, options)
  }

  private func load(_ bytes: [UInt8], _ name: String, _ options: ImportOptions = ImportOptions()) -> LoadedGraph {
    var source = Source.bytes(bytes, name: name)
    source.options = options
    return LoadedGraph([source], format: "csv")
  }

  private func heads(_ loaded: LoadedGraph, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))", sourceLocation: sourceLocation)
    return graph.relations.map { "\($0.subject.id) \($0.type.name) \($0.object.id)" }
  }

  @Test(
    "finds the two ends by what people call them",
    arguments: [
      "source,target", "Source,Target", "from,to", "subject,object", ":START_ID,:END_ID", "source_id,target_id",
      "src,dst",
      "\"from\",\"to\"",
    ])
  func ends(heading: String) throws {
    let loaded = load("\(heading)\na,b\nb,c\n")
    #expect(try heads(loaded) == ["a related-to b", "b related-to c"])
    #expect(loaded.graph?.entities.map(\.kind.name) == ["entity", "entity", "entity"])
  }

  @Test("takes other columns by their names, and says which are there when none is one")
  func mapped() throws {
    var options = ImportOptions()
    options.map = [.source: ["ccode1"], .target: ["ccode2"], .type: ["alliance"]]
    let text = "ccode1,ccode2,alliance\n2,200,pact\n"
    #expect(try heads(load(text, "edges.csv", options)) == ["2 pact 200"])
    let message = try #require(load(text).diagnostics.first)
    #expect(message.finding.advice.first == "its columns: ccode1, ccode2, alliance")
    options.map[.type] = ["aliance"]
    let unknown = try #require(load(text, "edges.csv", options).diagnostics.first)
    #expect(unknown.finding.message == "the table has no column 'aliance'")
    #expect(unknown.finding.advice.last == "did you mean 'alliance'?")
  }

  @Test("finds the separator, and says so", arguments: [(";", "semicolons"), ("\t", "tabs")])
  func separators(separator: String, name: String) throws {
    let text = ["source,target,type,note", "a,b,knows,\"one; two, three\t\"", "b,c,knows,"].map { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().map { part, text in
        part % 2 == 0 ? String(text.map { $0 == "," ? Character(separator) : $0 }) : String(text)
      }.joined(separator: "\"")
    }
    let loaded = load(text.joined(separator: "\n"))
    #expect(try heads(loaded) == ["a knows b", "b knows c"])
    #expect(loaded.graph?.relations.first?.note == "one; two, three\t")
    #expect(loaded.diagnostics.contains { $0.finding.message == "the cells are parted by \(name)" })
  }

  @Test(
    "reads quotes, line ends of every system, a byte order mark, and spaces around cells",
    arguments: ["\n", "\r\n", "\r"])
  func quotes(lineEnd: String) throws {
    let lines = [
      "\u{feff}source, target ,type,note", "a,b,\"the \"\"Treaty\"\", of 1956\",\"line one\nline two\"", "",
      "  b  , \"c\" ,knows, spaces  ", "\"\",c,knows,x",
    ]
    let loaded = load(lines.dropLast().joined(separator: lineEnd))
    #expect(try heads(loaded) == ["a the \"Treaty\", of 1956 b", "b knows c"])
    #expect(loaded.graph?.relations.map(\.note) == ["line one\nline two", "spaces"])
  }

  @Test("reads what UTF-16 and Latin-1 have, and names them")
  func encodings() throws {
    let text = "source,target\nÅland,Göteborg\n日本,Ὀδυσσεύς😀\n"
    let heads = ["Åland related-to Göteborg", "日本 related-to Ὀδυσσεύς😀"]
    let little = Array(text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    let big = Array(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
    for marked in [[0xff, 0xfe] + little, [0xfe, 0xff] + big] {
      let loaded = load(marked, "edges.csv")
      #expect(try self.heads(loaded) == heads)
      #expect(loaded.diagnostics.contains { $0.finding.message == "read as UTF-16, as its byte order mark says" })
    }
    for (bytes, name) in [(little, "utf-16le"), (big, "utf-16be")] {
      let ascii = bytes.prefix(28) + Array(repeating: bytes[0..<28], count: 3).joined()
      let refused = load(Array(ascii), "edges.csv")
      #expect(refused.diagnostics.first?.finding.message == "this is UTF-16, not UTF-8")
      #expect(refused.diagnostics.first?.finding.advice == ["--encoding \(name) reads it"])
      var options = ImportOptions()
      options.encoding = TextEncoding(name: name)
      #expect(try self.heads(load(bytes, "edges.csv", options)) == heads)
    }
    let latin =
      Array("source,target\n".utf8) + [0xc5] + Array("land,G".utf8) + [0xf6] + Array("teborg ".utf8) + [0x80, 0x0a]
    let refused = load(latin, "edges.csv")
    #expect(refused.diagnostics.first?.description.hasPrefix("edges.csv:2:1: error: this is no UTF-8") == true)
    var options = ImportOptions()
    options.encoding = .latin1
    #expect(try self.heads(load(latin, "edges.csv", options)).first?.hasPrefix("Åland related-to Göteborg") == true)
  }

  @Test("gives rows alike numbers, and types without a direction their own")
  func alike() throws {
    let loaded = load("Source,Target,Type,Kind\na,b,Directed,knows\na,b,Directed,knows\nb,c,Undirected,met\n")
    let graph = try #require(loaded.graph)
    #expect(graph.relations.map(\.id) == ["a-knows-b", "a-knows-b-2", "b-met-c"])
    #expect(graph.relations.map(\.type.directed) == [true, true, false])
    #expect(loaded.diagnostics.contains { $0.finding.message.hasPrefix("1 relation has the same head") })
  }

  @Test("an edge's id that a node has is another, and stays an attribute; so does a status that Entente does not know")
  func idsAndStatuses() throws {
    let loaded = load("id,source,target,type,status\n1,1,2,knows,active\n7,2,3,knows,claimed\n3,2,3,knows,lapsed\n")
    let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))")
    #expect(graph.relations.map(\.id) == ["1-knows-2", "7", "2-knows-3"])
    #expect(graph.relations.map(\.status) == [.asserted, .claimed, .asserted])
    #expect(
      graph.relations.map { $0.attributes.map { "\($0.key)=\($0.value)" } } == [
        ["original_id=1", "status=active"], [], ["original_id=3", "status=lapsed"],
      ])
    let notes = loaded.diagnostics.map(\.finding.message)
    #expect(notes.contains { $0.hasPrefix("2 relations have ids that entities have") })
    #expect(
      notes.contains(
        "2 relations have another status than Entente knows ('active', 'lapsed'): it is the attribute 'status'"))
    // Who says that the column has statuses wants to hear of what is none.
    var options = ImportOptions()
    options.map = [.status: ["status"]]
    let mapped = load("source,target,status\na,b,active\n", "e.csv", options)
    #expect(mapped.diagnostics.contains { $0.finding.message == "'active' is no status" })
  }

  @Test("gives each column one type: numbers however they are written, truth values, else text")
  func types() throws {
    let loaded = load(
      """
      source,target,whole,price,yes,code,mixed,date
      a,b,1,1.50,TRUE,007,1,1945
      b,c,-2,2.75,FALSE,12,x,
      c,d,,1e3,,5,2.0,

      """)
    let graph = try #require(loaded.graph)
    func values(_ key: String) -> [AttributeValue?] {
      graph.relations.map { relation in relation.attributes.first { $0.key == key }?.value }
    }
    #expect(values("whole") == [.integer(1), .integer(-2), nil])
    #expect(values("price") == [.number(1.5), .number(2.75), .number(1000)])
    #expect(values("yes") == [.boolean(true), .boolean(false), nil])
    #expect(values("code") == [.text("007"), .text("12"), .text("5")])
    #expect(values("mixed") == [.text("1"), .text("x"), .text("2.0")])
    #expect(loaded.diagnostics.contains { $0.finding.message == "'date' may mean a date, and is an attribute" })
  }

  @Test("makes a date of two columns, the end of which may not be known")
  func dates() throws {
    var options = ImportOptions()
    options.map[.when] = ["start", "end"]
    let loaded = load("source,target,start,end\na,b,1945,1956\nb,c,1945,\nc,d,,1956-10-19\nd,e,,\n", "e.csv", options)
    let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))")
    #expect(graph.relations.map { $0.when?.text } == ["1945/1956", "1945/", "/1956-10-19", nil])
  }

  @Test("reads a graph of Neo4j's import: headers with types, several labels, lists")
  func neo4j() throws {
    let folder = try TemporaryFolder([
      "t/nodes.csv":
        "personId:ID(People),name,born:int,:LABEL,aliases:string[]\nkeanu,Keanu Reeves,1964,Person;Actor,Neo;Ted\n",
      "t/edges.csv": ":START_ID(People),role,:END_ID(People),:TYPE\nkeanu,\"Neo\",keanu,KNOWS\n",
    ])
    let loaded = LoadedGraph(contentsOf: [folder.path + "t"])
    let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))")
    #expect(try heads(loaded) == ["keanu KNOWS keanu"])
    let keanu = try #require(graph.entities.first)
    #expect(keanu.name == "Keanu Reeves" && keanu.kind.name == "Person" && keanu.aliases == ["Neo", "Ted"])
    #expect(keanu.attributes.map(\.key) == ["born"] && keanu.attributes.first?.value == .integer(1964))
  }

  @Test("merges files of several formats, and a kind that nobody says with one that somebody does")
  func merged() throws {
    let folder = try TemporaryFolder([
      "edges.tsv": "from\tto\ttype\njapan\tkurils\tclaims\n", "nodes.csv": "id,name\nkurils,Kurils\n",
      "graph.yaml": "states:\n  japan: Japan\n",
    ])
    let loaded = folder.load("edges.tsv", "nodes.csv", "graph.yaml")
    let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))")
    #expect(
      graph.entities.map { "\($0.id) \($0.kind.name) \($0.name)" }.sorted() == [
        "japan state Japan", "kurils entity Kurils",
      ])
  }
}
