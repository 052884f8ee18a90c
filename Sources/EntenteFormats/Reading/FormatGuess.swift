/// What a file seems to be that is not what its name says.
enum FormatGuess {
  /// The format's name, with an article; `nil` when nothing is recognized.
  static func guess(_ head: [UInt8]) -> String? {
    for (bytes, name) in magic where head.starts(with: bytes) { return name }
    let text = String(decoding: head.prefix(512), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      .lowercased()
    if text.hasPrefix("<") { return tags.first { text.contains($0.tag) }?.name ?? "XML of another kind" }
    if text.hasPrefix("{") || text.hasPrefix("[") { return "JSON" }
    if text.hasPrefix("digraph") || text.hasPrefix("graph {") || text.hasPrefix("strict ") { return "DOT" }
    if text.hasPrefix("graph [") || text.hasPrefix("creator \"") || text.hasPrefix("graph\n[") { return "GML" }
    if text.hasPrefix("*vertices") || text.hasPrefix("*network") { return "Pajek's format" }
    guard let line = text.split(whereSeparator: \.isNewline).first else { return nil }
    if line.contains("\t") || line.contains(";") || line.contains(",") { return table }
    return line.contains(": ") || line.hasSuffix(":") ? "YAML" : nil
  }

  private static let table = "a table, such as CSV"

  /// Whether the guess is a table.
  static func isTable(_ guess: String) -> Bool { guess == table }

  private static let magic: [([UInt8], String)] = [
    (Array("PK".utf8), "a zip archive, such as a workbook of Excel"), (Array("%PDF".utf8), "PDF"),
    ([0x89, 0x50, 0x4e, 0x47], "a picture (PNG)"), (Array("SQLite format".utf8), "a database of SQLite"),
    ([0x42, 0x5a, 0x68], "packed with bzip2"), ([0xfd, 0x37, 0x7a, 0x58], "packed with xz"),
    ([0x28, 0xb5, 0x2f, 0xfd], "packed with zstd"),
  ]

  private static let tags = [
    (tag: "<graphml", name: "GraphML"), (tag: "<gexf", name: "GEXF"), (tag: "<html", name: "HTML"),
    (tag: "<!doctype html", name: "HTML"), (tag: "<svg", name: "a picture (SVG)"), (tag: "<rdf", name: "RDF in XML"),
  ]
}
