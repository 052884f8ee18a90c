import Foundation
import Testing

@Suite("Tables at the command")
struct TablesCommandTests {
  private func folder(_ files: [String: String]) throws -> URL {
    let folder = try Scratch.folder()
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return folder
  }

  /// Twelve embassies of the seventeenth century, one with a day that there was not, one without an envoy, one twice.
  private static let embassies = """
    id,envoy,court,kind,left,returned
    1,gyllenstierna,moscow,resided-at,1633,1634
    2,gyllenstierna,moscow,resided-at,1645-02-30,
    3,,paris,resided-at,1650,1651
    4,whitelocke,uppsala,sent-to,1653,1654
    4,whitelocke,uppsala,sent-to,1653,1654

    """

  @Test("says which columns a table has, and writes a mapping that reads it")
  func sketch() throws {
    let folder = try folder([
      "courts.csv": "code,name,since\nmoscow,Moscow,1547\nparis,Paris,987\nuppsala,Uppsala,1523\n",
      "sent.csv": "from,to,kind,date\nmoscow,paris,sent-to,03.04.1615\nuppsala,moscow,sent-to,11.05.1617\n",
    ])
    let sketch = try Entente.run("tables", "courts.csv", "sent.csv", in: folder)
    #expect(sketch.status == 0, "\(sketch.errors)")
    #expect(sketch.output.contains("# sent.csv: 2 rows, 4 columns, parted by commas"))
    #expect(sketch.output.contains("all ends are entities"))
    #expect(sketch.output.contains("when: {column: date, format: \"%d.%m.%Y\"}"), "\(sketch.output)")
    try sketch.output.write(to: folder.appending(path: "graph.yaml"), atomically: true, encoding: .utf8)
    let list = try Entente.run("list", "graph.yaml", in: folder)
    #expect(list.status == 0 && list.output.contains("1617-05-11"), "\(list.output)\(list.errors)")
  }

  @Test(
    "reads a table as a colleague sent it: Latin-1, semicolons, days first, cells that are empty, rows that are broken")
  func messy() throws {
    let folder = try Scratch.folder()
    let table = """
      Nr;Wer;mit wem;Art;Beginn;Ende;Bemerkung
      1;Österreich;Preußen;Bündnis;07.10.1879;;geheim
      2;Österreich;Italien;Bündnis;20.05.1882;23.05.1915;"der ""Dreibund\"""
      2;Italien;Preußen;Bündnis;20.5.1882;23.05.1915;
      4;;Rumänien;Vertrag;30.10.1883;;ohne ersten
      5;Rußland;Preußen;Vertrag;18.06.1887;1890;Rückversicherung; ein Zeichen zu viel
      6;Frankreich;Rußland;Bündnis;31.02.1894;;
      7;Frankreich;Großbritannien;Entente;08.04.1904;;

      """
    try #require(table.data(using: .isoLatin1)).write(to: folder.appending(path: "buendnisse.csv"))
    let sketch = try Entente.run("tables", "buendnisse.csv", in: folder)
    for line in [
      "# buendnisse.csv: 6 rows, 7 columns, parted by semicolons\n#   1 more cannot be read", "encoding: latin-1\n",
      "subject: Wer\n", "object: mit wem\n", "type: Art  #", "format: \"%d.%m.%Y\"",
    ] { #expect(sketch.output.contains(line), "\(line)\n\(sketch.output)") }
    try sketch.output.write(to: folder.appending(path: "graph.yaml"), atomically: true, encoding: .utf8)
    let checked = try Entente.run("check", "graph.yaml", in: folder)
    #expect(checked.status == 1)
    for error in [
      "buendnisse.csv:5:3: error: ", "buendnisse.csv:6:1: error: the row has 8 cells", "buendnisse.csv:7:30: error: ",
    ] {
      #expect(checked.errors.contains(error), "\(error)\n\(checked.errors)")
    }
    let kept = try Entente.run("list", "graph.yaml", "--skip-errors", "--year", "1900", in: folder)
    #expect(kept.status == 0 && kept.output.split(separator: "\n").count == 3, "\(kept.output)\(kept.errors)")
    #expect(kept.output.contains("Österreich\tBündnis\tPreußen"), "\(kept.output)")
  }

  @Test("finds dates that are written now so, now so, and names those that are in no form it knows")
  func mixedDates() throws {
    let folder = try folder([
      "osimo.csv": """
      Soggetto,Azione,Oggetto,Dal,Al
      Jugoslavia,occupa,Trieste,1 maggio 1945,12 giugno 1945
      Alleati,amministra,Zona A,12/06/1945,26/10/1954
      Italia,rivendica,Trieste,1945,1954
      Jugoslavia,rivendica,Trieste,1945,1954
      Italia,rivendica,Istria,1947,1954
      Italia,rivendica,Fiume,1945,1947
      Italia,firma,Memorandum,5.10.1954,
      Jugoslavia,firma,Memorandum,5.10.1954,
      Italia,amministra,Zona A,26.10.1954,10.11.1975
      Jugoslavia,amministra,Zona B,15.09.1947,26.10.1954

      """
    ])
    let sketch = try Entente.run("tables", "osimo.csv", in: folder)
    #expect(sketch.output.contains("subject: Soggetto\n        type: Azione  #"), "\(sketch.output)")
    let start = "when: {start: {column: Dal, format: [\"%d.%m.%Y\", \"%Y\", \"%d/%m/%Y\"]}, end: {column: Al, "
    #expect(sketch.output.contains(start), "\(sketch.output)")
    #expect(sketch.output.contains("        # Dal: 1 in another form: 1 maggio 1945\n"), "\(sketch.output)")
    try sketch.output.write(to: folder.appending(path: "graph.yaml"), atomically: true, encoding: .utf8)
    let checked = try Entente.run("list", "graph.yaml", "--skip-errors", in: folder)
    #expect(
      checked.status == 0 && checked.output.contains("1945-06-12/1954-10-26"), "\(checked.output)\(checked.errors)")
    #expect(try Entente.run("check", "graph.yaml", in: folder).errors.contains("osimo.csv:2:27: error: "))
  }

