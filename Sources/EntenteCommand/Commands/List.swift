import ArgumentParser
import Entente
import EntenteFormats

struct List: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List relations, oldest first, a line each: who, what, whom, when, status, where it is written.",
    discussion: """
      Columns are parted by tabs. The date is EDTF as written; relations without a date come last. A selection by year adds \
      a column: certain or possible. With --ids, the names are ids, and the relation's own id is the last column.

        entente list Graphs/southern-kurils.yaml
        entente list Graphs/southern-kurils.yaml --around habomai --status conditional,withdrawn
        entente list Graphs/southern-kurils.yaml --year 1956 --certain | cut -f 1-4
      """)

  @OptionGroup var input: GraphArguments

  @Flag(help: "Ids in place of names, and the relation's own.")
  var ids = false

  @OptionGroup(title: "Selection") var options: SelectionOptions
  @OptionGroup(title: "Messages") var messageOptions: MessageOptions

  func run(_ messages: Messages) async throws {
    let selection = try options.select(from: input.load(messages), messages)
    try ByteWriter.descriptor(1) { try write(selection, to: &$0) }
    messages.end()
  }

  private func write(_ selection: Selection, to writer: inout ByteWriter) throws {
    let graph = selection.graph
    let entities = try Blocks(entitiesOf: graph) { entity, writer in
      try writer.write(line: ids ? entity.id : entity.name)
    }
    let types = try Blocks(graph.schema.relationTypes.count) { row, writer in
      let type = graph.schema.relationTypes[row]
      try writer.write(text: "\t" + TabbedLine.oneLine(ids ? type.name : type.label) + "\t")
    }
    let statuses = try Blocks(Status.allCases.count) { row, writer in
      try writer.write(text: "\t\(Status.allCases[row].name)\t")
    }
    // Places are counted in the file's order, and said in that of the dates: to jump about in a large file takes long.
    var positions = [(line: UInt32, column: UInt32)](repeating: (0, 0), count: graph.relations.count)
    selection.forEachRelation { relation in
      guard let position = relation.place?.position else { return }
      positions[relation.row] = (UInt32(clamping: position.line), UInt32(clamping: position.column))
    }
    try selection.forEachRelationOldestFirst { relation in
      try writer.write(entities, relation.subjectRow)
      try writer.write(types, relation.typeRow)
      try writer.write(entities, relation.objectRow)
      try writer.write("\t")
      if let when = relation.when { try writer.write(when) }
      try writer.write(statuses, Int(relation.status.rawValue))
      if let place = relation.place {
        let (line, column) = positions[relation.row]
        try writer.write(text: place.file)
        for number in [line, column] where line > 0 && number > 0 {
          try writer.write(":")
          try writer.write(number)
        }
      }
      switch relation.answer {
      case .certain?: try writer.write("\tcertain")
      case .possible?: try writer.write("\tpossible")
      case .no?, nil: break
      }
      if ids {
        try writer.write("\t")
        try writer.write(line: relation.id)
      }
      try writer.write("\n")
    }
  }
}

/// Cells parted by tabs, in one line whatever stands in them.
enum TabbedLine {
  static func text(_ cells: [String]) -> String { cells.map(oneLine).joined(separator: "\t") }

  /// A text without what would break the line or its columns, or does something to a terminal.
  static func oneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
    return Printable.text(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }
}

extension ByteWriter {
  /// Writes a text as one of a line's cells.
  fileprivate mutating func write(line text: Span<UInt8>) throws(WriteError) {
    try write(text: TabbedLine.oneLine(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }))
  }
}
