import Entente

/// One RDF file in the making, in either syntax.
struct RDFDocument {
  private let selection: Selection
  private let options: ExportOptions
  private let syntax: RDFSyntax
  private let runs: Runs

  /// What depends on the graph alone.
  fileprivate struct Runs: Sendable {
    /// IRIs after their `#`.
    let ids: Blocks
    let documents: Blocks
    /// The classes of entities of each kind.
    let kinds: Blocks
    /// The predicate of a statement of each type; its status, with each answer.
    let types: Blocks
    let statuses: Blocks
    let times: Times
  }

  init(_ selection: Selection, _ syntax: RDFSyntax, _ options: ExportOptions) throws {
    self.selection = selection
    self.options = options
    self.syntax = syntax
    runs = try options.shared.part("RDF.runs \(syntax.head)", of: selection.graph) {
      try Runs(of: selection.graph, syntax)
    }
  }

  func write(to writer: inout ByteWriter) throws {
    try writer.write(text: syntax.head)
    try RDFSchema(selection, syntax).write(to: &writer)
    try selection.forEachEntity { try write($0, to: &writer) }
    try selection.forEachRelation(options, to: &writer) { try write($0, to: &$1) }
    try writer.write(syntax.foot)
  }

  // MARK: - Entities and relations

  private func write(_ entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(syntax.separator)
    try writer.write(syntax.resource.open)
    try writer.write(runs.ids, entity.row)
    try writer.write(syntax.resource.named)
    try writer.write(runs.kinds, entity.kindRow)
    try write("schema:name", entity.name, to: &writer)
    if entity.aliasCount > 0 {
      try writer.property("schema:alternateName", syntax)
      try writer.write(syntax.list.open)
      for index in 0..<entity.aliasCount {
        if index > 0 { try writer.write(syntax.list.separator) }
        try write(text: entity.alias(index), to: &writer)
      }
      try writer.write(syntax.list.close)
    }
    if entity.sameAsCount > 0 {
      for property in ["owl:sameAs", "schema:sameAs"] { try write(property, sameAsOf: entity, to: &writer) }
    }
    if let note = entity.note { try write("rdfs:comment", note, to: &writer) }
    try writer.write(runs.times, entity)
    try write(attributesOf: entity, to: &writer)
    try writer.write(syntax.resource.end)
    try write(citationsOf: entity, to: &writer)
  }

  private func write(
    _ property: String, sameAsOf entity: borrowing EntityRow, to writer: inout ByteWriter
  ) throws(WriteError) {
    try writer.property(property, syntax)
    try writer.write(syntax.list.open)
    for index in 0..<entity.sameAsCount {
      if index > 0 { try writer.write(syntax.list.separator) }
      try writer.write(syntax.iri.open)
      // Nothing else stands there than what is an IRI or has one.
      let text = String(entity.sameAs(index))
      try writer.write(text: SameAs.iri(of: text) ?? text, escaping: .json)
      try writer.write(syntax.iri.close)
    }
    try writer.write(syntax.list.close)
  }

  private func write(_ relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(syntax.separator)
    try writer.write(syntax.resource.open)
    try writer.write(relation.id, escaping: .fragment)
    try writer.write(syntax.resource.named)
    try writer.write(classes: ["rdf:Statement"], own: nil, syntax)
    try writer.property("rdf:subject", syntax)
    try write(reference: runs.ids, relation.subjectRow, to: &writer)
    try writer.write(runs.types, relation.typeRow)
    try writer.property("rdf:object", syntax)
    try write(reference: runs.ids, relation.objectRow, to: &writer)
    let answer = relation.answer.map { Int($0.rawValue) } ?? 0
    try writer.write(runs.statuses, Int(relation.status.rawValue) * Answer.allCases.count + answer)
    if let entity = relation.accordingToRow {
      try writer.property("prov:wasAttributedTo", syntax)
      try write(reference: runs.ids, entity, to: &writer)
    }
    if let note = relation.note { try write("rdfs:comment", note, to: &writer) }
    try writer.write(runs.times, relation)
    try write(attributesOf: relation, to: &writer)
    try writer.write(syntax.resource.end)
    try write(citationsOf: relation, to: &writer)
  }

