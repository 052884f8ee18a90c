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
  /// A line that begins with the command's name.
  static func say(_ line: String) { write(line: "entente: \(line)") }

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