  @Test("leaves out rows with errors when asked to, counts them by rule and lists them in a report")
  func skipErrors() throws {
    let folder = try folder(["embassies.csv": Self.embassies])
    let map = ["--map", "source=envoy", "--map", "target=court", "--map", "type=kind", "--map", "when=left/returned"]
    let refused = try Entente.run(all: ["check", "embassies.csv"] + map, in: folder)
    #expect(refused.status == 1 && refused.errors.contains("entente: 3 errors"), "\(refused.errors)")
    let skipped = try Entente.run(
      all: ["export", "embassies.csv", "--skip-errors", "--report", "report.json", "-o", "e.graphml"] + map, in: folder)
    #expect(skipped.status == 0, "\(skipped.errors)")
    #expect(
      skipped.errors.contains("left out what has errors (1 empty-cell, 1 id-twice, 1 not-edtf)"), "\(skipped.errors)")
    let report = try String(contentsOf: folder.appending(path: "report.json"), encoding: .utf8)
    #expect(report.contains("\"line\": 3") && report.contains("\"rule\": \"empty-cell\""), "\(report)")
    let graph = try String(contentsOf: folder.appending(path: "e.graphml"), encoding: .utf8)
    #expect(graph.split(separator: "<edge ").count == 3)
    let strict = try Entente.run(
      all: ["export", "embassies.csv", "--skip-errors", "--strict", "-o", "f.graphml"] + map, in: folder)
    #expect(strict.status == 1)
  }

  @Test("names what a mapping may name, and encodings that there are")
  func wrongOptions() throws {
    let folder = try folder(["embassies.csv": Self.embassies])
    let map = try Entente.run("check", "embassies.csv", "--map", "from=envoy", in: folder)
    #expect(map.status == 64 && map.errors.contains("roles: id, name, kind, aliases, same-as, source"), "\(map.errors)")
    let encoding = try Entente.run("tables", "embassies.csv", "--encoding", "klingon", in: folder)
    #expect(encoding.status == 64 && encoding.errors.contains("known: utf-8"), "\(encoding.errors)")
  }

  @Test("tells a newcomer what is in a graph: what is not known, how it hangs together, who is busiest")
  func show() throws {
    let folder = try folder(["t.csv": "source,target,when\na,b,1651/\nb,c,\nd,e,1660\n"])
    let shown = try Entente.run("show", "t.csv", in: folder)
    for line in [
      "until when          1", "when                1", "source              3",
      "2 parts that hang together, the largest of 3 entities, 30.0 % of the pairs joined", "b                2",
    ] {
      #expect(shown.output.contains(line), "\(line) in \(shown.output)")
    }
  }
}
