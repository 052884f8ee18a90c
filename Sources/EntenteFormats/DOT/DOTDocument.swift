import Entente

/// One DOT file in the making: what is the same for many entities or relations is made once, before the first of them.
struct DOTDocument {
  private let selection: Selection
  private let isUndirected: Bool
  private let runs: Runs

  /// What depends on the graph alone.
  fileprivate struct Runs: Sendable {
    /// Entities' ids, quoted.
    let ids: Blocks
    let kinds: Blocks
    let labels: RelationLabels
    /// The attributes that types and statuses decide, by type and status.
    let lines: Blocks
    let answers: Blocks
    let times: Times
    let documents: Blocks
  }

  init(_ selection: Selection, _ options: ExportOptions) throws {
    self.selection = selection
    isUndirected = selection.isUndirected(options)
    runs = try options.shared.part("DOT.runs", of: selection.graph) { try Runs(of: selection.graph) }
  }

  func write(_ options: ExportOptions, to writer: inout ByteWriter) throws {
    try writeHead(to: &writer)
    try selection.forEachEntity { try write($0, to: &writer) }
    try selection.forEachRelation(options, to: &writer) { try write($0, to: &$1) }
    try writer.write("}\n")
  }

  private func writeHead(to writer: inout ByteWriter) throws(WriteError) {
    let title = selection.graph.title
    try writer.write(isUndirected ? "graph \"" : "digraph \"")
    try writer.write(text: title, escaping: DOTText.value)
    try writer.write("\" {\n  graph [label=\"")
    try writer.write(text: title, escaping: DOTText.label)
    try writer.write(
      """
      ", labelloc=t, fontname="Helvetica", fontsize=18, rankdir=LR, comment="
      """)
    try writer.write(json: selection.graph.facts(), escaping: DOTText.json, quote: "\\\"")
    try writer.write(
      """
      "];
        node [fontname="Helvetica", fontsize=11, color="#2b2b2b"];
        edge [fontname="Helvetica", fontsize=10, color="#3c3c3c"];

      """)
  }

  private func write(_ entity: borrowing EntityRow, to writer: inout ByteWriter) throws(WriteError) {
    try writer.write("  ")
    try writer.write(runs.ids, entity.row)
    try writer.write(" [label=\"")
    try writer.write(entity.name, escaping: DOTText.label)
    try writer.write("\", id=")
    try writer.write(runs.ids, entity.row)
    try writer.write(runs.kinds, entity.kindRow)
    if entity.aliasCount > 0 {
      try writer.write(", aliases=\"")
      for index in 0..<entity.aliasCount {
        if index > 0 { try writer.write("|") }
        let alias = entity.alias(index)
        if let escaped = ListText.escaped(alias, separator: UInt8(ascii: "|")) {
          try writer.write(escaped.span, escaping: DOTText.value)
        } else {
          try writer.write(alias, escaping: DOTText.value)
        }
      }
      try writer.write("\"")
    }
    if entity.sameAsCount > 0 {
      try writer.write(", same_as=\"")
      for index in 0..<entity.sameAsCount {
        if index > 0 { try writer.write("|") }
        try writer.write(entity.sameAs(index), escaping: DOTText.value)
      }
      try writer.write("\"")
    }
    try writer.write(runs.times, entity)
    try write(commonOf: entity, to: &writer)
    try writer.write("];\n")
  }

  private func write(_ relation: borrowing RelationRow, to writer: inout ByteWriter) throws(WriteError) {
    let (type, status) = (relation.typeRow, Int(relation.status.rawValue))
    try writer.write("  ")
    try writer.write(runs.ids, relation.subjectRow)
    try writer.write(isUndirected ? " -- " : " -> ")
    try writer.write(runs.ids, relation.objectRow)
    try writer.write(" [label=\"")
    try writer.write(runs.labels, relation)
    try writer.write("\", id=")
    try writer.write(quoted: relation.id)
    try writer.write(runs.lines, type * Status.allCases.count + status)
    if let accordingTo = relation.accordingTo { try writer.attribute("according_to", accordingTo) }
    try writer.write(runs.times, relation)
    if let answer = relation.answer { try writer.write(runs.answers, Int(answer.rawValue)) }
    try write(commonOf: relation, to: &writer)
    try writer.write("];\n")
  }

  // MARK: - What entities and relations share

  private func write(
    commonOf row: borrowing some GraphRow & ~Copyable, to writer: inout ByteWriter
  ) throws(WriteError) {
    if let note = row.note { try writer.attribute("note", note) }
    if row.citationCount > 0 { try write(citationsOf: row, to: &writer) }
    for index in 0..<row.attributeCount {
      let attribute = row.attribute(index)
      try writer.write(", \"attr_")
      try writer.write(attribute.key, escaping: DOTText.value)
      try writer.write("\"=\"")
      try writer.write(attribute.value, escaping: DOTText.value)
      try writer.write("\"")
    }
  }

