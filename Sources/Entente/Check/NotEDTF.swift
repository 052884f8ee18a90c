/// A date that is no EDTF (ISO 8601-2:2019).
struct NotEDTF: Finding {
  let text: String
  let error: EDTFError

  var message: String { "'\(text)' is not an EDTF date: \(error.message)" }
}
