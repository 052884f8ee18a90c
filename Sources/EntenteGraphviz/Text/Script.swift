/// A script that not every machine has a font for.
public struct Script: Sendable, Hashable {
  /// Its name in English: `Thai`.
  public let name: String
  /// The Debian package of a font that has it.
  public let package: String

  private struct Range {
    let first: UInt32
    let last: UInt32
    let name: String
  }

  /// The blocks of scripts beyond Latin, Greek and Cyrillic, by code point.
  private static let ranges = [
    Range(first: 0x0530, last: 0x058F, name: "Armenian"), Range(first: 0x0590, last: 0x05FF, name: "Hebrew"),
    Range(first: 0x0600, last: 0x06FF, name: "Arabic"), Range(first: 0x0700, last: 0x074F, name: "Syriac"),
    Range(first: 0x0750, last: 0x077F, name: "Arabic"), Range(first: 0x0780, last: 0x07BF, name: "Thaana"),
    Range(first: 0x0900, last: 0x097F, name: "Devanagari"), Range(first: 0x0980, last: 0x09FF, name: "Bengali"),
    Range(first: 0x0A00, last: 0x0A7F, name: "Gurmukhi"), Range(first: 0x0A80, last: 0x0AFF, name: "Gujarati"),
    Range(first: 0x0B00, last: 0x0B7F, name: "Oriya"), Range(first: 0x0B80, last: 0x0BFF, name: "Tamil"),
    Range(first: 0x0C00, last: 0x0C7F, name: "Telugu"), Range(first: 0x0C80, last: 0x0CFF, name: "Kannada"),
    Range(first: 0x0D00, last: 0x0D7F, name: "Malayalam"), Range(first: 0x0D80, last: 0x0DFF, name: "Sinhala"),
    Range(first: 0x0E00, last: 0x0E7F, name: "Thai"), Range(first: 0x0E80, last: 0x0EFF, name: "Lao"),
    Range(first: 0x0F00, last: 0x0FFF, name: "Tibetan"), Range(first: 0x1000, last: 0x109F, name: "Burmese"),
    Range(first: 0x10A0, last: 0x10FF, name: "Georgian"), Range(first: 0x1100, last: 0x11FF, name: "Korean"),
    Range(first: 0x1200, last: 0x137F, name: "Ethiopic"), Range(first: 0x13A0, last: 0x13FF, name: "Cherokee"),
    Range(first: 0x1780, last: 0x17FF, name: "Khmer"), Range(first: 0x1800, last: 0x18AF, name: "Mongolian"),
    Range(first: 0x2E80, last: 0x303F, name: "Chinese"), Range(first: 0x3040, last: 0x30FF, name: "Japanese"),
    Range(first: 0x3130, last: 0x318F, name: "Korean"), Range(first: 0x3400, last: 0x9FFF, name: "Chinese"),
    Range(first: 0xAC00, last: 0xD7AF, name: "Korean"), Range(first: 0xF900, last: 0xFAFF, name: "Chinese"),
    Range(first: 0x1F300, last: 0x1FAFF, name: "emoji"), Range(first: 0x20000, last: 0x3FFFF, name: "Chinese"),
  ]

  private init(_ name: String) {
    self.name = name
    switch name {
    case "Chinese", "Japanese", "Korean": package = "fonts-noto-cjk"
    case "emoji": package = "fonts-noto-color-emoji"
    default: package = "fonts-noto-core"
    }
  }

  /// The parts of a text by their scripts, but for Latin and what else every font has; those of no script that is known
  /// here are called by the code of the highest character.
  static func unusual(in text: String) -> [(script: Script, letters: String)] {
    var parts: [(script: Script, letters: String)] = []
    for scalar in text.unicodeScalars where scalar.value >= 0x0530 {
      let range = ranges.first { $0.first <= scalar.value && scalar.value <= $0.last }
      let script = Script(range?.name ?? "U+" + String(scalar.value, radix: 16, uppercase: true))
      if let place = parts.firstIndex(where: { $0.script == script }) {
        parts[place].letters.unicodeScalars.append(scalar)
      } else {
        parts.append((script, String(Character(scalar))))
      }
    }
    return parts
  }
}
