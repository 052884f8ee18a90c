import Entente

/// One RDF file in the making, in either syntax.
struct RDFDocument {
  private let selection: Selection
  private let columns: Columns
  private let syntax: RDFSyntax
  /// IRIs after their `#`.
  private let ids: Blocks
  private let documents: Blocks
  /// The classes of entities of each kind.
  private let kinds: Blocks
  /// The predicate of a statement of each type, and its status.
  private let types: Blocks
  private let statuses: Blocks
  private let times: Times

  init(_ selection: Selection, _ syntax: RDFSyntax) throws {
    let (graph, schema, columns) = (selection.graph, selection.graph.schema, selection.graph.columns)
    self.selection = selection
    self.columns = columns
    self.syntax = syntax
    ids = try columns.strings.withArena { arena in
      try Blocks(columns.entities.count) { try $1.write(arena[columns.entities.id[$0]], escaping: .fragment) }
    }
    documents = try Blocks(graph.documents.count) { try $1.write(text: RDFTerms.iri(graph.documents[$0])) }
    kinds = try Blocks(schema.kinds.count) { row, writer in
      let kind = schema.kinds[row]
      try writer.write(classes: [RDFTerms.parent(of: kind)].compactMap(\.self), own: RDFTerms.iri(kind), syntax)
    }
    types = try Blocks(schema.relationTypes.count) { row, writer in
      try writer.property("rdf:predicate", syntax)
      try writer.write(reference: RDFTerms.iri(schema.relationTypes[row]), syntax)
    }
    statuses = try Blocks(Status.allCases.count) { row, writer in
      try writer.property("crm:P2_has_type", syntax)
      try writer.write(reference: RDFTerms.iri(Status.allCases[row]), syntax)
    }
    times = try Times(of: graph) { arena, text, years, _, writer in
      if text != .empty {
        try writer.property("dcterms:date", syntax)
        try writer.write(String(decoding: arena[text], as: UTF8.self), type: "edtf:EDTF", syntax)
      }
      try writer.property("crm:P4_has_time-span", syntax)
      try writer.begin(anonymous: "crm:E52_Time-Span", syntax)
      for (term, year) in zip(RDFTerms.years, years.all) {
        try writer.property(term, syntax)
        try writer.write(year)
      }
      try writer.write(syntax.anonymous.end)
    }
  }

  func write(_ options: ExportOptions, to writer: inout ByteWriter) throws {
    try writer.write(text: syntax.head)
    try RDFSchema(selection, syntax).write(to: &writer)
    try columns.strings.withArena { arena in
      try selection.entityRows.forEach { try write(entity: $0, from: arena, to: &writer) }
      try selection.forEachRelation(options, to: &writer) { try write(relation: $0, from: arena, to: &$1) }
    }
    try writer.write(syntax.foot)
  }

  // MARK: - Entities and relations

  private func write(entity row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let entities = columns.entities
    try begin(row, to: &writer)
    try writer.write(kinds, Int(entities.kind[row]))
    try write("schema:name", entities.name[row], from: arena, to: &writer)
    if !entities.aliases[row].isEmpty {
      try writer.property("schema:alternateName", syntax)
      try writer.write(syntax.list.open)
      for (index, alias) in entities.aliases[row].enumerated() {
        if index > 0 { try writer.write(syntax.list.separator) }
        try write(text: arena[alias], to: &writer)
      }
      try writer.write(syntax.list.close)
    }
    try write("rdfs:comment", entities.note[row], from: arena, to: &writer)
    try times.write(entity: row, to: &writer)
    try write(attributes: entities.attributes[row], from: arena, to: &writer)
    try writer.write(syntax.resource.end)
    for citation in entities.citations[row] {
      try write(citation: citation, of: arena[entities.id[row]], from: arena, to: &writer)
    }
  }

  private func write(relation row: Int, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter) throws {
    let relations = columns.relations
    try writer.write(syntax.separator)
    try writer.write(syntax.resource.open)
    try writer.write("#")
    try writer.write(arena[relations.id[row]], escaping: .fragment)
    try writer.write(syntax.resource.named)
    try writer.write(classes: ["rdf:Statement"], own: nil, syntax)
    try writer.property("rdf:subject", syntax)
    try write(reference: ids, Int(relations.subject[row]), to: &writer)
    try writer.write(types, Int(relations.type[row]))
    try writer.property("rdf:object", syntax)
    try write(reference: ids, Int(relations.object[row]), to: &writer)
    try writer.write(statuses, Int(relations.status[row].rawValue))
    if relations.accordingTo[row] != 0 {
      try writer.property("prov:wasAttributedTo", syntax)
      try write(reference: ids, Int(relations.accordingTo[row]) - 1, to: &writer)
    }
    try write("rdfs:comment", relations.note[row], from: arena, to: &writer)
    try times.write(relation: row, to: &writer)
    try write(attributes: relations.attributes[row], from: arena, to: &writer)
    try writer.write(syntax.resource.end)
    for citation in relations.citations[row] {
      try write(citation: citation, of: arena[relations.id[row]], from: arena, to: &writer)
    }
  }

