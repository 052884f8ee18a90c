import ArgumentParser
import Entente
import EntenteFormats

/// What of the graph is wanted: the same options for every command.
struct SelectionOptions: ParsableArguments {
  @OptionGroup var time: YearOptions

  @Flag(help: "Only what certainly holds in the years asked for, whichever way its date is read.")
  var certain = false

  @Option(
    help:
      "Only relations whose two ends are of the kind, by its name or plural; several widen it (--kind state,treaty).")
  var kind: [String] = []

  @Option(help: "Only relations of the type; several widen it.")
  var type: [String] = []

  @Option(help: "Only relations of the status: asserted, claimed, planned, conditional, disputed, withdrawn.")
  var status: [String] = []

  @Option(help: "Only relations that cite the document, by its id or title.")
  var document: [String] = []

  @Flag(help: "Only relations that cite nothing.")
  var uncited = false

  @Option(help: "Only what lies within --hops relations of the entity, by its id or name.")
  var around: [String] = []

  @Option(help: "How many relations away from --around an entity may be (1 when left out).")
  var hops: Int?

  @Flag(help: "With --around, also relations that join two of the entities found, though no hop passes them.")
  var among = false

  @Flag(help: "Keep entities that no relation of the selection has.")
  var keepIsolated = false

  @Flag(help: "Say for each relation left out, or kept only as possible, why.")
  var why = false

  func validate() throws {
    if let hops, hops < 1 { throw ValidationError("--hops is 1 or more, not \(hops)") }
    if hops != nil, around.isEmpty { throw ValidationError("--hops needs --around: hops are counted from somebody") }
    if among, around.isEmpty { throw ValidationError("--among needs --around: it is about the entities found there") }
    _ = try statuses()
  }

  /// What is asked, in the library's form.
  func filter() throws -> Filter {
    Filter(
      years: time.years, certainOnly: certain, kinds: split(kind), types: split(type), statuses: try statuses(),
      documents: split(document), uncitedOnly: uncited, around: split(around), hops: hops ?? 1, among: among,
      keepsIsolated: keepIsolated)
  }

  private func statuses() throws -> [Status] {
    try split(status).map { name in
      if let status = Status(name: name) { return status }
      let finding = UnknownName(.status, name, among: Status.allCases.map(\.name))
      throw ValidationError(([finding.message] + finding.advice).joined(separator: "\n  "))
    }
  }

  private func split(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",").map(String.init) }
  }
}

extension SelectionOptions {
  /// What a filter keeps.
  func select(_ filter: Filter, from graph: RelationGraph) throws -> Selection {
    do {
      return try graph.selecting(filter)
    } catch {
      // The graph is as it should be; what was asked of it is not.
      let lines = error.diagnostics.flatMap { [$0.finding.message] + $0.finding.advice.map { "  \($0)" } }
      throw ValidationError(lines.joined(separator: "\n"))
    }
  }

  /// Applies the filter and says what it did.
  ///
  /// - Parameter asksYearsLater: Whether the selection is one of several years, which are asked about one by one.
  func select(
    from graph: RelationGraph, _ messages: Messages, asksYearsLater: Bool = false
  ) throws -> Selection {
    if certain, time.years == nil, !asksYearsLater {
      throw ValidationError("--certain needs years: --year, --from or --to")
    }
    let filter = try filter()
    let selection = try select(filter, from: graph)
    messages.selection = selection
    if filter.isEmpty { return selection }
    if why { sayWhy(selection) }
    say(selection.counts, messages)
    return selection
  }

  /// Says what a filter did.
  func say(_ counts: Selection.Counts, _ messages: Messages) {
    messages.say(
      "kept \(counts.certain) certain and \(counts.possible) possible of \(counts.all) relations, "
        + "left out \(counts.leftOut); without a date: \(counts.undatedKept) kept, \(counts.undatedLeftOut) left out")
  }

  /// A line for each relation that is left out or only possible.
  private func sayWhy(_ selection: Selection) {
    for reason in selection.reasons {
      let when = reason.relation.when.map { " (\($0))" } ?? ""
      StandardError.write(line: "\(reason.relation.head)\(when): \(reason.words)")
    }
  }
}
