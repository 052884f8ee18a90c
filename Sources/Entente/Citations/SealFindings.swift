/// Citations of documents whose texts are not at hand, which were verified when they were.
package struct VerifiedBySeal: Finding {
  let count: Int
  let documents: [String]
  /// The days on which they were verified, the first and the last.
  let days: ClosedRange<String>

  package var severity: Severity { .note }
  package var message: String {
    let citations = count == 1 ? "1 citation" : "\(count) citations"
    let (first, last) = (days.lowerBound, days.upperBound)
    let when = first == last ? "on \(first)" : "from \(first) to \(last)"
    let texts = documents.count == 1 ? "a text that is not at hand" : "texts that are not at hand"
    return "\(citations) verified \(when) against \(texts)"
  }
  package var advice: [String] {
    ["a seal says so, for \(Wording.all(documents.map { "'\($0)'" })); whoever has the text can look again"]
  }
}

/// A citation that is not what was verified.
struct ChangedSinceSeal: Finding {
  let citation: Citation

  var severity: Severity { .warning }
  var message: String {
    "this citation of '\(citation.document)' is not as it was verified: it is new, or was changed since"
  }
  var advice: [String] { ["'entente check --seal' with the text at hand verifies it"] }
}