  private func begin(_ row: Int, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(syntax.separator)
    try writer.write(syntax.resource.open)
    try writer.write("#")
    try writer.write(ids, row)
    try writer.write(syntax.resource.named)
  }

  // MARK: - Parts of both

  private func write(
    _ property: String, _ text: StringID, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    if text == .empty { return }
    try writer.property(property, syntax)
    try write(text: arena[text], to: &writer)
  }

  private func write(text: UnsafeBufferPointer<UInt8>, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(syntax.text.open)
    try writer.write(text, escaping: JSON.string)
    try writer.write(syntax.text.close)
  }

  private func write(reference blocks: borrowing Blocks, _ row: Int, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write(syntax.reference.open)
    try writer.write(blocks, row)
    try writer.write(syntax.reference.close)
  }

  /// Writes own attributes as schema.org's property values.
  private func write(
    attributes rows: Range<Int>, from arena: borrowing StringTable.Arena, to writer: inout ByteWriter
  ) throws(WriteError) {
    if rows.isEmpty { return }
    try writer.property("schema:additionalProperty", syntax)
    try writer.write(syntax.list.open)
    for row in rows {
      if row != rows.lowerBound { try writer.write(syntax.list.separator) }
      try writer.begin(anonymous: "schema:PropertyValue", syntax)
      try write("schema:name", columns.attributes.key[row], from: arena, to: &writer)
      try writer.property("schema:value", syntax)
      switch columns.attributes.value[row] {
      case .text(let text): try write(text: arena[text], to: &writer)
      case .integer(let integer): try writer.write(integer)
      case .number(let number): try writer.write(number.xmlSchema, type: "xsd:double", syntax)
      case .boolean(let boolean): try writer.write(boolean ? "true" : "false")
      }
      try writer.write(syntax.anonymous.end)
    }
    try writer.write(syntax.list.close)
  }

  /// Writes a Web Annotation: its body is what is cited for, its target the place in the document.
  private func write(
    citation row: Int, of owner: UnsafeBufferPointer<UInt8>, from arena: borrowing StringTable.Arena,
    to writer: inout ByteWriter
  ) throws(WriteError) {
    let citations = columns.citations
    try writer.write(syntax.separator)
    try writer.begin(anonymous: "oa:Annotation", syntax)
    try writer.property("oa:hasBody", syntax)
    try writer.write(syntax.reference.open)
    try writer.write(owner, escaping: .fragment)
    try writer.write(syntax.reference.close)
    try writer.property("oa:hasTarget", syntax)
    try writer.begin(anonymous: "oa:SpecificResource", syntax)
    try writer.property("oa:hasSource", syntax)
    try write(reference: documents, Int(citations.document[row]), to: &writer)
    let (paragraph, hasQuote) = (citations.paragraph[row], citations.quote[row] != .empty)
    if paragraph != 0 {
      try writer.property("oa:hasSelector", syntax)
      try writer.begin(anonymous: "oa:FragmentSelector", syntax)
      try writer.property("rdf:value", syntax)
      try writer.write("\"paragraph=")
      try writer.write(paragraph)
      try writer.write("\"")
    }
    if hasQuote {
      try writer.property(paragraph != 0 ? "oa:refinedBy" : "oa:hasSelector", syntax)
      try writer.begin(anonymous: "oa:TextQuoteSelector", syntax)
      try write("oa:exact", citations.quote[row], from: arena, to: &writer)
      try write("oa:prefix", citations.prefix[row], from: arena, to: &writer)
      try write("oa:suffix", citations.suffix[row], from: arena, to: &writer)
      try writer.write(syntax.anonymous.end)
    }
    if paragraph != 0 { try writer.write(syntax.anonymous.end) }
    try writer.write(syntax.anonymous.end)
    try writer.write(syntax.anonymous.end)
    try writer.write(syntax.statementEnd)
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

  /// Writes a text of a type.
  mutating func write(_ text: String, type: String, _ syntax: borrowing RDFSyntax) throws(WriteError) {
    try write(syntax.typed.open)
    try write(text: text, escaping: JSON.string)
    try write(syntax.typed.type)
    try write(text: type)
    try write(syntax.typed.close)
  }
}
