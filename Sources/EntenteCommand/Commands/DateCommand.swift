import ArgumentParser
import Entente
import EntenteFormats

struct DateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "date",
    abstract: "Explain dates: what an EDTF date means, and whether it holds in a year.",
    discussion: """
      Without a date, dates are read from standard input, one a line, and explained in one line each, in columns parted by \
      tabs: the date, its level, the four bounds (earliest and latest start, earliest and latest end), the date in words and, \
      with years, the answer and the reason. What is no date is said on standard error, and the status is then 1.

        entente date 1945~/..
        entente date 1945/ --year 1950 --holds throughout
        cut -f 4 relations.tsv | entente date --json
      """)

  // A year before 0 begins with a hyphen, as options do.
  @Argument(
    parsing: .allUnrecognized, help: "EDTF dates (ISO 8601-2), levels 0 to 2; those with brackets need quotes.")
  var dates: [String] = []

  @OptionGroup var time: YearOptions

  @Option(help: "How what has the date holds in time: 'at its date', throughout (when left out) or permanent.")
  var holds = Holding.throughout

  @Flag(help: "JSON, one object a line.")
  var json = false

  func validate() throws {
    if let option = dates.first(where: {
      $0.hasPrefix("--") || $0.first == "-" && $0.dropFirst().first?.isLetter == true
    }) {
      throw ValidationError("there is no option '\(option)'")
    }
  }

  func run() async throws {
    var failures = 0
    try ByteWriter.descriptor(1) { writer in
      if dates.isEmpty {
        try StandardInput.forEachLine { bytes, line in
          let text = String(decoding: bytes, as: UTF8.self)
          if try !explain(text, at: SourcePlace(file: "-", line: line), to: &writer) { failures += 1 }
        }
      } else {
        for (index, text) in dates.enumerated() {
          if index > 0, !json { try writer.write("\n") }
          let place = SourcePlace(file: "date", line: index + 1)
          if try !explain(text, at: place, to: &writer) { failures += 1 }
        }
      }
    }
    if failures > 0 { throw ExitCode(1) }
  }

  /// Writes what the text means, or says what is wrong with it; whether it is a date.
  private func explain(_ text: String, at place: SourcePlace, to writer: inout ByteWriter) throws -> Bool {
    let date: EDTF
    do throws(EDTFError) {
      date = try EDTF(text)
    } catch {
      say(error, in: text, at: place)
      if json { try DateReport.write(text, error, to: &writer) }
      return false
    }
    let reason = time.years.map { date.reason(for: $0, holds: holds) }
    if json {
      try DateReport.write(date, answer: reason.map { ($0, holds) }, to: &writer)
    } else if dates.isEmpty {
      try writer.write(text: Self.columns(date, reason))
    } else {
      try writer.write(text: Self.lines(date, reason))
    }
    return true
  }

  /// The error with the text and a mark under the place, in a form that stays short for a long text.
  private func say(_ error: EDTFError, in text: String, at place: SourcePlace) {
    let shown = text.utf8.count > 80 ? String(text.unicodeScalars.prefix(60)) + "…" : text
    let finding = NotEDTF(text: shown, error: error)
    let place = SourcePlace(file: place.file, line: place.line, column: error.offset + 1)
    let diagnostic = Diagnostic(finding, at: place)
    for line in DiagnosticText(isColoured: StandardError.isColoured, sourceLine: { _ in text }).lines(of: diagnostic) {
      StandardError.write(line: line)
    }
  }

  private static func columns(_ date: EDTF, _ reason: AnswerReason?) -> String {
    let bounds = date.bounds
    let answer = reason.map { "\t\($0.answer)\t\($0.words)" } ?? ""
    return "\(date.text)\t\(date.level)\t\(bounds.startEarliest)\t\(bounds.startLatest)\t\(bounds.endEarliest)\t"
      + "\(bounds.endLatest)\t\(date.words)\(answer)\n"
  }

  private static func lines(_ date: EDTF, _ reason: AnswerReason?) -> String {
    let bounds = date.bounds
    return """
      \(date.text): \(date.words)
        EDTF level  \(date.level)
        begins      \(between(bounds.startEarliest, bounds.startLatest))
        ends        \(between(bounds.endEarliest, bounds.endLatest))

      """ + (reason.map { "  \($0.words)\n" } ?? "")
  }

  private static func between(_ earliest: DayBound, _ latest: DayBound) -> String {
    switch (earliest, latest) {
    case _ where earliest == latest: "\(earliest)"
    case (.day(let day), .unknown): "not known, but not before \(DayBound.day(day))"
    case (.unknown, .day(let day)): "not known, but not after \(DayBound.day(day))"
    case (.day(let day), .open): "\(DayBound.day(day)) or later"
    case (.open, .day(let day)): "\(DayBound.day(day)) or earlier"
    default: "\(earliest) to \(latest)"
    }
  }
}

extension Holding: ExpressibleByArgument {
  /// Reads the name as graph files have it, or with hyphens for a shell's sake.
  public init?(argument: String) { self.init(rawValue: argument.split(separator: "-").joined(separator: " ")) }

  /// The names as graph files have them.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
