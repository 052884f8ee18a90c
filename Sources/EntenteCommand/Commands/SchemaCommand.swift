import ArgumentParser
import Entente
import EntenteFormats

struct SchemaCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the kinds and relation types in force.",
    discussion: """
      Without a graph, the built-in ones; with graphs, also the files' own. They are printed as a file's own 'schema:' declares \
      its, so that any of them can be copied into a graph file and changed.

        entente schema
        entente schema Graphs/southern-kurils.yaml
        entente schema --json-schema > entente.schema.json
      """)

  @Flag(help: "Print the form of graph files as a JSON Schema instead, with which editors complete and check them.")
  var jsonSchema = false

  @Argument(help: "Graph files (YAML) whose own kinds and types are in force too.", completion: GraphArguments.files)
  var graphs: [String] = []

  @OptionGroup(title: "Messages") var messageOptions: MessageOptions

  func validate() throws {
    if jsonSchema, !graphs.isEmpty { throw ValidationError("--json-schema is the same for every graph: name none") }
  }

  func run(_ messages: Messages) async throws {
    if jsonSchema { return try StandardOutput.write([GraphFile.jsonSchema]) }
    if graphs.isEmpty { return try StandardOutput.write(SchemaText.lines(of: .builtIn)) }
    let schema = try GraphArguments.load(graphs, messages).schema
    try StandardOutput.write(SchemaText.lines(of: schema))
    messages.end()
  }
}

/// A schema in the form in which a graph file declares its own.
enum SchemaText {
  static func lines(of schema: Schema) -> [String] {
    ["schema:", "  kinds:"] + schema.kinds.map { "    \(line(of: $0))" } + ["  relations:"]
      + schema.relationTypes.map { "    \(line(of: $0))" }
  }

  private static func line(of kind: Kind) -> String {
    var parts = ["plural: \(kind.plural)"]
    if kind.happens { parts.append("happens: true") }
    if let shape = kind.shape { parts.append("shape: \(shape)") }
    if let colour = kind.colour { parts.append("colour: \(colour)") }
    return "\(kind.name): {\(parts.joined(separator: ", "))}"
  }

  private static func line(of type: RelationType) -> String {
    var parts = ends("from", type.from) + ends("to", type.to)
    if !type.directed { parts.append("directed: false") }
    if type.quiet { parts.append("quiet: true") }
    parts.append("label: \(scalar(type.label))")
    parts.append("holds: \(type.holds.rawValue)")
    return "\(type.name): {\(parts.joined(separator: ", "))}"
  }

  /// A label as YAML reads it back: in quotes, unless it is letters and spaces only.
  private static func scalar(_ text: String) -> String {
    if text.allSatisfy({ $0.isLetter || $0 == " " }), text.first != " ", text.last != " ", !text.isEmpty { return text }
    let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : $0 == "\n" ? "\\n" : String($0) }
    return "\"\(escaped.joined())\""
  }

  private static func ends(_ key: String, _ kinds: [String]) -> [String] {
    switch kinds.count {
    case 0: []
    case 1: ["\(key): \(kinds[0])"]
    default: ["\(key): [\(kinds.joined(separator: ", "))]"]
    }
  }
}
