import Entente

/// A graph's citations as JSON lists: on their own, or within a text of another format.
struct CitationLists: Sendable {
  /// The beginning of a citation of each document, its id included.
  private let documents: Blocks
  /// What stands before a member's value: its name, and for texts the quotation mark.
  private let beginnings: Blocks
  private let escapes: Escapes
  private let quote: [UInt8]

  /// The rows of ``beginnings``.
  private enum Member: Int, CaseIterable {
    case paragraph, page, quote, prefix, suffix, verified
  }

  init(of graph: RelationGraph, _ style: PropertySyntax.Citations) throws {
    let (escapes, quote) =
      switch style {
      case .objects: (Escapes.json, "\"")
      case .text(let escapes, let quote): (escapes, quote)
      }
    self.escapes = escapes
    self.quote = Array(quote.utf8)
    let ids = graph.documents.map(\.id)
    documents = try Blocks(ids.count) { row, writer in
      try writer.write(text: "{\(quote)document\(quote):\(quote)")
      try writer.write(text: ids[row], escaping: escapes)
      try writer.write(text: quote)
    }
    beginnings = try Blocks(Member.allCases.count) { row, writer in
      let member = Member.allCases[row]
      try writer.write(text: ",\(quote)\(member)\(quote):" + (member == .paragraph ? "" : quote))
    }
  }

  /// Writes `[{"document":"tass","paragraph":5,"quote":"laid claims"}]`, on one line.
  func write(of row: borrowing some GraphRow & ~Copyable, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("[")
    for index in 0..<row.citationCount {
      if index > 0 { try writer.write(",") }
      let citation = row.citation(index)
      try writer.write(documents, citation.documentRow)
      if let paragraph = citation.paragraph {
        try writer.write(beginnings, Member.paragraph.rawValue)
        try writer.write(paragraph)
      }
      if let pages = citation.pages {
        try writer.write(beginnings, Member.page.rawValue)
        try writer.write(text: Citation.numbers(pages: pages))
        try writer.write(quote)
      }
      try write(.quote, citation.quote, to: &writer)
      try write(.prefix, citation.prefix, to: &writer)
      try write(.suffix, citation.suffix, to: &writer)
      try write(.verified, citation.verified, to: &writer)
      try writer.write("}")
    }
    try writer.write("]")
  }

  private func write(_ member: Member, _ text: Span<UInt8>?, to writer: inout ByteWriter) throws(WriteError) {
    guard let text else { return }
    try writer.write(beginnings, member.rawValue)
    try writer.write(text, escaping: escapes)
    try writer.write(quote)
  }
}
