public import Entente

extension GEXF: Importer {
  /// Reads GEXF 1.1 to 1.3: kinds, labels, attributes with their defaults; `start`, `end` and spells become the date.
  public func read(_ source: Source, into draft: inout GraphDraft) throws {
    var taken = GraphDraft()
    swap(&taken, &draft)
    var reader = GEXFReader(RecordBuilder(taken, source: source))
    let result = Result { try XMLReader.read(try source.stream(), &reader) }
    let id = reader.source
    draft = reader.finish()
    do { try result.get() } catch { throw source.fault(error, in: id, expected: format.name) }
  }
}
