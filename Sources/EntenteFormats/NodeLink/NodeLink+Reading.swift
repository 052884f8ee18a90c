public import Entente

extension NodeLink: Importer {
  /// Reads node-link JSON as Entente and NetworkX write it (`links` or `edges`), and what else tools have under `.json`:
  /// Cytoscape's elements, graphology's export, and statements that LangChain, sift-kg or docling-graph draw from documents.
  ///
  /// What such a tool gives as evidence becomes a citation, which is looked up in the document like any other.
  public func read(_ source: Source, into draft: inout GraphDraft) throws {
    var taken = GraphDraft()
    swap(&taken, &draft)
    var reader = JSONGraphReader(RecordBuilder(taken, source: source))
    let result = Result { try reader.read(source) }
    draft = reader.finish()
    try result.get()
  }
}
