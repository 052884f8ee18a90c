import ArgumentParser
import Entente

/// What of the graph is wanted: the same options for every command.
struct SelectionOptions: ParsableArguments {
  @Option(help: "Only what may hold in the year (a year before 0 as --year=-44).", transform: Self.year)
  var year: Int64?

  @Option(help: "Only what may hold in the year or later.", transform: Self.year)
  var from: Int64?

  @Option(help: "Only what may hold in the year or earlier.", transform: Self.year)
  var to: Int64?

  @Flag(help: "Only what certainly holds in the years asked for, whichever way its date is read.")
  var certain = false

  @Option(help: "Only relations whose two ends are of the kind; several widen it (--kind state,treaty).")
  var kind: [String] = []

  @Option(help: "Only relations of the type; several widen it.")
  var type: [String] = []

  @Option(help: "Only relations of the status: asserted, claimed, planned, conditional, disputed, withdrawn.")
  var status: [String] = []

  @Option(help: "Only relations that cite the document, by its id.")
  var document: [String] = []

  @Option(help: "Only what lies within --hops relations of the entity, by its id.")
  var around: [String] = []

  @Option(help: "How many relations away from --around an entity may be (1 when left out).")
  var hops: Int?

  @Flag(help: "Keep entities that no relation of the selection has.")
  var keepIsolated = false

  func validate() throws {
    if year != nil, from != nil || to != nil {
      throw ValidationError("--year is one year; for a range use --from and --to alone")
    }
    if let from, let to, from > to {
      throw ValidationError("--from \(from) is after --to \(to); did you mean --from \(to) --to \(from)?")
    }
    if certain, years == nil { throw ValidationError("--certain needs years: --year, --from or --to") }
    if let hops, hops < 1 { throw ValidationError("--hops is 1 or more, not \(hops)") }
    if hops != nil, around.isEmpty { throw ValidationError("--hops needs --around: hops are counted from somebody") }
    _ = try statuses()
  }

  /// What is asked, in the library's form.
  func filter() throws -> Filter {
    var filter = Filter()
    filter.years = years
    filter.certainOnly = certain
    filter.kinds = split(kind)
    filter.types = split(type)
    filter.statuses = try statuses()
    filter.documents = split(document)
    filter.around = split(around)
    filter.hops = hops ?? 1
    filter.keepsIsolated = keepIsolated
    return filter
  }

  /// Whether years are asked for.
  var asksForYears: Bool { years != nil }

  private var years: YearRange? {
    if let year { return YearRange(year) }
    switch (from, to) {
    case (let from?, let to?): return YearRange(from, to)
    case (let from?, nil): return YearRange(from: from)
    case (nil, let to?): return YearRange(to: to)
    case (nil, nil): return nil
    }
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

  private static func year(_ text: String) throws -> Int64 {
    if let year = Int64(text) { return year }
    throw ValidationError("'\(text)' is not a year: a whole number such as 1956, or -43 for 44 BC")
  }
}

extension SelectionOptions {
  /// Applies the filter and says on standard error what it did.
  func select(from graph: RelationGraph) throws -> Selection {
    let filter = try filter()
    let selection: Selection
    do {
      selection = try graph.selecting(filter)
    } catch {
      // The graph is as it should be; what was asked of it is not.
      let lines = error.diagnostics.flatMap { [$0.finding.message] + $0.finding.advice.map { "  \($0)" } }
      throw ValidationError(lines.joined(separator: "\n"))
    }
    if filter.isEmpty { return selection }
    let counts = selection.counts
    StandardError.say(
      "kept \(counts.certain) certain and \(counts.possible) possible of \(graph.relations.count) relations, "
        + "left out \(counts.leftOut); without a date: \(counts.undatedKept) kept, \(counts.undatedLeftOut) left out")
    return selection
  }
}
