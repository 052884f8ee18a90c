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
    theme.sides = theme.sides.indices.map { "var(--side-\($0))" }
    theme.neutral = "var(--side-none)"
    theme.fills = theme.fills.indices.map { "var(--kind-\($0))" }
    return theme
  }()

  /// What the variables are: light, and dark on a screen whose reader prefers that.
  static let style = style(kinds)
  /// The same for a page whose picture has the colours of sides besides.
  static let styleWithSides = style { kinds($0) + sides($0) }

  /// The same for a page that shows no kinds.
  static let plainStyle = style { _ in "" }

  private static func kinds(_ theme: Theme) -> String {
    theme.fills.enumerated().map { "--kind-\($0):\($1);" }.joined()
  }

  private static func sides(_ theme: Theme) -> String {
    theme.sides.enumerated().map { "--side-\($0):\($1);" }.joined() + "--side-none:\(theme.neutral);"
  }

  private static func style(_ fills: (Theme) -> String) -> String {
    ":root{\(variables(.light, fills))}@media screen and (prefers-color-scheme:dark){:root{\(variables(.dark, fills))}}"
  }

  private static func variables(_ theme: Theme, _ fills: (Theme) -> String) -> String {
    let lines = [
      ("line", theme.line), ("faint", theme.faintLine), ("outline", theme.outline), ("frame", theme.frame),
    ]
    return lines.map { "--picture-\($0):\($1);" }.joined()
      + fills(theme)
  }
}
