import Entente

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds and reads the texts of a graph's documents.
struct DocumentTexts {
  /// The texts at hand, by the documents' ids.
  private(set) var texts: [String: DocumentText] = [:]
  /// What stands in the way of reading those that are there.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads each text from `folder`, by the last part of its path, else as `ID.txt`, else relative to its graph file.
  init(of graph: RelationGraph, folder: String?) {
    for (row, document) in graph.documents.enumerated() {
      let place = graph.place(ofDocument: row)
      let paths = Self.paths(of: document, folder: folder, graphFile: place?.file)
      let isThere = paths.contains { read($0, of: document, at: place) }
      if !isThere, let text = document.text {
        diagnostics.append(Diagnostic(MissingText(document: document.id, text: text, tried: paths), at: place))
      }
    }
  }

  private static func paths(of document: Document, folder: String?, graphFile: String?) -> [String] {
    var paths: [String] = []
    if let folder {
      let start = folder.hasSuffix("/") ? folder : folder + "/"
      if let text = document.text { paths.append(start + InputFile.split(text).name) }
      paths.append(start + document.id + ".txt")
    }
    if let text = document.text {
      let start = text.hasPrefix("/") ? "" : graphFile.map { InputFile.split($0).folder } ?? ""
      paths.append(start + text)
    }
    return paths
  }

  /// Whether a text is there, readable or not.
  private mutating func read(_ path: String, of document: Document, at place: SourcePlace?) -> Bool {
    var problem: String
    do {
      let bytes = try InputFile.read(path)
      let text = bytes.starts(with: SourceText.byteOrderMark) ? bytes[3...] : bytes[...]
      if let text = String(validating: text, as: UTF8.self) {
        texts[document.id] = DocumentText(text)
        return true
      }
      problem = "it is not UTF-8"
    } catch {
      if case .noSuchFile = error { return false }
      problem = error.words
    }
    let finding = UnreadableText(document: document.id, path: path, problem: problem)
    diagnostics.append(Diagnostic(finding, at: place))
    return true
  }
}

/// A document's text that is nowhere.
struct MissingText: Finding {
  let document: String
  /// The path as the graph file gives it.
  let text: String
  /// Where it was looked for.
  let tried: [String]

  var severity: Severity { .warning }
  var message: String { "the text of '\(document)', '\(text)', is not found" }
  var advice: [String] {
    ["there is no \(Wording.either(tried))"] + Wording.didYouMean(tried.lazy.compactMap(InputFile.nearest).first)
  }
}

/// A document's text that is there, and cannot be read.
struct UnreadableText: Finding {
  let document: String
  let path: String
  let problem: String

  var message: String { "the text of '\(document)', \(path), cannot be read: \(problem)" }
  var advice: [String] { ["it should be plain text in UTF-8; without the file, its citations are only counted"] }
}
