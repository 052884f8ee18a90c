import ArgumentParser
import Entente

struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List relations, oldest first, a line each: who, what, whom, when, status, where it is written.",
    discussion: """
      Columns are parted by tabs. The date is EDTF as written; relations without a date come last.

        entente list Graphs/southern-kurils.yaml
        entente list Graphs/southern-kurils.yaml --around habomai --status conditional,withdrawn
        entente list Graphs/southern-kurils.yaml --year 1956 --certain | cut -f 1-4
      """)

  @OptionGroup var input: GraphArguments
  @OptionGroup(title: "Selection") var options: SelectionOptions

  func run() async throws {
    let selection = try options.select(from: input.load())
    try StandardOutput.write(selection.oldestFirst.map(Self.line))
  }

  private static func line(_ relation: Relation) -> String {
    [
      relation.subject.name, relation.type.label, relation.object.name, relation.when?.text ?? "",
      relation.status.name, relation.place?.description ?? "",
    ].map(oneLine).joined(separator: "\t")
  }

  /// A name without what would break the line or its columns.
  private static func oneLine(_ text: String) -> String {
    text.contains { $0.isNewline || $0 == "\t" } ? String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : text
  }
}
