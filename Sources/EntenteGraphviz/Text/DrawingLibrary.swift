import CDrawing

/// The libraries that are opened when something is drawn: who draws nothing need not have them.
enum DrawingLibrary {
  /// Measures text, for every picture.
  case pango
  /// Makes PNG, WebP and PDF.
  case librsvg
  /// Packs WebP.
  case libwebp

  /// Why nothing can be drawn with it here, and what to install; `nil` when it is there.
  var problem: String? {
    switch self {
    case .pango:
      entente_pango_problem().map {
        "pictures need Pango, and \(String(cString: $0))\n  "
          + "'apt-get install libpangocairo-1.0-0' or 'brew install pango' installs it"
      }
    case .librsvg:
      entente_librsvg_problem().map {
        "PNG, WebP and PDF need librsvg, and \(String(cString: $0))\n  "
          + "'apt-get install librsvg2-2' or 'brew install librsvg' installs it; SVG does without"
      }
    case .libwebp:
      entente_libwebp_problem().map {
        "WebP needs libwebp, and \(String(cString: $0))\n  "
          + "'apt-get install libwebp7' or 'brew install webp' installs it; PNG does without"
      }
    }
  }
}
