import EntenteGraphviz

/// The picture's colours as the page's style sheet names them: light or dark, as the reader's system is.
enum PageTheme {
  /// A theme whose colours are variables of the style sheet.
  static let theme: Theme = {
    var theme = Theme.light
    theme.background = "var(--paper)"
    theme.text = "var(--ink)"
    theme.mutedText = "var(--muted)"
    theme.line = "var(--picture-line)"
    theme.faintLine = "var(--picture-faint)"
    theme.outline = "var(--picture-outline)"
    theme.frame = "var(--picture-frame)"
    theme.fills = theme.fills.indices.map { "var(--kind-\($0))" }
    return theme
  }()

  /// What the variables are: light, and dark on a screen whose reader prefers that.
  static let style =
    ":root{\(variables(.light))}@media screen and (prefers-color-scheme:dark){:root{\(variables(.dark))}}"

  private static func variables(_ theme: Theme) -> String {
    let lines = [
      ("line", theme.line), ("faint", theme.faintLine), ("outline", theme.outline), ("frame", theme.frame),
    ]
    return lines.map { "--picture-\($0):\($1);" }.joined()
      + theme.fills.enumerated().map { "--kind-\($0):\($1);" }.joined()
  }
}
