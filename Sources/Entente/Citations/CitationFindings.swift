/// Citations of documents whose texts are not at hand.
package struct NotVerified: Finding {
  let count: Int
  /// The documents that name a text.
  let missing: [String]
  /// The documents that name none.
  let textless: [String]

  package var severity: Severity { .note }
  package var message: String {
    let citations = count == 1 ? "1 citation is" : "\(count) citations are"
    let parts = [
      Self.list(missing, "the text of", "is not at hand", "the texts of", "are not at hand"),
      Self.list(textless, "", "has no text", "", "have no text"),
    ]
    return "\(citations) not verified: \(Wording.all(parts.compactMap { $0 }))"
  }
  package var advice: [String] { ["'entente check --documents FOLDER' looks for texts in a folder"] }

  private static func list(
    _ documents: [String], _ one: String, _ isOne: String, _ several: String, _ areSeveral: String
  ) -> String? {
    if documents.isEmpty { return nil }
    let names = Wording.all(documents.map { "'\($0)'" })
    let words = documents.count == 1 ? [one, names, isOne] : [several, names, areSeveral]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// A paragraph beyond the text's last.
struct NoSuchParagraph: Finding {
  let citation: Citation
  /// How many the text has.
  let paragraphs: Int
  /// Where the quote stands, if it stands anywhere.
  let elsewhere: [Int]

  var message: String {
    let count = paragraphs == 1 ? "1 paragraph" : "\(paragraphs) paragraphs"
    return "'\(citation.document)' has \(count), not \(citation.paragraph ?? 0)"
  }
  var advice: [String] { elsewhere.isEmpty ? [] : [Wording.quoteStands(in: elsewhere)] }
}

/// A quote that stands in another paragraph than the citation says.
struct QuoteElsewhere: Finding {
  let citation: Citation
  let paragraphs: [Int]

  var message: String {
    let which = paragraphs.map { "\($0)" }
    return
      "the quote is not in paragraph \(citation.paragraph ?? 0) of '\(citation.document)', but in "
      + "paragraph \(Wording.all(which))"
  }
  var advice: [String] { paragraphs.count == 1 ? ["cite \(citation.document)#\(paragraphs[0])"] : [] }
}

/// A quote that stands nowhere in the document, or not between this prefix and suffix.
struct QuoteNotFound: Finding {
  /// What helps to find the fault.
  enum Hint {
    /// The quote is there, but with other words before and after.
    case otherContext([QuoteContext])
    /// So far the quote is right, then the text goes on otherwise.
    case goesOn(after: String, with: String, paragraph: Int)
    case paragraphBegins(String, paragraph: Int)
    /// The quote leaves words out, which no quote does: its parts.
    case gaps([String])
    case none
  }

  let citation: Citation
  let hint: Hint

  var message: String {
    if case .otherContext = hint {
      return "the quote stands in '\(citation.document)', but not between this prefix and suffix"
    }
    return "the quote is not found in '\(citation.document)'"
  }

  var advice: [String] {
    let law = "a quote is verbatim, but for white space and the form of quotation marks"
    return switch hint {
    case .otherContext(let contexts) where contexts.count == 1:
      ["it stands there once: it needs neither prefix nor suffix"]
    case .otherContext(let contexts): QuoteContext.choice(of: contexts, for: citation)
    case .goesOn(let start, "", let paragraph): ["paragraph \(paragraph) ends after \(start.quoted)", law]
    case .goesOn(let start, let rest, let paragraph):
      ["paragraph \(paragraph) has \(start.quoted), and goes on with \(rest.quoted)", law]
    case .paragraphBegins(let words, let paragraph): ["paragraph \(paragraph) begins with \(words.quoted)", law]
    case .gaps(let parts): ["a quote leaves nothing out; cite each part by itself:"] + parts.map { "  \(citing($0))" }
    case .none: [law]
    }
  }
}

extension QuoteNotFound {
  /// The short form of a citation of other words at the same place, as YAML takes it whole.
  private func citing(_ quote: String) -> String {
    Citation(document: citation.document, paragraph: citation.paragraph, quote: quote).description.quoted
  }
}

/// A quote that stands more than once where the citation says.
struct QuoteTwice: Finding {
  let citation: Citation
  let contexts: [QuoteContext]

  var message: String {
    let place = citation.paragraph.map { "paragraph \($0) of " } ?? ""
    return "the quote stands \(contexts.count == 2 ? "twice" : "several times") in \(place)'\(citation.document)'"
  }
  var advice: [String] { QuoteContext.choice(of: contexts, for: citation) }
}

/// What tells one occurrence of a quote from the others.
enum QuoteContext {
  case paragraph(Int)
  case prefix(String)
  case suffix(String)
  case none

  /// The ways to say which occurrence is meant.
  static func choice(of contexts: [QuoteContext], for citation: Citation) -> [String] {
    let paragraph = citation.paragraph.map { ", paragraph: \($0)" } ?? ""
    let longForm = "{document: \(citation.document)\(paragraph), quote: \((citation.quote ?? "").quoted)"
    let choices = contexts.compactMap { context in
      switch context {
      case .paragraph(let number): "  \(citation.document)#\(number)"
      case .prefix(let words): "  \(longForm), prefix: \(words.quoted)}"
      case .suffix(let words): "  \(longForm), suffix: \(words.quoted)}"
      case .none: String?.none
      }
    }
    return choices.isEmpty ? ["take more of the words around it into the quote"] : ["say which one is meant:"] + choices
  }
}

extension Wording {
  fileprivate static func quoteStands(in paragraphs: [Int]) -> String {
    "the quote stands in paragraph \(all(paragraphs.map { "\($0)" }))"
  }
}

/// A paragraph's number below 1.
struct NoParagraphNumber: Finding {
  var message: String { "paragraphs are counted from 1" }
}
