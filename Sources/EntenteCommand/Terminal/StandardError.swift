import Entente
import EntenteFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one way to say something to people: standard output carries data and nothing else.
enum StandardError {
  /// Diagnostics with the lines that they are about.
  static func write(_ digest: DiagnosticDigest) {
    guard !digest.lines.isEmpty else { return }
    let text = DiagnosticText(isColoured: isColoured)
    // One writer for all: there can be tens of thousands.
    try? ByteWriter.descriptor(2) { writer in
      for line in digest.lines {
        switch line {
        case .diagnostic(let diagnostic): try writer.write(text: text.text(of: diagnostic))
        case .more(let rest): try writer.write(text: text.text(of: rest))
        }
      }
    }
  }

  /// A line that begins with the command's name.
  static func say(_ line: String) { write(line: "entente: \(Printable.text(line, keepsLines: true))") }

  /// A line as it is.
  static func write(line: String) { write(text: line + "\n") }

  /// A text as it is, without a line's end.
  static func write(text: String) {
    // Whoever has closed standard error does not want to hear of it.
    try? ByteWriter.descriptor(2) { try $0.write(text: text) }
  }

  /// Whether standard error is a terminal whose user wants colour (https://no-color.org).
  static var isColoured: Bool {
    guard isatty(2) == 1 else { return false }
    guard let wish = getenv("NO_COLOR") else { return true }
    return wish.pointee == 0
  }
}
