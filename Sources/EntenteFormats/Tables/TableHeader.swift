/// A column's heading: its name, and what neo4j-admin's headers say of its type behind a colon.
struct TableHeader: Sendable, Hashable {
  /// As it stands in the table.
  let written: String
  /// Without a type.
  let name: String
  /// `ID`, `START_ID`, `long`, `string[]`; empty when there is none.
  let type: String

  init(_ written: String, hasTypes: Bool) {
    self.written = written
    let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if hasTypes, parts.count == 2 {
      name = String(parts[0])
      // The group that an id belongs to stands in brackets.
      type = String(parts[1].prefix { $0 != "(" && $0 != "{" })
    } else {
      name = written
      type = ""
    }
  }

  /// The headings of a table.
  static func all(_ written: [String]) -> [TableHeader] {
    let hasTypes = written.contains { text in
      [":ID", ":START_ID", ":END_ID"].contains { mark in text.hasSuffix(mark) || text.contains(mark + "(") }
    }
    return written.map { TableHeader($0, hasTypes: hasTypes) }
  }

  /// The name in the form in which names are compared: `According To` is `according_to`.
  var plain: String {
    let name = name.isEmpty ? type : name
    return String(name.lowercased().map { " -.".contains($0) ? "_" : $0 })
  }
}
