public import Entente
public import EntenteFormats

/// A folder of two tables with tabs between cells; what a row lacks is an empty cell.
public struct Ledger: StreamingExporter {
  /// What the format is and carries.
  public let format = Format(
    "Ledger", endings: ["ledger"], summary: "Two tables in a folder", isFolder: true,
    carries: [
      .parallelRelations: .whole, .relationIDs: .whole, .kinds: .whole, .relationDates: .whole, .statuses: .whole,
      .accordingTo: .whole, .entityNotes: .whole, .relationNotes: .whole, .existence: .whole, .answers: .whole,
    ])

  private static let escapes = Escapes([
    (UInt8(ascii: "\t"), "\\t"), (UInt8(ascii: "\n"), "\\n"), (UInt8(ascii: "\\"), "\\\\"),
  ])

  /// The format.
  public init() {}

  /// Writes the tables.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) throws {
    let schema = selection.graph.schema
    try writer.begin(file: "entities.tsv")
    try writer.write("id\tkind\tname\twhen\tnote\n")
    try selection.forEachEntity { entity in
      try writer.write(entity.id, escaping: Self.escapes)
      try writer.write(text: "\t\(schema.kinds[entity.kindRow].name)\t")
      try writer.write(entity.name, escaping: Self.escapes)
      try writer.write("\t")
      if let when = entity.when { try writer.write(when) }
      try writer.write("\t")
      if let note = entity.note { try writer.write(note, escaping: Self.escapes) }
      try writer.write("\n")
    }
    try writer.begin(file: "relations.tsv")
    try writer.write("subject\ttype\tobject\twhen\tstatus\tby\tanswer\tnote\n")
    try selection.forEachRelation(options, to: &writer) { relation, writer in
      try writer.write(relation.subjectID, escaping: Self.escapes)
      try writer.write(text: "\t\(schema.relationTypes[relation.typeRow].name)\t")
      try writer.write(relation.objectID, escaping: Self.escapes)
      try writer.write("\t")
      if let when = relation.when { try writer.write(when) }
      try writer.write(text: "\t\(relation.status.name)\t")
      if let accordingTo = relation.accordingTo { try writer.write(accordingTo, escaping: Self.escapes) }
      try writer.write("\t")
      if let answer = relation.answer { try writer.write(text: "\(answer)") }
      try writer.write("\t")
      if let note = relation.note { try writer.write(note, escaping: Self.escapes) }
      try writer.write("\n")
    }
  }
}

/// An exporter that waits, as a layout or another program would make it: it counts what it is told, a while later.
public struct Waiting: Exporter {
  /// What the format is and carries.
  public let format = Format("Waiting", endings: ["waiting"], summary: "How many relations there are", carries: [:])

  /// The format.
  public init() {}

  /// Waits, writes, and says something about the output.
  public func write(_ selection: Selection, options: ExportOptions, to writer: inout ByteWriter) async throws {
    try await Task.sleep(for: .milliseconds(1))
    try writer.write(text: "\(selection.relations.count)\n")
    options.remark?(Waited())
  }
}

/// Something about the output that is no loss.
public struct Waited: Finding {
  /// It only informs.
  public var severity: Severity { .note }
  /// What it says.
  public var message: String { "it took a while" }
}
