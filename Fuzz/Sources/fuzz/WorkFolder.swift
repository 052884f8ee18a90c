import Foundation

/// A folder in memory for what only files can be: what a graph file names, and formats that are folders.
final class WorkFolder: @unchecked Sendable {
  static let shared = WorkFolder()

  /// With its slash.
  let path: String

  private init() {
    // A process that a finding ends cannot clear up: the script that started it does.
    let top = ProcessInfo.processInfo.environment["ENTENTE_FUZZ_FOLDER"] ?? NSTemporaryDirectory()
    path = "\(top)/\(getpid())/"
  }

  /// The folder without what was in it.
  func emptied() -> WorkFolder {
    try? FileManager.default.removeItem(atPath: path)
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return self
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String) {
    try? Data(Array(bytes)).write(to: URL(filePath: path + name))
  }
}
