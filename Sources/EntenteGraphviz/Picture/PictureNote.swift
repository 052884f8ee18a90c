public import Entente

/// Something about a picture that the person who asked for it should know.
public enum PictureNote: Sendable, Hashable {
  /// What it is drawn for: a sheet, as `A3, across`, or its own size, as `89mm, 131 mm high`.
  case drawnFor(String)
  /// It is too large for every sheet up to A1: its size in millimetres, and the command's options for a selection that
  /// is not, where one was found.
  case onlyForScreen(width: Double, height: Double, instead: String?)
  /// No installed font has the letters of a script: boxes stand in their place.
  case lacksFont(Script)
  /// Of more than eight sides, so many have no colour.
  case sidesWithoutColour(Int)
  /// What the measure of the finished picture still finds: how often, and what.
  case remains(Int, String)
}

extension PictureNote: CustomStringConvertible {
  /// The note as a line for standard error: `drawn for A3, across`.
  public var description: String {
    switch self {
    case .drawnFor(let sheet): "drawn for \(sheet)"
    case .onlyForScreen(let width, let height, let instead):
      "drawn for the screen: at a readable size it is \(Int(width.rounded())) x \(Int(height.rounded())) mm, "
        + "larger than A1" + (instead.map { "; \($0) would fit" } ?? "")
    case .lacksFont(let script):
      "no font here has \(script.name) letters, and boxes stand in their place; "
        + "the Debian package \(script.package) has one"
    case .sidesWithoutColour(let count):
      "eight colours can be told apart: \(count) more \(count == 1 ? "side has" : "sides have") none"
    case .remains(let count, let what): "left in the picture: \(what) (\(count))"
    }
  }

  /// Whether it is a warning, and no mere information.
  public var isWarning: Bool {
    if case .drawnFor = self { false } else { true }
  }
}

/// What `ExportOptions.remark` hears of.
extension PictureNote: Finding {
  /// A warning, or a note that only informs.
  public var severity: Severity { isWarning ? .warning : .note }
  /// The note as a line.
  public var message: String { description }
}