  // MARK: - Parts of both

  private func write(_ property: String, _ text: Span<UInt8>?, to writer: inout ByteWriter) throws(WriteError) {
    guard let text else { return }
    try writer.property(property, syntax)
    try write(text: text, to: &writer)
  }

  private func write(text: Span<UInt8>, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(syntax.text.open)
    try writer.write(text, escaping: .json)
    try writer.write(syntax.text.close)
  }

  private func write(reference blocks: borrowing Blocks, _ row: Int, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(syntax.reference.open)
    try writer.write(blocks, row)
    try writer.write(syntax.reference.close)
  }

  /// Writes own attributes as schema.org's property values.
  private func write(
    attributesOf row: borrowing some GraphRow & ~Copyable, to writer: inout ByteWriter
  ) throws(WriteError) {
    if row.attributeCount == 0 { return }
    try writer.property("schema:additionalProperty", syntax)
    try writer.write(syntax.list.open)
    for index in 0..<row.attributeCount {
      if index > 0 { try writer.write(syntax.list.separator) }
      let attribute = row.attribute(index)
      try writer.begin(anonymous: "schema:PropertyValue", syntax)
      try write("schema:name", attribute.key, to: &writer)
      try writer.property("schema:value", syntax)
      switch attribute.value {
      case .text(let text): try write(text: text, to: &writer)
      case .integer(let integer): try writer.write(integer)
      case .number(let number): try writer.write(number.xmlSchema, type: "xsd:double", syntax)
      case .boolean(let boolean): try writer.write(boolean ? "true" : "false")
      }
      try writer.write(syntax.anonymous.end)
    }
    try writer.write(syntax.list.close)
  }

  private func write(
    citationsOf row: borrowing some GraphRow & ~Copyable, to writer: inout ByteWriter
  ) throws(WriteError) {
    for index in 0..<row.citationCount { try write(row.citation(index), of: row.id, to: &writer) }
  }

  /// Writes a Web Annotation: its body is what is cited for, its target the place in the document.
  private func write(
    _ citation: CitationRow, of owner: Span<UInt8>, to writer: inout ByteWriter
  ) throws(WriteError) {
    try writer.write(syntax.separator)
    try writer.begin(anonymous: "oa:Annotation", syntax)
    if let day = citation.verified {
      try writer.write(String(day), type: "xsd:date", after: "dcterms:dateAccepted", syntax)
    }
    try writer.property("oa:hasBody", syntax)
    try writer.write(syntax.reference.open)
    try writer.write(owner, escaping: .fragment)
    try writer.write(syntax.reference.close)
    try writer.property("oa:hasTarget", syntax)
    try writer.begin(anonymous: "oa:SpecificResource", syntax)
    try writer.property("oa:hasSource", syntax)
    try write(reference: runs.documents, citation.documentRow, to: &writer)
    let fragment =
      citation.paragraph.map { "paragraph=\($0)" } ?? citation.pages.map { "page=\(Citation.numbers(pages: $0))" }
    if let fragment {
      try writer.property("oa:hasSelector", syntax)
      try writer.begin(anonymous: "oa:FragmentSelector", syntax)
      try writer.property("rdf:value", syntax)
      try writer.write(text: "\"\(fragment)\"")
    }
    if citation.quote != nil {
      try writer.property(fragment != nil ? "oa:refinedBy" : "oa:hasSelector", syntax)
      try writer.begin(anonymous: "oa:TextQuoteSelector", syntax)
      try write("oa:exact", citation.quote, to: &writer)
      try write("oa:prefix", citation.prefix, to: &writer)
      try write("oa:suffix", citation.suffix, to: &writer)
      try writer.write(syntax.anonymous.end)
    }
    if fragment != nil { try writer.write(syntax.anonymous.end) }
    try writer.write(syntax.anonymous.end)
    try writer.write(syntax.anonymous.end)
    try writer.write(syntax.statementEnd)
  }
}

