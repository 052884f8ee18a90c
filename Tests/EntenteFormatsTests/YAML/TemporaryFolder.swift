import Entente
import EntenteFormats
import Foundation

/// A folder of text files for one test, gone when the test is.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)").path + "/"
    for (name, text) in files {
      let url = URL(filePath: path + name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func load(_ names: String..., documents: String? = nil) -> LoadedGraph {
    LoadedGraph(contentsOf: names.map { path + $0 }, documents: documents.map { path + $0 })
  }

  /// The graph of one file with this text.
  static func graph(_ text: String) throws -> RelationGraph {
    let folder = try TemporaryFolder(["graph.yaml": text])
    return try RelationGraph(contentsOf: [folder.path + "graph.yaml"])
  }
}
