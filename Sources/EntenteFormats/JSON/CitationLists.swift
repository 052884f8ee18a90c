import Entente

/// A graph's citations as JSON lists: on their own, or within a text of another format.
struct CitationLists: Sendable {
  private let citations: CitationColumns
  /// The beginning of a citation of each document, its id included.
  private let documents: Blocks
  /// What stands before a member's value: its name, and for texts the quotation mark.
  private let beginnings: Blocks
  private let escapes: Escapes
  private let quote: [UInt8]

  /// The rows of ``beginnings``.
  private enum Member: Int, CaseIterable {
    case paragraph, quote, prefix, suffix
  }

  init(of graph: RelationGraph, _ style: PropertySyntax.Citations) throws {
    citations = graph.columns.citations
    let (escapes, quote) =
      switch style {
      case .objects: (JSON.string, "\"")
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
  func write(
    _ rows: Range<Int>, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    try writer.write("[")
    for row in rows {
      if row != rows.lowerBound { try writer.write(",") }
      try writer.write(documents, Int(citations.document[row]))
      if citations.paragraph[row] != 0 {
        try writer.write(beginnings, Member.paragraph.rawValue)
        try writer.write(citations.paragraph[row])
      }
      try write(.quote, citations.quote[row], from: arena, to: &writer)
      try write(.prefix, citations.prefix[row], from: arena, to: &writer)
      try write(.suffix, citations.suffix[row], from: arena, to: &writer)
      try writer.write("}")
    }
    try writer.write("]")
  }

  private func write(
    _ member: Member, _ text: StringID, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    if text == .empty { return }
    try writer.write(beginnings, member.rawValue)
    try writer.write(arena[text], escaping: escapes)
    try writer.write(quote)
  }
}
