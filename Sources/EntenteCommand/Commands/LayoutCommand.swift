import ArgumentParser
import EntenteGraphviz

/// What `export` starts itself as, to lay out graphs in a process that can be stopped.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: LayoutHelper.commandName, abstract: "Lay out graphs for another process of this command.",
    shouldDisplay: false)

  @Argument var memory: String

  func run() throws { throw ExitCode(LayoutHelper.serve([memory])) }
}
