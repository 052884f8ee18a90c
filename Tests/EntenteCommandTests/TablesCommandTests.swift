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
