/// Finds a quote among a text's numbers, and how far it is right where it stands nowhere, in one pass over the text.
///
/// The pass is that of Knuth, Morris and Pratt: at each place it knows the longest beginning of the quote that ends there.
struct QuoteSearch {
  private let quote: [UInt32]
  /// For each beginning of the quote, the longest shorter beginning that it also ends with.
  private let fallbacks: [Int]
  /// How many numbers have been looked at; the work is linear in the text and the quote.
  private(set) var steps = 0

  init(_ quote: [UInt32]) {
    self.quote = quote
    var fallbacks = [Int](repeating: 0, count: quote.count + 1)
    var length = 0
    for index in quote.indices.dropFirst() {
      while length > 0, quote[index] != quote[length] { length = fallbacks[length] }
      if quote[index] == quote[length] { length += 1 }
      fallbacks[index + 1] = length
    }
    self.fallbacks = fallbacks
  }

  /// Every place where the quote stands, and the first place up to which the longest beginning of it stands.
  mutating func search(_ text: [UInt32], in range: Range<Int>) -> (found: [Range<Int>], longest: Match) {
    var found: [Range<Int>] = []
    var longest = Match(length: 0, end: range.lowerBound)
    guard !quote.isEmpty else { return (found, longest) }
    steps += range.count + quote.count
    text.withUnsafeBufferPointer { text in
      quote.withUnsafeBufferPointer { quote in
        fallbacks.withUnsafeBufferPointer { fallbacks in
          var length = 0
          for index in range {
            let number = text[index]
            if length == quote.count { length = fallbacks[length] }
            while length > 0, quote[length] != number { length = fallbacks[length] }
            if quote[length] == number { length += 1 }
            if length > longest.length { longest = Match(length: length, end: index + 1) }
            if length == quote.count { found.append(index + 1 - length..<index + 1) }
          }
        }
      }
    }
    return (found, longest)
  }

  /// A beginning of the quote, and where it ends in the text.
  struct Match {
    let length: Int
    let end: Int
  }
}
