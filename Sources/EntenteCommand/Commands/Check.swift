import ArgumentParser
import Entente
import EntenteFormats

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check graph files: names, kinds, dates, and that every quote stands where it is said to.",
    discussion: """
      Everything that is wrong, or worth a look, is said on standard error as file:line:column. Where a document's text is \
      not at hand, its citations are counted as not verified.

        entente check Graphs/southern-kurils.yaml
        entente check Graphs/southern-kurils.yaml --documents documents
      """)

  @OptionGroup var input: GraphArguments

  func run() async throws {
    let loaded = LoadedGraph(
      contentsOf: input.graphs, format: input.inputFormat, documents: input.documents)
    StandardError.write(loaded.diagnostics)
    let counts = Dictionary(loaded.diagnostics.map { ($0.severity, 1) }, uniquingKeysWith: +)
    let errors = counts[.error] ?? 0
    let warnings = counts[.warning] ?? 0
    if let graph = loaded.graph { try StandardOutput.write([summary(of: graph, loaded.citations)]) }
    StandardError.say(
      "\(Self.counted(errors, "error")), \(Self.counted(warnings, "warning")), "
        + Self.counted(counts[.note] ?? 0, "note"))
    if errors > 0 || (input.strict && warnings > 0) { throw ExitCode(1) }
  }

  private func summary(of graph: RelationGraph, _ citations: CitationCount) -> String {
    let total = citations.verified + citations.notVerified
    let verified =
      citations.notVerified == 0
      ? (total == 0 ? "no citations" : total == 1 ? "1 citation, verified" : "\(total) citations, all verified")
      : "\(total) citations, \(citations.verified) verified and \(citations.notVerified) not verified"
    return [
      Self.counted(graph.entities.count, "entity", "entities"), Self.counted(graph.relations.count, "relation"),
      Self.counted(graph.documents.count, "document"), verified,
    ].joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}
