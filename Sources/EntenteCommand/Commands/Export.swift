import ArgumentParser
import Entente
import EntenteFormats
import EntenteGraphviz
import EntentePage
import Synchronization

struct Export: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a graph, or a selection of it, as a picture or for another tool.",
    discussion: """
      The format follows the output's ending; with .gz behind it the file is packed (--format csv.gz packs a folder's files):

      \(Formats.table)

        entente export Graphs/southern-kurils.yaml -o southern-kurils.svg
        entente export Graphs/southern-kurils.yaml -o 1956.graphml --year 1956
        entente export Graphs/southern-kurils.yaml -o japan.pdf --around japan --theme print
        entente export Graphs/southern-kurils.yaml -o 'panel/{year}.graphml' --years 1945..2018
        entente export Graphs/southern-kurils.yaml --format dot | dot -Tx11
      """)

  @OptionGroup var input: GraphArguments

  @Option(
    name: .shortAndLong, help: "The file to write; - is standard output, as without this option.",
    completion: .file(extensions: Formats.all.flatMap(\.endings)))
  var output: String?

  @Option(help: "The format, by its ending without the dot; it stands above the output's own.")
  var format: String?

  @Option(name: .customLong("for"), help: "The tool that will read the file, where its format has variants.")
  var tool: String?

  @Option(help: "The numeric attribute of relations that is their weight, where that is not called weight.")
  var weight: String?

  @Flag(help: "Write relations without a direction, whatever their types, for tools that then read the graph so.")
  var undirected = false

  @Flag(
    help: ArgumentHelp(
      "In tables (.csv), put an apostrophe before texts that a spreadsheet takes for formulas: it changes them, and they "
        + "come back changed."))
  var escapeFormulas = false

  @Option(help: "The IRI that ids are fragments of in RDF, such as https://example.org/kurils.")
  var base: String?

  @Option(help: "What the graph is about, in place of the graph file's title.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "Several years: a file for each where the output has {year} in its name, with a table of counts; else one "
        + "picture that shows them beside each other.", valueName: "1945,1956..1960"),
    transform: Self.panel)
  var years: Panel?

  @Flag(
    help:
      "Put the paragraphs that are cited into a page (.html), with the quotes marked: only with their owners' leave.")
  var withTexts = false

  @Flag(
    help: ArgumentHelp(
      "Read the graph in pieces, several times, and never hold all of it: for files larger than memory.",
      discussion: "From GraphML or a folder of tables to GraphML or CSV, by year, type, kind, status or document."))
  var stream = false

  @Flag(help: "Do not wait until the output is on the disk: faster, but a power failure may then leave half a file.")
  var noSync = false

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Picture") var picture: PictureArguments
  @OptionGroup(title: "Messages") var messageOptions: MessageOptions

  func validate() throws {
    let format = try target(output).format
    let exporter = exporter(of: format, [:], nil)
    let (isPicture, isPage) = (exporter is PictureExporter, exporter is HTML)
    if escapeFormulas, !(exporter is CSV) {
      throw ValidationError("--escape-formulas is for tables (.csv), not \(format.name)")
    }
    if isPage, years != nil {
      throw ValidationError("--years is not for a page: it has all years, and its reader chooses among them")
    }
    if withTexts, !isPage { throw ValidationError("--with-texts is for a page (.html), not \(format.name)") }
    if years != nil, !isPanel, !isPicture {
      throw ValidationError(
        "--years writes a file a year: -o needs \(Panel.placeholder) in the name, as in {year}.graphml; "
          + "only a picture without it shows the years beside each other")
    }
    if stream { try refuseWhatNeedsTheWhole() }
    if picture.compare.isEmpty, years == nil { return }
    if !picture.compare.isEmpty {
      if years != nil { throw ValidationError("--compare and --years are two different pictures") }
      if !isPicture { throw ValidationError("--compare is for pictures, not \(format.name)") }
    }
    if selection.time.years != nil {
      throw ValidationError("--years and --compare stand in place of --year, --from and --to")
    }
  }

  func run(_ messages: Messages) async throws {
    let target = try target(output)
    try refuseToWriteOverInputs()
    if stream, try await writeSlice(to: target, messages) { return messages.end() }
    let (graph, texts) = try input.loaded(messages, title: title)
    let theme = try picture.loadedTheme(messages, trustsPaths: input.reading.trust, isStrict: input.strict)
    let exporter = exporter(of: target.format, texts, theme)
    if let years, let output, isPanel {
      try await writePanel(years, of: graph, with: exporter, to: output, messages)
    } else {
      let selection = try selection.select(
        from: graph, messages, asksYearsLater: years != nil || !picture.compare.isEmpty)
      let options = try await options(for: exporter, of: selection, messages)
      try await write(selection, with: exporter, to: target, options, messages)
    }
    if exporter is GraphFile { tellWherePathsLead(from: graph, messages) }
    messages.end()
  }

  /// What asks for the whole graph does not go with `--stream`.
  private func refuseWhatNeedsTheWhole() throws {
    let wholes: [(String, Bool)] = [
      ("--around", !selection.around.isEmpty), ("--why", selection.why), ("--years", years != nil),
      ("--report", messageOptions.report != nil), ("--documents", input.documents != nil),
      ("--require-citations", input.requireCitations), ("--skip-errors", input.reading.skipErrors),
      ("several graphs", input.graphs.count > 1),
    ]
    if let whole = wholes.first(where: \.1) {
      throw ValidationError("--stream never holds the whole graph, which \(whole.0) asks for")
    }
  }

  /// Writes a slice of a file that is read in pieces; false, after it was said why, where the whole has to be read.
  private func writeSlice(to target: ExportTarget, _ messages: Messages) async throws -> Bool {
    let exporter = exporter(of: target.format, [:], nil)
    let options = askedFor
    let slice: FileSlice
    do {
      let source = try input.source()
      let filter = try selection.filter()
      slice = try messages.during("reading \(source.name)") {
        if source.path == nil { try source.store() }
        return try FileSlice(of: source, filter, for: exporter, options: options, title: title)
      }
    } catch let reason as NotInPieces {
      messages.say("the graph is read whole: \(reason)")
      return false
    }
    input.say(slice.diagnostics, messages)
    messages.count(notes: slice.notes)
    if input.failsStrictly(slice.diagnostics) { throw messages.failure() }
    if try !selection.filter().isEmpty { selection.say(slice.counts, messages) }
    try say(slice.losses, messages)
    try await target.write { writer in
      try messages.during("writing") { try slice.write(exporter, to: &writer) }
    }
    return true
  }

  /// What writes the format, as the options say.
  private func exporter(of format: Format, _ texts: [String: DocumentText], _ theme: Theme?) -> any Exporter {
    var page = PageOptions()
    page.picture = picture.options(theme)
    page.texts = texts
    page.includesTexts = withTexts
    let strip = isPanel ? [] : years?.years ?? []
    let exporters = Formats.exporters({ picture.exporter($0, theme, filmstrip: strip) }, HTML(page))
    return exporters.exporter(of: format) ?? DOT()
  }

  /// What is read is not written over: the comments of a graph file would go.
  private func refuseToWriteOverInputs() throws {
    guard let output, output != "-" else { return }
    guard input.graphs.contains(where: { Source.file($0).isFile(at: output) }) else { return }
    throw ValidationError("'\(output)' is read here, and would lose its comments: give the output another name")
  }

  /// Paths of texts stand in a graph file as they were: in another folder they lead elsewhere.
  private func tellWherePathsLead(from graph: RelationGraph, _ messages: Messages) {
    func folder(_ path: String) -> String { InputFile.split(path).folder }
    let hasPaths = graph.documents.contains { $0.text.map { !$0.hasPrefix("/") } ?? false }
    let others = Set(input.graphs.map(folder)).subtracting([folder(output ?? "")]).sorted()
    guard hasPaths, let other = others.first else { return }
    let place = other.isEmpty ? "the present folder" : other
    messages.say(
      .note, "the paths of texts stand as they were, relative to \(place): move the file there, or the texts")
  }

  /// Whether each year is a file of its own.
  private var isPanel: Bool { output?.contains(Panel.placeholder) ?? false }

  /// A file for each year, and the counts beside them; what a format loses is told once, for the whole of it.
  private func writePanel(
    _ panel: Panel, of graph: RelationGraph, with exporter: any Exporter, to output: String, _ messages: Messages
  ) async throws {
    var filter = try selection.filter()
    filter.certainOnly = false
    // One value for all years: what depends on the graph alone is made once.
    let options = try await options(for: exporter, of: try selection.select(filter, from: graph), messages)
    var counts: [Panel.Counts] = []
    for year in panel.years {
      filter.years = YearRange(year)
      filter.certainOnly = selection.certain
      let selection = try selection.select(filter, from: graph)
      let path = Panel.path(output, year)
      try ByteWriter.makeFolders(above: path)
      try await write(selection, with: exporter, to: try target(path), options, messages)
      counts.append(Panel.Counts(year, selection))
    }
    let table = Panel.countsPath(output)
    try ByteWriter.file(at: table, syncs: !noSync) { try $0.write(counts: counts) }
    messages.say("wrote \(panel.years.count) files; \(table) says what is in them")
  }

  private func target(_ output: String?) throws -> ExportTarget {
    try ExportTarget(output: output, format: format, tool: tool, syncs: !noSync)
  }

  private static func panel(_ text: String) throws -> Panel {
    do { return try Panel(text) } catch { throw ValidationError("\(error)") }
  }

  /// Writes the selection whole, after it was said what there is to say about the output.
  private func write(
    _ selection: Selection, with exporter: any Exporter, to target: ExportTarget, _ options: ExportOptions,
    _ messages: Messages
  ) async throws {
    var options = options
    let remarks = Remarks()
    options.remark = { remarks.add($0) }
    let line = ProgressLine()
    if !messages.isQuiet, ProgressLine.isWanted { options.progress = { line.report($0) } }
    defer { line.end() }
    try await target.write { writer in
      if exporter is any StreamingExporter {
        try await exporter.write(selection, options: options, to: &writer)
      } else {
        try await messages.during("drawing") { try await exporter.write(selection, options: options, to: &writer) }
      }
      for remark in remarks.all {
        if remark.severity > .note {
          messages.say(remark.severity, remark.message)
        } else {
          messages.say(remark.message)
        }
      }
      if input.strict, remarks.all.contains(where: { $0.severity > .note }) { throw messages.failure() }
    }
  }

  /// What the user's options say of the output.
  private var askedFor: ExportOptions {
    var options = ExportOptions()
    options.dialect = tool
    options.weight = weight
    options.isUndirected = undirected
    options.base = base
    options.escapesFormulas = escapeFormulas
    return options
  }

  /// How the exporter is to write, after it was said what it loses or changes; a loss is an error with `--strict`.
  private func options(
    for exporter: any Exporter, of selection: Selection, _ messages: Messages
  ) async throws -> ExportOptions {
    var options = askedFor
    // A picture is looked at: its reader sees what it shows.
    if !(exporter is PictureExporter) {
      try say(exporter.losses(of: selection, options: options), messages)
    }
    options.positions = await positions(for: exporter, of: selection, options)
    return options
  }

  private func say(_ losses: [Loss], _ messages: Messages) throws {
    for loss in losses { messages.say(loss.severity, loss.message) }
    if input.strict, losses.contains(where: { $0.severity == .warning }) { throw messages.failure() }
  }

  /// The places of a picture of the whole, for formats that keep places: the same in the file of every year. A graph that
  /// is too large to be drawn by the way is left to the tool that reads the file.
  private func positions(
    for exporter: any Exporter, of selection: Selection, _ options: ExportOptions
  ) async -> Positions? {
    guard exporter.keepsPlaces(options), selection.graph.relations.count <= Self.largestLayout else { return nil }
    var quick = picture.options(nil)
    quick.isQuick = true
    (quick.page, quick.width, quick.aspect, quick.colourBy) = (nil, nil, nil, nil)
    quick.gathersHubs = false
    return try? await selection.graph.everything.picture(quick).positions(in: selection.graph)
  }

  private static let largestLayout = 300
}

/// What an exporter says about its output.
private final class Remarks: Sendable {
  private let said = Mutex<[any Finding]>([])

  var all: [any Finding] { said.withLock { $0 } }

  func add(_ remark: any Finding) { said.withLock { $0.append(remark) } }
}
