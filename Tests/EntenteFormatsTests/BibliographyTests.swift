import Entente
import EntenteFormats
import Foundation
import Testing

/// Documents from a bibliography, as Zotero exports it.
@Suite("Bibliographies")
struct BibliographyTests {
  private static let library = #"""
    [
      {"id":"http://zotero.org/users/1/items/ABCD","citation-key":"hara1998","type":"book","title":"Japanese-Soviet relations",
       "publisher":"Some Press","ISBN":"978-0-306-40615-7 0-306-40615-2","author":[{"family":"Hara","given":"Kimie"}],
       "issued":{"date-parts":[["1998"]]},"page":"1-300"},
      {"id":"Müller & al. 2001","type":"article-journal","title":"Islands","container-title":"A Journal",
       "author":[{"family":"Gogh","given":"V.","non-dropping-particle":"van"},{"literal":"The Islands Group"}],
       "issued":{"date-parts":[[2001,5,3],[2001,6]],"circa":true},"DOI":"https://doi.org/10.1017/S0020818300028241",
       "URL":"https://example.org/a","page":"12–34"},
      {"id":17,"type":"webpage","title":"A page","issued":{"raw":"some time ago"},"editor":[{"family":"Ed"}]}
    ]
    """#

  private func load(_ graph: String, _ library: String = Self.library) throws -> (LoadedGraph, TemporaryFolder) {
    let folder = try TemporaryFolder(["graph.yaml": graph, "sources.json": library])
    return (folder.load("graph.yaml"), folder)
  }

  @Test("An item is a document under its citation key, else its id")
  func items() throws {
    let (loaded, _) = try load(
      """
      bibliography: sources.json
      documents: {hara1998: {text: hara.txt}}
      states: {a: {name: A, cite: hara1998 p. 3}, b: {name: B, cite: {document: Müller & al. 2001}}, c: {name: C, cite: "17"}}
      """)
    let graph = try #require(loaded.graph, "\(loaded.diagnostics)")
    #expect(graph.documents.map(\.id) == ["hara1998", "Müller & al. 2001", "17"])
    let (book, article, page) = (graph.documents[0], graph.documents[1], graph.documents[2])
    #expect(book.author == "Hara, Kimie" && book.publisher == "Some Press" && book.date?.text == "1998")
    #expect(book.isbn == "978-0-306-40615-7" && book.pages == "1-300" && book.text == "hara.txt")
    #expect(article.author == "van Gogh, V.; The Islands Group" && article.publisher == "A Journal")
    #expect(article.date?.text == "2001-05-03~/2001-06~" && article.doi == "10.1017/S0020818300028241")
    #expect(article.url == "https://example.org/a" && article.pages == "12–34")
    #expect(page.author == "Ed (ed.)" && page.date == nil)
    #expect(loaded.diagnostics.contains { $0.finding.message.hasPrefix("'some time ago' is no date") })
  }

  @Test(
    "What is wrong is said where it stands",
    arguments: [
      ("{\"items\": []}", "a bibliography is a list of items", 1), ("", "a bibliography is a list of items", 1),
      ("[\n7]", "a bibliography's item is an object", 2), ("[{\"title\": \"x\"}]", "the item has neither", 1),
      ("[{\"id\": \"a\"},\n{\"id\": \"a\"}]", "a second item has the citation key 'a'", 2),
      ("[{\"id\": \"a\"},\n{\"id\" \"a\"}]", "cannot stand here", 2),
    ])
  func faults(library: String, message: String, line: Int) throws {
    let (loaded, folder) = try load("bibliography: sources.json\nstates: {a: A}\n", library)
    defer { withExtendedLifetime(folder) {} }
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    #expect(loaded.graph == nil && errors.count == 1, "\(loaded.diagnostics)")
    #expect(errors.first?.finding.message.contains(message) == true, "\(errors)")
    #expect(errors.first?.place?.file.hasSuffix("sources.json") == true && errors.first?.place?.position.line == line)
  }

  @Test("What the graph file says otherwise is a contradiction, at both places")
  func contradictions() throws {
    let (loaded, _) = try load("bibliography: sources.json\ndocuments: {hara1998: {title: Another}}\nstates: {a: A}\n")
    let error = try #require(loaded.diagnostics.first { $0.severity == .error })
    #expect(error.finding.message.contains("document 'hara1998'") && error.finding.message.contains("title"))
    #expect(error.place?.file.hasSuffix("sources.json") == true && error.related.count == 1)
  }

  @Test("A table of documents that others made has the same fields")
  func table() throws {
    let folder = try TemporaryFolder([
      "t/documents.csv": "ID;Title;Author;Pages;DOI;ISBN;Date\nx;A book;Some One;1-9;10.1000/182;0306406152;1999~\n",
      "t/nodes.csv": "id;name\na;A\nb;B\n", "t/edges.csv": "source;target\na;b\n",
    ])
    let loaded = LoadedGraph(contentsOf: [folder.path + "t"], format: "csv")
    let document = try #require(loaded.graph?.documents.first, "\(loaded.diagnostics)")
    #expect(document.author == "Some One" && document.pages == "1-9" && document.doi == "10.1000/182")
    #expect(document.isbn == "0306406152" && document.date?.text == "1999~" && document.title == "A book")
  }

  @Test(
    "Numbers of books and articles are looked at",
    arguments: [
      ("isbn: 978-0-306-40615-7", true), ("isbn: 0306406152", true), ("isbn: 080442957X", true),
      ("isbn: 978-0-306-40615-8", false),
      ("isbn: 12", false), ("isbn: X306406152", false), ("doi: 10.1017/S0020818300028241", true),
      ("doi: \"https://doi.org/10.1017/S0020818300028241\"", false), ("doi: 10/17", false), ("doi: 10.1017/a b", false),
    ])
  func numbers(field: String, isFine: Bool) throws {
    let folder = try TemporaryFolder(["graph.yaml": "documents:\n  d:\n    \(field)\nstates: {a: {name: A, cite: d}}\n"]
    )
    let loaded = folder.load("graph.yaml")
    #expect(loaded.diagnostics.contains { $0.severity == .warning } == !isFine, "\(loaded.diagnostics)")
    #expect(loaded.graph != nil)
  }
}
