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
