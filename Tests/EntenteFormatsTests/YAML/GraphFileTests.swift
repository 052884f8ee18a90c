import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("Graph files")
struct GraphFileTests {
  /// Everything that a graph file can say, the schema at its end.
  static let everything = """
    title: The Southern Kuril Islands dispute
    documents:
      tass:
        title: Japan plans to carry out joint activity
        publisher: TASS
        date: 2020-01-20
        url: https://tass.com/world/1110747
      book: A book about it
    people:
      putin: Vladimir Putin
      nobody: {}
    states:
      japan: Japan
      soviet-union: {name: Soviet Union, aliases: [USSR, СССР], when: 1922/1991, note: "the union", cite: book}
    memoranda:
      memo: {name: Memorandum, when: 1960-01-27}
    islands:
      habomai: {name: Habomai, aliases: Хабомаи, attributes: {islands: 10, area: 100.5, inhabited: false, code: "007"}}
      千島: 千島列島
    relations:
      - japan claims habomai
      - japan claims 千島: {when: 1945~/.., cite: tass#5 "laid claims"}
      - soviet-union offered habomai:
          when: 1956
          status: conditional
          according-to: putin
          id: the-offer
          note: >
            only once a peace treaty
            is signed
          cite:
            - tass#6 "ready to hand"
            - 'book#12 "he said, "no": nothing"'
            - {document: book, paragraph: 13, quote: the islands, prefix: over, suffix: were}
          attributes: {page: 12}
      - soviet-union issued memo: {when: "[1960-01..]"}
    schema:
      kinds:
        memorandum: {plural: memoranda, happens: true}
      relations:
        issued: {from: [state, organization], to: memorandum, directed: false, label: gave out, holds: at its date}
    """

  /// The same in Swift.
  static func inSwift() throws -> RelationGraph {
    let tass = Document(
      "tass", title: "Japan plans to carry out joint activity", publisher: "TASS", date: try EDTF("2020-01-20"),
      url: "https://tass.com/world/1110747")
    let book = Document("book", title: "A book about it")
    let japan = State("japan", "Japan")
    let putin = Person("putin", "Vladimir Putin")
    let union = State(
      "soviet-union", "Soviet Union", aliases: ["USSR", "СССР"], when: "1922/1991", note: "the union", cite: book.whole)
    let habomai = Island(
      "habomai", "Habomai", aliases: ["Хабомаи"],
      attributes: ["islands": .integer(10), "area": .number(100.5), "inhabited": .boolean(false), "code": .text("007")])
    let memo = Specimens.Memorandum("memo", "Memorandum", when: "1960-01-27")
    let kurils = Island("千島", "千島列島")
    return try RelationGraph("The Southern Kuril Islands dispute") {
      Person("nobody")
      japan.claims(habomai)
      japan.claims(kurils, when: "1945~/..", cite: tass[5, "laid claims"])
      union.offered(
        habomai, when: "1956", status: .conditional,
        cite: tass[6, "ready to hand"], book[12, "he said, \"no\": nothing"],
        book[13, "the islands", prefix: "over", suffix: "were"], accordingTo: putin,
        note: "only once a peace treaty is signed\n", id: "the-offer", attributes: ["page": .integer(12)])
      Verb<Specimens.Memorandum>(
        union, "issued", label: "gave out", from: [State.self, Organization.self], directed: false, holds: .atItsDate)(
          memo, when: "[1960-01..]")
    }
  }

  @Test("A file that says everything equals the same in Swift")
  func equalsSwift() throws {
    #expect(try TemporaryFolder.graph(Self.everything) == Self.inSwift())
  }

  @Test(
    "What is missing, or said otherwise, is another graph",
    arguments: [
      ("when: 1945~/..", "when: 1945?/.."), ("status: conditional", "status: planned"),
      ("according-to: putin", "according-to: japan"),
      ("\"laid claims\"", "\"laid claim\""), ("islands: 10", "islands: 11"), ("islands: 10", "islands: \"10\""),
      ("suffix: were", "suffix: are"), ("happens: true", "happens: false"), ("title: The", "title: A"),
      ("aliases: [USSR, ", "aliases: ["), ("holds: at its date", "holds: throughout"), ("TASS", "Tass"),
    ])
  func differs(from: String, to: String) throws {
    let text = Self.everything.replacing(from, with: to, maxReplacements: 1)
    #expect(text != Self.everything)
    let folder = try TemporaryFolder(["graph.yaml": text])
    let loaded = folder.load("graph.yaml")
    #expect(try loaded.graph != Self.inSwift())
  }

  @Test("Dates and texts are what is written, whatever YAML would make of it")
  func asWritten() throws {
    let graph = try TemporaryFolder.graph(
      """
      events:
        no: no
        a1: 1e3
        a2: {name: true, when: 2018-11-01, note: 0x10, aliases: [1956, 012, "Null"]}
      relations:
        - a1 followed no: {when: 2018}
        - 'a2 followed   no': {when: '1956'}
      """)
    #expect(graph.entities.map(\.name) == ["no", "1e3", "true"])
    let entity = try #require(graph.entity("a2"))
    #expect(entity.when?.text == "2018-11-01")
    #expect(entity.note == "0x10")
    #expect(entity.aliases == ["1956", "012", "Null"])
    #expect(graph.relations.map(\.when?.text) == ["2018", "1956"])
  }

