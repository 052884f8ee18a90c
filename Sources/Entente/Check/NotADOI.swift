/// A document's `doi` that has not the form of one (ISO 26324): `10.`, a registrant's number, a slash and a name.
struct NotADOI: Rule {
  let document: String
  let doi: String

  var severity: Severity { .warning }
  var message: String { "'\(Wording.short(doi))', the doi of '\(document)', is none" }
  var advice: [String] {
    let start = doi.range(ofStart: "10.")
    if let start, Self.isDOI(String(doi[start...])) { return ["did you mean '\(doi[start...])'?"] }
    return ["for example: doi: 10.1017/S0020818300028241"]
  }

  static func check(_ graph: RelationGraph) -> [Diagnostic] {
    graph.documents.enumerated().compactMap { row, document in
      guard let doi = document.doi, !isDOI(doi) else { return nil }
      return Diagnostic(NotADOI(document: document.id, doi: doi), at: graph.place(ofDocument: row))
    }
  }

  static func isDOI(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("10."), !parts[1].isEmpty else { return false }
    let registrant = parts[0].dropFirst(3)
    let isNumber = registrant.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    return registrant.utf8.count >= 4 && isNumber
      && !text.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 }
  }
}

extension String {
  /// Where a text begins in it for the first time.
  fileprivate func range(ofStart start: String) -> Index? {
    indices.first { self[$0...].hasPrefix(start) }
  }
}
