import Entente
import EntenteFormats

extension Subject {
  /// A bibliography that a graph file names.
  static let bibliography = Subject(name: "csl") { bytes in
    let folder = WorkFolder.shared.emptied()
    let graph = "bibliography: works.json\nstates: {a: A, b: B}\nrelations: [a allied-with b]\n"
    folder.write(graph.utf8, to: "graph.yaml")
    folder.write(bytes, to: "works.json")
    load(folder.path + "graph.yaml")
  }

  /// A mapping and its table: a line of nothing but `===` parts them.
  static let mapping = Subject(name: "mapping") { bytes in
    let folder = WorkFolder.shared.emptied()
    let parts = bytes.split(separator: Array("===\n".utf8), maxSplits: 1, omittingEmptySubsequences: false)
    folder.write(parts[0], to: "graph.yaml")
    folder.write(parts.count > 1 ? parts[1] : [], to: "table.csv")
    load(folder.path + "graph.yaml")
  }

  /// A folder of tables: nodes, edges and citations.
  static let tables = Subject(name: "tables") { bytes in
    let folder = WorkFolder.shared.emptied()
    let parts = bytes.split(separator: Array("===\n".utf8), maxSplits: 2, omittingEmptySubsequences: false)
    for (name, part) in zip(["nodes.csv", "edges.csv", "citations.csv"], parts) { folder.write(part, to: name) }
    load(folder.path)
  }

  private static func load(_ path: String) {
    let loaded = LoadedGraph(contentsOf: [path])
    for diagnostic in loaded.diagnostics { _ = diagnostic.description }
    if let graph = loaded.graph {
      Laws.hold(graph)
    } else if !loaded.diagnostics.contains(where: { $0.severity == .error }) {
      broken("no graph without an error")
    }
  }
}
