public import Entente
import EntenteFormats

/// A theme as a file: YAML with colours, fonts and a logo, on top of one of the built-in themes.
///
/// ```yaml
/// based-on: light
/// background: "#fbf7ee"
/// fills: ["#e9b44c", "#9bc1bc"]
/// font: [Georgia, DejaVu Serif]
/// logo: logo.svg
/// ```
public struct ThemeFile: Sendable {
  /// The theme; `nil` where the file has errors.
  public let theme: Theme?
  /// What is wrong with it, and what not everybody could read or tell apart.
  public let diagnostics: [Diagnostic]

  /// The keys that a theme may have.
  static let keys =
    ["based-on"] + colours.map(\.key) + ["fills", "sides", "font", "logo"]

  /// The colours that have a key of their own.
  private static let colours: [(key: String, path: WritableKeyPath<Theme, String> & Sendable)] = [
    ("background", \.background), ("text", \.text), ("muted-text", \.mutedText), ("line", \.line),
    ("faint-line", \.faintLine), ("outline", \.outline), ("frame", \.frame), ("neutral", \.neutral),
  ]

  /// Reads the file with that path.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - trustsPaths: whether a logo may be anywhere, and not only beneath the file's folder.
  public init(contentsOf path: String, trustsPaths: Bool = false) {
    let file = SettingsFile(.file(path), owner: "a theme", keys: Self.keys)
    var reading = Reading(path: path, trustsPaths: trustsPaths, diagnostics: file.diagnostics)
    reading.read(file.settings)
    diagnostics = reading.diagnostics
    theme = diagnostics.contains { $0.severity == .error } ? nil : reading.theme
  }

  /// A theme on its way from its settings.
  private struct Reading {
    let path: String
    let trustsPaths: Bool
    var diagnostics: [Diagnostic]
    var theme = Theme.light
    /// Where colours are written.
    private var places: [String: SourcePlace] = [:]
    /// Whether it was said that the text is not read on fills of the theme below.
    private var saysText = false

    init(path: String, trustsPaths: Bool, diagnostics: [Diagnostic]) {
      self.path = path
      self.trustsPaths = trustsPaths
      self.diagnostics = diagnostics
    }

    mutating func read(_ settings: [SettingsFile.Setting]) {
      // What it is based on stands first, wherever it is written.
      for setting in settings where setting.key.text == "based-on" { readBase(setting) }
      for setting in settings {
        switch setting.key.text {
        case "based-on": continue
        case "fills": readFills(setting)
        case "sides": theme.sides = list(setting, named: [])
        case "font": readFonts(setting)
        case "logo": readLogo(setting)
        default: readColour(setting)
        }
      }
      check()
    }

    private mutating func readBase(_ setting: SettingsFile.Setting) {
      let names = Theme.named.map(\.name)
      guard let text = one(setting) else { return }
      guard let known = Theme.named.first(where: { $0.name == text.text }) else {
        return report(WrongSetting(key: "based-on", text: text.text, known: names), at: text.place)
      }
      theme = known.theme
    }

    private mutating func readColour(_ setting: SettingsFile.Setting) {
      guard let path = ThemeFile.colours.first(where: { $0.key == setting.key.text })?.path, let text = one(setting),
        let colour = colour(text)
      else { return }
      theme[keyPath: path] = colour
      places[setting.key.text] = text.place
    }

    /// The fills of kinds: some, in the order of the colours, or by their names.
    private mutating func readFills(_ setting: SettingsFile.Setting) {
      let names = Kind.Colour.allCases.map(\.rawValue)
      if setting.names.isEmpty {
        theme.fills = list(setting, named: names)
        return
      }
      var fills = names.indices.map { theme.fills.isEmpty ? theme.background : theme.fills[$0 % theme.fills.count] }
      for (name, text) in zip(setting.names, setting.texts) {
        guard let place = names.firstIndex(of: name.text) else {
          report(UnknownName(.colour, name.text, among: names), at: name.place)
          continue
        }
        guard let colour = colour(text) else { continue }
        fills[place] = colour
        places["fills \(place)"] = text.place
      }
      theme.fills = fills
    }

