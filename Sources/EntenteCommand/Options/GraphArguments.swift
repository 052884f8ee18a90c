import ArgumentParser
import Entente
import EntenteFormats

/// The graph files that a command reads.
struct GraphArguments: ParsableArguments {
  static let files = CompletionKind.file(extensions: ["yaml", "yml"])

  @Argument(
    help: "Graphs, each in the format of its ending; several are merged into one. '-' is standard input.",
    completion: files)
  var graphs: [String]

  @Option(help: "The format of the graphs, by its ending, in place of their own endings; needed for '-'.")
  var inputFormat: String?

  @Option(help: "The folder with the documents' texts, in which quotes are looked up.", completion: .directory)
  var documents: String?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  /// The graph, after everything that is wrong with it was said.
  ///
  /// - Throws: an exit with status 1 when there are errors, or warnings with `--strict`.
  func load(title: String? = nil) throws -> RelationGraph {
    try loaded(title: title).graph
  }

  /// The same, with the documents' texts that were at hand.
  func loaded(title: String? = nil) throws -> (graph: RelationGraph, texts: [String: DocumentText]) {
    try Self.loaded(graphs, format: inputFormat, documents: documents, title: title, strict: strict)
  }

  /// As ``load(title:)``, for a command without the other options.
  static func load(
    _ graphs: [String], format: String? = nil, documents: String? = nil, title: String? = nil, strict: Bool = false
  ) throws -> RelationGraph {
    try loaded(graphs, format: format, documents: documents, title: title, strict: strict).graph
  }

  private static func loaded(
    _ graphs: [String], format: String?, documents: String?, title: String?, strict: Bool
  ) throws -> (graph: RelationGraph, texts: [String: DocumentText]) {
    let loaded = LoadedGraph(contentsOf: graphs, format: format, documents: documents, title: title)
    // Notes are for whoever works on the graph file, but everybody should know what no one has looked up.
    StandardError.write(loaded.diagnostics.filter { $0.severity > .note || $0.finding is NotVerified })
    guard let graph = loaded.graph, !(strict && loaded.diagnostics.contains { $0.severity == .warning }) else {
      throw ExitCode(1)
    }
    return (graph, loaded.texts)
  }
}

extension StandardError {
  /// Diagnostics with the lines that they are about.
  static func write(_ diagnostics: [Diagnostic]) {
    let text = DiagnosticText(isColoured: isColoured)
    for diagnostic in diagnostics {
      for line in text.lines(of: diagnostic) { write(line: line) }
    }
  }
}