  @Test("Attributes without quotes are what YAML 1.2's core schema says, and text in quotes")
  func attributes() throws {
    let plain: [(String, AttributeValue)] = [
      ("1", .integer(1)), ("-17", .integer(-17)), ("+3", .integer(3)), ("007", .integer(7)), ("0o17", .integer(15)),
      ("0xFf", .integer(255)), ("9223372036854775807", .integer(.max)), ("1.5", .number(1.5)), (".5", .number(0.5)),
      ("5.", .number(5)), ("-.5e1", .number(-5)), ("1e3", .number(1000)), ("true", .boolean(true)),
      ("FALSE", .boolean(false)), ("yes", .text("yes")), ("tRUE", .text("tRUE")), ("1_000", .text("1_000")),
      ("1.2.3", .text("1.2.3")), ("0o8", .text("0o8")), ("0x", .text("0x")), ("e5", .text("e5")), (".", .text(".")),
      ("-", .text("-")), ("1956-10-19", .text("1956-10-19")), ("\"12\"", .text("12")), ("'true'", .text("true")),
    ]
    for (text, value) in plain {
      // "-" alone would be a list's item.
      let written = text == "-" ? "'-'" : text
      let graph = try TemporaryFolder.graph("states:\n  japan: {attributes: {key: \(written)}}")
      #expect(graph.entity("japan")?.attributes.first?.value == value, "\(text)")
    }
  }

  @Test("Block and flow, short and long, one and a list say the same")
  func forms() throws {
    let head = "documents: {tass: A}\nstates: {japan: Japan}\nislands: {kurils: Kurils}\nrelations:\n"
    let forms = [
      "  - japan claims kurils: {when: 1945/.., cite: tass#5 \"laid claims\"}\n",
      "  - japan claims kurils:\n      when: 1945/..\n      cite: tass#5 \"laid claims\"\n",
      "  - japan claims kurils:\n      cite: [tass#5 \"laid claims\"]\n      when: \"1945/..\"\n",
      "  - \"japan claims kurils\":\n      cite:\n      - {document: tass, paragraph: 5, quote: laid claims}\n      when: 1945/..\n",
      "  - {japan claims kurils: {when: 1945/.., cite: {document: tass, paragraph: \"5\", quote: 'laid claims'}}}\n",
    ]
    let graphs = try forms.map { try TemporaryFolder.graph(head + $0) }
    for (graph, form) in zip(graphs, forms) { #expect(graph == graphs[0], "\(form)") }
  }

  @Test("A byte order mark, carriage returns and a missing last line feed change nothing")
  func bytes() throws {
    let text = "title: A\nstates:\n  japan: Japan\n"
    let plain = try TemporaryFolder.graph(text)
    for other in ["\u{feff}" + text, text.replacing("\n", with: "\r\n"), String(text.dropLast())] {
      #expect(try TemporaryFolder.graph(other) == plain)
    }
  }

  @Test("Places are those of the file, in characters")
  func places() throws {
    let folder = try TemporaryFolder([
      "graph.yaml": "\u{feff}states: {日本: Japan, r: Россия😀, x: X}\nrelations: [日本 met r, r recognizes x]\n"
    ])
    let loaded = folder.load("graph.yaml")
    let places = loaded.diagnostics.compactMap(\.place).map { "\($0.line):\($0.column)" }
    #expect(places == ["2:13"])
    let fixed = try TemporaryFolder.graph("states: {日本: Japan, r: Россия😀, x: X}\nrelations: [r recognizes x]\n")
    #expect(fixed.entities.map { $0.place?.column } == [10, 21, 33])
    #expect(fixed.relations.first?.place?.line == 2)
  }

  @Test("An alias bomb ends at once")
  func aliasBomb() throws {
    var text = "title: bomb\nstates:\n  a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for n in 1...20 {
      text += "  a\(n): &a\(n) [" + Array(repeating: "*a\(n - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    let folder = try TemporaryFolder(["bomb.yaml": text, "key.yaml": text + "  ? *a20\n  : x\n"])
    for name in ["bomb.yaml", "key.yaml"] {
      let loaded = folder.load(name)
      #expect(loaded.graph == nil)
      #expect(loaded.diagnostics.contains { $0.finding.message == "a graph file has no aliases" })
    }
  }

  @Test("Brackets that never end, on one line or on many, end at a depth", arguments: ["[", "{a: ", "- ", "[\n", "? "])
  func depth(opening: String) throws {
    let folder = try TemporaryFolder(["deep.yaml": "title: " + String(repeating: opening, count: 50_000)])
    let loaded = folder.load("deep.yaml")
    #expect(loaded.graph == nil)
    #expect(!loaded.diagnostics.isEmpty)
  }
}
