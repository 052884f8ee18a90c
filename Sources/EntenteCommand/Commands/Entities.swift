import ArgumentParser
import Entente

struct Entities: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "List entities, a line each: id, kind, name, existence, and how many relations they have.",
    discussion: """
      Columns are parted by tabs, in the order in which the graph first mentions its entities. The existence is EDTF as \
      written; relations are counted within the selection.

        entente entities Graphs/southern-kurils.yaml
        entente entities Graphs/southern-kurils.yaml --kind treaty
        entente entities Graphs/southern-kurils.yaml --year 1956 | sort -t "$(printf '\\t')" -k 5 -n -r
      """)

  @OptionGroup var input: GraphArguments
  @OptionGroup(title: "Selection") var options: SelectionOptions
  @OptionGroup(title: "Messages") var messageOptions: MessageOptions

  func run(_ messages: Messages) async throws {
    let selection = try options.select(from: input.load(messages), messages)
    let counts = relationCounts(of: selection)
    try StandardOutput.write(selection.entities.lazy.map { Self.line($0, relations: counts[$0.row]) })
    messages.end()
  }

  /// How many relations of the selection have each entity; a relation of an entity with itself is one.
  private func relationCounts(of selection: Selection) -> [Int] {
    var counts = Array(repeating: 0, count: selection.graph.entities.count)
    for relation in selection.relations {
      let (subject, object) = (relation.subject.row, relation.object.row)
      counts[subject] += 1
      if object != subject { counts[object] += 1 }
    }
    return counts
  }

  private static func line(_ entity: Entity, relations: Int) -> String {
    TabbedLine.text([entity.id, entity.kind.name, entity.name, entity.when?.text ?? "", String(relations)])
  }
}
