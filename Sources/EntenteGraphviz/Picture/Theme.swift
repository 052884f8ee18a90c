import EntenteFormats

/// The colours of a picture.
public enum Theme: String, Sendable, CaseIterable {
  /// Colours on white, for the web and for colour print.
  case light
  /// Colours on a dark ground, for the screen.
  case dark
  /// Greys on white, for black-and-white print: kinds are told apart by their shapes.
  case print
}

/// What a text is, which decides its colour.
enum Tone: String, Hashable, Sendable {
  /// Names, and what relations say.
  case plain
  /// Dates, other names, captions.
  case muted
}

extension Theme {
  var background: String {
    switch self {
    case .light, .print: "#ffffff"
    case .dark: "#14171c"
    }
  }

  func text(_ tone: Tone) -> String {
    switch (self, tone) {
    case (.light, .plain), (.print, .plain): "#1a1a1a"
    case (.light, .muted), (.print, .muted): "#555555"
    case (.dark, .plain): "#f2f2f2"
    case (.dark, .muted): "#b4bac4"
    }
  }

  /// Relations' lines and arrow heads.
  var line: String {
    switch self {
    case .light, .print: "#3c3c3c"
    case .dark: "#c9ced6"
    }
  }

  /// The same where it is only possible that the relation held.
  var faintLine: String {
    switch self {
    case .light, .print: "#8a8a8a"
    case .dark: "#7d8591"
    }
  }

  /// Outlines of entities.
  var outline: String {
    switch self {
    case .light, .print: "#2b2b2b"
    case .dark: "#e6e6e6"
    }
  }

  /// Frames of cards.
  var frame: String {
    switch self {
    case .light, .print: "#9a9a9a"
    case .dark: "#6b7280"
    }
  }

  /// The fill of a kind, by the place of its style: see ``KindStyle/styles(for:)``.
  ///
  /// Any two of the first eight differ by a CIEDE2000 of 6 or more, any two of all by 3, for all kinds of colour vision; a
  /// test holds them to it. In print, shapes alone tell kinds apart, and two greys help.
  func fill(_ slot: Int) -> String {
    switch self {
    case .light: Self.lightFills[slot % Self.lightFills.count]
    case .dark: Self.darkFills[slot % Self.darkFills.count]
    case .print: slot % 2 == 0 ? "#ffffff" : "#e4e4e4"
    }
  }

  static let lightFills = KindLook.fills

  static let darkFills = [
    "#bc3c50", "#305dc5", "#666035", "#1b4f64", "#6e4893", "#99405a", "#5b6e11", "#5d6272",
    "#2b6f8c", "#525000", "#46423a", "#6b4a2b", "#3a5e3d", "#7a5760", "#33454d", "#4e427a",
  ]
}

/// The shape and the colour of a kind.
struct KindStyle: Hashable, Sendable {
  let shape: KindShape
  /// The place of its fill in the theme.
  let slot: Int
  /// Whether it has a second outline, where there are more kinds than shapes.
  var isDouble = false

  private static let builtIn = ["person", "state", "treaty", "island", "organization", "event", "place"]

  /// A style for each of `kinds` (ids): the built-in kinds always have their own, a file's own kinds the next ones in
  /// the order of their ids.
  static func styles(for kinds: Set<String>) -> [String: KindStyle] {
    let own = kinds.filter { !builtIn.contains($0) }.sorted()
    var styles: [String: KindStyle] = [:]
    for (slot, kind) in (builtIn + own).enumerated() {
      let shapes = KindShape.allCases
      styles[kind] = KindStyle(shape: shapes[slot % shapes.count], slot: slot, isDouble: slot / shapes.count % 2 == 1)
    }
    return styles
  }
}
