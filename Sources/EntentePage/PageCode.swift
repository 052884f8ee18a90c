import Entente

/// The page's script and style: the modules under `Page/`, put together and squeezed. They are the same in every page.
enum PageCode {
  /// The script of a page with a picture: modules in an order in which each stands after those whose values it needs to begin
  /// with, their imports and exports taken out, since all of them become one.
  static let script = squeezed([PackageResources.cards_js] + scripts)

  /// The script of a page without a picture, which draws the surroundings of what is chosen.
  static let drawingScript = squeezed([PackageResources.surroundings_js, PackageResources.fitting_js] + scripts)

  /// The style sheet of a page with a picture, of one whose picture has sides, and of one without, in which kinds have no
  /// colours.
  static let style = style(PageTheme.style)
  static let styleWithSides = style(PageTheme.styleWithSides)
  static let drawingStyle = style(PageTheme.plainStyle)

  private static func style(_ colours: String) -> [UInt8] {
    squeezedStyle(colours + String(decoding: joined(styles), as: UTF8.self))
  }

  /// The page around them, with a `{{name}}` where each part goes.
  static let template = String(decoding: PackageResources.page_html, as: UTF8.self)
    .split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")

  /// A policy that lets nothing in and runs nothing but the script and the style sheet.
  static func policy(_ script: [UInt8], _ style: [UInt8]) -> String {
    "default-src 'none'; script-src '\(hash(script))'; style-src '\(hash(style))'; img-src data: blob:; "
      + "base-uri 'none'; form-action 'none'"
  }

  private static let scripts = [
    PackageResources.years_js, PackageResources.elements_js, PackageResources.words_js,
    PackageResources.texts_en_js, PackageResources.texts_ja_js, PackageResources.texts_ru_js, PackageResources.texts_js,
    PackageResources.graph_js, PackageResources.filter_js, PackageResources.search_js, PackageResources.paths_js,
    PackageResources.contradictions_js, PackageResources.address_js, PackageResources.store_js,
    PackageResources.labels_js, PackageResources.quotes_js, PackageResources.viewport_js, PackageResources.picture_js,
    PackageResources.stage_js, PackageResources.timeline_js,
    PackageResources.evidence_js, PackageResources.table_js, PackageResources.choices_js, PackageResources.finder_js,
    PackageResources.panel_js, PackageResources.files_js, PackageResources.downloads_js, PackageResources.page_js,
  ]

  private static let styles = [
    PackageResources.colours_css, PackageResources.layout_css, PackageResources.picture_css,
    PackageResources.timeline_css, PackageResources.panel_css, PackageResources.narrow_css,
    PackageResources.embedded_css,
    PackageResources.print_css,
  ]

  private static func joined(_ parts: [[UInt8]]) -> [UInt8] { Array(parts.joined(separator: [UInt8(ascii: "\n")])) }

  private static func hash(_ text: [UInt8]) -> String { "sha256-\(SHA256.digest(text).base64)" }

  private static func squeezed(_ modules: [[UInt8]]) -> [UInt8] {
    ScriptSqueezer.squeezed(joined(modules.map(withoutImports)), shortNames: ShortNames.all)
  }

  private static func withoutImports(_ module: [UInt8]) -> [UInt8] {
    let lines = String(decoding: module, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { !$0.hasPrefix("import ") }.map { $0.hasPrefix("export ") ? $0.dropFirst(7) : $0 }
    return Array(kept.joined(separator: "\n").utf8)
  }

  /// Properties of the style sheet alone, which neither the picture nor a script names.
  private static let shortProperties = [
    ("--accent-ground", "--a"), ("--accent-ink", "--b"), ("--accent", "--c"), ("--control", "--d"), ("--raised", "--e"),
    ("--ground", "--f"), ("--thumb", "--g"), ("--rule", "--h"), ("--bars", "--i"),
  ].map { (long: $0, short: $1) }

  /// A style sheet without comments, indentation and what stands around punctuation for the eye.
  private static func squeezedStyle(_ style: String) -> [UInt8] {
    let style = shortProperties.reduce(style) { $0.replacing($1.long, with: $1.short) }
    var result: [UInt8] = []
    var isInComment = false
    var isAfterSpace = false
    var last: UInt8 = 0
    for byte in style.utf8 {
      let before = last
      last = byte
      if isInComment {
        isInComment = !(before == UInt8(ascii: "*") && byte == UInt8(ascii: "/"))
      } else if before == UInt8(ascii: "/"), byte == UInt8(ascii: "*") {
        result.removeLast()
        isInComment = true
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        isAfterSpace = true
      } else {
        let tight = Array("{};,>".utf8)
        if isAfterSpace, let end = result.last, !tight.contains(byte), !(tight + [UInt8(ascii: ":")]).contains(end) {
          result.append(UInt8(ascii: " "))
        }
        // `0.5` is `.5`.
        if byte == UInt8(ascii: "."), result.last == UInt8(ascii: "0"), let before = result.dropLast().last,
          !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(before), before != UInt8(ascii: ".")
        {
          result.removeLast()
        }
        if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
        result.append(byte)
        isAfterSpace = false
      }
    }
    return result
  }
}
