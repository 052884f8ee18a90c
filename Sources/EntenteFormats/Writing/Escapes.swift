/// What a format writes in place of the bytes that mean something to it: quotes, markup, line breaks.
///
/// Those of the syntaxes that many formats are made of are here: ``xmlText``, ``xmlAttribute`` and ``json``.
public struct Escapes: Sendable {
  /// For every byte 0, or the number of its replacement.
  private let replacements: [UInt8]
  private let texts: [[UInt8]]
  /// The number of a replacement that is made only where two closing brackets stand before the byte.
  private let afterBrackets: UInt8
  /// The bytes to look for, in each lane of a vector, where they are few besides control characters; else none.
  private let needles: [SIMD16<UInt8>]
  /// Bytes below this one are looked for, too: all control characters, or none.
  private let control: SIMD16<UInt8>

  /// Replaces characters of ASCII by texts.
  ///
  /// - Parameters:
  ///   - pairs: the characters, each with its text.
  ///   - conditional: a character that is replaced only where `]]` stands before it, as XML asks of `>`.
  public init(_ pairs: [(UInt8, String)], afterBrackets conditional: (UInt8, String)? = nil) {
    var replacements = [UInt8](repeating: 0, count: 256)
    var texts: [[UInt8]] = [[]]
    for (byte, text) in pairs + [conditional].compactMap(\.self) {
      replacements[Int(byte)] = UInt8(truncatingIfNeeded: texts.count)
      texts.append(Array(text.utf8))
    }
    self.replacements = replacements
    self.texts = texts
    afterBrackets = conditional == nil ? 0 : UInt8(truncatingIfNeeded: texts.count - 1)
    let bytes = pairs.map(\.0) + [conditional?.0].compactMap(\.self)
    let visible = bytes.filter { $0 >= 0x20 }
    needles = visible.count > 5 ? [] : visible.map { SIMD16(repeating: $0) }
    control = SIMD16(repeating: visible.count < bytes.count ? 0x20 : 0)
  }

  /// Whether a glance at sixteen bytes at a time is enough to see that nothing is to be replaced.
  var isQuick: Bool { !needles.isEmpty }

  /// Whether something may have to be replaced in `count` bytes, behind which sixteen more can be read.
  @inline(__always)
  func mayReplace(in bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    var offset = 0
    while offset < count {
      let sixteen = UnsafeRawPointer(bytes + offset).loadUnaligned(as: SIMD16<UInt8>.self)
      var hits = sixteen .< control
      for needle in needles { hits = hits .| (sixteen .== needle) }
      let rest = count - offset
      if rest < 16 { hits = hits .& (Self.lanes .< SIMD16(repeating: UInt8(truncatingIfNeeded: rest))) }
      if any(hits) { return true }
      offset += 16
    }
    return false
  }

  private static let lanes = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)

  /// The number of the byte's replacement; 0 for none.
  subscript(byte: UInt8) -> UInt8 { replacements[Int(byte)] }

  /// What a byte becomes; the last two bytes before it decide for one of them.
  func text(_ replacement: UInt8, for byte: UInt8, after last: (UInt8, UInt8)) -> [UInt8]? {
    let bracket = UInt8(ascii: "]")
    if replacement == 0 || replacement == afterBrackets && last != (bracket, bracket) { return nil }
    return texts[Int(replacement)]
  }

  /// The text with all replaced. For what is made once.
  public func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if let replacement = self.text(self[byte], for: byte, after: last) {
        bytes += replacement
      } else {
        bytes.append(byte)
      }
      last = (last.1, byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
