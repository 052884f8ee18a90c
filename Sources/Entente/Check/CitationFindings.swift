/// Citations of documents whose texts are not at hand.
package struct NotVerified: Finding {
  let count: Int
  let documents: [String]

  package var severity: Severity { .note }
  package var message: String {
    let citations = count == 1 ? "1 citation is" : "\(count) citations are"
    let texts = documents.count == 1 ? "the text of" : "the texts of"
    return "\(citations) not verified: \(texts) \(Wording.listed(documents)) cannot be found"
  }
  package var advice: [String] { ["'entente check --documents FOLDER' looks for texts in a folder"] }
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
      "the quote is not in paragraph \(citation.paragraph ?? 0) of '\(citation.document)', but in \(Wording.listed(which, quoted: false))"
  }
  var advice: [String] {
    guard paragraphs.count == 1, let paragraph = paragraphs.first else { return [] }
    return ["write: \(citation.inParagraph(paragraph))"]
  }
}

/// A quote that stands nowhere in the document.
struct QuoteNotFound: Finding {
  /// What helps to find the fault.
  enum Hint {
    /// The quote is there, but not with this prefix and suffix.
    case otherContext
    /// So far the quote is right, then the text goes on otherwise.
    case goesOn(after: String, with: String, paragraph: Int)
    case paragraphBegins(String)
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
    switch hint {
    case .otherContext: ["prefix and suffix are the words right before and right after the quote"]
    case .goesOn(let start, let rest, let paragraph):
      [
        rest.isEmpty
          ? "paragraph \(paragraph) ends after \"\(start)\""
          : "after \"\(start)\" paragraph \(paragraph) goes on: \(rest)"
      ]
    case .paragraphBegins(let words):
      [
        "paragraph \(citation.paragraph ?? 0) begins: \(words)",
        "a quote is verbatim, but for white space and the form of quotation marks",
      ]
    case .none: ["a quote is verbatim, but for white space and the form of quotation marks"]
    }
  }
}

/// A quote that stands more than once where the citation says.
struct QuoteTwice: Finding {
  /// What tells one occurrence from the others.
  enum Context {
    case paragraph(Int)
    case prefix(String)
    case suffix(String)
    case none
  }

  let citation: Citation
  let contexts: [Context]

  var message: String {
    let place = citation.paragraph.map { "paragraph \($0) of " } ?? ""
    return "the quote stands \(contexts.count == 2 ? "twice" : "several times") in \(place)'\(citation.document)'"
  }

  var advice: [String] {
    let told = contexts.compactMap { context in
      switch context {
      case .paragraph(let paragraph): "\(citation.inParagraph(paragraph))"
      case .prefix(let words): "\(longForm), prefix: \"\(words)\"}"
      case .suffix(let words): "\(longForm), suffix: \"\(words)\"}"
      case .none: String?.none
      }
    }
    return told.isEmpty
      ? ["take more of the words around it into the quote"] : ["tell which one is meant:"] + told.map { "  \($0)" }
  }

  private var longForm: String {
    let paragraph = citation.paragraph.map { ", paragraph: \($0)" } ?? ""
    return "{document: \(citation.document)\(paragraph), quote: \"\(citation.quote ?? "")\""
  }
}

extension Citation {
  fileprivate func inParagraph(_ number: Int) -> Citation {
    Citation(document: document, paragraph: number, quote: quote, prefix: prefix, suffix: suffix)
  }
}

extension Wording {
  fileprivate static func quoteStands(in paragraphs: [Int]) -> String {
    "the quote stands in paragraph \(listed(paragraphs.map { "\($0)" }, quoted: false))"
  }

  /// `'a'`, `'a' and 'b'`, `'a', 'b' and 'c'`.
  fileprivate static func listed(_ names: [String], quoted: Bool = true) -> String {
    let names = quoted ? names.map { "'\($0)'" } : names
    guard let last = names.last else { return "" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }
}
