/// Looks up every citation of a graph in its document's text.
struct CitationCheck {
  private let graph: RelationGraph
  private var texts: [CitedText?]
  private var numbers = CharacterNumbers()
  /// What was found, by the citations' order in the graph.
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var count = CitationCount()

  /// A check of `graph` against the texts of its documents, by id.
  init(graph: RelationGraph, texts: [String: DocumentText]) {
    self.graph = graph
    self.texts = graph.documents.map { texts[$0.id].map { CitedText($0) } }
  }

  /// Looks up all citations.
  mutating func run() {
    let citations = graph.columns.citations
    var missing = Set<Int>()
    for row in 0..<citations.count {
      let document = Int(citations.document[row])
      guard texts[document] != nil else {
        missing.insert(document)
        count.notVerified += 1
        continue
      }
      let citation = graph.citation(row)
      if let finding = check(citation, in: document) {
        let place = graph.columns.place(citations.place[row])
        diagnostics.append(Diagnostic(finding, at: place))
      } else {
        count.verified += 1
      }
    }
    if count.notVerified > 0 {
      let ids = missing.sorted().map { graph.documents[$0].id }
      diagnostics.append(Diagnostic(NotVerified(count: count.notVerified, documents: ids), at: nil))
    }
  }

  private mutating func check(_ citation: Citation, in document: Int) -> (any Finding)? {
    guard let text = texts[document]?.text else { return nil }
    let paragraphs = text.paragraphs.count
    if let paragraph = citation.paragraph, paragraph > paragraphs {
      let elsewhere = citation.quote == nil ? [] : self.paragraphs(with: citation, in: document)
      return NoSuchParagraph(citation: citation, paragraphs: paragraphs, elsewhere: elsewhere)
    }
    guard citation.quote != nil else { return nil }
    let searched = citation.paragraph.map { [$0] } ?? Array(1..<paragraphs + 1)
    let found = searched.flatMap { number in occurrences(of: citation, inParagraph: number, of: document) }
    if found.count == 1 { return nil }
    if found.count > 1 { return QuoteTwice(citation: citation, contexts: contexts(of: found, in: document)) }
    let elsewhere = self.paragraphs(with: citation, in: document)
    if !elsewhere.isEmpty { return QuoteElsewhere(citation: citation, paragraphs: elsewhere) }
    return notFound(citation, in: document, searched: searched)
  }

  /// The quote with its prefix and suffix, in a paragraph.
  private mutating func occurrences(
    of citation: Citation, inParagraph number: Int, of document: Int
  ) -> [Occurrence] {
    let quote = numbers.numbers(of: citation.quote ?? "")
    let (prefix, suffix) = (
      numbers.numbers(of: citation.prefix ?? ""), numbers.numbers(of: citation.suffix ?? "")
    )
    let paragraph = paragraph(number, of: document)
    return Search.ranges(of: quote, in: paragraph)
      .filter { Search.has(prefix, before: $0, in: paragraph) && Search.has(suffix, after: $0, in: paragraph) }
      .map { Occurrence(paragraph: number, range: $0) }
  }

  private mutating func paragraphs(with citation: Citation, in document: Int) -> [Int] {
    let count = texts[document]?.text.paragraphs.count ?? 0
    return (0..<count).map { $0 + 1 }.filter { number in
      !occurrences(of: citation, inParagraph: number, of: document).isEmpty
    }
  }

  private mutating func paragraph(_ number: Int, of document: Int) -> [UInt32] {
    texts[document]?.paragraph(number, in: &numbers) ?? []
  }

  /// What tells each of several occurrences from the others.
  private mutating func contexts(of occurrences: [Occurrence], in document: Int) -> [QuoteContext] {
    if Set(occurrences.map(\.paragraph)).count == occurrences.count {
      return occurrences.map { .paragraph($0.paragraph) }
    }
    let places = occurrences.map { (paragraph($0.paragraph, of: document), $0.range) }
    return places.indices.prefix(4).map { index in
      if let prefix = Search.shortestPrefix(of: index, among: places) { return .prefix(numbers.text(prefix)) }
      if let suffix = Search.shortestSuffix(of: index, among: places) { return .suffix(numbers.text(suffix)) }
      return .none
    }
  }

