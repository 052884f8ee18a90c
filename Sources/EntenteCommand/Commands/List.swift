import ArgumentParser
import Entente

struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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

  func run() async throws {
    let messages = messageOptions.messages
    let selection = try options.select(from: input.load(messages), messages)
    try StandardOutput.write(selection.oldestFirst.lazy.map { line($0, in: selection) })
    messages.end()
  }

  private func line(_ relation: Relation, in selection: Selection) -> String {
    var cells =
      ids
      ? [relation.subject.id, relation.type.name, relation.object.id]
      : [relation.subject.name, relation.type.label, relation.object.name]
    cells += [relation.when?.text ?? "", relation.status.name, relation.place?.description ?? ""]
    if selection.filter.years != nil { cells.append(selection.answer(relation) == .certain ? "certain" : "possible") }
    if ids { cells.append(relation.id) }
    return TabbedLine.text(cells)
  }
}

/// Cells parted by tabs, in one line whatever stands in them.
enum TabbedLine {
  static func text(_ cells: [String]) -> String { cells.map(oneLine).joined(separator: "\t") }

  /// A text without what would break the line or its columns.
  private static func oneLine(_ text: String) -> String {
    text.contains { $0.isNewline || $0 == "\t" } ? String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : text
  }
}
