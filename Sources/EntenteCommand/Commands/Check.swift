import ArgumentParser
import Entente
import EntenteFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct Check: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check graph files: names, kinds, dates, and that every quote stands where it is said to.",
    discussion: """
      Everything that is wrong, or worth a look, is said on standard error as file:line:column, errors last. Where a \
      document's text is not at hand, its citations are counted as not verified.

        entente check Graphs/southern-kurils.yaml
        entente check Graphs/southern-kurils.yaml --documents documents
        entente check Graphs/southern-kurils.yaml --documents documents --seal

      A seal, southern-kurils.seal.json beside southern-kurils.yaml, says what was verified on which day, for those who do not \
      have the texts. It proves nothing: a forged one cannot be told from a true one.
      """)

  @OptionGroup var input: GraphArguments
  @OptionGroup(title: "Messages") var messageOptions: MessageOptions

  @Flag(help: "Write what is verified, and the day, beside each graph file: NAME.seal.json.")
  var seal = false

  func run(_ messages: Messages) async throws {
    let loaded = try input.read(messages, preparingSeals: seal)
    messages.say(loaded.diagnostics)
    if let graph = loaded.graph { try StandardOutput.write([summary(of: graph, loaded)]) }
    if seal, loaded.graph != nil { try write(sealsOf: loaded, messages) }
    if loaded.graph == nil || input.failsStrictly(loaded) { throw messages.failure() }
    messages.end()
  }

  private func write(sealsOf loaded: LoadedGraph, _ messages: Messages) throws {
    // What is there and is no seal may be something else.
    if loaded.diagnostics.contains(where: { $0.finding is SealNotRead }) {
      messages.say(.error, "nothing is sealed, since a seal that is there cannot be read")
      throw messages.failure()
    }
    let seals = loaded.seals(on: Date.now.formatted(.iso8601.year().month().day()))
    for seal in seals {
      let isThere = Source.file(seal.path).has(seal.bytes)
      if !isThere { try ByteWriter.file(at: seal.path) { try $0.write(seal.bytes) } }
      let citations = Self.counted(seal.citations, "citation")
      messages.say("\(seal.path) \(isThere ? "stays as it is" : "written"): \(citations)")
    }
    if seals.isEmpty { messages.say(.warning, "nothing is sealed: no citation of a file is verified") }
  }

  private func summary(of graph: RelationGraph, _ loaded: LoadedGraph) -> String {
    let citations = loaded.citations
    let total = citations.verified + citations.sealed + citations.notVerified
    let known = citations.verified + citations.sealed
    let sealed =
      citations.sealed == 0 ? "" : citations.verified == 0 ? " by seal" : " (\(citations.sealed) of them by seal)"
    let verified =
      citations.notVerified == 0
      ? (total == 0
        ? "no citations" : total == 1 ? "1 citation, verified\(sealed)" : "\(total) citations, all verified\(sealed)")
      : "\(Self.counted(total, "citation")), \(known) verified\(sealed) and "
        + "\(citations.notVerified) not verified"
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
