import Entente
import EntenteFormats

/// The colours of a picture, each as `#rrggbb`.
///
/// ```swift
/// var theme = Theme.light
/// theme.background = "#fbf7ee"
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

  /// Colours on white, for the web and for colour print.
  public static let light = Theme(
    background: "#ffffff", text: "#1a1a1a", mutedText: "#555555", line: StatusLine.plain.colour,
    faintLine: "#8a8a8a", outline: "#2b2b2b", frame: "#9a9a9a",
    fills: Kind.Colour.allCases.map(\.fill))

  /// Colours on a dark ground, for the screen.
  public static let dark = Theme(
    background: "#14171c", text: "#f2f2f2", mutedText: "#b4bac4", line: "#c9ced6", faintLine: "#7d8591",
    outline: "#e6e6e6", frame: "#6b7280",
    fills: [
      "#bc3c50", "#305dc5", "#666035", "#1b4f64", "#6e4893", "#99405a", "#5b6e11", "#5d6272",
      "#2b6f8c", "#525000", "#46423a", "#6b4a2b", "#3a5e3d", "#7a5760", "#33454d", "#4e427a",
    ])

  /// Greys on white, for black-and-white print: kinds are told apart by their shapes.
  public static let print = Theme(
    background: "#ffffff", text: "#1a1a1a", mutedText: "#555555", line: StatusLine.plain.colour,
    faintLine: "#8a8a8a", outline: "#2b2b2b", frame: "#9a9a9a", fills: ["#ffffff", "#e4e4e4"])

  /// The fill of the kinds of a colour.
  func fill(_ colour: Kind.Colour) -> String {
    guard !fills.isEmpty, let place = Kind.Colour.allCases.firstIndex(of: colour) else { return background }
    return fills[place % fills.count]
  }
}
