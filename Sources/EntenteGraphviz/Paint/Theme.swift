import Entente
import EntenteFormats

/// The colours of a picture, each as `#rrggbb`, and its fonts.
///
/// ```swift
/// var theme = Theme.light
/// theme.background = "#fbf7ee"
/// theme.fonts = ["Georgia"] + theme.fonts
/// options.theme = theme
/// ```
public struct Theme: Sendable, Hashable {
  /// What the picture stands on.
  public var background: String
  /// Names, and what relations say.
  public var text: String
  /// Dates, other names, captions.
  public var mutedText: String
  /// Relations' lines and arrow heads.
  public var line: String
  /// The same where it is only possible that the relation held.
  public var faintLine: String
  /// Outlines of entities.
  public var outline: String
  /// Frames of cards.
  public var frame: String
  /// The fills of kinds, in the order of `Kind.Colour`; taken anew from the first where there are more kinds.
  ///
  /// In ``light`` and ``dark``, any two of the first eight differ by a CIEDE2000 of 6 or more, any two of all by 3, for all
  /// kinds of colour vision.
  public var fills: [String]
  /// The fills of up to eight sides, where colours mean sides; more have the first ones again.
  ///
  /// In ``light`` and ``dark``, any two of them, and each of them and ``neutral``, differ by a CIEDE2000 of 13 or more for all
  /// kinds of colour vision.
  public var sides: [String]
  /// The fill of what is on no side.
  public var neutral: String
  /// The families of the fonts, the first one first: another stands in where it is not there, or has no such letter.
  /// Texts are measured in what is there when the picture is made, and room is made for them.
  ///
  /// The first ones here have the widths of Arial, so that a picture looks the same where another of them stands in.
  public var fonts = [
    "Liberation Sans", "Arimo", "Arial", "Helvetica", "Noto Sans CJK JP", "Noto Sans", "DejaVu Sans", "sans-serif",
  ]

  /// What stands beside the credit.
  public var logo: Logo?

  /// Colours on white, for the web and for colour print.
  public static let light = Theme(
    background: "#ffffff", text: "#1a1a1a", mutedText: "#555555", line: StatusLine.plain.colour,
    faintLine: "#8a8a8a", outline: "#2b2b2b", frame: "#9a9a9a",
    fills: Kind.Colour.allCases.map(\.fill),
    sides: ["#8688dc", "#e7a65b", "#87847d", "#f5c8fd", "#b7bfa6", "#b37547", "#d2ffb6", "#60b4b5"],
    neutral: "#ffffff")

  /// Colours on a dark ground, for the screen.
  public static let dark = Theme(
    background: "#14171c", text: "#f2f2f2", mutedText: "#b4bac4", line: "#c9ced6", faintLine: "#7d8591",
    outline: "#e6e6e6", frame: "#6b7280",
    fills: [
      "#bc3c50", "#305dc5", "#666035", "#1b4f64", "#6e4893", "#99405a", "#5b6e11", "#5d6272",
      "#2b6f8c", "#525000", "#46423a", "#6b4a2b", "#3a5e3d", "#7a5760", "#33454d", "#4e427a",
    ],
    sides: ["#23438b", "#9a6023", "#371b0d", "#524852", "#267588", "#616b58", "#290a46", "#74330a"],
    neutral: "#14171c")

  /// Greys on white, for black-and-white print: kinds are told apart by their shapes.
  public static let print = Theme(
    background: "#ffffff", text: "#1a1a1a", mutedText: "#555555", line: StatusLine.plain.colour,
    faintLine: "#8a8a8a", outline: "#2b2b2b", frame: "#9a9a9a", fills: ["#ffffff", "#e4e4e4"],
    sides: ["#919191", "#d2d2d2", "#b1b1b1", "#f1f1f1", "#848484", "#c1c1c1", "#a1a1a1", "#e2e2e2"],
    neutral: "#ffffff")

  /// The fonts as CSS lists them.
  var fontFamily: String {
    fonts.map { font in
      let text = font.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
      return font.allSatisfy { $0.isLetter || $0 == "-" } ? font : "'\(text)'"
    }.joined(separator: ",")
  }

  /// The fill of a shape whose look has a colour.
  func fill(_ fill: Fill, _ colour: Kind.Colour) -> String {
    switch fill {
    case .kind: self.fill(colour)
    case .neutral: neutral
    case .side(let place): sides.isEmpty ? neutral : sides[place % sides.count]
    }
  }

  /// The fill of the kinds of a colour.
  func fill(_ colour: Kind.Colour) -> String {
    guard !fills.isEmpty, let place = Kind.Colour.allCases.firstIndex(of: colour) else { return background }
    return fills[place % fills.count]
  }
}
