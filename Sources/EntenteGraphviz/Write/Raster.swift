import CRSVG

/// Turns the picture's SVG into PNG and PDF, with librsvg and cairo.
enum Raster {
  /// A PNG of `svg`, which is `size` points large.
  static func png(_ svg: String, size: Size, dotsPerInch: Double) throws(PictureError) -> [UInt8] {
    let scale = dotsPerInch / 72
    let width = Int32((size.width * scale).rounded(.up))
    let height = Int32((size.height * scale).rounded(.up))
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height) else {
      throw PictureError.drawing("no image surface")
    }
    defer { cairo_surface_destroy(surface) }
    try draw(svg, on: surface, Box(left: 0, top: 0, right: size.width * scale, bottom: size.height * scale))
    let sink = Sink()
    let status = cairo_surface_write_to_png_stream(surface, Sink.write, Unmanaged.passUnretained(sink).toOpaque())
    guard status == CAIRO_STATUS_SUCCESS else {
      throw PictureError.drawing(String(cString: cairo_status_to_string(status)))
    }
    return PNG.withResolution(sink.bytes, dotsPerInch: dotsPerInch)
  }

  /// A PDF of one page with the picture in `area`, all in points.
  static func pdf(_ svg: String, page: Size, area: Box, title: String) throws(PictureError) -> [UInt8] {
    let sink = Sink()
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        Sink.write, Unmanaged.passUnretained(sink).toOpaque(), page.width, page.height)
    else { throw PictureError.drawing("no PDF surface") }
    defer { cairo_surface_destroy(surface) }
    title.withCString { cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, $0) }
    // Cairo would write the time of day: the same picture must be the same bytes.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    try draw(svg, on: surface, area)
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw PictureError.drawing(String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }

  private static func draw(_ svg: String, on surface: OpaquePointer, _ area: Box) throws(PictureError) {
    var error: UnsafeMutablePointer<GError>?
    let bytes = Array(svg.utf8)
    guard let handle = rsvg_handle_new_from_data(bytes, gsize(bytes.count), &error) else {
      throw failure(error)
    }
    defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
    guard let context = cairo_create(surface) else { throw PictureError.drawing("no drawing context") }
    defer { cairo_destroy(context) }
    var viewport = RsvgRectangle(x: area.left, y: area.top, width: area.width, height: area.height)
    guard rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else { throw failure(error) }
    cairo_show_page(context)
  }

  private static func failure(_ error: UnsafeMutablePointer<GError>?) -> PictureError {
    guard let error else { return PictureError.drawing("the picture could not be drawn") }
    defer { g_error_free(error) }
    return PictureError.drawing(error.pointee.message.map { String(cString: $0) } ?? "")
  }
}

/// Where cairo writes to.
private final class Sink {
  var bytes: [UInt8] = []

  static let write: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t = {
    closure, data, count in
    guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}

/// What cairo leaves out of a PNG: how large it is to be printed.
private enum PNG {
  /// The file with a chunk `pHYs` after its header chunk (PNG, third edition, 11.3.4.3).
  static func withResolution(_ png: [UInt8], dotsPerInch: Double) -> [UInt8] {
    let header = 8 + 25
    guard png.count > header else { return png }
    let perMetre = UInt32((dotsPerInch / 0.0254).rounded())
    let body = Array("pHYs".utf8) + bigEndian(perMetre) + bigEndian(perMetre) + [1]
    return Array(png[..<header]) + bigEndian(9) + body + bigEndian(checksum(body)) + Array(png[header...])
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }

  /// CRC-32 as PNG defines it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder & 1 == 1 ? 0xEDB8_8320 ^ (remainder >> 1) : remainder >> 1 }
    }
    return ~remainder
  }
}
