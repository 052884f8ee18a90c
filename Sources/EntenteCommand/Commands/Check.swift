import ArgumentParser
import Entente
import EntenteFormats

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check graph files: names, kinds, dates, and that every quote stands where it is said to.",
    discussion: """
      Everything that is wrong, or worth a look, is said on standard error as file:line:column, errors last. Where a \
      document's text is not at hand, its citations are counted as not verified.

        entente check Graphs/southern-kurils.yaml
        entente check Graphs/southern-kurils.yaml --documents documents
      """)

  @OptionGroup var input: GraphArguments
  @OptionGroup(title: "Messages") var messageOptions: MessageOptions

  @Option(help: "Write the errors to a JSON file.", completion: .file(extensions: ["json"]))
  var report: String?

  func run() async throws {
    let messages = messageOptions.messages
    let loaded = try input.read(messages)
    messages.say(loaded.diagnostics)
    if let report {
      try ByteWriter.file(at: report) { writer in
        if let graph = loaded.graph {
          try SelectionReport.write(graph.everything, errors: messages.errors, to: &writer)
        } else {
          try SelectionReport.write(errors: messages.errors, to: &writer)
        }
      }
    }
    if let graph = loaded.graph { try StandardOutput.write([summary(of: graph, loaded)]) }
    if loaded.graph == nil || input.failsStrictly(loaded) { throw messages.failure() }
    messages.end()
  }

  private func summary(of graph: RelationGraph, _ loaded: LoadedGraph) -> String {
    let citations = loaded.citations
    let total = citations.verified + citations.notVerified
    let verified =
      citations.notVerified == 0
      ? (total == 0 ? "no citations" : total == 1 ? "1 citation, verified" : "\(total) citations, all verified")
      : "\(Self.counted(total, "citation")), \(citations.verified) verified and \(citations.notVerified) not verified"
    let uncited = loaded.uncitedRelations == 0 ? [] : ["\(loaded.uncitedRelations) without a citation"]
    return [
      Self.counted(graph.entities.count, "entity", "entities"),
      ([Self.counted(graph.relations.count, "relation")] + uncited).joined(separator: ", "),
      Self.counted(graph.documents.count, "document"), verified,
    ].joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}