  /// Writes `tass#5 "laid claims"; tass#6`, as a graph file does.
  private func write(
    citationsOf row: borrowing some GraphRow & ~Copyable, to writer: inout ByteWriter
  ) throws(WriteError) {
    try writer.write(", citations=\"")
    for index in 0..<row.citationCount {
      if index > 0 { try writer.write("; ") }
      let citation = row.citation(index)
      try writer.write(runs.documents, citation.documentRow)
      if let paragraph = citation.paragraph {
        try writer.write("#")
        try writer.write(paragraph)
      }
      if let pages = citation.pages { try writer.write(text: " \(Citation.words(pages: pages))") }
      guard let quote = citation.quote else { continue }
      try writer.write(" \\\"")
      try writer.write(quote, escaping: DOTText.value)
      try writer.write("\\\"")
    }
    try writer.write("\"")
  }
}

extension DOTDocument.Runs {
  fileprivate init(of graph: RelationGraph) throws {
    let schema = graph.schema
    ids = try Blocks(entitiesOf: graph) { entity, writer in try writer.write(quoted: entity.id) }
    kinds = try Self.kinds(of: schema)
    labels = try RelationLabels(of: graph, lineEnd: "\\n", escaping: DOTText.label)
    lines = try Self.lines(of: schema)
    answers = try Blocks(Answer.allCases.count) { try $1.attribute("answer", "\(Answer.allCases[$0])") }
    times = try Times(of: graph) { moment, writer in
      if let date = moment.date { try writer.attribute("when", date.text) }
      for (property, year) in zip(Property.years, moment.years.all) {
        try writer.write(text: ", \(PropertySyntax.entityNames[property] ?? "")=")
        try writer.write(year)
      }
    }
    let documentIDs = graph.documents.map(\.id)
    documents = try Blocks(documentIDs.count) { try $1.write(text: documentIDs[$0], escaping: DOTText.value) }
  }

  private static func kinds(of schema: Schema) throws -> Blocks {
    let looks = Looks(of: schema)
    return try Blocks(schema.kinds.count) { row, writer in
      let (kind, look) = (schema.kinds[row].name, looks[row])
      try writer.attribute("kind", kind)
      try writer.attribute("class", "entity " + kind.hyphenated)
      try writer.write(text: ", \(look.dot), fillcolor=\"\(look.colour.fill)\"")
    }
  }

  private static func lines(of schema: Schema) throws -> Blocks {
    let statuses = Status.allCases
    return try Blocks(schema.relationTypes.count * statuses.count) { row, writer in
      let (type, status) = (schema.relationTypes[row / statuses.count], statuses[row % statuses.count])
      try writer.attribute("type", type.name)
      try writer.attribute("status", status.name)
      try writer.attribute("class", "relation \(type.name.hyphenated) \(status.name)")
      try writer.attribute("holds", type.holds.rawValue)
      try writer.write(text: ", " + status.line.dot)
      if !type.directed { try writer.write(", dir=none") }
    }
  }
}

extension String {
  /// The name as one class: with hyphens for white space.
  fileprivate var hyphenated: String { String(map { $0.isWhitespace ? "-" : $0 }) }
}

extension KindLook {
  /// The shape in Graphviz's terms.
  fileprivate var dot: String {
    let outlines = (shape == .barred ? 2 : 1) + (isDouble ? 1 : 0)
    let style = shape == .pill ? "style=\"rounded,filled\"" : "style=filled"
    return "shape=\(shape.dot), \(style)" + (outlines > 1 ? ", peripheries=\(outlines)" : "")
  }
}

extension Kind.Shape {
  /// The nearest that Graphviz has.
  fileprivate var dot: String {
    switch self {
    case .pill, .rectangle, .barred: "box"
    case .note: "note"
    case .hexagon: "hexagon"
    case .octagon: "octagon"
    case .signpost: "cds"
    case .leaning: "parallelogram"
    case .trapezium: "trapezium"
    case .spool: "cylinder"
    case .arch: "house"
    case .bowl: "invtrapezium"
    }
  }
}

extension StatusLine {
  /// How Graphviz draws it: each is a line of its own, or has an arrow head of its own.
  fileprivate var dot: String {
    switch self {
    case .plain: "style=solid"
    case .dashDotted: "style=dashed"
    case .dotted: "style=dotted"
    case .dashed: "style=dashed, arrowhead=odiamond"
    case .double: "color=\"\(colour):#ffffff:\(colour)\""
    case .struck: "style=solid, color=\"\(colour)\", arrowhead=tee"
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(quoted text: Span<UInt8>) throws(WriteError) {
    try write("\"")
    try write(text, escaping: DOTText.value)
    try write("\"")
  }

  fileprivate mutating func attribute(_ name: StaticString, _ value: Span<UInt8>) throws(WriteError) {
    try write(", ")
    try write(name)
    try write("=")
    try write(quoted: value)
  }

  /// Writes an attribute; for what is written once.
  fileprivate mutating func attribute(_ name: StaticString, _ value: String) throws(WriteError) {
    try write(", ")
    try write(name)
    try write("=\"")
    try write(text: value, escaping: DOTText.value)
    try write("\"")
  }
}
