import CDrawing

/// Turns the picture's SVG into PNG, WebP and PDF, with librsvg, cairo and libwebp.
enum Raster {
  /// What cairo or librsvg had to say against a picture.
  struct Failure: Error, Hashable {
    let message: String
  }

  /// A PNG of `svg`, which is `size` points large.
  static func png(_ svg: String, size: Size, dotsPerInch: Double) throws(Failure) -> [UInt8] {
    let (surface, _) = try image(svg, size: size, dotsPerInch: dotsPerInch, largestSide: 32_767, "cairo draws")
    defer { cairo_surface_destroy(surface) }
    let sink = Sink()
    try check(
      cairo_surface_write_to_png_stream(surface, Sink.write, Unmanaged.passUnretained(sink).toOpaque()))
    return PNG.withResolution(sink.bytes, dotsPerInch: dotsPerInch)
  }

  /// A lossless WebP of `svg`, which is `size` points large.
  static func webp(_ svg: String, size: Size, dotsPerInch: Double) throws(Failure) -> [UInt8] {
    if let problem = DrawingLibrary.libwebp.problem { throw Failure(message: problem) }
    let (surface, dots) = try image(svg, size: size, dotsPerInch: dotsPerInch, largestSide: 16_383, "WebP holds")
    defer { cairo_surface_destroy(surface) }
    cairo_surface_flush(surface)
    // Nothing shows through a picture, so that cairo's pixels, which hold colours by how much shows, are those of WebP.
    var file: UnsafeMutablePointer<UInt8>?
    let count = WebPEncodeLosslessBGRA(
      cairo_image_surface_get_data(surface), Int32(dots.width), Int32(dots.height),
      cairo_image_surface_get_stride(surface), &file)
    defer { WebPFree(file) }
    guard count > 0, let file else { throw Failure(message: "libwebp could not pack it") }
    return Array(UnsafeBufferPointer(start: file, count: count))
  }

  /// The picture in pixels, and how many there are; the surface is the caller's to destroy.
  private static func image(
    _ svg: String, size: Size, dotsPerInch: Double, largestSide: Double, _ whoLimits: String
  ) throws(Failure) -> (surface: OpaquePointer, dots: Size) {
    if let problem = DrawingLibrary.librsvg.problem { throw Failure(message: problem) }
    let scale = dotsPerInch / 72
    // What is so many dots wide but for the last digit is.
    let dots = Size((size.width * scale - 1e-6).rounded(.up), (size.height * scale - 1e-6).rounded(.up))
    guard max(dots.width, dots.height) <= largestSide else {
      throw Failure(
        message: "it would be \(decimal(dots.width, 0)) x \(decimal(dots.height, 0)) dots, and \(whoLimits) up to "
          + "\(decimal(largestSide, 0)) a side; ask for fewer dots per inch")
    }
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(dots.width), Int32(dots.height)) else {
      throw Failure(message: "no image surface")
    }
    do throws(Failure) {
      try check(cairo_surface_status(surface))
      try draw(svg, on: surface, Box(left: 0, top: 0, right: size.width * scale, bottom: size.height * scale))
    } catch {
      cairo_surface_destroy(surface)
      throw error
    }
    return (surface, dots)
  }

  /// A PDF of one page with the picture in `area`, all in points.
  static func pdf(_ svg: String, page: Size, area: Box, title: String) throws(Failure) -> [UInt8] {
    if let problem = DrawingLibrary.librsvg.problem { throw Failure(message: problem) }
    let sink = Sink()
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        Sink.write, Unmanaged.passUnretained(sink).toOpaque(), page.width, page.height)
    else { throw Failure(message: "no PDF surface") }
    defer { cairo_surface_destroy(surface) }
    try check(cairo_surface_status(surface))
    title.withCString { cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, $0) }
    // Cairo would write the time of day: the same picture must be the same bytes.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    try draw(svg, on: surface, area)
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface))
    return sink.bytes
  }

  private static func check(_ status: cairo_status_t) throws(Failure) {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw Failure(message: String(cString: cairo_status_to_string(status)))
    }
  }

  private static func draw(_ svg: String, on surface: OpaquePointer, _ area: Box) throws(Failure) {
    var error: UnsafeMutablePointer<GError>?
    let bytes = Array(svg.utf8)
    guard let handle = rsvg_handle_new_from_data(bytes, gsize(bytes.count), &error) else {
      throw failure(error)
    }
    defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
    guard let context = cairo_create(surface) else { throw Failure(message: "no drawing context") }
    defer { cairo_destroy(context) }
    try check(cairo_status(context))
    var viewport = RsvgRectangle(x: area.left, y: area.top, width: area.width, height: area.height)
    guard rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else { throw failure(error) }
    cairo_show_page(context)
    try check(cairo_status(context))
  }

  /// What librsvg has to say against an SVG; `nil` for one that it reads.
  static func problem(ofSVG svg: String) -> String? {
    var error: UnsafeMutablePointer<GError>?
    let bytes = Array(svg.utf8)
    guard let handle = rsvg_handle_new_from_data(bytes, gsize(bytes.count), &error) else {
      return failure(error).message
    }
    g_object_unref(UnsafeMutableRawPointer(handle))
    return nil
  }

  private static func failure(_ error: UnsafeMutablePointer<GError>?) -> Failure {
    guard let error else { return Failure(message: "the picture could not be drawn") }
    defer { g_error_free(error) }
    return Failure(message: error.pointee.message.map { String(cString: $0) } ?? "")
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
