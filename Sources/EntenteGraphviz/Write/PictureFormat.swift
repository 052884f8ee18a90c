public import EntenteFormats

/// The formats of pictures, for the list of formats that a user chooses from.
public enum PictureFormat: String, Sendable, CaseIterable {
  case svg, png, pdf

  /// The picture format of that name, if it is one.
  public init?(_ format: Format) {
    guard let picture = Self.allCases.first(where: { $0.format.name == format.name }) else { return nil }
    self = picture
  }

  /// How it is chosen, and what it is for.
  public var format: Format {
    switch self {
    case .svg:
      Format("SVG", endings: ["svg"], summary: "a picture for the web and for print, every relation an element")
    case .png: Format("PNG", endings: ["png"], summary: "a picture in dots")
    case .pdf: Format("PDF", endings: ["pdf"], summary: "a page to be printed, with its fonts")
    }
  }

  /// The picture as a file of the format.
  ///
  /// - Parameter dotsPerInch: how fine a PNG is.
  /// - Throws: ``PictureError`` when it cannot be made.
  public func bytes(of picture: Picture, dotsPerInch: Double) throws(PictureError) -> [UInt8] {
    switch self {
    case .svg: Array(picture.svg().utf8)
    case .png: try picture.png(dotsPerInch: dotsPerInch)
    case .pdf: try picture.pdf()
    }
  }
}
