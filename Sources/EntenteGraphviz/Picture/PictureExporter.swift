public import EntenteFormats
public import Entente

/// Writes selections as pictures: an exporter like the others, which has to wait for the layout.
///
/// ```swift
/// try await graph.selecting(filter).write(.svg, to: "1956.svg")
/// ```
public struct PictureExporter: Exporter {
  /// What kind of file.
  public let kind: PictureFormat
  /// How it is drawn.
  public var options: PictureOptions
  /// How fine a PNG is, in dots per inch.
  public var dotsPerInch = 192.0

  /// Pictures of this kind, drawn so.
  public init(_ kind: PictureFormat, _ options: PictureOptions = PictureOptions()) {
    self.kind = kind
    self.options = options
  }

  /// What a picture is and carries.
  public var format: Format { kind.format }

  /// Writes the picture.
  ///
  /// - Throws: ``PictureError`` when there is none; `CancellationError` where the task was cancelled; `WriteError` when the
  ///   bytes cannot be delivered.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) async throws {
    let picture = try await selection.picture(self.options)
    try writer.write(try picture.file(kind, dotsPerInch: dotsPerInch))
  }
}

extension Exporter where Self == PictureExporter {
  /// SVG, as it is drawn without being told otherwise.
  public static var svg: PictureExporter { PictureExporter(.svg) }
  /// PNG of 192 dots an inch.
  public static var png: PictureExporter { PictureExporter(.png) }
  /// PDF: a page of the sheet that the picture is drawn for.
  public static var pdf: PictureExporter { PictureExporter(.pdf) }
}
