import Entente
import EntenteFormats
import Testing

/// Tables in which something is wrong: a place, what it is, and never a wrong graph.
@Suite("Broken tables")
struct BrokenTableTests {
  private func first(_ text: String, name: String = "t.csv") -> String? {
    first(Array(text.utf8), name: name)
  }

  private func first(_ bytes: [UInt8], name: String = "t.csv") -> String? {
    let loaded = LoadedGraph([.bytes(bytes, name: name)], format: "csv")
    #expect(loaded.graph == nil)
    return loaded.diagnostics.first { $0.severity == .error }?.description.split(separator: "\n").first.map(String.init)
  }

  @Test(
    "are told with their place",
    arguments: [
      ("", "t.csv: error: the table is empty"),
      ("\n\n", "t.csv: error: the table is empty"),
      (
        "a,b\n1,2\n", "t.csv:1:1: error: nothing tells which columns hold the two ends of a relation, or an entity's id"
      ),
      ("source,target\na\n", "t.csv:2:1: error: the row has 1 cell, and the table 2 columns"),
      ("source,target\na,b,c\n", "t.csv:2:1: error: the row has 3 cells, and the table 2 columns"),
      ("source,target\na,\n", "t.csv:2:3: error: the cell of 'target' is empty"),
      ("source,target\na,\"b\nb,c\n", "t.csv:2:3: error: no quotation mark closes the cell that begins here"),
      ("source,target\na,\"b\" c\n", "t.csv:2:7: error: something stands behind the closing quotation mark"),
      ("source,target,source\na,b,c\n", "t.csv:1:15: error: two columns are called 'source'"),
      ("id,name\na,A\na,B\n", "t.csv:3:1: error: the id 'a' stands in two rows"),
      ("source,target,when\na,b,soon\n", "t.csv:2:5: error: 'soon' is not an EDTF date"),
      ("source,target,id\na,b,x\na,c,x\n", "t.csv:3:5: error: the id 'x' is given twice"),
      ("<?xml version=\"1.0\"?>\n<graphml/>", "t.csv: error: this is no table: it looks like GraphML"),
      ("{\"nodes\": [],\n \"links\": []}", "t.csv: error: this is no table: it looks like JSON"),
      ("%PDF-1.4\n1,2", "t.csv: error: this is no table: it looks like PDF"),
      ("digraph { a -> b; }", "t.csv: error: this is no table: it looks like DOT"),
      ("graph [\n  node [ id 1 ]\n]", "t.csv: error: this is no table: it looks like GML"),
      ("title: x\nrelations: [a, b]\n", "t.csv: error: this is no table: it looks like YAML"),
      ("PK\u{3}\u{4}", "t.csv: error: this is no table: it looks like a zip archive"),
      ("source,target\na,b\nc,\0\n", "t.csv:3:3: error: a zero byte stands here, which no text has"),
    ])
  func told(text: String, message: String) throws {
    let said = try #require(first(text))
    #expect(said.hasPrefix(message.prefix(60)), "\(said)")
  }

  @Test("leave no trap, whatever bytes they have")
  func anyBytes() {
    var state: UInt64 = 42
    let alphabet: [UInt8] = Array("ab,;\t\"\r\n \u{feff}é1.-".utf8) + [0, 0xff, 0xc3]
    for _ in 0..<2000 {
      var bytes = Array("source,target,id\n".utf8)
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let loaded = LoadedGraph([.bytes(bytes, name: "t.csv")], format: "csv")
      #expect(loaded.graph != nil || !loaded.diagnostics.isEmpty)
    }
  }

  @Test("with one open quotation mark lose its row and keep the others")
  func openQuote() {
    let loaded = LoadedGraph([.bytes(Array("source,target\na,b\n\"c,d\ne,f\ng,h".utf8), name: "t.csv")], format: "csv")
    #expect(loaded.diagnostics.filter { $0.severity == .error }.count == 1)
  }

  @Test("may have cells of ten megabytes, and rows cut anywhere by the buffer's end")
  func largeCells() throws {
    let long = String(repeating: "\"\"long, ", count: 1_400_000)
    let text = "source,target,note\na,b,\"\(long)\"\n" + String(repeating: "a,b,\"x\"\"y\"\r\n", count: 100_000)
    let loaded = LoadedGraph([.bytes(Array(text.utf8), name: "t.csv")], format: "csv")
    let graph = try #require(loaded.graph, "\(loaded.diagnostics.map(\.description))")
    #expect(graph.relations.count == 100_001)
    #expect(graph.relations.first?.note?.utf8.count == 1_400_000 * 7)
    #expect(graph.relations.allSatisfy { $0.note == "x\"y" || $0.id == "a-related-to-b" })
  }

  @Test("with a row beyond the limit end there, with the limit said")
  func tooLong() {
    let text = "source,target\na,\"" + String(repeating: "x", count: (1 << 26) + 100)
    #expect(first(text) == "t.csv:2:1: error: the row that begins here is longer than 64 MB")
  }
}
