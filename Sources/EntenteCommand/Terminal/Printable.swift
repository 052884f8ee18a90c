/// Texts that can do nothing to a terminal, whatever file they come from.
enum Printable {
  /// The text on one line: what is invisible and has an effect on a terminal is shown as `�`.
  static func text(_ text: String, keepsTabs: Bool = false, keepsLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
    let scalars = text.unicodeScalars.map { scalar -> UnicodeScalar in
      if scalar == "\t" { return keepsTabs ? scalar : " " }
      if scalar == "\n" { return keepsLines ? scalar : " " }
      return scalar.properties.generalCategory == .control || scalar.properties.isBidiControl ? "\u{fffd}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
