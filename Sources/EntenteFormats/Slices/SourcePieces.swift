import Entente

/// A source in pieces of some megabytes, which are read one after the other.
protocol SourcePieces: AnyObject {
  /// The next piece; `nil` behind the last.
  ///
  /// - Throws: ``NotInPieces`` where there is no place to cut, and what the source throws.
  func next() throws -> SourcePiece?
}

/// A stretch of a source that can be read by itself.
struct SourcePiece {
  /// Where in what is read the head ends, which all pieces share.
  let head: Int
  /// Where in it that stands which no other piece has; the head is the first one's.
  let body: Range<Int>
  /// That part, as messages show it: it is read again for that.
  let text: SourceText
  /// Reads it.
  let read: () throws -> Draft

  /// What it says.
  struct Draft {
    var draft: GraphDraft
    /// The source that it is there.
    let source: SourceID
    /// The source in which entities stand.
    let entities: SourceID
  }
}

/// The pieces of a source, by its format.
func pieces(of source: Source, size: Int) throws -> any SourcePieces {
  if source.isFolder { return try CSVPieces(source, size: size) }
  guard source.isStored else { throw NotInPieces("it can be read only once") }
  let name = source.name.lowercased()
  // Standard input has no name that tells.
  let isGraphML =
    source.path == nil
    ? FormatGuess.guess(source.head) == GraphML().format.name
    : [".graphml", ".graphml.gz"].contains(where: name.hasSuffix)
  guard isGraphML else {
    throw NotInPieces("only GraphML files and folders of tables are read in pieces")
  }
  return try GraphMLPieces(source, size: size)
}
