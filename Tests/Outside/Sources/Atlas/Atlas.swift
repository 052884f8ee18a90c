public import Entente
public import EntenteFormats

/// All of a graph in one XML file: rows with what they lack left out, looks, years, citations, attributes with their types.
///
/// Its dialect for maps has places, as far as a layout gives them, and no notes.
public struct Atlas: StreamingExporter {
  /// What the format is and carries.
  public let format = Format(
    "Atlas", endings: ["atlas", "atlas.xml"], summary: "A graph as an atlas of it",
    dialects: [Format.Dialect("maps", "with places, and without notes")],
    carries: .everything(asText: [.aliases], without: [.entityCitations, .holding, .ownKinds, .ownRelationTypes]))

  /// The format.
  public init() {}

  /// Maps have places.
  public func keepsPlaces(_ options: ExportOptions) -> Bool { options.dialect == "maps" }

  /// What the format itself loses, and what its dialect does besides.
  public func losses(of selection: Selection, options: ExportOptions) -> [Loss] {
    let notes = Feature.relationNotes.count(in: selection)
    let inMaps = options.dialect == "maps" && notes > 0
    return featureLosses(of: selection) + selection.directionChanges(in: format, options)
      + (inMaps ? [Loss(format, Feature.relationNotes.lost(notes))] : [])
  }

  /// Writes the selection.
  ///
  /// - Throws: `CheckFailure` where a text holds a character that XML has no way to write.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    try selection.checkXML(for: format, options)
    let weight = try selection.weight(options)
    let parts = try options.shared.part("Atlas.parts", of: selection.graph) { try Parts(of: selection.graph) }
    let parallels = ParallelRelations(of: selection)
    try writer.write("<atlas title=\"")
    try writer.write(text: selection.graph.title, escaping: .xmlAttribute)
    try writer.write(selection.isUndirected(options) ? "\" directed=\"no\">\n" : "\" directed=\"yes\">\n <facts>")
    try writer.write(factsOf: selection.graph, escaping: .xmlText)
    try writer.write("</facts>\n")
    try selection.forEachEntity { entity in
      try write(entity, parts, options, to: &writer)
    }
    try selection.forEachRelation(options, to: &writer) { relation, writer in
      try write(relation, parts, options, weight: weight, number: parallels.number(of: relation.row), to: &writer)
    }
    try writer.write("</atlas>\n")
  }

  private func write(
    _ entity: borrowing EntityRow, _ parts: Parts, _ options: ExportOptions, to writer: inout ByteWriter
  ) throws {
    try writer.write(" <entity id=\"")
    try writer.write(parts.ids, entity.row)
    try writer.write("\"")
    try writer.write(parts.kinds, entity.kindRow)
    try writer.write(parts.times, entity)
    if keepsPlaces(options), let place = options.positions?[row: entity.row] {
      try writer.write(" x=\"")
      try writer.write(number: place.x)
      try writer.write("\" y=\"")
      try writer.write(number: place.y)
      try writer.write("\"")
    }
    try writer.write("><name>")
    try writer.write(entity.name, escaping: .xmlText)
    try writer.write("</name>")
    for index in 0..<entity.aliasCount {
      try writer.write("<alias>")
      try writer.write(entity.alias(index), escaping: .xmlText)
      try writer.write("</alias>")
    }
    if options.dialect != "maps", let note = entity.note { try writer.write(note: note) }
    for index in 0..<entity.attributeCount { try writer.write(entity.attribute(index)) }
    try writer.write("</entity>\n")
  }

  private func write(
    _ relation: borrowing RelationRow, _ parts: Parts, _ options: ExportOptions, weight: String?, number: UInt32?,
    to writer: inout ByteWriter
  ) throws {
    try writer.write(" <relation id=\"")
    try writer.write(relation.id, escaping: .xmlAttribute)
    try writer.write("\" subject=\"")
    try writer.write(parts.ids, relation.subjectRow)
    try writer.write("\" object=\"")
    try writer.write(parts.ids, relation.objectRow)
    try writer.write("\"")
    try writer.write(parts.types, relation.typeRow)
    try writer.write(parts.lines, Int(relation.status.rawValue))
    try writer.write(parts.times, relation)
    if let accordingTo = relation.accordingToRow {
      try writer.write(" according-to=\"")
      try writer.write(parts.ids, accordingTo)
      try writer.write("\"")
    }
    if let answer = relation.answer { try writer.write(answer == .certain ? " certain=\"yes\"" : " certain=\"no\"") }
    if let number {
      try writer.write(" number=\"")
      try writer.write(number)
      try writer.write("\"")
    }
    try writer.write(">")
    if options.dialect != "maps", let note = relation.note { try writer.write(note: note) }
    for index in 0..<relation.citationCount { try writer.write(relation.citation(index), parts) }
    for index in 0..<relation.attributeCount {
      let attribute = relation.attribute(index)
      let key = attribute.key.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      try writer.write(attribute, isWeight: key == weight)
    }
    try writer.write("</relation>\n")
  }
}

