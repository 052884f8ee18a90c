import Foundation

/// A folder in memory for what only files can be: what a graph file names, and formats that are folders.
final class WorkFolder: @unchecked Sendable {
  static let shared = WorkFolder()

  /// With its slash.
  let path: String

  private init() {
    let top = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(top)/entente-fuzz-\(getpid())/"
    atexit { try? FileManager.default.removeItem(atPath: WorkFolder.shared.path) }
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
