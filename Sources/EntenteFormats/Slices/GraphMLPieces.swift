import Entente

/// A GraphML file in pieces, each a document by itself: the file's head, some of its nodes and edges, and an end.
///
/// It is cut before nodes and edges that begin a line. Where that is no place to cut (a comment, a graph within a node), a
/// piece is no document, or has two graphs, and whoever reads it sees that.
final class GraphMLPieces: SourcePieces {
  private var pieces: TextPieces
  private let options: ImportOptions

  private static let end = Array("</graph></graphml>".utf8)

  /// - Throws: ``SourceFault`` when the source cannot be opened.
  init(_ source: Source, size: Int) throws {
    pieces = try TextPieces(source, size: size, at: Places())
    options = source.options
  }

  func next() throws -> SourcePiece? {
    guard let piece = try pieces.next() else { return nil }
    return SourcePiece(head: piece.head, body: piece.body, text: piece.text) { [options] in
      let text = SourceText(piece.text.name, bytes: [])
      var reader = GraphMLReader(RecordBuilder(GraphDraft(), text: text, options))
      try XMLReader.read(ByteStream(piece.bytes + (piece.isLast ? [] : Self.end)), &reader)
      guard reader.graphs <= 1 else { throw NotInPieces("it has several graphs") }
      guard !reader.renamesNodes else { throw NotInPieces("ids in it are others than those of the graph") }
      let source = reader.source
      return SourcePiece.Draft(draft: reader.finish(), source: source, entities: source)
    }
  }

  /// The lines that begin with a node or an edge.
  private struct Places: CuttingPlaces {
    var fault: String { "its lines do not begin with nodes and edges" }

    func first(in bytes: UnsafeBufferPointer<UInt8>) -> Int? { bytes.indices.first { isPlace($0, in: bytes) } }
    func last(in bytes: UnsafeBufferPointer<UInt8>) -> Int? { bytes.indices.last { isPlace($0, in: bytes) } }

    private func isPlace(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard start > 0, bytes[start - 1] == UInt8(ascii: "\n") else { return false }
      var index = start
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      guard index + 6 <= bytes.count, bytes[index + 5] == 0x20 else { return false }
      let tag = UnsafeBufferPointer(rebasing: bytes[index..<index + 5])
      return tag.equals("<node") || tag.equals("<edge")
    }
  }
}
