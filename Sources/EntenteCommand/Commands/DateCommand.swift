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

  @OptionGroup(title: "Messages") var messageOptions: MessageOptions

  func validate() throws {
    if let option = dates.first(where: {
      $0.hasPrefix("--") || $0.first == "-" && $0.dropFirst().first?.isLetter == true
    }) {
      throw ValidationError("there is no option '\(option)'")
    }
  }

  func run() async throws {
    let messages = messageOptions.messages
    var failures = 0
    let years = time.years
    let isColumns = dates.isEmpty && !json
    try ByteWriter.descriptor(1) { writer in
      if dates.isEmpty {
        try StandardInput.forEachLine { bytes, line in
          let text = String(decoding: bytes, as: UTF8.self)
          guard let date = try read(text, in: "-", line: line, messages, to: &writer) else {
            failures += 1
            return
          }
          let reason = years.map { date.reason(for: $0, holds: holds) }
          if isColumns {
            try Self.write(columns: date, reason, to: &writer)
          } else {
            try explain(date, reason, to: &writer)
          }
        }
      }
      for (index, text) in dates.enumerated() {
        if index > 0, !json { try writer.write("\n") }
        guard let date = try read(text, in: "date", line: index + 1, messages, to: &writer) else {
          failures += 1
          continue
        }
        try explain(date, years.map { date.reason(for: $0, holds: holds) }, to: &writer)
      }
    }
    if failures > 0 { throw messages.failure() }
    messages.end()
  }

  /// The date that the text is; `nil` when it is none, after that was said.
  private func read(
    _ text: String, in file: String, line: Int, _ messages: Messages, to writer: inout ByteWriter
  ) throws -> EDTF? {
    do throws(EDTFError) {
      return try EDTF(text)
    } catch {
      messages.say(error: diagnostic(error, in: text, file, line))
      if json { try DateReport.write(text, error, to: &writer) }
      return nil
    }
  }

  /// Several lines for a person, or one object of JSON.
  private func explain(_ date: EDTF, _ reason: AnswerReason?, to writer: inout ByteWriter) throws {
    if json {
      try DateReport.write(date, answer: reason.map { ($0, holds) }, to: &writer)
    } else {
      try writer.write(text: Self.lines(date, reason))
    }
  }

  /// The error with the text and a mark under the place, in a form that stays short for a long text.
  private func diagnostic(_ error: EDTFError, in text: String, _ file: String, _ line: Int) -> Diagnostic {
    let shown = text.utf8.count > 80 ? String(text.unicodeScalars.prefix(60)) + "…" : text
    let finding = NotEDTF(text: shown, error: error)
    let source = SourceText(file, bytes: Array(text.utf8), firstLine: line)
    let offset = text.unicodeScalars.prefix(error.offset).reduce(0) { $0 + UTF8.width($1) }
    return Diagnostic(finding, at: SourcePlace(in: source, offset: offset))
  }

  /// One line in columns, written piece by piece: there may be millions.
  private static func write(
    columns date: EDTF, _ reason: AnswerReason?, to writer: inout ByteWriter
  ) throws(WriteError) {
    let bounds = date.bounds
    try writer.write(text: date.text)
    try writer.write("\t")
    try writer.write(date.level)
    let start = (bounds.startEarliest.description, bounds.startLatest.description)
    // A date that is no interval begins and ends within the same days.
    let isOneStretch = bounds.startEarliest == bounds.endEarliest && bounds.startLatest == bounds.endLatest
    let end = isOneStretch ? start : (bounds.endEarliest.description, bounds.endLatest.description)
    for bound in [start.0, start.1, end.0, end.1] {
      try writer.write("\t")
      try writer.write(text: bound)
    }
    try writer.write("\t")
    try writer.write(text: date.words)
    if let reason {
      try writer.write("\t")
      try writer.write(text: "\(reason.answer)\t")
      try writer.write(text: reason.words)
    }
    try writer.write("\n")
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
