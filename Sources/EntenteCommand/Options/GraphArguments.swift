import ArgumentParser
import Entente
import EntenteFormats

/// The graph files that a command reads.
struct GraphArguments: ParsableArguments {
  static let files = CompletionKind.file(extensions: Importers.all.flatMap(\.format.endings))

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

  @Flag(help: "Take relations that cite nothing for errors.")
  var requireCitations = false

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  /// The graph, after everything that is wrong with it was said.
  ///
  /// - Throws: an exit with status 1 when there are errors, or warnings with `--strict`.
  func load(_ messages: Messages, title: String? = nil) throws -> RelationGraph {
    try loaded(messages, title: title).graph
  }

  /// The same, with the documents' texts that were at hand.
  func loaded(
    _ messages: Messages, title: String? = nil
  ) throws -> (graph: RelationGraph, texts: [String: DocumentText]) {
    let loaded = try read(messages, title: title)
    say(loaded.diagnostics, messages)
    guard let graph = loaded.graph, !failsStrictly(loaded) else { throw messages.failure() }
    return (graph, loaded.texts)
  }

  /// Says what is wrong. Notes are for whoever works on the graph file, but everybody should know what no one has looked up,
  /// and what is not as it stands in the file.
  func say(_ diagnostics: [Diagnostic], _ messages: Messages) {
    messages.say(diagnostics) {
      $0.severity > .note || $0.finding is NotVerified || $0.finding is any ToldToEverybody
    }
  }

  /// The one file that is read.
  func source() throws -> Source {
    var source = graphs.first == "-" ? Source.standardInput : Source.file(graphs.first ?? "-")
    source.options = try reading.options()
    return source
  }

  /// What the files hold, and what is wrong with it.
  func read(_ messages: Messages, title: String? = nil, preparingSeals: Bool = false) throws -> LoadedGraph {
    var options = try reading.options()
    options.preparesSeals = preparingSeals
    messages.leavesOutErrors = options.skipsErrors
    try messages.refuseToWriteOver(graphs)
    let names = graphs.map { $0 == "-" ? "standard input" : $0 }
    let loaded = messages.during("reading \(names.joined(separator: ", "))") {
      LoadedGraph(
        contentsOf: graphs, format: inputFormat, options: options, documents: documents, title: title,
        requiresCitations: requireCitations)
    }
    messages.selection = loaded.graph?.everything
    return loaded
  }

  /// Whether `--strict` makes a failure of what there is.
  func failsStrictly(_ loaded: LoadedGraph) -> Bool { failsStrictly(loaded.diagnostics) }

  /// Whether `--strict` makes a failure of what is said.
  func failsStrictly(_ diagnostics: [Diagnostic]) -> Bool { strict && diagnostics.contains { $0.severity > .note } }

  /// As ``load(_:title:)``, for a command without the other options.
  static func load(_ graphs: [String], _ messages: Messages) throws -> RelationGraph {
    let loaded = messages.during("reading \(graphs.joined(separator: ", "))") { LoadedGraph(contentsOf: graphs) }
    messages.say(loaded.diagnostics) { $0.severity > .note || $0.finding is NotVerified }
    messages.selection = loaded.graph?.everything
    guard let graph = loaded.graph else { throw messages.failure() }
    return graph
  }
}