  /// How far the quote is right, for whoever has to correct it.
  private mutating func notFound(_ citation: Citation, in document: Int, searched: [Int]) -> QuoteNotFound {
    var bare = Citation(document: citation.document, quote: citation.quote)
    let found = searched.flatMap { occurrences(of: bare, inParagraph: $0, of: document) }
    if !found.isEmpty {
      return QuoteNotFound(citation: citation, hint: .otherContext(contexts(of: found, in: document)))
    }
    let words = (citation.quote ?? "").split(whereSeparator: \.isWhitespace)
    for count in stride(from: words.count - 1, through: 2, by: -1) {
      bare = Citation(document: citation.document, quote: words.prefix(count).joined(separator: " "))
      for number in searched {
        guard let found = occurrences(of: bare, inParagraph: number, of: document).first else { continue }
        let rest = paragraph(number, of: document)[found.range.upperBound...]
        let next = numbers.text(Search.words(4, of: rest))
        return QuoteNotFound(citation: citation, hint: .goesOn(after: bare.quote ?? "", with: next, paragraph: number))
      }
    }
    guard searched.count == 1, let number = searched.first else {
      return QuoteNotFound(citation: citation, hint: .none)
    }
    let beginning = numbers.text(Search.words(6, of: paragraph(number, of: document)[...]))
    return QuoteNotFound(citation: citation, hint: .paragraphBegins(beginning))
  }

  /// A quote in its paragraph.
  private struct Occurrence {
    let paragraph: Int
    let range: Range<Int>
  }
}

/// A text whose paragraphs become numbers when they are asked for.
private struct CitedText {
  let text: DocumentText
  private var paragraphs: [Int: [UInt32]] = [:]

  init(_ text: DocumentText) { self.text = text }

  mutating func paragraph(_ number: Int, in numbers: inout CharacterNumbers) -> [UInt32] {
    if let known = paragraphs[number] { return known }
    let paragraph = numbers.numbers(of: text.paragraphs[number - 1])
    paragraphs[number] = paragraph
    return paragraph
  }
}

/// Searching among numbers of characters.
private enum Search {
  /// Every place where `quote` stands.
  static func ranges(of quote: [UInt32], in paragraph: [UInt32]) -> [Range<Int>] {
    guard let first = quote.first, quote.count <= paragraph.count else { return [] }
    return (0...paragraph.count - quote.count).compactMap { start in
      guard paragraph[start] == first, paragraph[start..<start + quote.count].elementsEqual(quote) else { return nil }
      return start..<start + quote.count
    }
  }

  /// Whether `prefix` stands right before the range, with or without a space between.
  static func has(_ prefix: [UInt32], before range: Range<Int>, in paragraph: [UInt32]) -> Bool {
    var before = paragraph[..<range.lowerBound]
    if before.last == CharacterNumbers.space { before.removeLast() }
    return before.suffix(prefix.count).elementsEqual(prefix)
  }

  /// Whether `suffix` stands right after the range, with or without a space between.
  static func has(_ suffix: [UInt32], after range: Range<Int>, in paragraph: [UInt32]) -> Bool {
    var after = paragraph[range.upperBound...]
    if after.first == CharacterNumbers.space { after.removeFirst() }
    return after.prefix(suffix.count).elementsEqual(suffix)
  }

  /// The fewest words before one range that stand before none of the others.
  static func shortestPrefix(of index: Int, among places: [([UInt32], Range<Int>)]) -> [UInt32]? {
    let (paragraph, range) = places[index]
    for count in 1...8 {
      let words = Array(lastWords(count, of: paragraph[..<range.lowerBound]))
      if words.isEmpty { return nil }
      if !places.indices.contains(where: { $0 != index && has(words, before: places[$0].1, in: places[$0].0) }) {
        return words
      }
    }
    return nil
  }

  /// The fewest words after one range that stand after none of the others.
  static func shortestSuffix(of index: Int, among places: [([UInt32], Range<Int>)]) -> [UInt32]? {
    let (paragraph, range) = places[index]
    for count in 1...8 {
      let words = Array(words(count, of: paragraph[range.upperBound...]))
      if words.isEmpty { return nil }
      if !places.indices.contains(where: { $0 != index && has(words, after: places[$0].1, in: places[$0].0) }) {
        return words
      }
    }
    return nil
  }

  /// The first words, without the space before them.
  static func words(_ count: Int, of text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    let text = text.first == CharacterNumbers.space ? text.dropFirst() : text
    var spaces = 0
    let end = text.firstIndex { number in
      if number == CharacterNumbers.space { spaces += 1 }
      return spaces == count
    }
    return text[..<(end ?? text.endIndex)]
  }

  /// The last words, without the space after them.
  private static func lastWords(_ count: Int, of text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    let text = text.last == CharacterNumbers.space ? text.dropLast() : text
    var spaces = 0
    let start = text.lastIndex { number in
      if number == CharacterNumbers.space { spaces += 1 }
      return spaces == count
    }
    return text[(start.map { $0 + 1 } ?? text.startIndex)...]
  }
}
