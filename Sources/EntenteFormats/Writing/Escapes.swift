/// What a format writes in place of the bytes that mean something to it: quotes, markup, line breaks.
package struct Escapes: Sendable {
  /// For every byte 0, or the number of its replacement.
  private let replacements: [UInt8]
  private let texts: [[UInt8]]

  /// Replaces the keys' characters, which are ASCII, by their values.
  init(_ pairs: [(UInt8, String)]) {
    var replacements = [UInt8](repeating: 0, count: 256)
    var texts: [[UInt8]] = [[]]
    for (byte, text) in pairs {
      replacements[Int(byte)] = UInt8(texts.count)
      texts.append(Array(text.utf8))
    }
    self.replacements = replacements
    self.texts = texts
  }

  subscript(byte: UInt8) -> UInt8 { replacements[Int(byte)] }
  func text(_ replacement: UInt8) -> [UInt8] { texts[Int(replacement)] }

  /// The text with all replaced. For what is made once.
  func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      let replacement = self[byte]
      if replacement == 0 { bytes.append(byte) } else { bytes += self.text(replacement) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
