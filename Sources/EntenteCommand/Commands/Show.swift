import ArgumentParser
import Entente

struct Show: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what is in a graph: counts by kind, type, status and year, and a bar per decade.",
    discussion: """
      A bar counts the relations that hold in the decade: █ certainly, ░ possibly. Relations without a date may hold in \
      every year; they are counted apart.

        entente show Graphs/southern-kurils.yaml
        entente show Graphs/southern-kurils.yaml --kind state,island
      """)

  @OptionGroup var input: GraphArguments
  @OptionGroup(title: "Selection") var options: SelectionOptions
  @OptionGroup(title: "Messages") var messageOptions: MessageOptions

  func run(_ messages: Messages) async throws {
    let selection = try options.select(from: input.load(messages), messages)
    try StandardOutput.write(Overview(of: selection).lines)
    messages.end()
  }
}
