/// A document's `isbn` that cannot be one: books print wrong ones, and so it is no error.
struct NotAnISBN: Rule {
  let document: String
  let isbn: String

  var severity: Severity { .warning }
  var message: String { "'\(Wording.short(isbn))', the isbn of '\(document)', is none" }
  var advice: [String] {
    let count = Self.characters(of: isbn).count
    return [
      count == 10 || count == 13
        ? "its last character does not follow from the others: one of them is wrong"
        : "an ISBN has 10 or 13 digits; for example isbn: 978-0-306-40615-7"
    ]
  }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    graph.documents.enumerated().compactMap { row, document in
      guard let isbn = document.isbn, !isISBN(isbn) else { return nil }
      return Diagnostic(NotAnISBN(document: document.id, isbn: isbn), at: graph.place(ofDocument: row))
    }
  }

  private static func characters(of text: String) -> [UInt8] {
    text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
  }

  /// Whether the check digit is right: modulo 11 of ten (ISO 2108, 1992), modulo 10 of thirteen (2005).
  static func isISBN(_ text: String) -> Bool {
    let characters = characters(of: text)
    let digits = characters.enumerated().compactMap { index, character -> Int? in
      if character | 0x20 == UInt8(ascii: "x"), index == 9, characters.count == 10 { return 10 }
      let digit = Int(character) - Int(UInt8(ascii: "0"))
      return (0...9).contains(digit) ? digit : nil
    }
    guard digits.count == characters.count else { return false }
    switch digits.count {
    case 10: return digits.enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element } % 11 == 0
    case 13: return digits.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? 1 : 3) * $1.element } % 10 == 0
    default: return false
    }
  }
}
