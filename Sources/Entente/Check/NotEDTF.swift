/// A date that is no EDTF (ISO 8601-2:2019).
package struct NotEDTF: Finding {
  let text: String
  let error: EDTFError

  /// The text, and what the parser says of it.
  package init(text: String, error: EDTFError) {
    self.text = text
    self.error = error
  }

  package var message: String { "'\(text)' is not an EDTF date: \(error.problem.words)" }
  package var advice: [String] { Wording.didYouMean(error.suggestions) }
}
