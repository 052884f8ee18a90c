import Entente
@testable import EntenteFormats
import Foundation
import Testing

/// A PDF's text comes through poppler, page by page.
@Suite("Texts in PDF")
struct PDFTests {
  /// A PDF (1.4) with these lines on its pages, as plainly as one can be.
  static func pdf(_ pages: [[String]]) -> Data {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for (index, lines) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      let text = lines.map { "(\($0)) Tj 0 -14 Td" }.joined(separator: "\n")
      let stream = "BT /F1 12 Tf 72 770 Td\n\(text)\nET"
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { file += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(file.utf8)
  }

  private static let pages = [
    ["A title"], ["Japan laid claims", "to four islands, and"], ["the talks went on.", "Nothing was settled."],
  ]

  private func folder(_ name: String, cite: String, _ data: Data = pdf(pages)) throws -> TemporaryFolder {
    let graph = """
      documents: {book: {title: A book, text: "\(name)"}}
      states: {a: A}
      islands: {b: B}
      relations: [{a claims b: {cite: '\(cite)'}}]
      """
    let folder = try TemporaryFolder(["graph.yaml": graph])
    try data.write(to: URL(filePath: folder.path + name))
    return folder
  }

  @Test(
    "Pages are the PDF's, and a quote may run over their ends",
    arguments: [
      #"book p. 2 "laid claims to four islands""#, #"book p. 3 "Nothing was settled""#,
      #"book pp. 2-3 "four islands, and the talks went on""#, #"book "and the talks went on""#,
    ])
  func pages(cite: String) throws {
    // What looks like an option is none.
    for name in ["book.pdf", "-opw.pdf", "--help"] {
      let folder = try folder(name, cite: cite)
      let loaded = folder.load("graph.yaml")
      #expect(loaded.citations.verified == 1, "\(name): \(loaded.diagnostics)")
      #expect(loaded.texts["book"]?.pages.count == 3)
    }
  }

  @Test(
    "A page that is not the quote's is an error that says which is",
    arguments: [
      (#"book p. 1 "laid claims""#, "cite book p. 2"),
      (#"book p. 2 "islands, and the talks""#, "cite book pp. 2-3"),
      (#"book p. 3 "islands, and the talks""#, "cite book pp. 2-3"),
    ])
  func wrongPages(cite: String, advice: String) throws {
    let loaded = try folder("book.pdf", cite: cite).load("graph.yaml")
    let error = try #require(loaded.diagnostics.first { $0.severity == .error }, "\(loaded.diagnostics)")
    #expect(error.finding.advice == [advice], "\(error)")
  }

  @Test("What is no whole PDF is said")
  func broken() throws {
    let loaded = try folder("book.pdf", cite: "book", Data("%PDF-1.4\nnothing".utf8)).load("graph.yaml")
    let error = try #require(loaded.diagnostics.first { $0.severity == .error })
    #expect(error.finding.message.contains("it is no PDF that pdftotext can open"), "\(error)")
  }

  #if os(Linux)
    @Test("The program that reads a PDF has so much memory, and no more")
    func memory() throws {
      // The limit is set on what runs already, which asks for it a moment later.
      let folder = try TemporaryFolder(["pdftotext": "#!/bin/sh\nsleep 0.2\nulimit -v\n"])
      let program = folder.path + "pdftotext"
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      // Another test's process, begun in the moment when the file was written, has it open until it runs its own program.
      var text: String?
      for _ in 0..<40 where text == nil {
        text = try? PDFText.read("book.pdf", program: program)
        if text == nil { usleep(50_000) }
      }
      #expect(text == "2097152\n")
    }
  #endif
}
