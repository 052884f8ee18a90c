import Entente
import EntenteFormats
import Foundation
import Testing

@Suite("Into memory")
struct MemoryTests {
  @Test("the bytes are those of the file")
  func bytes() throws {
    let graph = try Specimens.nasty.graph()
    try withTemporaryFolder { folder in
      try graph.write(.graphml, to: "\(folder)/graph.graphml")
      #expect(
        try graph.everything.bytes(.graphml) == Array(try Data(contentsOf: URL(filePath: "\(folder)/graph.graphml"))))
    }
  }

  @Test("the files are those of the folder")
  func files() throws {
    let graph = try Specimens.nasty.graph()
    let files = try graph.everything.files(.csv)
    #expect(
      files.map(\.name) == [
        "graph.csv", "nodes.csv", "edges.csv", "kinds.csv", "types.csv", "citations.csv", "documents.csv",
        "attributes.csv",
      ])
    try withTemporaryFolder { folder in
      try graph.write(.csv, to: "\(folder)/tables/")
      for file in files {
        #expect(
          file.bytes == Array(try Data(contentsOf: URL(filePath: "\(folder)/tables/\(file.name)"))), "\(file.name)")
      }
    }
  }

  @Test("a folder is no file, and a file no folder")
  func mismatch() throws {
    let graph = try RelationGraph("") { State("japan") }
    #expect(throws: WriteError.self) { try graph.everything.bytes(.csv) }
    #expect(throws: WriteError.self) { try graph.everything.files(.graphml) }
  }

  @Test("what depends on the graph alone is made once for many selections")
  func shared() throws {
    let graph = try Specimens.seed.graph()
    let options = ExportOptions()
    for year in [Int64(1956), 1960, 1991] {
      let selection = try graph.selecting(Filter(years: YearRange(year)))
      #expect(try selection.bytes(.graphml, options: options) == selection.bytes(.graphml))
      #expect(try selection.bytes(.dot, options: options) == selection.bytes(.dot))
    }
    var made = 0
    for _ in 0..<3 {
      #expect(
        try options.shared.part("test", of: graph) { () throws -> Int in
          made += 1; return 7
        } == 7)
    }
    #expect(made == 1)
    let other = try RelationGraph("Another") { State("japan") }
    _ = try options.shared.part("test", of: other) { () throws -> Int in
      made += 1; return 8
    }
    #expect(made == 2, "what is made of another graph is another")
  }
}
