public import EntenteFormats

/// The formats of pictures, beside the text formats of `Exporters`.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  /// For the web and for further work: shapes and texts that a reader's program can read.
  case svg
  /// Pixels.
  case png
  /// Pixels in fewer bytes, for the web.
  case webp
  /// A page to print.
  case pdf

  /// The format as the list that users choose from has it.
  public var format: Format {
    switch self {
    case .svg: Format("SVG", endings: ["svg"], summary: "a picture for the web and for print", carries: Self.marked)
    case .png: Format("PNG", endings: ["png"], summary: "a picture in pixels", carries: Self.seen)
    case .webp: Format("WebP", endings: ["webp"], summary: "a picture in pixels, in fewer bytes", carries: Self.seen)
    case .pdf: Format("PDF", endings: ["pdf"], summary: "a picture as a page to print", carries: Self.seen)
    }
  }

  /// What can be seen in a picture.
  private static let seen: [Feature: Format.Support] = [
    .parallelRelations: .whole, .directions: .whole, .kinds: .whole, .aliases: .asText, .answers: .whole,
    .statuses: .whole, .documents: .asText, .title: .whole,
  ]

  /// What an SVG says besides: ids, dates as they are written, and the rest in the titles of its marks.
  private static let marked = seen.merging([
    .relationIDs: .whole, .relationDates: .whole, .entityNotes: .asText, .entityCitations: .asText, .existence: .asText,
    .accordingTo: .asText, .relationNotes: .asText, .citations: .asText,
  ]) { $1 }

  /// The picture format that has this entry in the list.
  public init?(_ format: Format) {
    guard let found = Self.allCases.first(where: { $0.format.name == format.name }) else { return nil }
    self = found
  }
}

extension Picture {
  /// The picture as a file of the format. PNG and WebP have 192 dots an inch, 200 % of a screen, unless they
  /// are told otherwise.
  ///
  /// - Throws: ``PictureError`` when PNG, WebP or PDF cannot be made.
  public func file(_ format: PictureFormat, dotsPerInch: Double = 192) throws(PictureError) -> [UInt8] {
    switch format {
    case .svg: Array(svg().utf8)
    case .png: try png(dotsPerInch: dotsPerInch)
    case .webp: try webp(dotsPerInch: dotsPerInch)
    case .pdf: try pdf()
    }
  }
}
