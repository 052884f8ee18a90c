import Atlas
import Entente
import EntenteFormats
import Foundation
import Synchronization
import Testing

@Suite("Exporters of somebody else's can do all that Entente's own do")
struct AtlasTests {
  private func graph() throws -> RelationGraph {
    try RelationGraph("A & B") {
      let tass = Document("tass", title: "An article", publisher: "TASS")
      let japan = State("japan", "Japan <日本>", aliases: ["Nippon"], when: "-0660/..", note: "a \"note\"\tof two")
      let kurils = Island("kurils", "Kurils", attributes: ["area": 5040, "inhabited": true])
      japan.claims(
        kurils, when: "1945~/..", status: .disputed, cite: tass[5, "laid claims", prefix: "has"],
        accordingTo: Person("abe", "Abe"), note: "so it says", id: "claim", attributes: ["share": 0.5])
      japan.claims(kurils, when: "1956", id: "again")
    }
  }

  private func atlas(_ selection: Selection, _ options: ExportOptions = ExportOptions()) throws -> String {
    String(decoding: try selection.bytes(Atlas(), options: options), as: UTF8.self)
  }

  @Test("Rows with what they have, looks, lines, years, citations, attributes and what the graph says of itself")
  func everything() throws {
    let lines = try atlas(try graph().everything).split(separator: "\n").map(String.init)
    #expect(lines.count == 8)
    #expect(lines[0] == "<atlas title=\"A &amp; B\" directed=\"yes\">")
    #expect(lines[1].hasPrefix(" <facts>{\"title\":\"A &amp; B\"") && lines[1].contains("\"publisher\":\"TASS\""))
    let (japan, kurils, claim, again) = (lines[2], lines[3], lines[5], lines[6])
    #expect(
      japan.hasPrefix(" <entity id=\"japan\" kind=\"state\" shape=\"rectangle\" fill=\"#779ede\" when=\"-0660/..\""))
    #expect(japan.contains(" years=\"-660 -660 2147483647 2147483647\">"))
    #expect(
      japan.hasSuffix(
        "><name>Japan &lt;日本></name><alias>Nippon</alias><note>a \"note\"&#9;of two</note></entity>"))
    #expect(!kurils.contains(" when=") && !kurils.contains("<note>"))
    #expect(kurils.contains("<value key=\"area\" type=\"integer\">5040</value>"))
    #expect(kurils.contains("<value key=\"inhabited\" type=\"boolean\">true</value>"))
    #expect(claim.hasPrefix(" <relation id=\"claim\" subject=\"japan\" object=\"kurils\" type=\"claims\""))
    #expect(claim.contains(" status=\"disputed\" line=\"double\" colour=\"#3c3c3c\""))
    #expect(claim.contains(" in-words=\"since about 1945\" years=\"1945 1946 2147483647 2147483647\""))
    #expect(claim.contains(" according-to=\"abe\"") && !claim.contains(" number="))
    #expect(
      claim.contains(
        "<cite document=\"tass\" paragraph=\"5\"><prefix>has</prefix><quote>laid claims</quote></cite>"))
    #expect(claim.contains("<value key=\"share\" type=\"number\">0.5</value>"))
    #expect(again.contains(" number=\"2\"") && !again.contains("status="))
    #expect(!lines.contains { $0.contains(" certain=") })
  }

  @Test("A selection by year says what is certain; a weight and a dialect are asked for by the options")
  func options() throws {
    let graph = try graph()
    var filter = Filter()
    for (year, answers) in [(1945, ["no"]), (1956, ["yes", "yes"])] {
      filter.years = YearRange(year)
      let text = try atlas(graph.selecting(filter))
      #expect(text.matches(of: /certain="(yes|no)"/).map { String($0.output.1) } == answers)
    }

    var options = ExportOptions()
    options.weight = "share"
    options.dialect = "maps"
    var places = Positions()
    places[try #require(graph.entity("kurils"))] = Positions.Place(x: 1.5, y: -2)
    options.positions = places
    let map = try atlas(graph.everything, options)
    #expect(map.contains("<weight key=\"share\" type=\"number\">0.5</weight>"))
    #expect(map.contains(" x=\"1.5\" y=\"-2"))
    #expect(!map.contains("<note>"))
    #expect(Atlas().keepsPlaces(options))

    options.weight = "shares"
    let failure = #expect(throws: CheckFailure.self) { try atlas(graph.everything, options) }
    #expect(failure?.diagnostics.first?.finding.advice == ["numbers are: share"])
  }

  @Test("Losses follow from what the format says that it carries, and from its dialect")
  func losses() throws {
    let selection = try graph().everything
    var options = ExportOptions()
    let own = ["Atlas: 2 relations without a place for how the type holds in time"]
    #expect(Atlas().losses(of: selection, options: options).map(\.message) == own)
    options.dialect = "maps"
    let maps = Atlas().losses(of: selection, options: options).map(\.message)
    #expect(maps == own + ["Atlas: 1 relation without a place for the note"])
    let lost = Ledger().losses(of: selection, options: ExportOptions()).map(\.message)
    #expect(lost.contains("Ledger: 1 relation without a place for the citations"))
    #expect(!lost.contains { $0.contains("status") })
  }

  @Test("What the format cannot hold is an error at the entity's place, before anything is written")
  func notHeld() throws {
    let yaml = "states:\n  japan: \"Jap\\u0001an\"\n"
    let loaded = LoadedGraph([.bytes(Array(yaml.utf8), name: "a.yaml")], importers: Importers.all)
    let graph = try #require(loaded.graph)
    let failure = #expect(throws: CheckFailure.self) { try atlas(graph.everything) }
    #expect(
      failure?.diagnostics.map(\.headline) == [
        "a.yaml:2:3: error: the name of entity 'japan' holds the character U+0001, which Atlas cannot hold"
      ])
  }

  @Test("A folder of files, in memory and on the disk; one file is none, and a folder is no file")
  func folders() throws {
    let graph = try graph()
    let files = try graph.everything.files(Ledger())
    #expect(files.map(\.name) == ["entities.tsv", "relations.tsv"])
    #expect(
      String(decoding: files[0].bytes, as: UTF8.self) == """
        id\tkind\tname\twhen\tnote
        japan\tstate\tJapan <日本>\t-0660/..\ta "note"\\tof two
        kurils\tisland\tKurils\t\t
        abe\tperson\tAbe\t\t

        """)
    #expect(
      String(decoding: files[1].bytes, as: UTF8.self) == """
        subject\ttype\tobject\twhen\tstatus\tby\tanswer\tnote
        japan\tclaims\tkurils\t1945~/..\tdisputed\tabe\t\tso it says
        japan\tclaims\tkurils\t1956\tasserted\t\t\t

        """)
    #expect(throws: WriteError.self) { try graph.everything.bytes(Ledger()) }
    #expect(throws: WriteError.self) { try graph.everything.files(Atlas()) }

    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try graph.write(Ledger(), to: folder.path)
    for file in files {
      #expect(try Data(contentsOf: folder.appending(path: file.name)) == Data(file.bytes))
    }
  }

  @Test("A list of formats with these is asked as any other; a format is chosen by its ending, the longest first")
  func list() {
    let formats = Exporters.all + [Atlas(), Ledger(), Waiting()]
    #expect(formats.exporter(forPath: "x/a.atlas.xml") is Atlas)
    #expect(formats.exporter(forPath: "a.graphml") is GraphML)
    #expect(formats.exporter(ending: "ledger") is Ledger)
    #expect(formats.exporter(ending: "nothing") == nil)
  }

  @Test("An exporter may wait, and say something about its output; progress is told while relations are written")
  func waiting() async throws {
    let heard = Mutex<[String]>([])
    var options = ExportOptions()
    options.remark = { remark in heard.withLock { $0.append(remark.message) } }
    let graph = try graph()
    let bytes = try await graph.everything.bytes(Waiting(), options: options)
    #expect(String(decoding: bytes, as: UTF8.self) == "2\n")
    #expect(heard.withLock { $0 } == ["it took a while"])

    let told = Mutex<[Int]>([])
    options.progress = { progress in told.withLock { $0.append(progress.relations) } }
    _ = try graph.everything.files(Ledger(), options: options)
    #expect(told.withLock { $0 } == [2])
  }
}