/// What depends on a graph alone, and is made once for all selections of it.
private struct Parts: Sendable {
  let ids: Blocks
  let kinds: Blocks
  let types: Blocks
  let lines: Blocks
  let documents: Blocks
  let times: Times

  init(of graph: RelationGraph) throws {
    let (schema, looks) = (graph.schema, Looks(of: graph.schema))
    ids = try Blocks(entitiesOf: graph) { entity, writer in try writer.write(entity.id, escaping: .xmlAttribute) }
    kinds = try Blocks(schema.kinds.count) { row, writer in
      let (kind, look) = (Escapes.xmlAttribute.escaped(schema.kinds[row].name), looks[row])
      try writer.write(text: " kind=\"\(kind)\" shape=\"\(look.shape)\" fill=\"\(look.colour.fill)\"")
    }
    types = try Blocks(schema.relationTypes.count) { row, writer in
      let type = schema.relationTypes[row]
      try writer.write(text: " type=\"\(Escapes.xmlAttribute.escaped(type.name))\"")
      if !type.directed { try writer.write(" symmetric=\"yes\"") }
    }
    lines = try Blocks(Status.allCases.count) { row, writer in
      let status = Status.allCases[row]
      if status != .asserted {
        try writer.write(text: " status=\"\(status.name)\" line=\"\(status.line)\" colour=\"\(status.line.colour)\"")
      }
    }
    let names = graph.documents.map(\.id)
    documents = try Blocks(names.count) { try $1.write(text: names[$0], escaping: .xmlAttribute) }
    times = try Times(of: graph) { moment, writer in
      if let date = moment.date {
        try writer.write(text: " when=\"\(Escapes.xmlAttribute.escaped(date.text))\"")
        try writer.write(text: " in-words=\"\(Escapes.xmlAttribute.escaped(date.words))\"")
      }
      try writer.write(text: " years=\"\(moment.years.all.map(String.init).joined(separator: " "))\"")
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(note: Span<UInt8>) throws {
    try write("<note>")
    try write(note, escaping: .xmlText)
    try write("</note>")
  }

  fileprivate mutating func write(_ citation: borrowing CitationRow, _ parts: Parts) throws {
    try write("<cite document=\"")
    try write(parts.documents, citation.documentRow)
    if let paragraph = citation.paragraph {
      try write("\" paragraph=\"")
      try write(paragraph)
    }
    if let pages = citation.pages {
      try write("\" pages=\"")
      try write(text: "\(pages.lowerBound)-\(pages.upperBound)")
    }
    try write("\">")
    if let prefix = citation.prefix { try write("prefix", prefix) }
    if let quote = citation.quote { try write("quote", quote) }
    if let suffix = citation.suffix { try write("suffix", suffix) }
    try write("</cite>")
  }

  private mutating func write(_ element: String, _ text: Span<UInt8>) throws {
    try write(text: "<\(element)>")
    try write(text, escaping: .xmlText)
    try write(text: "</\(element)>")
  }

  fileprivate mutating func write(_ attribute: borrowing AttributeRow, isWeight: Bool = false) throws {
    try write(isWeight ? "<weight key=\"" : "<value key=\"")
    try write(attribute.key, escaping: .xmlAttribute)
    switch attribute.value {
    case .text: try write("\" type=\"text\">")
    case .integer: try write("\" type=\"integer\">")
    case .number: try write("\" type=\"number\">")
    case .boolean: try write("\" type=\"boolean\">")
    }
    try write(attribute.value, escaping: .xmlText)
    try write(isWeight ? "</weight>" : "</value>")
  }
}
