import Entente
import EntenteFormats
import Testing

@Suite("Citations of pages")
struct PageTests {
  private static let book =
    "Title\n\u{c}\u{c}Japan laid claims to four islands.\n\nMore.\n\u{c}Nothing was settled.\n\u{c}"

  @Test("A page is where form feeds put it; the forms of a page are one")
  func forms() throws {
    let folder = try GraphFolder([
      "kurils.yaml": #"""
      documents:
        book: {title: A book, author: [A. Smith, B. Jones], date: 1990, pages: 1-300, text: book.txt, isbn: 978-0-306-40615-7}
        article: {title: An article, doi: 10.1000/182}
      states: {japan: {name: Japan, cite: article pp. 12-14}}
      islands: {kurils: Kurils}
      relations:
        - japan claims kurils:
            cite:
              - book p. 3 "laid claims"
              - book p.4 "Nothing"
              - book pp. 3-4 "More."
              - {document: book, page: 3, quote: four islands, suffix: .}
      """#, "book.txt": .text(Self.book),
    ])
    let loaded = folder.load(["kurils.yaml"])
    let graph = try #require(loaded.graph, "\(folder.printed(loaded))")
    #expect(loaded.citations.verified == 4)
    #expect(graph.relations[0].citations.map(\.pages) == [3...3, 4...4, 3...4, 3...3])
    #expect(graph.entities[0].citations.map(\.description) == ["article pp. 12-14"])
    let book = try #require(graph.document("book"))
    #expect(book.author == "A. Smith; B. Jones" && book.pages == "1-300" && book.isbn == "978-0-306-40615-7")
    #expect(graph.document("article")?.doi == "10.1000/182")
    for exporter in [GraphFile(), GraphML()] as [any StreamingExporter & Importer] {
      let bytes = try ByteWriter.memory { try exporter.write(graph.everything, options: .init(), to: &$0) }
      let again = LoadedGraph(
        [.bytes(bytes, name: "x")], importers: [exporter], format: exporter.format.endings[0])
      #expect(again.graph == graph, "\(exporter.format.name)")
    }
  }

  @Test("A quote runs over the end of a page, or of several, in a script without spaces too")
  func runningOver() throws {
    let folder = try GraphFolder([
      "kurils.yaml": #"""
      documents: {book: {text: book.txt}, 本: {text: j.txt}}
      states:
        a: {name: A, cite: [book pp. 1-2 "laid claims to islands", 'book pp. 1-3 "to islands in the north"', 'book "islands in the"']}
        b: {name: B, cite: [本 pp. 1-2 "北方領土", {document: 本, page: 1-2, quote: 方領, prefix: 北, suffix: 土}]}
      """#, "book.txt": .text("Title\n\nJapan laid claims\nto\u{c}islands in\n\u{c}\u{c}the north.\n"),
      "j.txt": .text("北方\n\u{c}領土\n"),
    ])
    let loaded = folder.load(["kurils.yaml"])
    #expect(loaded.graph == nil && loaded.citations.verified == 4, "\(folder.printed(loaded))")
    #expect(folder.printed(loaded).contains("the quote is not found in 'book'"))
  }

  @Test("A page that is not there, and a quote on another one")
  func faults() throws {
    try expect(
      [
        "kurils.yaml": #"""
        documents: {book: {text: book.txt}}
        states: {japan: Japan}
        islands: {kurils: Kurils}
        relations:
          - japan claims kurils:
              cite: [book p. 4 "laid claims", book p. 12 "laid claims", {document: book, page: x}, book p. 3 "unsaid"]

        """#, "book.txt": .text(Self.book),
      ],
      prints: #"""
        kurils.yaml:6:14: error: the quote is not on p. 4 of 'book', but on p. 3
                cite: [book p. 4 "laid claims", book p. 12 "laid claims", {document: book, page: x}, book p. 3 "unsaid"]
                       ^~~~~~~~~~~~~~~~~~~~~~~
          cite book p. 3
        kurils.yaml:6:39: error: the text of 'book' has 4 pages, not 12
                cite: [book p. 4 "laid claims", book p. 12 "laid claims", {document: book, page: x}, book p. 3 "unsaid"]
                                                ^~~~~~~~~~~~~~~~~~~~~~~~
          the quote stands on page 3
        kurils.yaml:6:88: error: 'page' takes a number from 1; this is 'x'
                cite: [book p. 4 "laid claims", book p. 12 "laid claims", {document: book, page: x}, book p. 3 "unsaid"]
                                                                                                 ^
          for example: page: 12-14
        kurils.yaml:6:92: error: the quote is not found in 'book'
                cite: [book p. 4 "laid claims", book p. 12 "laid claims", {document: book, page: x}, book p. 3 "unsaid"]
                                                                                                     ^~~~~~~~~~~~~~~~~~
          a quote is verbatim, but for white space and the form of quotation marks
        """#)
  }
}
