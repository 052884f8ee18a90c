/// Looks up every citation of a graph in its document's text.
struct CitationCheck {
  private let graph: RelationGraph
  private let texts: [DocumentText?]
  /// The texts that citations have been looked up in, ready for it.
  private var citedTexts: [CitedText?]
  private var numbers = CharacterNumbers()
  /// Those with pages, ready for quotes that run over the pages' ends.
  private var runningTexts: [Int: RunningText] = [:]
  /// What was found, by the citations' order in the graph.
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var count = CitationCount()
  /// How much text was looked at: bytes to get it ready, and numbers to search it.
  var steps: Int { numbers.steps + searched }
  private var searched = 0

  /// A check of `graph` against the texts of its documents, by id.
  init(graph: RelationGraph, texts: [String: DocumentText]) {
    self.graph = graph
    self.texts = graph.documents.map { texts[$0.id] }
    citedTexts = Array(repeating: nil, count: graph.documents.count)
  }

  /// Looks up all citations.
  mutating func run() {
    let citations = graph.columns.citations
    var missing = Set<Int>()
    var sealed = Set<Int>()
    var days: [String] = []
    for row in 0..<citations.count {
      let document = Int(citations.document[row])
      guard texts[document] != nil else {
        if citations.verified[row] != .empty {
          sealed.insert(document)
          days.append(graph.columns.strings[citations.verified[row]])
          count.sealed += 1
          continue
        }
        missing.insert(document)
        count.notVerified += 1
        if graph.columns.seal.documents[graph.documents[document].id] != nil {
          diagnostics.append(
            Diagnostic(
              ChangedSinceSeal(citation: graph.citation(row)), at: graph.columns.place(citations.place[row])))
        }
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
    if let first = days.min(), let last = days.max() {
      let ids = sealed.sorted().map { graph.documents[$0].id }
      diagnostics.append(
        Diagnostic(VerifiedBySeal(count: count.sealed, documents: ids, days: first...last), at: nil))
    }
    if count.notVerified > 0 {
      let documents = missing.sorted().map { graph.documents[$0] }
      let finding = NotVerified(
        count: count.notVerified, missing: documents.filter { $0.text != nil }.map(\.id),
        textless: documents.filter { $0.text == nil }.map(\.id))
      diagnostics.append(Diagnostic(finding, at: nil))
    }
  }

  private mutating func check(_ citation: Citation, in document: Int) -> (any Finding)? {
    guard let text = citedText(document) else { return nil }
    switch lookUpOverPages(citation, in: document) {
    case .found: return nil
    case .runsOver(let pages): return QuoteRunsOver(citation: citation, pages: pages)
    case .nowhere: break
    }
    if citation.paragraph == nil, let finding = check(pagesOf: citation, in: document, text) { return finding }
    let isBeyond = citation.paragraph.map { $0 > text.count } ?? false
    guard let quote = citation.quote else {
      return isBeyond ? NoSuchParagraph(citation: citation, paragraphs: text.count, elsewhere: []) : nil
    }
    let wanted = WantedQuote(quote, prefix: citation.prefix, suffix: citation.suffix, in: &numbers)
    if isBeyond {
      let elsewhere = paragraphs(with: wanted, in: text)
      return NoSuchParagraph(citation: citation, paragraphs: text.count, elsewhere: elsewhere)
    }
    let range =
      citation.paragraph.map { text.range(ofParagraph: $0) }
      ?? pages(of: citation, in: document).map { text.range(of: $0) }
    let (bare, longest) = search(for: wanted, in: text, range)
    let found = bare.filter { wanted.hasContext(at: $0, in: text) }
    if found.count == 1 { return nil }
    if found.count > 1 { return QuoteTwice(citation: citation, contexts: contexts(of: found, in: text)) }
    let elsewhere = citation.paragraph == nil ? [] : paragraphs(with: wanted, in: text)
    if !elsewhere.isEmpty { return QuoteElsewhere(citation: citation, paragraphs: elsewhere) }
    if !bare.isEmpty {
      return QuoteNotFound(citation: citation, hint: .otherContext(contexts(of: bare, in: text)))
    }
    return QuoteNotFound(citation: citation, hint: hint(for: wanted, longest, paragraph: citation.paragraph, in: text))
  }

  /// Where a quote stands that may run over the end of a page.
  private enum OverPages {
    case found
    /// Not on the page that is cited alone, but on that and the next, or the one before.
    case runsOver(ClosedRange<Int>)
    case nowhere
  }

  private mutating func lookUpOverPages(_ citation: Citation, in document: Int) -> OverPages {
    guard let source = texts[document], source.hasPages, let quote = citation.quote, citation.paragraph == nil
    else { return .nowhere }
    let last = source.pages.count
    let cited = citation.pages ?? 1...last
    guard cited.upperBound <= last else { return .nowhere }
    let wanted = WantedQuote(quote, prefix: citation.prefix, suffix: citation.suffix, in: &numbers)
    let count = occurrences(of: wanted, over: cited, in: document)
    if cited.count > 1 { return count == 1 ? .found : .nowhere }
    guard count == 0 else { return .nowhere }
    for pages in [cited.lowerBound...(cited.upperBound + 1), (cited.lowerBound - 1)...cited.upperBound] {
      guard pages.lowerBound >= 1, pages.upperBound <= last else { continue }
      let neighbour = pages.lowerBound == cited.lowerBound ? pages.upperBound : pages.lowerBound
      if occurrences(of: wanted, over: pages, in: document) == 1,
        occurrences(of: wanted, over: neighbour...neighbour, in: document) == 0
      {
        return .runsOver(pages)
      }
    }
    return .nowhere
  }

  /// How often the quote stands in pages whose paragraphs run over their ends.
  private mutating func occurrences(of wanted: WantedQuote, over pages: ClosedRange<Int>, in document: Int) -> Int {
    guard let running = runningText(document) else { return 0 }
    return search(for: wanted, in: running.text, running.range(of: pages)).found
      .count { wanted.hasContext(at: $0, in: running.text) }
  }

  private mutating func runningText(_ document: Int) -> RunningText? {
    if let known = runningTexts[document] { return known }
    runningTexts[document] = texts[document].map { RunningText($0, in: &numbers) }
    return runningTexts[document]
  }

  /// What is wrong with the pages that a citation names, if its text has pages.
  private mutating func check(
    pagesOf citation: Citation, in document: Int, _ text: CitedText
  ) -> (any Finding)? {
    guard let pages = citation.pages, let source = texts[document], source.hasPages else { return nil }
    var elsewhere: [Int] = []
    if let quote = citation.quote {
      let wanted = WantedQuote(quote, prefix: citation.prefix, suffix: citation.suffix, in: &numbers)
      elsewhere = self.paragraphs(with: wanted, in: text).map { source.page(ofParagraph: $0) }
        .reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
    if pages.upperBound > source.pages.count {
      return NoSuchPage(citation: citation, pages: source.pages.count, elsewhere: elsewhere)
    }
    if elsewhere.isEmpty || elsewhere.contains(where: pages.contains) { return nil }
    return QuoteOnOtherPage(citation: citation, pages: elsewhere)
  }

  /// The paragraphs, counted from 0, of the pages that a citation names; `nil` when all of the text is to be searched.
  private func pages(of citation: Citation, in document: Int) -> Range<Int>? {
    guard let pages = citation.pages, let source = texts[document], source.hasPages,
      pages.upperBound <= source.pages.count
    else { return nil }
    return source.pages[pages.lowerBound - 1].lowerBound..<source.pages[pages.upperBound - 1].upperBound
  }

  private mutating func citedText(_ document: Int) -> CitedText? {
    if let known = citedTexts[document] { return known }
    citedTexts[document] = texts[document].map { CitedText($0, in: &numbers) }
    return citedTexts[document]
  }

  private mutating func search(
    for wanted: WantedQuote, in text: CitedText, _ range: Range<Int>? = nil
  ) -> (found: [Range<Int>], longest: QuoteSearch.Match) {
    var search = QuoteSearch(wanted.quote)
    defer { searched += search.steps }
    return search.search(text.numbers, in: range ?? text.whole)
  }

  /// The paragraphs, each once, in which the quote stands with what should stand around it.
  private mutating func paragraphs(with wanted: WantedQuote, in text: CitedText) -> [Int] {
    let found = search(for: wanted, in: text).found.filter { wanted.hasContext(at: $0, in: text) }
    return found.map { text.paragraph(at: $0.lowerBound) }
      .reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// What tells each of several occurrences from the others, for the first of them.
  private func contexts(of occurrences: [Range<Int>], in text: CitedText) -> [QuoteContext] {
    let paragraphs = occurrences.map { text.paragraph(at: $0.lowerBound) }
    if Set(paragraphs).count == occurrences.count { return paragraphs.map { .paragraph($0) } }
    let surroundings = Surroundings(occurrences: occurrences, text: text)
    return occurrences.indices.prefix(4).map { index in
      if let prefix = surroundings.shortestPrefix(of: index) { return .prefix(numbers.text(prefix)) }
      if let suffix = surroundings.shortestSuffix(of: index) { return .suffix(numbers.text(suffix)) }
      return .none
    }
  }

  /// How far the quote is right, for whoever has to correct it.
  private func hint(
    for wanted: WantedQuote, _ longest: QuoteSearch.Match, paragraph: Int?, in text: CitedText
  ) -> QuoteNotFound.Hint {
    let parts = wanted.parts
    if parts.count > 1 { return .gaps(parts) }
    // Words that are right by chance help nobody: two or more do.
    if let words = wanted.wordEnds.lastIndex(where: { $0 <= longest.length }), words > 0 {
      let end = longest.end - (longest.length - wanted.wordEnds[words])
      let next = numbers.text(WordRuns.first(4, of: text.after(end)))
      return .goesOn(after: wanted.words(words + 1), with: next, paragraph: text.paragraph(at: end - 1))
    }
    let number = paragraph ?? (text.count == 1 ? 1 : nil)
    guard let number else { return .none }
    let beginning = WordRuns.first(6, of: text.numbers[text.range(ofParagraph: number)])
    return .paragraphBegins(numbers.text(beginning), paragraph: number)
  }
}
