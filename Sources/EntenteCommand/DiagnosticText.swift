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
  /// The line of a file that a place is in; `nil` when it has none.
  let sourceLine: (SourcePlace) -> String?

  /// The diagnostics' texts, one after the other, each ending with a line feed.
  func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { lines(of: $0).map { $0 + "\n" }.joined() }.joined()
  }

  /// A diagnostic's lines.
  func lines(of diagnostic: Diagnostic) -> [String] {
    [headline(of: diagnostic)] + (diagnostic.place.map { marked($0, length: diagnostic.length) } ?? [])
      + diagnostic.finding.advice.map { "  " + Self.printable($0) }
      + diagnostic.related.flatMap { related in
        ["  \(Self.printable("\(related.place)")): \(Self.printable(related.message))"]
          + marked(related.place, length: 1, indent: "    ")
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

  /// How many columns of a long line are shown, and how many of them before the mark.
  private static let (longestLine, lead) = (140, 60)

  private func marked(_ place: SourcePlace, length: Int, indent: String = "  ") -> [String] {
    guard place.column > 0, let line = sourceLine(place), !line.isEmpty else { return [] }
    let scalars = Array(line.unicodeScalars)
    let start = min(place.column - 1, scalars.count)
    let first = scalars.count > Self.longestLine && start > Self.lead ? start - Self.lead : 0
    let last = min(scalars.count, first + Self.longestLine)
    let end = min(max(start + length, start + 1), max(last, start + 1))
    func part(_ range: Range<Int>) -> String {
      Self.printable(String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)])), keepsTabs: true)
    }
    let left = first > 0 ? "…" : ""
    let shown = left + part(first..<last) + (last < scalars.count ? "…" : "")
    // A tab is a tab in both lines, whatever its width.
    let padding = (left + part(first..<start)).map { character in
      character == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.columns(of: character))
    }
    let width = max(1, DisplayWidth.columns(of: part(start..<end)))
    let mark = coloured("^" + String(repeating: "~", count: width - 1), .green)
    return [indent + shown, indent + padding.joined() + mark]
  }

  // MARK: - Characters

  /// A text that can do nothing to a terminal: what is invisible and has an effect there is shown as `�`.
  private static func printable(_ text: String, keepsTabs: Bool = false) -> String {
    let scalars = text.unicodeScalars.map { scalar -> UnicodeScalar in
      if scalar == "\t" { return keepsTabs ? scalar : " " }
      if scalar == "\n" { return " " }
      return scalar.properties.generalCategory == .control || scalar.properties.isBidiControl ? "\u{fffd}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
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
