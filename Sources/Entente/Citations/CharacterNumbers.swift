/// Turns texts into numbers, one for each character, that are equal where a quote and its document may differ: in white
/// space, in the form of quotation marks, and in how Unicode composes a letter. Nothing else is overlooked.
struct CharacterNumbers {
  private var numbers: [Character: UInt32] = [:]
  /// The characters with numbers beyond ASCII, whose characters are their own.
  private var characters: [Character] = []

  /// The text's characters as numbers, with single spaces between words and none at its ends.
  mutating func numbers(of text: String) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(text.utf8.count)
    var last: Character?
    var isAfterSpace = false
    for character in text {
      if character.isWhitespace {
        isAfterSpace = true
        continue
      }
      // Chinese and Japanese have no spaces between words: a line break there is not one either.
      if isAfterSpace, let last, !(last.isWrittenWithoutSpaces && character.isWrittenWithoutSpaces) {
        result.append(Self.space)
      }
      isAfterSpace = false
      last = character
      result.append(number(of: Self.plain[character] ?? character))
    }
    return result
  }

  /// The text that numbers stand for.
  func text(_ numbers: some Sequence<UInt32>) -> String {
    String(
      numbers.map {
        $0 < Self.firstOfOthers ? Character(UnicodeScalar(UInt8($0))) : characters[Int($0 - Self.firstOfOthers)]
      })
  }

  static let space = UInt32(UInt8(ascii: " "))
  private static let firstOfOthers: UInt32 = 128

  private mutating func number(of character: Character) -> UInt32 {
    if let ascii = character.asciiValue { return UInt32(ascii) }
    if let known = numbers[character] { return known }
    let number = Self.firstOfOthers + UInt32(characters.count)
    numbers[character] = number
    characters.append(character)
    return number
  }

  /// Typographic quotation marks, with those that a keyboard has.
  private static let plain: [Character: Character] = [
    "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "«": "\"", "»": "\"", "＂": "\"",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'", "＇": "'",
  ]
}

extension Character {
  /// Whether it belongs to a script that has no spaces between words: Chinese characters, kana and their punctuation.
  var isWrittenWithoutSpaces: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    return (0x2e80...0x30ff).contains(scalar) || (0x3400...0x4dbf).contains(scalar)
      || (0x4e00...0x9fff).contains(scalar) || (0xf900...0xfaff).contains(scalar)
      || (0xff00...0xff9f).contains(scalar) || (0x20000...0x3ffff).contains(scalar)
  }
}
