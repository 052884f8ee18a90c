import ArgumentParser
import EntenteGraphviz

/// What `export` starts itself as, to lay out graphs in a process that can be stopped.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lay-out", abstract: "Lay out graphs for another process of this command.", shouldDisplay: false)

  @Argument var memory: String

  func run() throws { throw ExitCode(LayoutHelper.serve([memory])) }

  /// This program as a helper; `nil` where the system has no name for what is running.
  static let helper: LayoutHelper? = {
    #if os(Linux)
      LayoutHelper(path: "/proc/self/exe", arguments: ["lay-out"])
    #else
      nil
    #endif
  }()
}
