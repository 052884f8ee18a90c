import Foundation
import Testing

/// A machine without the libraries that draw: files that are no libraries stand in their place.
@Suite("Without the libraries that draw")
struct MissingLibraryTests {
  private let folder: URL
  private let environment: [String: String]

  init() throws {
    folder = try Scratch.folder()
    environment = ["LD_LIBRARY_PATH": folder.path]
  }

  private func hide(_ file: String) throws {
    try "not a library".write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
  }

  @Test(
    "SVG is drawn without librsvg; PNG, WebP and PDF say what is missing and how to get it",
    arguments: ["png", "webp", "pdf"])
  func librsvg(ending: String) throws {
    try hide("librsvg-2.so.2")
    let svg = folder.appending(path: "a.svg").path
    let drawn = try Entente.run("export", Entente.seed, "--quick", "-o", svg, environment: environment)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let image = folder.appending(path: "a.\(ending)")
    let refused = try Entente.run("export", Entente.seed, "--quick", "-o", image.path, environment: environment)
    #expect(refused.status == 1)
    #expect(
      refused.errors.hasSuffix(
        """
        entente: error: the picture could not be made: PNG, WebP and PDF need librsvg, and there is no librsvg-2.so.2
          'apt-get install librsvg2-2' or 'brew install librsvg' installs it; SVG does without

        """), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: image.path))
  }

  @Test("Plain GraphML is read without libxml2; what is broken, and workbooks, say what is missing")
  func libxml2() throws {
    try hide("libxml2.so.2")
    func write(_ text: String, _ name: String) throws -> String {
      let file = folder.appending(path: name)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return file.path
    }
    let graph = "<graphml><graph><node id='a'/><node id='b'/><edge source='a' target='b'/></graph></graphml>"
    let plain = try Entente.run("list", try write(graph, "a.graphml"), environment: environment)
    #expect(plain.status == 0, "\(plain.errors)")
    let broken = try Entente.run("check", try write(graph + "<", "b.graphml"), environment: environment)
    #expect(broken.status == 1)
    #expect(broken.errors.contains("needs libxml2, and there is no libxml2.so.2"), "\(broken.errors)")
    let workbook = try Entente.run("check", try write("PK", "a.xlsx"), environment: environment)
    #expect(workbook.status == 1)
    #expect(workbook.errors.contains("workbooks need libzip and libxml2, and there is no"), "\(workbook.errors)")
  }

  @Test("What draws nothing works without Pango; a picture says what is missing")
  func pango() throws {
    try hide("libpangocairo-1.0.so.0")
    #expect(try Entente.run("check", Entente.seed, environment: environment).status == 0)
    let refused = try Entente.run("export", Entente.seed, "--format", "svg", environment: environment)
    #expect(refused.status == 1)
    let problem = "pictures need Pango, and there is no libpangocairo-1.0.so.0"
    #expect(refused.errors.contains(problem), "\(refused.errors)")
    #expect(refused.errors.contains("'apt-get install libpangocairo-1.0-0'"))
  }
}
