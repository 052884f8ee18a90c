import Entente

/// What an RDF file says about itself: the graph, its documents, kinds, relation types and statuses.
struct RDFSchema {
  private let selection: Selection
  private let syntax: RDFSyntax

  init(_ selection: Selection, _ syntax: RDFSyntax) {
    self.selection = selection
    self.syntax = syntax
  }

  func write(to writer: inout ByteWriter) throws {
    let graph = selection.graph
    // It is the first resource, and so stands without a separator.
    try writer.write(text: syntax.dataset)
    try writer.write(classes: ["schema:Dataset"], own: nil, syntax)
    try write("schema:name", graph.title, to: &writer)
    try writer.write(syntax.resource.end)
    for document in graph.documents { try write(document, to: &writer) }
    for kind in usedKinds { try write(kind, to: &writer) }
    for type in usedTypes { try write(type, to: &writer) }
    for status in Status.allCases { try write(term: RDFTerms.iri(status), status.name, to: &writer) }
    if selection.filter.years != nil {
      for answer in Answer.allCases where answer != .no {
        try write(term: RDFTerms.iri(answer), "\(answer)", to: &writer)
      }
    }
    for holds in Holding.allCases { try write(term: RDFTerms.iri(holds), holds.rawValue, to: &writer) }
  }

  private var usedKinds: [Kind] {
    let kinds = selection.graph.schema.kinds
    var used = Set(selection.graph.schema.ownKinds)
    selection.forEachEntity { used.insert(kinds[$0.kindRow]) }
    return kinds.filter(used.contains)
  }

  private var usedTypes: [RelationType] {
    let types = selection.graph.schema.relationTypes
    var isUsed = Array(repeating: false, count: types.count)
    selection.forEachRelation { isUsed[$0.typeRow] = true }
    let own = Set(selection.graph.schema.ownRelationTypes)
    return types.indices.filter { isUsed[$0] || own.contains(types[$0]) }.map { types[$0] }
  }

  private func begin(_ iri: String, _ type: String, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(syntax.separator)
    try writer.write(syntax.resource.open)
    try writer.write(text: iri)
    try writer.write(syntax.resource.named)
    try writer.write(classes: [type], own: nil, syntax)
  }

  private func write(_ property: String, _ text: String?, to writer: inout ByteWriter) throws(WriteError) {
    guard let text, !text.isEmpty else { return }
    try writer.property(property, syntax)
    try writer.write(syntax.text.open)
    try writer.write(text: text, escaping: .json)
    try writer.write(syntax.text.close)
  }

  /// Writes a reference to a term with a prefix.
  private func write(_ property: String, term: String?, to writer: inout ByteWriter) throws(WriteError) {
    guard let term else { return }
    try writer.property(property, syntax)
    try writer.write(syntax.term.open)
    try writer.write(text: term)
    try writer.write(syntax.term.close)
  }

  private func write(_ property: String, references: [String], to writer: inout ByteWriter) throws(WriteError) {
    if references.isEmpty { return }
    try writer.property(property, syntax)
    try writer.write(syntax.list.open)
    for (index, reference) in references.enumerated() {
      if index > 0 { try writer.write(syntax.list.separator) }
      try writer.write(reference: reference, syntax)
    }
    try writer.write(syntax.list.close)
  }

  private func write(_ document: Document, to writer: inout ByteWriter) throws(WriteError) {
    try begin(RDFTerms.iri(document), "schema:CreativeWork", to: &writer)
    try write("schema:identifier", document.id, to: &writer)
    try write("schema:name", document.title, to: &writer)
    try write("schema:author", document.author, to: &writer)
    try write("schema:publisher", document.publisher, to: &writer)
    if let date = document.date {
      try writer.property("schema:datePublished", syntax)
      try writer.write(date.text, type: "edtf:EDTF", syntax)
    }
    try write("schema:pagination", document.pages, to: &writer)
    try write("schema:isbn", document.isbn, to: &writer)
    try write("dcterms:identifier", document.doi.map { "doi:\($0)" }, to: &writer)
    try write("dcterms:hasFormat", document.text, to: &writer)
    try write("schema:sha256", selection.graph.seal.documents[document.id]?.digest, to: &writer)
    if let url = document.url {
      try writer.property("schema:url", syntax)
      try writer.write(url, type: "xsd:anyURI", syntax)
    }
    try writer.write(syntax.resource.end)
  }

  private func write(_ kind: Kind, to writer: inout ByteWriter) throws(WriteError) {
    try begin(RDFTerms.iri(kind), "rdfs:Class", to: &writer)
    try write("rdfs:label", kind.name, to: &writer)
    try write("skos:altLabel", kind.plural, to: &writer)
    try write("rdfs:subClassOf", term: RDFTerms.parent(of: kind), to: &writer)
    try writer.write(syntax.resource.end)
  }

  private func write(_ type: RelationType, to writer: inout ByteWriter) throws(WriteError) {
    try begin(RDFTerms.iri(type), type.directed ? "rdf:Property" : "owl:SymmetricProperty", to: &writer)
    try write("schema:identifier", type.name, to: &writer)
    try write("rdfs:label", type.label, to: &writer)
    try write("schema:domainIncludes", references: type.from.map(RDFTerms.iri(kind:)), to: &writer)
    try write("schema:rangeIncludes", references: type.to.map(RDFTerms.iri(kind:)), to: &writer)
    try write("rdfs:subPropertyOf", term: RDFTerms.parent(of: type), to: &writer)
    try write("crm:P2_has_type", references: [RDFTerms.iri(type.holds)], to: &writer)
    try writer.write(syntax.resource.end)
  }

  private func write(term iri: String, _ label: String, to writer: inout ByteWriter) throws(WriteError) {
    try begin(iri, "crm:E55_Type", to: &writer)
    try write("rdfs:label", label, to: &writer)
    try writer.write(syntax.resource.end)
  }
}