extension RDFDocument.Runs {
  fileprivate init(of graph: RelationGraph, _ syntax: RDFSyntax) throws {
    let schema = graph.schema
    ids = try Blocks(entitiesOf: graph) { entity, writer in try writer.write(entity.id, escaping: .fragment) }
    documents = try Blocks(graph.documents.count) { try $1.write(text: RDFTerms.iri(graph.documents[$0])) }
    kinds = try Blocks(schema.kinds.count) { row, writer in
      let kind = schema.kinds[row]
      try writer.write(classes: [RDFTerms.parent(of: kind)].compactMap(\.self), own: RDFTerms.iri(kind), syntax)
    }
    types = try Blocks(schema.relationTypes.count) { row, writer in
      try writer.property("rdf:predicate", syntax)
      try writer.write(reference: RDFTerms.iri(schema.relationTypes[row]), syntax)
    }
    let answers = Answer.allCases
    statuses = try Blocks(Status.allCases.count * answers.count) { row, writer in
      let (status, answer) = (Status.allCases[row / answers.count], answers[row % answers.count])
      try writer.property("crm:P2_has_type", syntax)
      if answer == .no { return try writer.write(reference: RDFTerms.iri(status), syntax) }
      try writer.write(syntax.list.open)
      try writer.write(reference: RDFTerms.iri(status), syntax)
      try writer.write(syntax.list.separator)
      try writer.write(reference: RDFTerms.iri(answer), syntax)
      try writer.write(syntax.list.close)
    }
    times = try Times(of: graph) { moment, writer in
      if let date = moment.date {
        try writer.property("dcterms:date", syntax)
        try writer.write(date.text, type: "edtf:EDTF", syntax)
      }
      try writer.property("crm:P4_has_time-span", syntax)
      try writer.begin(anonymous: "crm:E52_Time-Span", syntax)
      for (term, year) in zip(RDFTerms.years, moment.years.all) {
        try writer.property(term, syntax)
        try writer.write(year)
      }
      try writer.write(syntax.anonymous.end)
    }
  }
}

extension Double {
  /// The number as XML Schema's `double` writes it.
  fileprivate var xmlSchema: String {
    isNaN ? "NaN" : isInfinite ? (self < 0 ? "-INF" : "INF") : description
  }
}

extension ByteWriter {
  /// Begins a property; its values follow.
  mutating func property(_ name: String, _ syntax: borrowing RDFSyntax) throws(WriteError) {
    try write(syntax.property.open)
    try write(text: name)
    try write(syntax.property.named)
  }

  /// Begins a resource without an IRI.
  mutating func begin(anonymous type: String, _ syntax: borrowing RDFSyntax) throws(WriteError) {
    try write(syntax.anonymous.open)
    try write(text: type)
    try write(syntax.anonymous.typed)
  }

  /// Writes a resource's classes: those with prefixes, and one of the graph's own.
  mutating func write(classes: [String], own: String?, _ syntax: borrowing RDFSyntax) throws(WriteError) {
    try write(syntax.classes.open)
    for (index, name) in classes.enumerated() {
      if index > 0 { try write(syntax.classes.separator) }
      try write(syntax.prefixedClass.open)
      try write(text: name)
      try write(syntax.prefixedClass.close)
    }
    if let own {
      if !classes.isEmpty { try write(syntax.classes.separator) }
      try write(syntax.ownClass.open)
      try write(text: own)
      try write(syntax.ownClass.close)
    }
    try write(syntax.classes.close)
  }

  /// Writes one of the graph's own resources as a value, by what stands after its `#`.
  mutating func write(reference iri: String, _ syntax: borrowing RDFSyntax) throws(WriteError) {
    try write(syntax.reference.open)
    try write(text: iri)
    try write(syntax.reference.close)
  }

  /// Writes a property that is a text of a type.
  mutating func write(
    _ text: String, type: String, after property: String, _ syntax: borrowing RDFSyntax
  ) throws(WriteError) {
    try self.property(property, syntax)
    try write(text, type: type, syntax)
  }

  /// Writes a text of a type.
  mutating func write(_ text: String, type: String, _ syntax: borrowing RDFSyntax) throws(WriteError) {
    try write(syntax.typed.open)
    try write(text: text, escaping: .json)
    try write(syntax.typed.type)
    try write(text: type)
    try write(syntax.typed.close)
  }
}
