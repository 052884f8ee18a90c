import ArgumentParser
import Entente
import EntenteFormats

/// How much a command says on standard error.
struct MessageOptions: ParsableArguments {
  @Flag(help: "Show every warning and note, also where a rule has more than twenty about one file.")
  var all = false

  @Flag(help: "Say nothing but errors and the totals: no progress, warnings, notes or counts.")
  var quiet = false

  @Option(
    help: "Write what was left out, and why, and all errors to a JSON file, whatever comes of the command.",
    completion: .file(extensions: ["json"]))
  var report: String?

  /// A command's messages, to be made once in its `run`.
  var messages: Messages { Messages(isQuiet: quiet, showsAll: all, report: report) }
}

/// What a command says to people while it works: it counts what it says, and ends with the totals.
final class Messages {
  /// Whether only errors and the totals are said.
  let isQuiet: Bool
  private let showsAll: Bool
  private var counts: [Severity: Int] = [:]
  /// Whether what has errors is left out: its errors are then counted by rule, and not shown one by one.
  var leavesOutErrors = false
  /// The errors that were found, for a report.
  private(set) var errors: [Diagnostic] = []

  /// What a report is about, once it is known.
  var selection: Selection?
  private let report: String?

  init(isQuiet: Bool, showsAll: Bool, report: String? = nil) {
    self.report = report
    self.isQuiet = isQuiet
    self.showsAll = showsAll
  }

  /// Says diagnostics with the lines that they are about, errors last; all are counted, also those that are not `shown`.
  func say(_ diagnostics: [Diagnostic], shown: (Diagnostic) -> Bool = { _ in true }) {
    note(diagnostics)
    let said = leavesOutErrors ? diagnostics.filter { $0.severity < .error } : diagnostics
    for diagnostic in said { counts[diagnostic.severity, default: 0] += 1 }
    let wanted = said.filter { $0.severity == .error || (!isQuiet && shown($0)) }
    StandardError.write(DiagnosticDigest(wanted, all: showsAll))
    if leavesOutErrors, !errors.isEmpty { sayLeftOut() }
  }

  /// Says one error of any number, which no report lists.
  func say(error: Diagnostic) {
    counts[.error, default: 0] += 1
    for line in DiagnosticText(isColoured: StandardError.isColoured).lines(of: error) {
      StandardError.write(line: line)
    }
  }

  /// Says how many errors of each rule were left out with what has them.
  private func sayLeftOut() {
    let rules = Dictionary(errors.map { ($0.rule, 1) }, uniquingKeysWith: +).sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    let counted = rules.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    StandardError.say("left out what has errors (\(counted)); --report FILE.json lists them")
  }

  /// Takes the errors among diagnostics that somebody else says.
  func note(_ diagnostics: [Diagnostic]) { errors += diagnostics.filter { $0.severity == .error } }

  /// What is read is not written over by a report.
  func refuseToWriteOver(_ graphs: [String]) throws {
    guard let report, graphs.contains(where: { Source.file($0).isFile(at: report) }) else { return }
    throw ValidationError("'\(report)' is read here: give the report another name")
  }

  /// Writes the report that was asked for: what the selection keeps and leaves out, and what is wrong.
  func writeReport() throws {
    guard let report else { return }
    try ByteWriter.file(at: report) { writer in
      if let selection {
        try SelectionReport.write(selection, errors: errors, to: &writer)
      } else {
        try SelectionReport.write(errors: errors, to: &writer)
      }
    }
  }

  /// Says something about the output that is no diagnostic of the graph.
  func say(_ severity: Severity, _ text: String) {
    counts[severity, default: 0] += 1
    if severity == .error || !isQuiet { StandardError.write(line: "\(severity.rawValue): \(text)") }
  }

  /// Counts notes that nobody needs to see.
  func count(notes: Int) { counts[.note, default: 0] += notes }

  /// Says how the command did what it did.
  func say(_ information: String) {
    if !isQuiet { StandardError.say(information) }
  }

  /// Tells on a terminal what is being done, where it takes long.
  func during<Result>(_ what: String, _ body: () throws -> Result) rethrows -> Result {
    isQuiet || !ProgressLine.isWanted ? try body() : try ElapsedLine.during(what, body)
  }

  /// As above, for work that waits.
  func during<Result>(
    _ what: String, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
  ) async rethrows -> Result {
    isQuiet || !ProgressLine.isWanted ? try await body() : try await ElapsedLine.during(what, body)
  }

  /// Says the totals: the last line of every command.
  func end() {
    let totals = Severity.allCases.reversed().map { severity in
      let count = counts[severity] ?? 0
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    StandardError.say(totals.joined(separator: ", "))
  }

  /// Says the totals of a command that ends without what was asked of it, for what is wrong with the graph.
  func failure() -> ExitCode {
    end()
    return ExitCode(1)
  }
}
