/// Turns texts into numbers, one for each character, that are equal where a quote and its document may differ: in white
/// space, in the form of quotation marks, and in how Unicode composes a letter. Nothing else is overlooked.
struct CharacterNumbers {
  private var numbers: [Character: UInt32] = [:]
  /// The characters with numbers beyond ASCII, whose characters are their own.
  private var characters: [Character] = []

  /// How many bytes have been read; each text is read once.
  private(set) var steps = 0

  /// The text's characters as numbers, with single spaces between words and none at its ends.
  mutating func numbers(of text: String) -> [UInt32] {
    var result: [UInt32] = []
    append(text, to: &result)
    return result
  }

  /// Appends the text's characters as numbers, with single spaces between words and none at its ends.
  mutating func append(_ text: String, to numbers: inout [UInt32]) {
    var line = Line(start: numbers.count)
    append(text, to: &numbers, &line)
  }

  /// The same for a text whose words are of interest: how many numbers stand before the end of each.
  mutating func numbers(of text: String, wordEnds: inout [Int]) -> [UInt32] {
    var result: [UInt32] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = result.last, let first = word.first {
        let isTogether = isWithoutSpaces(last) && first.isWrittenWithoutSpaces
        if !isTogether { result.append(Self.space) }
      }
      append(String(word), to: &result)
      wordEnds.append(result.count)
    }
    return result
  }

  /// A text that is being appended.
  private struct Line {
    let start: Int
    var isAfterSpace = false
    var endsWithoutSpaces = false
  }

  private mutating func append(_ text: String, to numbers: inout [UInt32], _ line: inout Line) {
    var text = text
    text.withUTF8 { bytes in
      steps += bytes.count
      var index = 0
      while index < bytes.count {
        var end = index + 1
        if bytes[index] < 0x80, end == bytes.count || bytes[end] < 0x80 {
          put(ascii: bytes[index], to: &numbers, &line)
        } else {
          // ASCII beside other characters may be part of theirs: an accent follows its letter.
          while end < bytes.count, bytes[end - 1] >= 0x80 || bytes[end] >= 0x80 { end += 1 }
          for character in String(decoding: bytes[index..<end], as: UTF8.self) { put(character, to: &numbers, &line) }
        }
        index = end
      }
    }
  }

  private mutating func put(ascii byte: UInt8, to numbers: inout [UInt32], _ line: inout Line) {
    if byte == UInt8(ascii: " ") || (0x09...0x0d).contains(byte) { return line.isAfterSpace = true }
    put(UInt32(byte), withoutSpaces: false, to: &numbers, &line)
  }

  private mutating func put(_ character: Character, to numbers: inout [UInt32], _ line: inout Line) {
    if character.isWhitespace { return line.isAfterSpace = true }
    put(
      number(of: Self.plain[character] ?? character), withoutSpaces: character.isWrittenWithoutSpaces, to: &numbers,
      &line)
  }

  private func put(_ number: UInt32, withoutSpaces: Bool, to numbers: inout [UInt32], _ line: inout Line) {
    // Chinese and Japanese have no spaces between words: a line break there is not one either.
    if line.isAfterSpace, numbers.count > line.start, !(line.endsWithoutSpaces && withoutSpaces) {
      numbers.append(Self.space)
    }
    line.isAfterSpace = false
    line.endsWithoutSpaces = withoutSpaces
    numbers.append(number)
  }

  private func isWithoutSpaces(_ number: UInt32) -> Bool {
    number >= Self.firstOfOthers && characters[Int(number - Self.firstOfOthers)].isWrittenWithoutSpaces
  }

  /// The text that numbers stand for.
  func text(_ numbers: some Sequence<UInt32>) -> String {
    String(
      numbers.map {
        $0 < Self.firstOfOthers ? Character(UnicodeScalar(UInt8($0))) : characters[Int($0 - Self.firstOfOthers)]
      })
  }

  static let space = UInt32(UInt8(ascii: " "))
  /// Stands between paragraphs: no character has it.
  static let separator = UInt32.max
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
