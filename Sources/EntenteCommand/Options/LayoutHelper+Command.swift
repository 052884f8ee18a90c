import EntenteGraphviz

extension LayoutHelper {
  /// What the command is called that lays out for another process of it.
  static let commandName = "lay-out"

  /// This program as a helper; `nil` where the system has no name for what is running.
  static let ofThisCommand: LayoutHelper? = {
    #if os(Linux)
      LayoutHelper(path: "/proc/self/exe", arguments: [commandName])
    #else
      nil
    #endif
  }()
}
