import Entente
import EntenteFormats
import Foundation
import Testing

/// Tables as they were found, and what a graph file says of their columns.
@Suite("Mapped tables")
struct MappedTableTests {
  /// What was read, while the files are still there to be pointed at.
  private struct Loaded {
    let folder: TemporaryFolder
    let graph: RelationGraph?
    let diagnostics: [Diagnostic]

    /// The first lines of the errors, without the folder.
    var errors: [String] {
      diagnostics.filter { $0.severity == .error }.map { diagnostic in
        String(diagnostic.description.split(separator: "\n")[0].dropFirst(folder.path.count))
      }
    }
  }

  private func load(_ mapping: String, _ tables: [String: String]) throws -> Loaded {
    let folder = try TemporaryFolder(tables.merging(["graph.yaml": mapping]) { $1 })
    let loaded = folder.load("graph.yaml")
    return Loaded(folder: folder, graph: loaded.graph, diagnostics: loaded.diagnostics)
  }

  /// A century that no other test has: treaties of the Hanse, with codes, days in German and remarks.
  private static let hanse = """
    title: The Hanse
    documents: {recess: The recess of 1358}
    tables:
      - file: towns.csv
        missing: ["-"]
        entities:
          - id: {column: code, lookup: {HL: luebeck, HH: hamburg, VI: visby}}
            kind: {literal: town}
            name: name
            aliases: [latin, german]
            when: {year: year, month: month, day: day}
            attributes: [hearths]
      - file: acts.tsv
        missing-ends: create
        relations:
          - subject: {column: of, lookup: {file: towns.csv, from: code, to: name}}
            type: act
            object: {columns: [land, port], join: "/"}
            when: {start: {column: from, format: ["%d.%m.%Y", "%Y"]}, end: {column: till, format: "%d.%m.%Y"}, empty-end: open}
            status: {column: how, lookup: {sure: asserted, said: claimed}}
            according-to: teller
            note: remark
            cite: {document: {literal: recess}, paragraph: par, quote: words}
            attributes: {marks: silver}
    """

  private static let towns = """
    code,name,latin,german,year,month,day,hearths
    HL,Lübeck,Lubeca,-,1143,0,,4500
    HH,Hamburg,Hammaburgum,Hamborg,1189,5,7,1.50
    VI,Visby,-,Wisby,-,-,-,

    """

  private static let acts = """
    of\tact\tland\tport\tfrom\ttill\thow\tteller\tremark\tpar\twords\tsilver
    HL\ttrades-with\tNorway\tBergen\t01.05.1343\t\tsure\t\tthe Kontor\t4\t\t120
    HH\ttrades-with\tFlanders\t\t1252\t02.03.1358\tsaid\tluebeck\t\t\t\t

    """

