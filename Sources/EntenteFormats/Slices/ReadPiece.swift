import Entente

/// A piece that was read, as a graph of its own.
struct ReadPiece {
  let graph: RelationGraph
  let found: [Diagnostic]
  /// How many of its entities stand in it; the others are known from other pieces.
  let entities: Int
  /// The source that it is among the graph's.
  let source: SourceID

  /// What the piece says, with the entities of the index that it names.
  init(_ piece: SourcePiece, _ index: EntityIndex) throws {
    var read = try piece.read()
    source = read.source
    entities = read.draft.entityCount
    read.draft.addEnds(in: source, kindsIn: read.entities, behind: piece.body.upperBound) { index.entity($0) }
    (graph, found) = read.draft.finish()
    guard graph.seal.documents.isEmpty, graph.documents.allSatisfy({ $0.text == nil }) else {
      throw NotInPieces("quotes are looked up in the whole graph")
    }
  }
}
