public import Entente

extension Cytoscape: Importer {
  /// Reads the JSON of Cytoscape and Cytoscape.js, as Entente, Cytoscape and NetworkX write it.
  public func read(_ source: Source, into draft: inout GraphDraft) throws {
    var taken = GraphDraft()
    swap(&taken, &draft)
    var reader = JSONGraphReader(RecordBuilder(taken, source: source))
    let result = Result { try reader.read(source) }
    draft = reader.finish()
    try result.get()
  }
}
