import CDrawing
import Synchronization

/// A face of the picture's fonts.
package struct Face: Hashable, Sendable {
  /// In points.
  var size: Double
  var bold = false
  var italic = false
}

/// A line of text as it will be drawn.
struct TextLine: Hashable, Sendable {
  var text: String
  /// In points, as shaped.
  let width: Double
  /// Whether it reads from right to left (Arabic, Hebrew).
  let rightToLeft: Bool
  /// Of which no installed font has a letter, if any.
  var lacking: Script?
}

/// Text broken into lines, and the room it takes.
struct TextBlock: Hashable, Sendable {
  let face: Face
  let lines: [TextLine]

  /// From one base line to the next, in points.
  var leading: Double { (face.size * 1.2 * 100).rounded() / 100 }
  /// From the top of the box to the first base line.
  var ascent: Double { face.size * 0.93 }
  var width: Double { lines.reduce(0) { max($0, $1.width) } }
  var height: Double { Double(lines.count) * leading }
  var size: Size { Size(width, height) }
}

/// Measures and wraps text with Pango: the shaper that also draws PNG and PDF, so that the widths are those drawn.
///
/// Lines break where Unicode lets them (UAX #14), also in Japanese and Chinese, which have no spaces.
///
/// Pango's layouts belong to one thread at a time: all that it measures goes through ``block(_:_:width:)``, one after the
/// other.
final class TextMeasurer: @unchecked Sendable {
  private let layout: OpaquePointer
  private let context: OpaquePointer
  /// The families to try, as Pango lists them.
  private let families: String
  private var blocks: [Key: TextBlock] = [:]
  private let lock = Mutex(())
  private var spaceWidths: [Face: Double] = [:]

  private struct Key: Hashable {
    let text: String
    let face: Face
    let width: Double?
    let breaksWords: Bool
  }

  /// Measures in the first of some families that has a letter, else in whatever has it.
  init(fonts: [String]) {
    families = fonts.joined(separator: ",")
    let map = pango_cairo_font_map_new()
    context = pango_font_map_create_context(map)
    g_object_unref(UnsafeMutableRawPointer(map))
    // Lengths as designed, not as fitted to some screen's pixels.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    layout = pango_layout_new(context)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// The families of the fonts that are installed here, in the order of the alphabet; none where Pango is not.
  static var installedFonts: [String] {
    guard DrawingLibrary.pango.problem == nil, let map = pango_cairo_font_map_new() else { return [] }
    defer { g_object_unref(UnsafeMutableRawPointer(map)) }
    var families: UnsafeMutablePointer<OpaquePointer?>?
    var count: Int32 = 0
    pango_font_map_list_families(map, &families, &count)
    defer { g_free(families) }
    let names = (0..<Int(count)).compactMap { families?[$0].flatMap(pango_font_family_get_name) }
    return Set(names.map { String(cString: $0) }).sorted()
  }

  /// `text` in lines of at most `width` points, or as many as its longest word needs, about equally long.
  ///
  /// Line breaks in `text` are kept. A `width` of `nil` breaks nowhere else; `breaksWords` breaks words that are longer.
  func block(_ text: String, _ face: Face, width: Double? = nil, breaksWords: Bool = false) -> TextBlock {
    let key = Key(text: text, face: face, width: width, breaksWords: breaksWords)
    return lock.withLock { _ in
      if let known = blocks[key] { return known }
      var block = TextBlock(face: face, lines: evenLines(text, face, width: width))
      if breaksWords, let width, block.width > width {
        block = TextBlock(face: face, lines: lines(text, face, width: width, PANGO_WRAP_WORD_CHAR))
      }
      blocks[key] = block
      return block
    }
  }

  /// The fewest lines that the width allows, then the narrowest width that needs no more of them.
  private func evenLines(_ text: String, _ face: Face, width: Double?) -> [TextLine] {
    var best = lines(text, face, width: width)
    guard let width, best.count > 1 else { return best }
    var low = width / 3
    var high = width
    while high - low > 1 {
      let middle = (low + high) / 2
      let tried = lines(text, face, width: middle)
      let widest = tried.reduce(0) { max($0, $1.width) }
      if tried.count <= best.count, widest <= best.reduce(0, { max($0, $1.width) }) {
        best = tried
        high = middle
      } else {
        low = middle
      }
    }
    return best
  }

  private func lines(
    _ text: String, _ face: Face, width: Double?, _ wrap: PangoWrapMode = PANGO_WRAP_WORD
  ) -> [TextLine] {
    let scale = Double(entente_pango_scale())
    let spaceWidth = self.spaceWidth(face)
    set(face)
    let bytes = Array(text.utf8)
    text.withCString { pango_layout_set_text(layout, $0, Int32(bytes.count)) }
    pango_layout_set_width(layout, width.map { Int32($0 * scale) } ?? -1)
    pango_layout_set_wrap(layout, wrap)

    let lacksLetters = pango_layout_get_unknown_glyphs_count(layout) > 0
    var result: [TextLine] = []
    for index in 0..<pango_layout_get_line_count(layout) {
      guard let line = pango_layout_get_line_readonly(layout, index) else { continue }
      var extent = PangoRectangle()
      pango_layout_line_get_extents(line, nil, &extent)
      let from = Int(line.pointee.start_index)
      let part = String(decoding: bytes[from..<from + Int(line.pointee.length)], as: UTF8.self)
      let trimmed = part.trimmingSpaces()
      let trailing = part == trimmed ? 0 : spaceWidth * Double(part.count - trimmed.count)
      result.append(
        TextLine(
          text: trimmed, width: max(0, Double(extent.width) / scale - trailing),
          rightToLeft: line.pointee.resolved_dir == UInt32(PANGO_DIRECTION_RTL.rawValue)))
    }
    guard lacksLetters else { return result }
    return result.map { line in
      var line = line
      line.lacking = lacking(line.text)
      return line
    }
  }

  /// The first script of a text that the font of the layout, and all that stand in for it, have not.
  private func lacking(_ text: String) -> Script? {
    Script.unusual(in: text).first { part in
      part.letters.withCString { pango_layout_set_text(layout, $0, Int32(part.letters.utf8.count)) }
      return pango_layout_get_unknown_glyphs_count(layout) > 0
    }?.script
  }

  private func spaceWidth(_ face: Face) -> Double {
    if let known = spaceWidths[face] { return known }
    set(face)
    pango_layout_set_width(layout, -1)
    pango_layout_set_text(layout, " ", 1)
    var extent = PangoRectangle()
    if let line = pango_layout_get_line_readonly(layout, 0) { pango_layout_line_get_extents(line, nil, &extent) }
    let width = Double(extent.width) / Double(entente_pango_scale())
    spaceWidths[face] = width
    return width
  }

  private func set(_ face: Face) {
    let font = pango_font_description_new()
    pango_font_description_set_family(font, families)
    pango_font_description_set_absolute_size(font, face.size * Double(entente_pango_scale()))
    pango_font_description_set_weight(font, face.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_style(font, face.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
  }
}

extension String {
  /// Without spaces at its ends.
  func trimmingSpaces() -> String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
