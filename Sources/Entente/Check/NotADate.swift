/// A text that is no EDTF date.
package struct NotADate: Finding {
  let text: String
  let error: EDTFError

  package init(text: String, error: EDTFError) {
    self.text = text
    self.error = error
  }

  package var message: String { "'\(text)' is no EDTF date: \(error.message)" }
}