  @Test("may have years of three digits, and pages; years of two may be of any century")
  func yearsAndPages() throws {
    let mapping = """
      documents: {annals: The annals}
      tables:
        - file: kings.csv
          entities: {id: king, when: {start: from, end: to}, cite: {document: {literal: annals}, page: page}}
      """
    let loaded = try load(mapping, ["kings.csv": "king,from,to,page\na,361,410,12\nb,985,1014,12-14\n"])
    let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))")
    #expect(graph.entities.map { $0.when?.text } == ["0361/0410", "0985/1014"])
    #expect(graph.entities.flatMap(\.citations).map(\.pages) == [12...12, 12...14])
    let wrong = try load(mapping, ["kings.csv": "king,from,to,page\na,61,,12\nb,0361,,xii\n"])
    let errors = wrong.diagnostics.filter { $0.severity == .error }.map(\.finding.message)
    #expect(errors.count == 2 && errors[0].hasPrefix("'61/' is not an EDTF date"), "\(errors)")
    #expect(errors.last == "'xii' is no page: a whole number from 1")
  }

  @Test("become entities and relations, with dates, look-ups, statuses, citations and attributes")
  func whole() throws {
    let mapping = Self.hanse.replacing("{file: towns.csv, from: code, to: name}", with: "{HL: luebeck, HH: hamburg}")
    let loaded = try load(mapping, ["towns.csv": Self.towns, "acts.tsv": Self.acts])
    let graph = try #require(loaded.graph, "\(loaded.errors)")
    #expect(graph.title == "The Hanse")
    let towns = graph.entities.prefix(3)
    #expect(towns.map(\.id) == ["luebeck", "hamburg", "visby"])
    #expect(towns.map(\.name) == ["Lübeck", "Hamburg", "Visby"])
    #expect(towns.map(\.kind.name) == ["town", "town", "town"])
    #expect(towns.map(\.aliases) == [["Lubeca"], ["Hammaburgum", "Hamborg"], ["Wisby"]])
    #expect(towns.map { $0.when?.text } == ["1143", "1189-05-07", nil])
    #expect(towns.map { $0.attributes.first?.value } == [.integer(4500), .number(1.5), nil])
    let acts = graph.relations
    #expect(
      acts.map { "\($0.subject.id) \($0.type.name) \($0.object.id)" } == [
        "luebeck trades-with Norway/Bergen", "hamburg trades-with Flanders",
      ])
    #expect(acts.map { $0.when?.text } == ["1343-05-01/..", "1252/1358-03-02"])
    #expect(acts.map(\.status) == [.asserted, .claimed])
    #expect(acts.map { $0.accordingTo?.id } == [nil, "luebeck"])
    #expect(acts.map(\.note) == ["the Kontor", nil])
    #expect(acts.map { $0.citations.first?.paragraph } == [4, nil])
    #expect(acts.first?.attributes.first?.value == .integer(120))
    #expect(loaded.diagnostics.contains { $0.finding.message.hasPrefix("2 entities are named only by relations") })
  }

  @Test("take codes from a table of their own")
  func lookupTable() throws {
    let loaded = try load(Self.hanse, ["towns.csv": Self.towns, "acts.tsv": Self.acts.replacing("luebeck", with: "")])
    let graph = try #require(loaded.graph, "\(loaded.errors)")
    #expect(graph.relations.map(\.subject.id) == ["Lübeck", "Hamburg"])
  }

  @Test(
    "say what is wrong at the table's row and column, or at the mapping",
    arguments: [
      ("HL,Lübeck", "XX,Lübeck", "towns.csv:2:1: error: the look-up has no 'XX'"),
      ("1143,0,", "1143,13,", "towns.csv:2:20: error: '1143 13' is no date in the form year, month, day"),
      ("01.05.1343", "1.Mai 1343", "acts.tsv:2:30: error: '1.Mai 1343' is no date in the form %d.%m.%Y or %Y"),
      ("02.03.1358", "31.02.1358", "acts.tsv:3:31: error: '1252/1358-02-31' is not"),
      ("\tsaid\t", "\tperhaps\t", "acts.tsv:3:42: error: the look-up has no 'perhaps'"),
      ("\t4\t", "\tfour\t", "acts.tsv:2:59: error: 'four' is no paragraph: a whole number from 1"),
      ("name: name", "name: nam", "graph.yaml:9:15: error: towns.csv has no column 'nam'"),
      ("file: acts.tsv", "file: act.tsv", "graph.yaml:13:11: error: there is no file 'act.tsv'"),
      (
        "file: acts.tsv", "file: ../acts.tsv",
        "graph.yaml:13:11: error: '../acts.tsv' leads out of the graph file's folder"
      ),
      (
        "file: acts.tsv", "file: /etc/passwd",
        "graph.yaml:13:11: error: '/etc/passwd' leads out of the graph file's folder"
      ),
      ("type: act", "typ: act", "graph.yaml:17:9: error: 'typ' is no key of a table's relations"),
      (
        "\"%d.%m.%Y\"", "\"%d.%m.%y\"",
        "graph.yaml:19:47: error: '%y' is a year without its century, which nobody can tell"
      ),
      ("missing-ends: create", "missing-ends: make", "graph.yaml:14:19: error: 'make' is no value of 'missing-ends'"),
    ])
  func wrong(text: String, other: String, message: String) throws {
    let base = Self.hanse.replacing("{file: towns.csv, from: code, to: name}", with: "{HL: luebeck, HH: hamburg}")
    let loaded = try load(
      base.replacing(text, with: other),
      ["towns.csv": Self.towns.replacing(text, with: other), "acts.tsv": Self.acts.replacing(text, with: other)])
    #expect(loaded.graph == nil)
    #expect(loaded.errors.contains { $0.hasPrefix(message) }, "\(loaded.errors)")
  }

  @Test("follow no link out of their folder, and are found in the folders that are named")
  func folders() throws {
    let folder = try TemporaryFolder([
      "a/graph.yaml": "tables: [{file: secret.csv, entities: [{id: id}]}]", "b/secret.csv": "id\nx\n",
    ])
    let file = folder.path + "a/graph.yaml"
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "a/secret.csv", withDestinationPath: folder.path + "b/secret.csv")
    let refused = LoadedGraph(contentsOf: [file])
    #expect(refused.diagnostics.first?.finding.message == "'secret.csv' leads out of the graph file's folder")
    try FileManager.default.removeItem(atPath: folder.path + "a/secret.csv")
    var source = Source.file(file)
    source.options.folders = [folder.path + "b"]
    #expect(LoadedGraph([source]).graph?.entities.map(\.id) == ["x"])
  }

  @Test("with ends that are no entities are an error, made, or left out and counted; so are ids that stand twice")
  func ends() throws {
    func load(_ ends: String, _ ids: String) throws -> Loaded {
      let mapping = """
        tables:
          - file: n.csv
            entities: [{id: id}]
          - file: e.csv
            missing-ends: \(ends)
            duplicate-ids: \(ids)
            relations: [{id: id, subject: a, type: {literal: knows}, object: b}]
        """
      return try self.load(mapping, ["n.csv": "id\nx\ny\n", "e.csv": "id,a,b\n1,x,y\n1,y,x\n2,x,z\n3,z,w\n"])
    }
    let errors = try load("error", "error").errors
    #expect(
      errors.map { String($0.prefix(10)) } == ["e.csv:3:1:", "e.csv:4:5:", "e.csv:5:3:", "e.csv:5:5:"], "\(errors)")
    let created = try load("create", "number")
    #expect(created.graph?.relations.map(\.id) == ["1", "1-2", "2", "3"])
    #expect(created.graph?.entities.map(\.id) == ["x", "y", "z", "w"])
    let skipped = try load("skip", "number")
    #expect(skipped.graph?.relations.map(\.id) == ["1", "1-2"])
    let notes = skipped.diagnostics.map(\.finding.message)
    #expect(
      notes.contains { $0.hasPrefix("2 relations are left out") }
        && notes.contains { $0.hasPrefix("1 relation has the id of another") })
  }
}
