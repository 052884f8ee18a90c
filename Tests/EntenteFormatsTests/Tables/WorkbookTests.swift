import Entente
import EntenteFormats
import Foundation
import Testing

/// Workbooks as openpyxl writes them, and some that nobody should.
@Suite("Workbooks")
struct WorkbookTests {
  /// The workbook that a Python program makes: `book` is there, and saved afterwards.
  private func workbook(_ program: String, _ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/book.xlsx"
      let script = folder + "/make.py"
      let text = """
        import datetime, sys
        from openpyxl import Workbook
        book = Workbook()
        sheet = book.active
        \(program)
        book.save(sys.argv[1])
        """
      try Data(text.utf8).write(to: URL(filePath: script))
      try Client.run(Client.repository.appending(path: ".venv/bin/python").path, [script, path])
      try body(path)
    }
  }

  private func first(_ loaded: LoadedGraph) -> String? {
    loaded.diagnostics.first { $0.severity == .error }?.description.split(separator: "\n").first.map(String.init)
  }

  @Test("give sheets as tables: texts, numbers, truth values, dates as cells and as text")
  func sheets() throws {
    try workbook(
      """
      sheet.title = "Alliances"
      sheet.append(["source", "target", "type", "signed", "year", "until", "secret", "strength", "code", "note"])
      sheet.append(["germany", "austria", "allied", datetime.date(1879, 10, 7) , 1879, "1918-11", True, 0.5, "007", "a\\tb \\"c\\""])
      sheet.append(["france", "russia", "allied", datetime.date(1907, 8, 31), 1907, "1917~", False, 2, "12", None])
      sheet["D2"] = "1879-10-07"
      sheet["D3"].number_format = "yyyy"
      book.create_sheet("Remarks").append(["nothing", "here"])
      """
    ) { path in
      let loaded = LoadedGraph(contentsOf: [path])
      let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))")
      #expect(
        graph.relations.map { "\($0.subject.id) \($0.type.name) \($0.object.id)" } == [
          "germany allied austria", "france allied russia",
        ])
      func values(_ key: String) -> [AttributeValue?] {
        graph.relations.map { relation in relation.attributes.first { $0.key == key }?.value }
      }
      #expect(values("signed") == [.text("1879-10-07"), .text("1907")])
      #expect(values("year") == [.integer(1879), .integer(1907)])
      #expect(values("until") == [.text("1918-11"), .text("1917~")])
      #expect(values("secret") == [.boolean(true), .boolean(false)])
      #expect(values("strength") == [.number(0.5), .integer(2)])
      #expect(values("code") == [.text("007"), .text("12")])
      #expect(graph.relations.map(\.note) == ["a\tb \"c\"", nil])
      #expect(
        loaded.diagnostics.contains { $0.finding.message == "sheets without nodes or edges are not read: Remarks" })
    }
  }

  @Test("give the sheet that is named, with dates as precise as their cells show them")
  func named() throws {
    try workbook(
      """
      other = book.create_sheet("Visits 1959")
      other.append(["from", "to", "when"])
      for row, (day, form) in enumerate([("1959-09-15", "yyyy-mm-dd"), ("1959-09-15", "mmm yyyy"), ("1959-09-15", "dd/mm/yyyy hh:mm")]):
          other.append(["khrushchev", "usa", datetime.datetime.fromisoformat(day + "T09:30:00")])
          other.cell(row + 2, 3).number_format = form
      other.append([None, None, None])
      other.append(["nixon", "ussr", "1959-07"])
      """
    ) { path in
      let loaded = LoadedGraph(contentsOf: [path + "#Visits 1959"])
      let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))")
      #expect(graph.relations.map { $0.when?.text } == ["1959-09-15", "1959-09", "1959-09-15T09:30:00", "1959-07"])
      #expect(
        first(LoadedGraph(contentsOf: [path + "#Visits"]))?.hasSuffix("the workbook has no sheet called 'Visits'")
          == true)
    }
  }

  @Test("named as the files of a folder are read as one")
  func folder() throws {
    try workbook(
      """
      sheet.title = "nodes"
      for row in [["id", "kind", "name"], ["a", "company", "A"], ["b", "person", "B"]]: sheet.append(row)
      edges = book.create_sheet("edges")
      for row in [["id", "source", "target", "type"], ["e1", "a", "b", "employs"]]: edges.append(row)
      citations = book.create_sheet("citations")
      for row in [["edge", "document", "paragraph"], ["e1", "gazette", 3]]: citations.append(row)
      documents = book.create_sheet("documents")
      for row in [["id", "title"], ["gazette", "The Gazette"]]: documents.append(row)
      """
    ) { path in
      let graph = try #require(LoadedGraph(contentsOf: [path]).graph)
      #expect(graph.entities.map(\.kind.name) == ["company", "person"])
      #expect(graph.relations.first?.citations.first?.paragraph == 3)
    }
  }

  @Test(
    "that cannot be read say where and why",
    arguments: [
      (
        "sheet.append(['source', 'target']); sheet.append(['a', '=A1'])",
        "#Sheet:2:2: error: the cell B2 has a formula whose value is not saved"
      ),
      (
        "sheet.append(['source', 'target']); sheet.append(['a', 'b']); sheet.append(['a', 'c']); sheet.merge_cells('A2:A3')",
        "#Sheet:2:1: error: the cells A2:A3 are merged into one"
      ),
      (
        "sheet.append(['source', 'target']); sheet.append(['a', '#REF!']); sheet['B2'].data_type = 'e'",
        "#Sheet:2:2: error: the cell B2 has the error #REF!"
      ),
      ("pass", "#Sheet: error: the table is empty"),
    ])
  func faulty(program: String, message: String) throws {
    try workbook(program) { path in
      let loaded = LoadedGraph(contentsOf: [path])
      #expect(loaded.graph == nil)
      #expect(first(loaded)?.hasSuffix(message) == true, "\(loaded.diagnostics.map(\.description))")
    }
  }

  @Test(
    "that are none are told apart: a password, the old format, another archive, a broken one, a bomb, a path that climbs"
  )
  func hostile() throws {
    let compound: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + Array(repeating: 0, count: 600)
    let encrypted = compound + Array("EncryptedPackage".utf8).flatMap { [$0, 0] }
    func message(_ bytes: [UInt8]) -> String? {
      first(LoadedGraph([.bytes(bytes, name: "book.xlsx")], format: "xlsx"))
    }
    #expect(message(encrypted) == "book.xlsx: error: the workbook is protected by a password")
    #expect(message(compound) == "book.xlsx: error: this is a workbook of the old format (.xls)")
    #expect(message([])?.hasPrefix("book.xlsx: error: this is no workbook (.xlsx), or a broken one") == true)
    for (text, name) in [("a,b\n1,2\n", "a table, such as CSV"), ("{}", "JSON"), ("%PDF-1.4", "PDF")] {
      #expect(message(Array(text.utf8)) == "book.xlsx: error: this is no workbook: it looks like \(name)")
    }
    try workbook("sheet.append(['source', 'target']); sheet.append(['a', 'b'])") { path in
      let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
      #expect(message(Array(whole.dropLast(100)))?.hasSuffix("its end is missing, or damaged") == true)
      for length in stride(from: 1, to: whole.count, by: 97) { #expect(message(Array(whole.prefix(length))) != nil) }
      for place in stride(from: 0, to: whole.count, by: 13) {
        var broken = whole
        broken[place] ^= 0x5a
        _ = LoadedGraph([.bytes(broken, name: "book.xlsx")], format: "xlsx")
      }
    }
    try withTemporaryFolder { folder in
      let script = """
        import sys, zipfile
        kind, path = sys.argv[1:]
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            if kind == "other": archive.writestr("mimetype", "application/epub+zip"); sys.exit()
            target = "../../../etc/passwd" if kind == "climbs" else "worksheets/sheet1.xml"
            archive.writestr("_rels/.rels", '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>')
            archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships><Relationship Id="s" Type="x/worksheet" Target="{target}"/></Relationships>')
            archive.writestr("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="s"/></sheets></workbook>')
            doctype = '<!DOCTYPE a [<!ENTITY e "x">]>' if kind == "entities" else ""
            rows = "<row/>" * 12_000_000 if kind == "bomb" else '<row r="1048577"><c r="A1"><v>1</v></c></row>' if kind == "far" else ""
            archive.writestr("xl/worksheets/sheet1.xml", f"{doctype}<worksheet><sheetData>{rows}</sheetData></worksheet>")
        """
      try Data(script.utf8).write(to: URL(filePath: folder + "/make.py"))
      let expected = [
        "other": "this is a ZIP archive, and no workbook",
        "climbs": "the workbook's part '../../../etc/passwd' cannot be read: its path leaves the archive",
        "bomb": "unpacks to more than 100 times its size",
        "entities": "it has a document type, which no workbook has",
        "far": "the table is empty",
      ]
      for (kind, words) in expected {
        let path = folder + "/\(kind).xlsx"
        try Client.run(
          Client.repository.appending(path: ".venv/bin/python").path, [folder + "/make.py", kind, path])
        let started = ContinuousClock.now
        let loaded = LoadedGraph(contentsOf: [path])
        #expect(
          loaded.diagnostics.contains { $0.finding.message.contains(words) },
          "\(kind): \(loaded.diagnostics.map(\.description))")
        #expect(ContinuousClock.now - started < .seconds(60))
      }
    }
  }
}
