import ArgumentParser
import Entente
import EntenteFormats
import EntenteGraphviz

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a graph, or a selection of it, as a picture or for another tool.",
    discussion: """
      The format follows the output's ending:

      \(Formats.table)

        entente export Graphs/southern-kurils.yaml -o southern-kurils.svg
        entente export Graphs/southern-kurils.yaml -o 1956.graphml --year 1956
        entente export Graphs/southern-kurils.yaml -o japan.pdf --around japan --theme print
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

  @Option(help: "What the graph is about, in place of the graph file's title.")
  var title: String?

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Picture") var picture: PictureArguments

  func validate() throws {
    let format = try target().format
    guard picture.asksForYears else { return }
    if PictureFormat(format) == nil {
      throw ValidationError("--years and --compare are for pictures, not \(format.name)")
    }
    if selection.time.years != nil {
      throw ValidationError("--years and --compare stand in place of --year, --from and --to")
    }
  }

  func run() async throws {
    let target = try target()
    let graph = try input.load(title: title)
    let selection = try selection.select(from: graph)
    if let kind = PictureFormat(target.format) {
      try draw(selection, as: kind, to: target)
    } else if let exporter = Exporters.exporter(of: target.format) {
      try write(selection, with: exporter, to: target)
    }
  }

  private func target() throws -> ExportTarget {
    try ExportTarget(output: output, format: format, tool: tool)
  }

  private func draw(_ selection: Selection, as kind: PictureFormat, to target: ExportTarget) throws {
    // The file is opened first: nobody should wait for a picture that cannot be kept.
    try target.write { writer in
      let drawn = try picture.draw(selection)
      for note in drawn.notes { StandardError.say("\(note.isWarning ? "warning: " : "")\(note)") }
      if input.strict, drawn.notes.contains(where: \.isWarning) { throw ExitCode(1) }
      try writer.write(try drawn.file(kind, dotsPerInch: picture.dotsPerInch))
    }
  }

  private func write(_ selection: Selection, with exporter: any Exporter, to target: ExportTarget) throws {
    var options = ExportOptions()
    options.dialect = tool
    let losses = exporter.losses(of: selection, options: options)
    for loss in losses { StandardError.write(line: "\(loss.severity.rawValue): \(loss.message)") }
    if input.strict, losses.contains(where: { $0.severity == .warning }) { throw ExitCode(1) }
    try target.write { try exporter.write(selection, options: options, to: &$0) }
  }
}
