public import Entente

/// A graph as it was read from graph files, with everything that was found wrong or worth saying.
///
/// ```swift
/// let loaded = LoadedGraph(contentsOf: ["Graphs/southern-kurils.yaml"], documents: "documents")
/// for diagnostic in loaded.diagnostics { print(diagnostic) }
/// print(loaded.report.verified, "citations verified")
/// ```
///
/// To get a graph or an error, and nothing between, use ``Entente/RelationGraph/init(contentsOf:documents:)``.
public struct LoadedGraph: Sendable {
  /// The graph; `nil` when there are errors, for a graph with errors can mislead.
  public let graph: RelationGraph?
  /// Errors, warnings and notes, by file in the order given, line and column.
  public let diagnostics: [Diagnostic]
  /// How many citations were looked up in their documents' texts.
  public let citations: CitationCount
  /// The files that diagnostics point at.
  private let sources: [String: SourceText]

  /// Reads graph files, merges them in one graph, and checks it.
  ///
  /// - Parameters:
  ///   - paths: the files, whose diagnostics carry these paths; one named twice is read once.
  ///   - folder: where the documents' texts are, by the last part of their `text:` or as `ID.txt`; those that are not
  ///     there are looked for relative to their graph file.
  ///   - title: what the graph is about, in place of the first file's title.
  public init(contentsOf paths: [String], documents folder: String? = nil, title: String? = nil) {
    var draft = GraphDraft()
    var sources: [String: SourceText] = [:]
    var isWhole = true
    for path in paths where sources[path] == nil {
      do {
        let source = SourceText(try InputFile.read(path))
        var reader = GraphFileReader(path: path, source: source, draft: consume draft)
        reader.read()
        isWhole = isWhole && reader.isWhole
        draft = reader.draft
        sources[path] = source
      } catch {
        let nearest = if case .noSuchFile = error { InputFile.nearest(to: path) } else { String?.none }
        draft.diagnostics.append(
          Diagnostic(UnreadableGraphFile(problem: error, nearest: nearest), at: SourcePlace(file: path)))
        isWhole = false
      }
    }
    self.init(draft, isWhole: isWhole, paths: paths, sources: sources, documents: folder, title: title)
  }

  /// Names are looked up, and rules applied, only if every file was read to its end: what stands behind the end of a
  /// broken file would be missed without being missing.
  private init(
    _ draft: consuming GraphDraft, isWhole: Bool, paths: [String], sources: [String: SourceText],
    documents folder: String?, title: String?
  ) {
    guard isWhole else {
      graph = nil
      diagnostics = draft.diagnostics.inOrder(of: paths)
      citations = CitationCount()
      self.sources = sources
      return
    }
    let (graph, found) = draft.finish(title: title)
    let texts = DocumentTexts(of: graph, folder: folder)
    let report = graph.check(texts: texts.texts)
    diagnostics = (found + texts.diagnostics + report.diagnostics).inOrder(of: paths)
    self.graph = diagnostics.contains { $0.severity == .error } ? nil : graph
    citations = report.citations
    self.sources = sources
  }

  /// The line that a diagnostic points at, to be shown with it; `nil` when it points at no line.
  public func sourceLine(at place: SourcePlace) -> String? { sources[place.file]?.line(place.line) }
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
