import Entente

/// Why there is no picture.
public enum PictureError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Graphviz could not lay the graph out, in its own words.
  case layout(String)
  /// PNG or PDF could not be made, in the drawing library's words.
  case drawing(String)
  /// It has more entities and relations than anybody could read, and a layout would take minutes: how many, and the
  /// command's options for a selection that can be drawn, where one was found.
  case tooLarge(Int, instead: String?)
  /// It was not drawn in the time that the options allow.
  case tookTooLong
  /// A PNG cannot be so fine, in dots per inch: ``Picture/finenesses`` are.
  case fineness(Double)
  /// A width, a proportion or a size of text that no picture has, in words that say which ones have.
  case measure(String)
  /// Colours were to mean an attribute that no entity has: its name, and those that entities have.
  case noAttribute(String, known: [String])
  /// A picture was to paint a selection that holds what it has no places for.
  case otherSelection
  /// It does not fit the sheet or the width that was asked for: which one, the smallest that would do, and the command's
  /// options for what would fit, where there are any.
  case doesNotFit(sheet: String, needed: String?, instead: String?)

  /// The error as a message.
  public var description: String {
    switch self {
    case .layout(let message): "the graph could not be laid out: \(message)"
    case .drawing(let message): "the picture could not be made: \(message)"
    case .tooLarge(let count, let instead):
      "\(count) entities and relations are too many for one picture: up to \(Effort.largestPicture) can be drawn"
        + (instead.map { "\n  what can be drawn: \($0)" } ?? "")
    case .tookTooLong:
      "the picture was not drawn in its time: --quick takes the first arrangement, --around a part of it, --timeout more time"
    case .fineness(let dots):
      "a PNG has \(Int(Picture.finenesses.lowerBound)) to \(Int(Picture.finenesses.upperBound)) dots per inch, not \(dots)"
    case .measure(let message): message
    case .noAttribute(let name, let known):
      (["no entity has the attribute '\(name)'"]
        + (known.isEmpty ? [] : ["known: " + known.prefix(16).joined(separator: ", ")])
        + Entente.Wording.didYouMean(NearestName.of(name, among: known))).joined(separator: "\n  ")
    case .otherSelection:
      "the picture has no places for this selection: it paints what it shows itself, narrowed by years"
    case .doesNotFit(let sheet, let needed, let instead):
      "at a readable size the picture does not fit \(sheet): it needs \(needed ?? "more than A1")"
        + (instead.map { "\n  what fits: \($0)" } ?? "")
    }
  }
}
