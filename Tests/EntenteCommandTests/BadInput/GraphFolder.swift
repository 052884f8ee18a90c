import Entente
import EntenteFormats
import Foundation
import Testing

@testable import EntenteCommand

/// A folder of files for one test, gone when the test is.
final class GraphFolder {
  /// What a file has in it.
  enum Content: ExpressibleByStringLiteral {
    case text(String)
    case bytes([UInt8])

    init(stringLiteral text: String) { self = .text(text) }
  }

  let path: String

  /// Writes the files, by their paths in the folder.
  init(_ files: [String: Content]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)").path + "/"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, content) in files {
      let url = URL(filePath: path + name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      let data =
        switch content {
        case .text(let text): Data(text.utf8)
        case .bytes(let bytes): Data(bytes)
        }
      try data.write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Reads graph files of the folder.
  func load(_ names: [String], documents: String? = nil) -> LoadedGraph {
    LoadedGraph(contentsOf: names.map { path + $0 }, documents: documents.map { path + $0 })
  }

  /// What a terminal shows of a loaded graph's diagnostics, with paths as they are in the folder.
  func printed(_ loaded: LoadedGraph) -> String {
    DiagnosticText().text(of: loaded.diagnostics).replacing(path, with: "")
  }
}

/// Expects that reading graph files prints exactly this.
///
/// - Parameters:
///   - graph: the text of `kurils.yaml`.
///   - others: further files.
///   - names: the graph files that are read, in this order.
func expect(
  _ graph: String, and others: [String: GraphFolder.Content] = [:], reading names: [String] = ["kurils.yaml"],
  prints expected: String, at location: SourceLocation = #_sourceLocation
) throws {
  let files = others.merging(["kurils.yaml": .text(graph + "\n")]) { own, _ in own }
  try expect(files, reading: names, prints: expected, at: location)
}

/// Expects that reading graph files prints exactly this.
func expect(
  _ files: [String: GraphFolder.Content], reading names: [String] = ["kurils.yaml"], prints expected: String,
  at location: SourceLocation = #_sourceLocation
) throws {
  let folder = try GraphFolder(files)
  let loaded = folder.load(names)
  #expect(folder.printed(loaded) == expected + "\n", sourceLocation: location)
  let hasErrors = loaded.diagnostics.contains { $0.severity == .error }
  #expect((loaded.graph == nil) == hasErrors, "a graph with errors is no graph", sourceLocation: location)
}
