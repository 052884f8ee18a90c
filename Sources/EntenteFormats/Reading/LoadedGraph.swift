public import Entente

/// A graph as it was read from its sources, with everything that was found wrong or worth saying.
///
/// ```swift
/// let loaded = LoadedGraph(contentsOf: ["Graphs/southern-kurils.yaml"], documents: "documents")
/// for diagnostic in loaded.diagnostics { print(diagnostic) }
/// print(loaded.citations.verified, "citations verified")
/// ```
///
/// To get a graph or an error, and nothing between, use ``Entente/RelationGraph/init(contentsOf:documents:)``.
public struct LoadedGraph: Sendable {
  /// The graph; `nil` when there are errors, for a graph with errors can mislead. Where ``ImportOptions/skipsErrors`` asks
  /// for it, what has errors is left out, and the graph is there all the same.
  public let graph: RelationGraph?
  /// Errors, warnings and notes, by file in the order given, line and column.
  public let diagnostics: [Diagnostic]
  /// How many citations were looked up in their documents' texts.
  public let citations: CitationCount
  /// The documents' texts that were at hand, by the documents' ids.
  public let texts: [String: DocumentText]
  /// How many relations cite nothing.
  public let uncitedRelations: Int
  /// The SHA-256 of the texts, as far as somebody has asked for it, or a seal has one.
  let textDigests: [String: String]
  /// What was read, with which of the graph's sources came of it.
  let inputs: [SealedInput]

  /// Reads sources, merges them in one graph, and checks it.
  ///
  /// - Parameters:
  ///   - sources: files, folders, standard input, or bytes in memory.
  ///   - importers: the formats that can be read.
  ///   - format: the ending of the format in which all sources are read, in place of their own endings.
  ///   - folder: where the documents' texts are.
  ///   - title: what the graph is about, in place of the first source's title.
  ///   - requiresCitations: whether a relation that cites nothing is an error.
  public init(
    _ sources: [Source], importers: [any Importer], format: String? = nil,
    documents folder: String? = nil, title: String? = nil, requiresCitations: Bool = false
  ) {
    var loader = SourceLoader(importers: importers, format: format)
    loader.read(sources)
    var options = ImportOptions()
    options.trustsPaths = sources.contains(where: \.options.trustsPaths)
    options.preparesSeals = sources.contains(where: \.options.preparesSeals)
    self.init(
      loader.draft, isWhole: loader.isWhole, loader.inputs, documents: folder, options, title: title,
      requiresCitations: requiresCitations)
  }

  /// Names are looked up, and rules applied, only if every source was read to its end: what stands behind the end of a
  /// broken one would be missed without being missing.
  private init(
    _ draft: consuming GraphDraft, isWhole: Bool, _ inputs: [SealedInput], documents folder: String?,
    _ options: ImportOptions, title: String?, requiresCitations: Bool
  ) {
    self.inputs = inputs
    guard isWhole else {
      graph = nil
      diagnostics = draft.diagnostics.inOrder()
      citations = CitationCount()
      texts = [:]
      textDigests = [:]
      uncitedRelations = 0
      return
    }
    let skipsErrors = draft.skipsErrors
    var (graph, found) = draft.finish(title: title)
    let texts = DocumentTexts(of: graph, folder: folder, options)
    // A seal of another text says nothing of this one.
    let outdated = graph.seal.documents.filter { id, text in texts.digests[id].map { $0 != text.digest } ?? false }
    if !outdated.isEmpty { graph = graph.withoutSeals(of: Set(outdated.keys)) }
    found += outdated.keys.sorted().map { Diagnostic(SealOfAnotherText(document: $0), at: nil) }
    let report = graph.check(
      texts: texts.texts, requiresCitations: requiresCitations, isWhole: !found.contains { $0.severity == .error })
    diagnostics = (found + texts.diagnostics(of: graph) + report.diagnostics).inOrder()
    if skipsErrors {
      self.graph = graph.leavingOut(citationsAt: report.diagnostics.filter { $0.severity == .error })
    } else {
      self.graph = diagnostics.contains { $0.severity == .error } ? nil : graph
    }
    citations = report.citations
    self.texts = texts.texts
    textDigests = texts.digests
    uncitedRelations = report.uncitedRelations
  }
}

/// A source of which nobody knows the format.
struct UnknownSourceFormat: Finding {
  /// The ending that was asked for, or the source's own; `nil` for one that has no name to tell it.
  let ending: String?
  let known: [String]

  init(_ source: Source, format: String?, importers: [any Importer]) {
    ending = format ?? source.path.flatMap { $0.split(separator: ".").last.map(String.init) }
    known = importers.flatMap(\.format.endings)
  }

  var message: String {
    guard let ending else { return "nothing tells the format of what comes in here" }
    return "'.\(ending)' is no format that can be read"
  }
  var advice: [String] {
    ["known: " + known.map { ".\($0)" }.joined(separator: " ")]
      + Wording.didYouMean(ending.flatMap { NearestName.of($0, among: known) }.map { ".\($0)" })
  }
}

/// What an importer threw that knows no places.
struct UnexpectedFault: Finding {
  let words: String
  var message: String { words }
}
