import Entente
import Foundation
import Testing

@testable import EntenteGraphviz

/// Themes as files: what they say, and what is said of them.
@Suite struct ThemeFileTests {
  private static let svg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 10\"><rect width=\"9\" height=\"9\"/></svg>"

  /// A theme's file in a folder with others beside it.
  private func theme(_ text: String, _ others: [String: Data] = [:], trustsPaths: Bool = false) throws -> ThemeFile {
    let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, data) in others { try data.write(to: folder.appending(path: name)) }
    let path = folder.appending(path: "brand.yaml")
    try Data(text.utf8).write(to: path)
    return ThemeFile(contentsOf: path.path, trustsPaths: trustsPaths)
  }

  /// What is said, with its line and column.
  private func said(_ file: ThemeFile) -> [String] {
    file.diagnostics.map { diagnostic in
      let place = diagnostic.place.map { "\($0.line):\($0.column) " } ?? ""
      return place + ([diagnostic.finding.message] + diagnostic.finding.advice).joined(separator: "; ")
    }
  }

  @Test func whatItSaysIsInThePicture() async throws {
    let file = try theme(
      """
      based-on: dark
      background: "#101010"
      fills: {blue: "#303060"}
      font: DejaVu Serif
      logo: logo.svg
      """, ["logo.svg": Data(Self.svg.utf8)])
    #expect(said(file) == [])
    var options = PictureOptions.quick
    options.theme = try #require(file.theme)
    options.credit = "The Press"
    let picture = try await Graphs.seed.graph().everything.picture(options)
    let svg = picture.svg()
    #expect(svg.contains("fill=\"#101010\"") && svg.contains("fill=\"#303060\""))
    #expect(svg.contains("font-family=\"'DejaVu Serif',"))
    #expect(svg.contains("href=\"data:image/svg+xml;base64,\(Data(Self.svg.utf8).base64EncodedString())\""))
    let logo = try #require(picture.scene.logo)
    #expect(abs(logo.width / logo.height - 3) < 0.001)
    #expect(!picture.scene.caption.contains { $0.box.overlaps(logo) })
    #expect(logo.right <= picture.scene.size.width && logo.bottom <= picture.scene.size.height)
    #expect(try picture.png(dotsPerInch: 48).count > 1000)
  }

  @Test(arguments: [
    ("backgroud: \"#ffffff\"", "1:1 'backgroud' is no key of a theme"),
    ("background: gold", "1:13 'gold' is no colour"), ("fills: [\"#12345\"]", "1:9 '#12345' is no colour"),
    ("fills: {blu: \"#303060\"}", "1:9 no colour is called 'blu'"), ("based-on: lite", "1:11 'lite' is nothing that"),
    ("- a", "1:1 a theme has keys with their values"), ("text: [a, b]", "1:1 'text' takes one text"),
    ("logo: no.svg", "1:7 the logo 'no.svg' is not shown: there is no such file"),
    ("logo: /etc/passwd", "1:7 the logo '/etc/passwd' is not shown: it leads out of"),
    ("logo: brand.yaml", "1:7 the logo 'brand.yaml' is not shown: it is neither an SVG nor a PNG"),
    ("logo: broken.svg", "1:7 the logo 'broken.svg' is not shown: it is an SVG that cannot be drawn"),
    ("logo: cut.png", "1:7 the logo 'cut.png' is not shown: it is a PNG that is cut off"),
    ("logo: large.svg", "1:7 the logo 'large.svg' is not shown: it is larger than 5 MB"),
  ])
  func whatIsWrongIsSaidWhereItStands(_ text: String, _ message: String) throws {
    let others = [
      "broken.svg": Data("<svg viewBox=\"0 0 9 9\"><rect></svg>".utf8),
      "cut.png": Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]),
      "large.svg": Data(count: 50 << 20),
    ]
    let file = try theme(text, text.hasPrefix("logo:") ? others : [:])
    let said = said(file)
    #expect(file.theme == nil)
    #expect(said.count == 1 && said[0].hasPrefix(message), "\(said)")
  }

  @Test func aFileThatIsNotThereSaysSo() {
    let file = ThemeFile(contentsOf: "/no/such/brand.yaml")
    #expect(file.theme == nil && file.diagnostics.count == 1)
  }

  @Test func whatNotEverybodyCanReadIsAWarningWithWhatIsNearest() throws {
    let file = try theme(
      """
      text: "#767676"
      muted-text: "#aaaaaa"
      line: "#cccccc"
      fills: ["#ffffff", "#fefefe"]
      font: No Such Font
      """)
    let said = said(file)
    #expect(file.theme != nil && file.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(
      said.contains { $0.hasPrefix("2:13 'muted-text' on the background has a contrast of 2.3:1; WCAG asks for 4.5:1") }
    )
    #expect(
      said.contains { $0.hasPrefix("3:7 'line' on the background has a contrast of 1.6:1; WCAG asks for 3:1 (AA)") })
    #expect(said.contains { $0.hasPrefix("4:20 nobody can tell #fefefe from #ffffff; the nearest that can be told") })
    #expect(said.contains { $0.hasPrefix("5:7 the font 'No Such Font' is not there; another stands in; there are: ") })
    for line in said {
      guard let nearest = line.firstMatch(of: /the nearest that has it: "(#[0-9a-f]{6})"/)?.1 else { continue }
      let wanted = line.contains("'line'") ? 3.0 : 4.5
      let ground = line.firstMatch(of: /a text on (#[0-9a-f]{6})/) == nil ? "#ffffff" : "#767676"
      #expect(Colour(String(nearest)).contrast(to: Colour(ground)) >= wanted, "\(line)")
    }
  }
}
