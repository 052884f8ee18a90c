import ArgumentParser
import EntenteFormats

/// How sources are read that do not say it themselves.
struct ReadingArguments: ParsableArguments {
  @Option(
    help: "What a column or an attribute holds: when=start/end, type=relation, source=country (repeatable).")
  var map: [String] = []

  @Option(help: "The encoding of tables that are no UTF-8: latin-1, utf-16le, utf-16be.")
  var encoding: String?

  @Option(
    help: "A folder with tables that a graph file maps, beside its own (repeatable).", completion: .directory)
  var files: [String] = []

  @Flag(
    help: "Leave out what has errors (rows, entities with their relations, citations), count it, and go on.")
  var skipErrors = false

  @Flag(help: "Read the files that a graph file names (texts, tables, other graph files) wherever they are.")
  var trust = false

  func validate() throws { _ = try options() }

  /// What is asked, in the library's form.
  func options() throws -> ImportOptions {
    var options = ImportOptions()
    for text in map where !options.add(mapping: text) {
      let roles = ImportOptions.Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "'\(text)' is no mapping: write ROLE=COLUMN, or when=START/END\n  roles: \(roles)")
    }
    options.encoding = try encoding.map { try Self.encoding(named: $0) }
    options.folders = files
    options.skipsErrors = skipErrors
    options.trustsPaths = trust
    return options
  }

  /// The encoding that somebody calls so.
  static func encoding(named name: String) throws -> TextEncoding {
    if let known = TextEncoding(name: name) { return known }
    let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("there is no encoding '\(name)' here\n  known: \(names)")
  }
}
