/// A quote as it is looked up, with what should stand right before it and right after.
struct WantedQuote {
  let quote: [UInt32]
  /// Where each word of the quote ends.
  private(set) var wordEnds: [Int] = []
  private let text: String
  private let prefix: [UInt32]
  private let suffix: [UInt32]

  init(_ text: String, prefix: String?, suffix: String?, in numbers: inout CharacterNumbers) {
    self.text = text
    quote = numbers.numbers(of: text, wordEnds: &wordEnds)
    self.prefix = numbers.numbers(of: prefix ?? "")
    self.suffix = numbers.numbers(of: suffix ?? "")
  }

  /// The first words, with single spaces between them.
  func words(_ count: Int) -> String {
    text.split(whereSeparator: \.isWhitespace).prefix(count).joined(separator: " ")
  }

  /// What stands between signs for words that are left out: `…`, `...`, `[…]`.
  var parts: [String] {
    text.replacing("...", with: "…").split(separator: "…").map { $0.trimming(" \n\t[]()") }.filter { !$0.isEmpty }
  }

  /// Whether prefix and suffix stand around an occurrence.
  func hasContext(at range: Range<Int>, in text: CitedText) -> Bool {
    (prefix.isEmpty || WordRuns.has(prefix, before: range, in: text))
      && (suffix.isEmpty || WordRuns.has(suffix, after: range, in: text))
  }
}

/// Several occurrences of one quote, to tell them apart by the words around them.
struct Surroundings {
  let occurrences: [Range<Int>]
  let text: CitedText

  /// The most words that are tried.
  private static let most = 8

  /// The fewest words before one occurrence that stand before none of the others.
  func shortestPrefix(of index: Int) -> [UInt32]? {
    let before = text.before(occurrences[index].lowerBound)
    return shortest(of: index, { WordRuns.last($0, of: before) }) { WordRuns.has($0, before: $1, in: text) }
  }

  /// The fewest words after one occurrence that stand after none of the others.
  func shortestSuffix(of index: Int) -> [UInt32]? {
    let after = text.after(occurrences[index].upperBound)
    return shortest(of: index, { WordRuns.first($0, of: after) }) { WordRuns.has($0, after: $1, in: text) }
  }

  private func shortest(
    of index: Int, _ words: (Int) -> ArraySlice<UInt32>, stands: ([UInt32], Range<Int>) -> Bool
  ) -> [UInt32]? {
    for count in 1...Self.most {
      let words = Array(words(count))
      if words.isEmpty { return nil }
      if !occurrences.indices.contains(where: { $0 != index && stands(words, occurrences[$0]) }) { return words }
    }
    return nil
  }
}

/// Words among numbers of characters.
enum WordRuns {
  /// Whether `words` stand right before the range, with or without a space between.
  static func has(_ words: [UInt32], before range: Range<Int>, in text: CitedText) -> Bool {
    var before = text.before(range.lowerBound)
    if before.last == CharacterNumbers.space { before.removeLast() }
    return before.suffix(words.count).elementsEqual(words)
  }

  /// Whether `words` stand right after the range, with or without a space between.
  static func has(_ words: [UInt32], after range: Range<Int>, in text: CitedText) -> Bool {
    var after = text.after(range.upperBound)
    if after.first == CharacterNumbers.space { after.removeFirst() }
    return after.prefix(words.count).elementsEqual(words)
  }

  /// The first words, without the space before them.
  static func first(_ count: Int, of text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    let text = text.first == CharacterNumbers.space ? text.dropFirst() : text
    var spaces = 0
    let end = text.firstIndex { number in
      if number == CharacterNumbers.space { spaces += 1 }
      return spaces == count
    }
    return text[..<(end ?? text.endIndex)]
  }

  /// The last words, without the space after them.
  static func last(_ count: Int, of text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    let text = text.last == CharacterNumbers.space ? text.dropLast() : text
    var spaces = 0
    let start = text.lastIndex { number in
      if number == CharacterNumbers.space { spaces += 1 }
      return spaces == count
    }
    return text[(start.map { $0 + 1 } ?? text.startIndex)...]
  }
}
