import Entente
import EntenteFormats
import Testing

@Suite("Panel")
struct PanelTests {
  @Test(
    "years and runs of years, each once, in order",
    arguments: [
      ("1956", [1956]), ("1945..1947", [1945, 1946, 1947]), ("1956,1945, 1946..1947", [1945, 1946, 1947, 1956]),
      ("-2..1", [-2, -1, 0, 1]), ("1945,1945", [1945]),
    ] as [(String, [Int64])])
  func years(text: String, years: [Int64]) throws {
    #expect(try Panel(text).years == years)
  }

  @Test(
    "what is no list of years says how one is written",
    arguments: [
      ("soon", "'soon' is no year; years are written like 1945..2018 or 1945,1956,1960"),
      ("", "'' is no year; years are written like 1945..2018 or 1945,1956,1960"),
      ("1945..", "'1945..' is no year; years are written like 1945..2018 or 1945,1956,1960"),
      ("1945..1950..1960", "'1945..1950..1960' is no year; years are written like 1945..2018 or 1945,1956,1960"),
      ("1956..1945", "'1956..1945' ends before it begins; years are written like 1945..2018 or 1945,1956,1960"),
      ("1..1000000000", "these are more than 10000 years, each of which would be a file"),
      (
        "-9223372036854775808..9223372036854775807",
        "'-9223372036854775808..9223372036854775807' is no year; years are written like 1945..2018 or 1945,1956,1960"
      ),
    ])
  func noYears(text: String, message: String) {
    #expect(throws: PanelError.self) { try Panel(text) }
    do { _ = try Panel(text) } catch { #expect(error.description == message) }
  }

  @Test(
    "the names of the files, and of the table beside them",
    arguments: [
      ("{year}.graphml", "1956.graphml", "counts.csv"),
      ("out/seed-{year}.ftm.json", "out/seed-1956.ftm.json", "out/seed-counts.csv"),
      ("out/{year}/", "out/1956/", "out/counts.csv"),
    ])
  func paths(template: String, path: String, counts: String) {
    #expect(Panel.path(template, 1956) == path)
    #expect(Panel.countsPath(template) == counts)
  }

  @Test("a panel's files are what each year's filter keeps, and the table counts them")
  func panel() throws {
    let graph = try Specimens.seed.graph()
    var rows: [Panel.Counts] = []
    for year in try Panel("1955..1957,2018").years {
      var filter = Filter()
      filter.years = YearRange(year)
      rows.append(Panel.Counts(year, try graph.selecting(filter)))
    }
    let table = String(decoding: try ByteWriter.memory { try $0.write(counts: rows) }, as: UTF8.self)
    let lines = table.split(separator: "\r\n")
    #expect(lines.first == "year,entities,relations,certain,possible,left_out,undated")
    #expect(lines.dropFirst().map { $0.prefix(5) } == ["1955,", "1956,", "1957,", "2018,"])
    for (line, row) in zip(lines.dropFirst(), rows) {
      let cells = line.split(separator: ",").compactMap { Int($0) }
      #expect(cells[2] == cells[3] + cells[4] && cells[2] + cells[5] == graph.relations.count)
      #expect(cells[1] == row.entities)
    }
    #expect(rows[1].relations.certain > rows[0].relations.certain)
  }
}
