public import EntenteFormats

/// The formats of pictures, beside the text formats of `Exporters`.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  /// For the web and for further work: shapes and texts that a reader's program can read.
  case svg
  /// Pixels.
  case png
  /// A page to print.
  case pdf

  /// The format as the list that users choose from has it.
  public var format: Format {
    switch self {
    case .svg:
      Format("SVG", endings: ["svg"], summary: "a picture for the web and for print", carries: Self.carriedBySVG)
    case .png: Format("PNG", endings: ["png"], summary: "a picture in pixels", carries: Self.carriedByPixels)
    case .pdf: Format("PDF", endings: ["pdf"], summary: "a picture as a page to print", carries: Self.carriedByPixels)
    }
  }

  /// Titles have in words what has no place in a drawing: notes, citations and who says so.
  private static let carriedBySVG: [Feature: Format.Support] = [
    .parallelRelations: .whole, .relationIDs: .whole, .directions: .whole, .kinds: .whole, .title: .whole,
    .relationDates: .whole, .statuses: .whole, .aliases: .asText, .existence: .asText, .entityNotes: .asText,
    .entityCitations: .asText, .relationNotes: .asText, .citations: .asText, .accordingTo: .asText, .documents: .asText,
  ]

  /// What is seen on paper.
  private static let carriedByPixels: [Feature: Format.Support] = [
    .parallelRelations: .asText, .directions: .asText, .kinds: .asText, .title: .asText, .relationDates: .asText,
    .statuses: .asText, .aliases: .asText, .documents: .asText,
  ]

  /// The picture format that has this entry in the list.
  public init?(_ format: Format) {
    guard let found = Self.allCases.first(where: { $0.format.name == format.name }) else { return nil }
    self = found
  }
}

extension Picture {
  /// The picture as a file of the format. PNG has 192 dots an inch, 200 % of a screen, unless it is told otherwise.
  ///
  /// - Throws: ``PictureError`` when PNG or PDF cannot be made.
  public func file(_ format: PictureFormat, dotsPerInch: Double = 192) throws(PictureError) -> [UInt8] {
    switch format {
    case .svg: Array(svg().utf8)
    case .png: try png(dotsPerInch: dotsPerInch)
    case .pdf: try pdf()
    }
  }
}
