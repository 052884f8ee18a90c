public import Entente

extension LoadedGraph {
  /// Reads files, each in the format that its ending tells, merges them in one graph, and checks it.
  ///
  /// - Parameters:
  ///   - paths: the files, whose diagnostics carry these paths; one named twice is read once. `-` is standard input.
  ///   - format: the ending of the format in which all of them are read, in place of their own endings.
  ///   - options: what the files do not say themselves.
  ///   - folder: where the documents' texts are, by the last part of their `text:` or as `ID.txt`; those that are not
  ///     there are looked for relative to their graph file.
  ///   - title: what the graph is about, in place of the first file's title.
  ///   - requiresCitations: whether a relation that cites nothing is an error.
  public init(
    contentsOf paths: [String], format: String? = nil, options: ImportOptions = ImportOptions(),
    documents folder: String? = nil, title: String? = nil, requiresCitations: Bool = false
  ) {
    var known = Set<String>()
    let sources = paths.filter { known.insert($0).inserted }.map { path in
      var source = path == "-" ? .standardInput : Source.file(path)
      source.options = options
      return source
    }
    self.init(
      sources, format: format, documents: folder, title: title, requiresCitations: requiresCitations)
  }

  /// Reads sources in the formats of ``Importers/all``, merges them in one graph, and checks it.
  ///
  /// The parameters are those of ``init(_:importers:format:documents:title:requiresCitations:)``.
  public init(
    _ sources: [Source], format: String? = nil, documents folder: String? = nil, title: String? = nil,
    requiresCitations: Bool = false
  ) {
    self.init(
      sources, importers: Importers.all, format: format, documents: folder, title: title,
      requiresCitations: requiresCitations)
  }
}

extension RelationGraph {
  /// The graph that graph files make together.
  ///
  /// - Parameters:
  ///   - paths: the files.
  ///   - folder: where the documents' texts are, if that is not relative to the graph files.
  /// - Throws: `CheckFailure` with everything that was found, when there are errors in it.
  public init(contentsOf paths: [String], documents folder: String? = nil) throws(CheckFailure) {
    let loaded = LoadedGraph(contentsOf: paths, documents: folder)
    guard let graph = loaded.graph else { throw CheckFailure(loaded.diagnostics) }
    self = graph
  }
}
