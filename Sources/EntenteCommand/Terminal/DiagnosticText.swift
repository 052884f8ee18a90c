import Entente

/// Diagnostics as a terminal shows them: what was found, the line it is about with a mark under it, and what helps.
///
/// ```
/// kurils.yaml:7:11: error: no relation type is called 'claimes'
///       - japan claimes southern-kurils
///               ^~~~~~~
///   did you mean 'claims'?
/// ```
struct DiagnosticText {
  /// Whether to use colour, for terminals.
  var isColoured = false

  /// The diagnostics' texts, one after the other.
  func text(of diagnostics: [Diagnostic]) -> String { diagnostics.map { text(of: $0) }.joined() }

  /// A diagnostic's text, each line of it ending with a line feed.
  func text(of diagnostic: Diagnostic) -> String { lines(of: diagnostic).map { $0 + "\n" }.joined() }

  /// The line that stands for diagnostics that are not shown.
  func text(of rest: DiagnosticDigest.Rest) -> String {
    Self.printable("\(rest); --all shows \(rest.count == 1 ? "it" : "them")") + "\n"
  }

  /// A diagnostic's lines.
  func lines(of diagnostic: Diagnostic) -> [String] {
    [headline(of: diagnostic)] + (diagnostic.place.map { marked($0) } ?? [])
      + diagnostic.finding.advice.map { "  " + Self.printable($0) }
      + diagnostic.related.flatMap { related in
        ["  \(Self.printable("\(related.place)")): \(Self.printable(related.message))"]
          + marked(related.place, indent: "    ", isOneMark: true)
      }
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    let place = diagnostic.place.map { coloured(Self.printable("\($0): "), .bold) } ?? ""
    let colour: Colour =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .magenta
      case .note: .cyan
      }
    return place + coloured("\(diagnostic.severity.rawValue): ", colour)
      + coloured(Self.printable(diagnostic.finding.message), .bold)
  }

  // MARK: - The line and its mark

  private func marked(_ place: SourcePlace, indent: String = "  ", isOneMark: Bool = false) -> [String] {
    guard let excerpt = place.excerpt(), !excerpt.text.isEmpty else { return [] }
    let left = excerpt.isCutBefore ? "…" : ""
    let shown = left + Self.printable(excerpt.text, keepsTabs: true) + (excerpt.isCutAfter ? "…" : "")
    // A tab is a tab in both lines, whatever its width.
    let before = left + Self.printable(String(excerpt.text.prefix(excerpt.start)), keepsTabs: true)
    let padding = before.map { character in
      character == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.columns(of: character))
    }
    let marked = excerpt.text.dropFirst(excerpt.start).prefix(isOneMark ? 1 : excerpt.length)
    let width = max(1, DisplayWidth.columns(of: Self.printable(String(marked), keepsTabs: true)))
    let mark = coloured("^" + String(repeating: "~", count: width - 1), .green)
    return [indent + shown, indent + padding.joined() + mark]
  }

  private static func printable(_ text: String, keepsTabs: Bool = false) -> String {
    Printable.text(text, keepsTabs: keepsTabs)
  }

  private enum Colour: Int {
    case bold = 1
    case red = 31
    case green = 32
    case magenta = 35
    case cyan = 36
  }

  private func coloured(_ text: String, _ colour: Colour) -> String {
    guard isColoured, !text.isEmpty else { return text }
    let weight = colour == .bold ? "" : "1;"
    return "\u{1b}[\(weight)\(colour.rawValue)m\(text)\u{1b}[0m"
  }
}
