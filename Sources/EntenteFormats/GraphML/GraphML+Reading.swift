public import Entente

extension GraphML: Importer {
  /// Reads GraphML as Entente writes it, and as other tools do: NetworkX, igraph, Gephi, yEd, Neo4j and others.
  ///
  /// What Entente wrote comes back as it was. In other files, the attributes with the usual names say what is a name, a
  /// kind, a type; what has no such name stays an attribute.
  public func read(_ source: Source, into draft: inout GraphDraft) throws {
    var taken = GraphDraft()
    swap(&taken, &draft)
    var reader = GraphMLReader(RecordBuilder(taken, source: source))
    let result = Result { try XMLReader.read(try source.stream(), &reader) }
    let id = reader.source
    draft = reader.finish()
    do { try result.get() } catch { throw source.fault(error, in: id, expected: format.name) }
  }
}
