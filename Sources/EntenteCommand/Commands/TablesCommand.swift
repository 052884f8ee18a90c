import ArgumentParser
import Entente
import EntenteFormats

struct TablesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Look at tables and print a mapping to start from.",
    discussion: """
      The mapping is a graph file whose 'tables:' say which columns are ids, names, dates and links. What it says is a guess \
      from the headings and the first 200,000 rows; read it over, mend it, and export it as any graph.

        entente tables treaties.csv > treaties.yaml
        entente tables countries.xlsx alliances.csv > alliances.yaml
        entente export alliances.yaml -o alliances.graphml --year 1938
      """)

  @Argument(
    help: "Tables: .csv, .tsv or .xlsx; file.xlsx#Sheet names one sheet.",
    completion: .file(extensions: ["csv", "tsv", "xlsx"]))
  var tables: [String]

  @Option(help: "The encoding of tables that are no UTF-8: latin-1, utf-16le, utf-16be.")
  var encoding: String?

  @OptionGroup(title: "Messages") var messageOptions: MessageOptions

  func run() async throws {
    let messages = messageOptions.messages
    var options = ImportOptions()
    options.encoding = try encoding.map { try ReadingArguments.encoding(named: $0) }
    let sources = tables.map { path in
      var source = path == "-" ? Source.standardInput : Source.file(path)
      source.options = options
      return source
    }
    let text = try messages.during("reading the tables") { try TableSketch(sources).text }
    try ByteWriter.descriptor(1) { try $0.write(text: text) }
    messages.end()
  }
}
