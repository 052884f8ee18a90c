import Entente

/// A graph's citations as JSON lists, for formats that keep them in one text.
struct CitationLists: Sendable {
  private let citations: CitationColumns
  /// The beginning of a citation of each document, its id included.
  private let documents: Blocks
  private let escapes: Escapes

  /// Citations whose texts are escaped so: as JSON, or as JSON within another format.
  init(of graph: RelationGraph, escaping escapes: Escapes) throws {
    citations = graph.columns.citations
    self.escapes = escapes
    let ids = graph.documents.map(\.id)
    documents = try Blocks(ids.count) { row, writer in
      try writer.write("{\"document\":")
      try writer.write(json: ids[row], escaping: escapes)
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
        try writer.write(",\"paragraph\":")
        try writer.write(citations.paragraph[row])
      }
      try write(",\"quote\":", citations.quote[row], from: arena, to: &writer)
      try write(",\"prefix\":", citations.prefix[row], from: arena, to: &writer)
      try write(",\"suffix\":", citations.suffix[row], from: arena, to: &writer)
      try writer.write("}")
    }
    try writer.write("]")
  }

  private func write(
    _ key: StaticString, _ text: StringID, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    if text == .empty { return }
    try writer.write(key)
    try writer.write(json: arena[text], escaping: escapes)
  }
}
