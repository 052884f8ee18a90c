public import Entente
public import EntenteFormats

/// Pictures as exporters: `Exporters.all + Pictures.all` is a list of texts and pictures.
///
/// ```swift
/// try await graph.write(.svg, to: "kurils.svg")
/// try await graph.write(PictureExporter(.png, options, dotsPerInch: 300), to: "kurils.png")
/// ```
///
/// What there is to say about a picture goes to `ExportOptions.remark`. ``Entente/Selection/picture(_:)`` does the same in
/// two steps.
public struct PictureExporter: Exporter {
  /// What a picture shows of a selection.
  public enum Subject: Sendable, Hashable {
    /// What it holds.
    case selection
    /// What it holds in each of some years, beside each other.
    case filmstrip([Int64])
    /// What came and what went between two times.
    case comparison(YearRange, YearRange)
  }

  /// Which of the formats it writes.
  public let kind: PictureFormat
  /// How pictures are drawn.
  public var picture: PictureOptions
  /// What they show.
  public var subject: Subject
  /// How fine a PNG is.
  public var dotsPerInch: Double

  /// An exporter of pictures that are drawn so; a PNG has 192 dots an inch unless it is told otherwise.
  public init(
    _ kind: PictureFormat, _ picture: PictureOptions = PictureOptions(), of subject: Subject = .selection,
    dotsPerInch: Double = 192
  ) {
    self.kind = kind
    self.picture = picture
    self.subject = subject
    self.dotsPerInch = dotsPerInch
  }

  /// What pictures of this format carry.
  public var format: Format { kind.format }

  /// Draws the selection, and writes the picture. Steady pictures of many years with the same options are laid out once.
  ///
  /// - Throws: ``PictureError`` when there can be no picture; `CancellationError` where the task was cancelled.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) async throws {
    try writer.write(try await drawn(selection, options).file(kind, dotsPerInch: dotsPerInch))
  }

  private func drawn(_ selection: Selection, _ options: ExportOptions) async throws -> Picture {
    guard subject == .selection, picture.isSteady(for: selection.filter.years) else {
      return try await laidOut(selection, options)
    }
    let whole = selection.withoutYears
    let name = "picture \(whole.filter) \(picture)"
    return try await options.shared.part(name, of: selection.graph) { try await laidOut(whole, options) }
      .painting(selection)
  }

  /// Draws, and says what there is to say about it.
  private func laidOut(_ selection: Selection, _ options: ExportOptions) async throws -> Picture {
    let drawn =
      switch subject {
      case .selection: try await selection.picture(picture)
      case .filmstrip(let years): try await selection.filmstrip(years: years, picture)
      case .comparison(let before, let after): try await selection.comparison(of: before, with: after, picture)
      }
    if let remark = options.remark { drawn.notes.forEach(remark) }
    return drawn
  }
}

/// The pictures that Entente draws, in the order in which they are shown to users.
public enum Pictures {
  /// All of them, drawn by the defaults.
  public static let all: [any Exporter] = PictureFormat.allCases.map { PictureExporter($0) }
}

extension Exporter where Self == PictureExporter {
  /// A picture for the web and for further work.
  public static var svg: PictureExporter { PictureExporter(.svg) }
  /// A picture in pixels.
  public static var png: PictureExporter { PictureExporter(.png) }
  /// A picture in pixels, in fewer bytes.
  public static var webp: PictureExporter { PictureExporter(.webp) }
  /// A picture as a page to print.
  public static var pdf: PictureExporter { PictureExporter(.pdf) }
}