    private mutating func list(_ setting: SettingsFile.Setting, named names: [String]) -> [String] {
      var colours: [String] = []
      for text in setting.texts {
        guard let colour = colour(text) else { continue }
        places["\(setting.key.text) \(colours.count)"] = text.place
        colours.append(colour)
      }
      return colours
    }

    private mutating func readFonts(_ setting: SettingsFile.Setting) {
      let known = TextMeasurer.installedFonts
      for text in setting.texts
      where !known.isEmpty && !known.contains(where: { $0.lowercased() == text.text.lowercased() }) {
        report(FontNotThere(name: text.text, known: known), at: text.place)
      }
      theme.fonts = setting.texts.map(\.text) + theme.fonts
    }

    private mutating func readLogo(_ setting: SettingsFile.Setting) {
      guard let text = one(setting) else { return }
      let bytes = SettingsFile.bytes(of: text.text, besides: path, trustsPaths: trustsPaths, limit: Logo.largest)
      switch bytes {
      case .failure(let unread): report(NoLogo(name: text.text, why: unread.words), at: text.place)
      case .success(let bytes):
        do throws(Logo.Problem) { theme.logo = try Logo(bytes) } catch {
          report(NoLogo(name: text.text, why: "\(error)"), at: text.place)
        }
      }
    }

    private mutating func one(_ setting: SettingsFile.Setting) -> SettingsFile.Text? {
      if setting.texts.count == 1, setting.names.isEmpty { return setting.texts[0] }
      report(OneTextWanted(key: setting.key.text), at: setting.key.place)
      return nil
    }

    private mutating func colour(_ text: SettingsFile.Text) -> String? {
      let colour = Colour.hex(text.text)
      if colour == nil { report(NotAColour(text: text.text), at: text.place) }
      return colour
    }

    private mutating func report(_ finding: any Finding, at place: SourcePlace?) {
      diagnostics.append(Diagnostic(finding, at: place))
    }

    // MARK: What not everybody can read or tell apart

    private mutating func check() {
      if diagnostics.contains(where: { $0.severity == .error }) { return }
      for key in ["text", "muted-text"] { checkContrast(key, ThemeCheck.contrastOfText) }
      for key in ["line", "faint-line", "outline"] { checkContrast(key, ThemeCheck.contrastOfLines) }
      for (key, fills) in [("fills", theme.fills), ("sides", theme.sides)] {
        for (place, fill) in fills.enumerated() { check(fill, "\(key) \(place)", others: Array(fills[..<place])) }
      }
    }

    /// Only what the file says, or what lies on what it says, is its own.
    private mutating func checkContrast(_ key: String, _ wanted: Double) {
      guard let path = ThemeFile.colours.first(where: { $0.key == key })?.path,
        let place = places[key] ?? places["background"],
        let (contrast, nearest) = ThemeCheck.contrast(of: theme[keyPath: path], on: theme.background, wanted: wanted)
      else { return }
      report(
        TooLittleContrast(what: "'\(key)' on the background", contrast: contrast, wanted: wanted, nearest: nearest),
        at: place)
    }

    /// Of the fills that the file does not say, the first on which its text is not read stands for all.
    private mutating func check(_ fill: String, _ key: String, others: [String]) {
      guard let place = places[key] ?? (saysText ? nil : places["text"]) else { return }
      if let (contrast, nearest) = ThemeCheck.contrast(
        of: fill, on: theme.text, wanted: ThemeCheck.contrastOfText)
      {
        if places[key] == nil { saysText = true }
        report(
          TooLittleContrast(
            what: "a text on \(fill)", contrast: contrast, wanted: ThemeCheck.contrastOfText, nearest: nearest),
          at: place)
      }
      guard places[key] != nil, let alike = ThemeCheck.likeness(of: fill, to: others, text: theme.text) else { return }
      report(
        ColoursAlike(first: others[alike.other], second: fill, eyes: alike.eyes, nearest: alike.nearest), at: place)
    }
  }
}

extension Theme {
  /// The built-in themes, by their names.
  static let named: [(name: String, theme: Theme)] = [("light", .light), ("dark", .dark), ("print", .print)]
}
